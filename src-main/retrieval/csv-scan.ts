import { createCsvHeader } from './csv-header.ts';
import { type CsvMarks, createCsvMarks, mostMarked } from './csv-marks.ts';

/**
 * Counts the records of a CSV as it streams by and keeps the first one: RFC 4180, quoted line breaks included, and cells
 * separated as that first one has them.
 */
export interface CsvScan {
  write(bytes: Uint8Array): void;
  end(): CsvFacts;
}

export interface CsvFacts {
  /** The first record's text without BOM and line break; null when there is none or it is blank. */
  readonly header: string | null;
  /** Records after the header. */
  readonly rows: number;
  /** The text ends inside a quoted field: it was cut. */
  readonly openQuote: boolean;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/** One for all scans, none of which is interrupted: its memory isn't small. */
let marks: CsvMarks | null = null;

export function createCsvScan(): CsvScan {
  const header = createCsvHeader();
  let headerDone = false;
  let { separator, oneColumn } = header.facts();
  let records = 0;
  /** The current record has a byte that is no carriage return, or one inside of quotes. */
  let filled = false;
  let quoted = false;
  /** A quote inside a quoted field was just read: the next byte says whether it was an escape or the end. */
  let closing = false;
  let fieldStart = true;
  /** Where there were quotes or blank lines there will be more of them: so many pieces are looked at closely at once. */
  let closely = 0;

  function endRecord() {
    if (!headerDone) endHeader();
    // A blank line is a record only where there is one column: there it is an empty value.
    else if (filled || oneColumn) records += 1;
    filled = false;
    fieldStart = true;
  }

  function endHeader() {
    if (!header.end()) return;
    ({ separator, oneColumn } = header.facts());
    headerDone = true;
    records = 1;
  }

  function step(byte: number) {
    if (!headerDone && !(byte === lineFeed && !(quoted && !closing))) header.keep(byte);
    if (quoted && !closing) {
      filled = true;
      if (byte === quote) closing = true;
      return;
    }
    if (closing) {
      closing = false;
      if (byte === quote) return;
      quoted = false;
    }
    if (byte === lineFeed) {
      endRecord();
      return;
    }
    if (byte === carriageReturn) return;
    filled = true;
    if (headerDone ? byte === separator : header.separates(byte)) {
      fieldStart = true;
      return;
    }
    if (byte === quote && fieldStart) quoted = true;
    fieldStart = false;
  }

  /** A piece without quotes and blank lines: false when it isn't one. */
  function sweepPlain(bytes: Uint8Array, { plainLines }: CsvMarks): boolean {
    if (quoted || closely > 0) {
      closely -= closely > 0 ? 1 : 0;
      return false;
    }
    const lines = plainLines(bytes, !filled);
    if (lines === null) {
      closely = 15;
      return false;
    }
    records += lines;
    // No line begins with a carriage return: one at the end has something before it.
    filled = bytes.at(-1) !== lineFeed;
    fieldStart = startsField(bytes, bytes.length, separator, fieldStart);
    return true;
  }

  /** After the header: only line feeds and quotes decide anything. */
  function sweep(bytes: Uint8Array) {
    marks ??= createCsvMarks();
    if (!sweepPlain(bytes, marks)) sweepMarks(bytes, marks);
  }

  function sweepMarks(bytes: Uint8Array, marks: CsvMarks) {
    const { length } = bytes;
    const { places } = marks;
    const count = marks.find(bytes);
    let inside = quoted;
    let content = filled;
    let blanks = 0;
    let ended = 0;
    let recordFrom = 0;
    /** Marks before this place are spoken for. */
    let after = 0;
    for (let place = 0; place < count; place += 1) {
      const at = places[place] ?? 0;
      if (at < after) continue;
      if (bytes[at] === lineFeed) {
        if (inside) continue;
        ended += 1;
        if (!content && !hasContent(bytes, recordFrom, at)) blanks += 1;
        content = false;
        recordFrom = at + 1;
      } else if (!inside) {
        inside = startsField(bytes, at, separator, fieldStart);
      } else if (at + 1 === length) {
        closing = true;
      } else if (bytes[at + 1] === quote) {
        after = at + 2;
      } else {
        inside = false;
      }
    }
    records += oneColumn ? ended : ended - blanks;
    quoted = inside;
    filled = content || inside || hasContent(bytes, recordFrom, length);
    fieldStart = !inside && startsField(bytes, length, separator, fieldStart);
  }

  return {
    write(bytes) {
      for (let from = 0; from < bytes.length; ) {
        if (!headerDone || closing) {
          step(bytes[from] ?? 0);
          from += 1;
        } else {
          sweep(bytes.subarray(from, from + mostMarked));
          from += mostMarked;
        }
      }
    },
    end() {
      const openQuote = quoted && !closing;
      if (filled && !openQuote) endRecord();
      return { header: header.facts().text, rows: Math.max(0, records - 1), openQuote };
    },
  };
}

function hasContent(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] !== carriageReturn) return true;
  return false;
}

/** Whether a field begins at `at`, carriage returns aside; `before` where all bytes before it are such. */
function startsField(bytes: Uint8Array, at: number, separator: number, before: boolean): boolean {
  for (let place = at - 1; place >= 0; place -= 1) {
    const byte = bytes[place];
    if (byte !== carriageReturn) return byte === separator || byte === lineFeed;
  }
  return before;
}
