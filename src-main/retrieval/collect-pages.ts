import type { LedgerPart } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';
import type { PagesPlan, RecordPage } from '../providers/provider.ts';
import { createBlockPipe } from './block-pipe.ts';
import type { CollectContext } from './collect-context.ts';
import type { FetchedPart } from './collect-file.ts';
import { onDisk } from './disk-failure.ts';
import type { FileCheck } from './file-checks-port.ts';
import { decidePage } from './page-continuity.ts';
import { createPageReader } from './page-reader.ts';

const lineFeed = 0x0a;

/** A crash costs the pages after the last mark: they are asked for again. */
const durableEvery = { ms: 250, bytes: 4 * 1024 * 1024 };
const mostPagesUnmarked = 8;

/**
 * Writes all pages into one NDJSON file, a record a line, and marks them in the ledger after they are on the disk. Goes on
 * after the last page that is really there. Throws `pages-inconsistent`, `count-mismatch`, what the vendor and the disk say.
 */
export async function fetchPages(
  plan: PagesPlan,
  first: LedgerPart,
  path: string,
  context: CollectContext,
): Promise<FetchedPart> {
  const start = await whereToGoOn(first, path, context);
  const check = context.checks.begin({ name: first.name, content: 'ndjson' });
  try {
    await onDisk(first.name, () => check.feed(path, start.bytes, context.signal));
    return await appendPages(
      plan,
      { ...first, state: 'partial', ...start, sha256: null },
      path,
      check,
      context,
    );
  } catch (error) {
    check.stop();
    throw error;
  }
}

async function appendPages(
  plan: PagesPlan,
  first: LedgerPart,
  path: string,
  check: FileCheck,
  context: CollectContext,
): Promise<FetchedPart> {
  const { clock, disk, ledger, signal } = context;
  /** What is durable, and the pages after it. */
  let marked = first;
  let written: readonly LedgerPart[] = [];
  ledger.parts.put(first);
  const writer = await onDisk(first.name, () => disk.openWriter(path, first.bytes));
  const pages = createPageReader(plan, { total: first.totalResults ?? plan.announcedRows, signal });
  try {
    const pipe = createBlockPipe({
      ...{ writer, check, room: context.room, name: first.name, position: first.bytes, clock, durableEvery },
      onDurable(bytes) {
        const reached = written.findLast((page) => page.bytes <= bytes);
        if (reached === undefined) return;
        written = written.filter((page) => page.bytes > bytes);
        marked = reached;
        ledger.parts.put(marked);
      },
    });
    let held = first;
    try {
      let before: Buffer | null = null;
      context.onProgress(held.rows ?? 0, held.totalResults ?? plan.announcedRows);
      for (;;) {
        const offset = held.nextOffset ?? 1;
        const page = await pages.read(offset);
        const lines = linesOf(page);
        const decision = decidePage(
          {
            offset,
            rows: held.rows ?? 0,
            totalResults: held.totalResults,
            announcedRows: plan.announcedRows,
          },
          { ...page, records: page.records.length, sameAsBefore: before?.equals(lines) ?? false },
        );
        if (decision.kind === 'reject')
          throw new Failure(decision.code, { subject: held.name, detail: decision.detail });
        assertNoBreaks(page, held.name);
        held = {
          ...held,
          bytes: held.bytes + lines.length,
          rows: decision.rows,
          nextOffset: decision.nextOffset,
          totalResults: decision.totalResults,
        };
        written = [...written, held];
        await pipe.write(lines);
        signal.throwIfAborted();
        pages.accepted(page.records.length, lines.length, decision.totalResults ?? plan.announcedRows);
        before = lines;
        context.onProgress(decision.rows, held.totalResults ?? plan.announcedRows);
        if (decision.last) break;
        if (written.length >= mostPagesUnmarked) pipe.checkpoint();
      }
    } catch (error) {
      // What has come is kept and marked: the next try goes on from it.
      await pipe.finish().catch(() => {});
      throw error;
    }
    await pipe.finish();
    // A page without records changes no byte, and so is no news for the disk.
    if (marked !== held) ledger.parts.put(held);
    return { held, sha256: await check.sha256(), fileName: null, check };
  } finally {
    pages.stop();
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

function linesOf(page: RecordPage): Buffer {
  return Buffer.from(page.records.map((record) => `${record}\n`).join(''), 'utf8');
}

function assertNoBreaks(page: RecordPage, subject: string): void {
  for (const record of page.records) {
    if (record === '' || /[\r\n]/u.test(record))
      throw new Failure('answer-malformed', { subject, detail: 'a record with a line break' });
  }
}
