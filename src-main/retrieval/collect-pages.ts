import { createHash, type Hash } from 'node:crypto';
import type { LedgerPart } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';
import type { PagesPlan, RecordPage } from '../providers/provider.ts';
import { abortable, type CollectContext } from './collect-context.ts';
import type { FetchedPart } from './collect-file.ts';
import { onDisk } from './disk-failure.ts';
import { decidePage } from './page-continuity.ts';

const lineFeed = 0x0a;

/**
 * Writes all pages into one NDJSON file, a record a line, and marks each page in the ledger after it is on the disk. Goes on
 * after the last page that is really there. Throws `pages-inconsistent`, `count-mismatch`, what the vendor and the disk say.
 */
export async function fetchPages(
  plan: PagesPlan,
  first: LedgerPart,
  path: string,
  context: CollectContext,
): Promise<FetchedPart> {
  const { disk, ledger, signal } = context;
  const start = await whereToGoOn(first, path, context);
  let held: LedgerPart = { ...first, state: 'partial', ...start, sha256: null };
  let offset = start.nextOffset;
  let rows = start.rows;
  let before: string | null = null;
  const hash = await hashOfStart(path, start.bytes, context);
  ledger.parts.put(held);
  const writer = await onDisk(held.name, () => disk.openWriter(path, start.bytes));
  try {
    context.onProgress(rows, held.totalResults ?? plan.announcedRows);
    for (;;) {
      const page = await abortable(plan.page(offset, plan.pageSize, signal), signal);
      const digest = digestOf(page);
      const decision = decidePage(
        { offset, rows, totalResults: held.totalResults, announcedRows: plan.announcedRows },
        { ...page, records: page.records.length, sameAsBefore: digest === before },
      );
      if (decision.kind === 'reject')
        throw new Failure(decision.code, { subject: held.name, detail: decision.detail });
      const lines = linesOf(page, held.name);
      await onDisk(held.name, () => writer.write(lines));
      await onDisk(held.name, () => writer.sync());
      signal.throwIfAborted();
      hash.update(lines);
      before = digest;
      offset = decision.nextOffset;
      rows = decision.rows;
      held = {
        ...held,
        bytes: held.bytes + lines.length,
        rows,
        nextOffset: offset,
        totalResults: decision.totalResults,
      };
      ledger.parts.put(held);
      context.onProgress(rows, held.totalResults ?? plan.announcedRows);
      if (decision.last) return { held, sha256: hash.digest('hex'), fileName: null };
    }
  } finally {
    await writer.close();
  }
}

interface GoOn {
  readonly bytes: number;
  readonly rows: number;
  readonly nextOffset: number;
  readonly totalResults: number | null;
}

const fromStart: GoOn = { bytes: 0, rows: 0, nextOffset: 1, totalResults: null };

/** The file's size on disk against the ledger's mark: a longer file is cut back, a shorter one is counted again. */
async function whereToGoOn(held: LedgerPart, path: string, context: CollectContext): Promise<GoOn> {
  const size = await onDisk(held.name, () => context.disk.size(path));
  if (size === null || held.nextOffset === null || held.rows === null) return fromStart;
  if (size >= held.bytes) {
    return {
      bytes: held.bytes,
      rows: held.rows,
      nextOffset: held.nextOffset,
      totalResults: held.totalResults,
    };
  }
  const found = await wholeRecords(path, context);
  return {
    bytes: found.bytes,
    rows: found.rows,
    nextOffset: 1 + found.rows,
    totalResults: held.totalResults,
  };
}

/** The whole records at the file's beginning; a line that isn't JSON (zeros after a power cut) ends them. */
async function wholeRecords(
  path: string,
  context: CollectContext,
): Promise<{ readonly bytes: number; readonly rows: number }> {
  let carry = Buffer.alloc(0);
  let bytes = 0;
  let rows = 0;
  for await (const piece of context.disk.read(path)) {
    context.signal.throwIfAborted();
    const text = Buffer.concat([carry, piece]);
    let from = 0;
    for (let at = text.indexOf(lineFeed); at !== -1; at = text.indexOf(lineFeed, from)) {
      if (!isJson(text.toString('utf8', from, at))) return { bytes, rows };
      bytes += at + 1 - from;
      rows += 1;
      from = at + 1;
    }
    carry = text.subarray(from);
  }
  return { bytes, rows };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function linesOf(page: RecordPage, subject: string): Buffer {
  for (const record of page.records) {
    if (record === '' || /[\r\n]/u.test(record))
      throw new Failure('answer-malformed', { subject, detail: 'a record with a line break' });
  }
  return Buffer.from(page.records.map((record) => `${record}\n`).join(''), 'utf8');
}

function digestOf(page: RecordPage): string {
  const hash = createHash('sha256');
  for (const record of page.records) hash.update(record).update('\n');
  return hash.digest('hex');
}

async function hashOfStart(path: string, bytes: number, context: CollectContext): Promise<Hash> {
  const hash = createHash('sha256');
  if (bytes === 0) return hash;
  for await (const piece of context.disk.read(path, { start: 0, end: bytes - 1 })) {
    context.signal.throwIfAborted();
    hash.update(piece);
  }
  return hash;
}
