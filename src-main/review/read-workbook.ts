import { Worker } from 'node:worker_threads';
import { Failure } from '../ports/failure.ts';
import type { Cells } from './csv-reader.ts';
import { type SheetNews, type SheetTask, sheetNewsSchema } from './workbook-protocol.ts';

type First = Extract<SheetNews, { kind: 'first' }>;

/** A sheet that is being read, on a thread of its own. */
export interface WorkbookReading {
  readonly first: First;
  /** All rows, in pieces; can be asked once. */
  pieces(): AsyncGenerator<{ readonly rows: readonly Cells[]; readonly total: number }>;
  stop(): void;
}

/** Beside this file as source, beside the bundle when built. */
const program = new URL(
  import.meta.url.endsWith('.ts') ? './workbook-thread.ts' : './workbook-thread.cjs',
  import.meta.url,
);

/**
 * Begins to read a sheet; settles with its first rows. What reads sheets is half a megabyte of program, which the review
 * process itself starts sooner without.
 */
export async function readWorkbook(task: SheetTask): Promise<WorkbookReading> {
  const thread = new Worker(program, { workerData: task });
  const said: SheetNews[] = [];
  let wake = () => {};
  const tell = (news: SheetNews) => {
    said.push(news);
    wake();
  };
  const broke = (cause?: unknown) =>
    tell({ kind: 'failed', error: new Failure('review-memory', { cause }).error });
  thread.on('message', (message: unknown) => {
    const parsed = sheetNewsSchema.safeParse(message);
    if (parsed.success) tell(parsed.data);
    else broke(parsed.error);
  });
  // A thread dies of too little memory, and of nothing else that is known.
  thread.on('error', broke);
  thread.on('exit', () => broke());

  async function next(): Promise<SheetNews> {
    while (said.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const news = said.shift();
    if (news === undefined) throw new Failure('unexpected');
    if (news.kind === 'failed') throw new Failure(news.error.code, news.error);
    return news;
  }
  const stop = () => void thread.terminate();

  try {
    const first = await next();
    if (first.kind !== 'first') throw new Failure('unexpected');
    return {
      first,
      async *pieces() {
        for (let news = await next(); news.kind === 'rows'; news = await next()) yield news;
      },
      stop,
    };
  } catch (thrown) {
    stop();
    throw thrown;
  }
}
