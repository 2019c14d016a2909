/** Counts the records of a CSV as it streams by and keeps the first one: RFC 4180, quoted line breaks included. */
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
const comma = 0x2c;
const longestHeader = 1024 * 1024;

export function createCsvScan(): CsvScan {
  const head: number[] = [];
  let headerDone = false;
  let records = 0;
  let oneColumn = true;
  /** Bytes of the current record, carriage returns apart. */
  let inRecord = 0;
  let quoted = false;
  /** A quote inside a quoted field was just read: the next byte says whether it was an escape or the end. */
  let closing = false;
  let fieldStart = true;

  function endRecord() {
    // A blank line is a record only where there is one column: there it is an empty value.
    if (inRecord > 0 || (headerDone && oneColumn)) records += 1;
    else if (!headerDone) records += 1;
    headerDone = true;
    inRecord = 0;
    fieldStart = true;
  }

  function step(byte: number) {
    if (!headerDone && head.length < longestHeader && !(byte === lineFeed && !(quoted && !closing)))
      head.push(byte);
    if (quoted && !closing) {
      inRecord += 1;
      if (byte === quote) closing = true;
      return;
    }
    if (closing) {
      closing = false;
      if (byte === quote) {
        inRecord += 1;
        return;
      }
      quoted = false;
    }
    if (byte === lineFeed) {
      endRecord();
      return;
    }
    if (byte === carriageReturn) return;
    inRecord += 1;
    if (byte === comma) {
      if (!headerDone) oneColumn = false;
      fieldStart = true;
      return;
    }
    if (byte === quote && fieldStart) quoted = true;
    fieldStart = false;
  }

  /** Bytes outside of quotes, without a quote among them: only line feeds matter, and they are looked for natively. */
  function lines(bytes: Buffer, start: number, end: number) {
    let from = start;
    for (let at = bytes.indexOf(lineFeed, from); at !== -1 && at < end; at = bytes.indexOf(lineFeed, from)) {
      inRecord += at - from - (at > from && bytes[at - 1] === carriageReturn ? 1 : 0);
      endRecord();
      from = at + 1;
    }
    if (from === end) return;
    const returns = bytes[end - 1] === carriageReturn;
    inRecord += end - from - (returns ? 1 : 0);
    const last = returns ? end - 2 : end - 1;
    if (last >= from) fieldStart = bytes[last] === comma;
  }

  /** From one quote to the next. */
  function leap(bytes: Buffer) {
    const { length } = bytes;
    for (let at = 0; at < length; ) {
      if (closing) {
        step(bytes[at] ?? 0);
        at += 1;
        continue;
      }
      const found = bytes.indexOf(quote, at);
      const mark = found === -1 ? length : found;
      if (quoted) {
        inRecord += Math.min(mark + 1, length) - at;
        closing = mark < length;
      } else {
        lines(bytes.subarray(0, mark), at, mark);
        if (mark < length) step(quote);
      }
      at = mark + 1;
    }
  }

  return {
    write(bytes) {
      let from = 0;
      while (from < bytes.length && !headerDone) {
        step(bytes[from] ?? 0);
        from += 1;
      }
      if (from < bytes.length)
        leap(Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.byteLength - from));
    },
    end() {
      const openQuote = quoted && !closing;
      if (inRecord > 0 && !openQuote) endRecord();
      const text = Buffer.from(head)
        .toString('utf8')
        .replace(/^\uFEFF/u, '')
        .replace(/\r$/u, '');
      return { header: text.trim() === '' ? null : text, rows: Math.max(0, records - 1), openQuote };
    },
  };
}
