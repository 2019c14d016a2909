import type { BrokenLine } from '../../src-preload/contract/review.ts';

/** How text is cut; `newline` is the only line break when a file uses bare carriage returns. */
export interface Cutting {
  readonly delimiter: string;
  readonly quote: string;
  readonly newline: '\n' | '\r';
}

export type Cells = readonly (string | null)[];

export interface CsvSink {
  /** `line` is that of the record's beginning, from 1. */
  record(cells: Cells, line: number): void;
  /** A line that is no record: told, and left out. */
  broken(why: BrokenLine['why'], line: number, text: string): void;
}

/** RFC 4180 asks for neither; a record that never ends is given up after so much text. */
const longestOpenQuote = 256 * 1024 * 1024;
const mostRecoveries = 1000;

type Cut =
  | { readonly kind: 'record'; readonly cells: Cells; readonly end: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'bad'; readonly why: 'text-after-quote' };

/**
 * Cuts CSV text into records, piece by piece, as RFC 4180 and DuckDB's strict reader do: a quote counts only at a cell's
 * beginning, elsewhere it is text. An ill line is told and reading goes on at the next line, so that one stray quote
 * never swallows the rest of a file. Empty cells are null; blank lines are skipped where there are several columns.
 */
export function createCsvReader(
  { delimiter, quote, newline }: Cutting,
  sink: CsvSink,
  oneColumn: () => boolean,
) {
  let rest = '';
  let line = 1;
  /** Don't try again before there is so much text: keeps a 100 MB cell from being read a thousand times. */
  let notBefore = 0;
  let recoveries = 0;

  /** `from` is the first character of a record; null when the text ends before the record does. */
  function cutQuoted(text: string, from: number, last: boolean): Cut {
    const cells: (string | null)[] = [];
    let at = from;
    for (;;) {
      let start = at;
      while (text[start] === ' ') start += 1;
      if (text[start] === quote) {
        let cell = '';
        let piece = start + 1;
        for (;;) {
          const close = text.indexOf(quote, piece);
          if (close < 0) return { kind: 'more' };
          if (close + 1 >= text.length && !last) return { kind: 'more' };
          cell += text.slice(piece, close);
          piece = close + 1;
          if (text[piece] !== quote) break;
          cell += quote;
          piece += 1;
        }
        at = piece;
        while (text[at] === ' ') at += 1;
        cells.push(cell === '' ? null : cell);
      } else {
        const comma = text.indexOf(delimiter, at);
        const lineEnd = text.indexOf(newline, at);
        const stop = comma < 0 ? lineEnd : lineEnd < 0 ? comma : Math.min(comma, lineEnd);
        if (stop < 0 && !last) return { kind: 'more' };
        const end = stop < 0 ? text.length : stop;
        const cell = text.slice(at, stop === lineEnd && stop > 0 && text[stop - 1] === '\r' ? stop - 1 : end);
        cells.push(cell === '' ? null : cell);
        at = end;
      }
      if (text[at] === delimiter) {
        at += 1;
        continue;
      }
      if (text[at] === '\r' && newline === '\n' && text[at + 1] === '\n') at += 1;
      if (at >= text.length) return last ? { kind: 'record', cells, end: at } : { kind: 'more' };
      if (text[at] === newline) return { kind: 'record', cells, end: at + 1 };
      if (text[at] === '\r' && at + 1 >= text.length) {
        return last ? { kind: 'record', cells, end: at + 1 } : { kind: 'more' };
      }
      return { kind: 'bad', why: 'text-after-quote' };
    }
  }

  /** Tells the line at `from` as broken; answers where the next line begins, or null when that isn't known yet. */
  function skipLine(text: string, from: number, why: BrokenLine['why'], last: boolean): number | null {
    const lineEnd = text.indexOf(newline, from);
    if (lineEnd < 0 && !last) return null;
    const end = lineEnd < 0 ? text.length : lineEnd;
    sink.broken(why, line, text.slice(from, Math.min(end, from + 500)).replace(/\r$/, ''));
    recoveries += 1;
    line += 1;
    return lineEnd < 0 ? text.length : lineEnd + 1;
  }

  function take(text: string, last: boolean): void {
    let at = 0;
    let nextQuote = quote === '' ? -1 : text.indexOf(quote);
    while (at < text.length) {
      const lineEnd = text.indexOf(newline, at);
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf(quote, at);
      if (lineEnd >= 0 && (nextQuote < 0 || nextQuote > lineEnd)) {
        const end = newline === '\n' && lineEnd > at && text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
        plain(text.slice(at, end));
        at = lineEnd + 1;
        continue;
      }
      if (lineEnd < 0 && nextQuote < 0) {
        if (!last) break;
        plain(text.slice(at).replace(/\r$/, ''));
        at = text.length;
        continue;
      }
      const cut = cutQuoted(text, at, last);
      if (cut.kind === 'record') {
        sink.record(cut.cells, line);
        line += breaksIn(text, at, cut.end, newline);
        at = cut.end;
        continue;
      }
      const endless = cut.kind === 'more' && (last || text.length - at > longestOpenQuote);
      if (cut.kind === 'more' && !endless) break;
      const why = cut.kind === 'bad' ? cut.why : 'quote-open';
      const next = recoveries > mostRecoveries ? text.length : skipLine(text, at, why, last);
      if (next === null) break;
      at = next;
    }
    rest = text.slice(at);
    notBefore = rest.length > 1_000_000 ? rest.length * 2 : 0;
  }

  function plain(text: string): void {
    if (text !== '') {
      const cells = text.split(delimiter);
      sink.record(cells.includes('') ? cells.map((cell) => (cell === '' ? null : cell)) : cells, line);
    } else if (oneColumn()) sink.record([null], line);
    line += 1;
  }

  let waiting: string[] = [];
  let waitingLength = 0;
  return {
    write(text: string): void {
      waiting.push(text);
      waitingLength += text.length;
      if (rest.length + waitingLength < notBefore) return;
      const all = rest + waiting.join('');
      waiting = [];
      waitingLength = 0;
      take(all, false);
    },
    end(): void {
      take(rest + waiting.join(''), true);
      rest = '';
    },
  };
}

function breaksIn(text: string, from: number, to: number, newline: string): number {
  let count = 0;
  for (let at = text.indexOf(newline, from); at >= 0 && at < to; at = text.indexOf(newline, at + 1))
    count += 1;
  return count;
}
