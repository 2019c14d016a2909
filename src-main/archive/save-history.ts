import type { Writable } from 'node:stream';
import {
  type HistoryColumn,
  type HistoryEntry,
  type HistorySave,
  historyColumns,
} from '../../src-preload/contract/history.ts';
import type { Saved } from '../../src-preload/contract/review-save.ts';
import { sheetRows } from '../../src-preload/contract/review-save.ts';
import type { HistoryTable } from '../jobs/history-table.ts';
import { Failure } from '../ports/failure.ts';
import { csvCell } from '../review/csv-cell.ts';
import { put, writeNewFile } from '../review/new-file.ts';
import type { SavePlace } from '../review/save-place.ts';
import { cellXml, serialDay, sheetEnd, sheetHead, workbookParts } from '../review/sheet-xml.ts';
import { createZipWriter } from '../review/zip-writer.ts';

type Words = HistorySave['words'];
type Value = string | number | null;

const entriesAtOnce = 500;

/** Saves the history as a table: see historySaveSchema. */
export function createHistorySave(ports: {
  readonly history: Pick<HistoryTable, 'list'>;
  readonly place: Pick<SavePlace, 'save'>;
  /** Where a save dialog begins. */
  readonly folder: () => string;
}) {
  const { history } = ports;

  /** Pages by the id of the last entry: what is added meanwhile moves nothing. */
  function* entries({ filter }: HistorySave): Generator<readonly HistoryEntry[]> {
    let before: number | undefined;
    while (true) {
      const page = history.list({
        ...filter,
        limit: entriesAtOnce,
        ...(before === undefined ? {} : { before }),
      });
      const last = page.entries.at(-1);
      if (last === undefined) return;
      yield page.entries;
      before = last.id;
    }
  }

  return (input: HistorySave): Promise<Saved> =>
    ports.place.save({
      folder: ports.folder(),
      name: input.words.fileName,
      format: input.format,
      async write(part) {
        const { total } = history.list({ ...input.filter, limit: 1 });
        if (input.format === 'xlsx' && total > sheetRows - 1)
          throw new Failure('save-too-many-rows', { subject: String(total), detail: String(sheetRows - 1) });
        let rows = 0;
        const pages = function* () {
          for (const page of entries(input)) {
            rows += page.length;
            yield page;
          }
        };
        await writeNewFile(part, (stream) =>
          input.format === 'csv'
            ? writeCsv(stream, pages(), input.words)
            : writeWorkbook(stream, pages(), input.words),
        );
        return { rows };
      },
    });
}

async function writeCsv(
  stream: Writable,
  pages: Iterable<readonly HistoryEntry[]>,
  words: Words,
): Promise<void> {
  const line = (cells: readonly string[]) => `${cells.map((cell) => csvCell(cell)).join(',')}\r\n`;
  // By the byte order mark Excel knows UTF-8.
  await put(stream, `\ufeff${line(historyColumns.map((column) => harmless(words.columns[column])))}`);
  for (const page of pages) {
    const lines = page.map((entry) =>
      line(historyColumns.map((column) => csvText(column, valueIn(column, entry, words)))),
    );
    await put(stream, lines.join(''));
  }
}

async function writeWorkbook(
  stream: Writable,
  pages: Iterable<readonly HistoryEntry[]>,
  words: Words,
): Promise<void> {
  const start = (first: readonly HistoryEntry[]) =>
    sheetHead(
      historyColumns.map((column) => words.columns[column]),
      first.map((entry) => historyColumns.map((column) => shownText(column, valueIn(column, entry, words)))),
    );
  function* sheet(): Generator<string> {
    let begun = false;
    for (const page of pages) {
      if (!begun) yield start(page);
      begun = true;
      yield page
        .map(
          (entry) =>
            `<row>${historyColumns.map((column) => cellOf(column, valueIn(column, entry, words))).join('')}</row>`,
        )
        .join('');
    }
    yield begun ? sheetEnd : start([]) + sheetEnd;
  }
  const zip = createZipWriter(stream);
  for (const [name, text] of Object.entries(workbookParts)) await zip.add(name, [text]);
  await zip.add('xl/worksheets/sheet1.xml', sheet());
  await zip.end();
}

function valueIn(column: HistoryColumn, entry: HistoryEntry, words: Words): Value {
  switch (column) {
    case 'kind':
      return words.kinds[entry.kind];
    case 'provider':
      // Entries of a vendor that this version doesn't know keep its own name.
      return entry.provider === null ? null : (nameOf(words.providers, entry.provider) ?? entry.provider);
    case 'practice':
      return entry.practice ? words.practice : null;
    case 'note':
      return entry.note === null ? null : noteOf(entry.note, words);
    default:
      return entry[column];
  }
}

const nameOf = (names: Readonly<Record<string, string>>, key: string): string | undefined => names[key];

/** A code reads as its title; what follows it is what it is about. */
function noteOf(note: string, { codes }: Words): string {
  const [code = '', subject] = note.split(/: (.*)/s, 2);
  const title = nameOf(codes, code);
  if (title === undefined) return note;
  return subject === undefined || title.includes(subject) ? title : `${title}: ${subject}`;
}

function csvText(column: HistoryColumn, value: Value): string {
  return typeof value === 'string' ? harmless(value) : shownText(column, value);
}

function shownText(column: HistoryColumn, value: Value): string {
  if (value === null) return '';
  return typeof value === 'number' && column === 'at' ? localTime(value) : String(value);
}

/** Text that a spreadsheet would take for a formula begins with an apostrophe. https://owasp.org/www-community/attacks/CSV_Injection */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function cellOf(column: HistoryColumn, value: Value): string {
  if (typeof value !== 'number') return cellXml(value, 'text', null);
  return column === 'at'
    ? cellXml(localTime(value), 'timestamp', serialDay(localMilliseconds(value) * 1000))
    : cellXml(String(value), 'number', value);
}

/** The instant as if this computer's clock showed UTC: a sheet knows no time zones. */
function localMilliseconds(at: number): number {
  return Math.floor(at / 1000) * 1000 - new Date(at).getTimezoneOffset() * 60_000;
}

/** `2026-11-21 09:14:05`, by this computer's clock. */
function localTime(at: number): string {
  return new Date(localMilliseconds(at)).toISOString().slice(0, 19).replace('T', ' ');
}
