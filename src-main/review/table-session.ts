import { open as openFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LoadState, ReviewTask } from '../../src-preload/contract/review.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import { type Reading, asText as textReading } from './column-types.ts';
import { isPacked } from './file-bytes.ts';
import { createLane, type Lane } from './lane.ts';
import { loadTable } from './load-table.ts';
import { createBrokenLines, type Loaded } from './loading.ts';
import { createPageReaders, type PageReaders } from './page-readers.ts';
import { type Preview, previewOf } from './preview.ts';
import type { Source, TableState } from './protocol.ts';
import { createQuiet, type Quiet } from './quiet.ts';
import { asNumber, createStore, query, run, type Store, type StoreLimits } from './store.ts';
import type { TableColumns } from './table-columns.ts';
import { createTasks } from './tasks.ts';
import { beginTyping, type Typing } from './typing.ts';
import { createViews, type Views } from './views.ts';

const newsInterval = 200;
/**
 * Reading takes all of the processor, so it waits: `until-asked`, for whoever asks for rows; `until-shown`, for word that
 * they are on the screen. At most so long, ms.
 */
const mostWait = { 'until-asked': 250, 'until-shown': 800 } as const;

/** DuckDB holds 2,048 cells of every column at a time, for each thread. */
const manyColumns = 1000;
const forWide = ({ memoryMegabytes }: StoreLimits): StoreLimits => ({
  memoryMegabytes: Math.max(memoryMegabytes, 1200),
  threads: 1,
});

/** A table that is read to the end. */
export interface ReadyTable {
  readonly store: Store;
  readonly loaded: Loaded;
  readonly rows: number;
  readonly parts: readonly number[];
  /** For pages of rows, which don't wait for work. */
  readonly readers: PageReaders;
  readonly lanes: Readonly<
    Record<'view' | 'find' | 'profile' | 'values' | 'summary' | 'compare' | 'save', Lane>
  >;
  readonly views: Views;
  columns(): TableColumns;
  readonly quiet: Quiet;
  /** How far the columns' types are judged on all rows. */
  readonly typing: Typing;
}

export interface SessionPorts {
  readonly folder: string;
  readonly source: Source;
  readonly limits: StoreLimits;
  /** Whether the first rows are wanted before the others. */
  readonly wait: 'no' | keyof typeof mostWait;
  readonly onChange: (state: TableState, task: ReviewTask | null) => void;
}

/** One open table: its first rows at once, all of it when it is read. */
export async function openSession({ folder, source, limits, wait, onChange }: SessionPorts) {
  const abort = new AbortController();
  const broken = createBrokenLines();
  const sizes = await Promise.all(source.files.map((file) => sizeOf(file)));
  const totalBytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
  const preview: Preview = await previewOf(source, folder);

  let load: LoadState = { kind: 'loading', bytes: 0, totalBytes, rows: null };
  let readings: readonly Reading[] = preview.readings;
  let typesKnown = false;
  let ready: ReadyTable | null = null;
  let lastNews = 0;
  let store: Store | null = null;

  function columnsOf(): TableColumns {
    const names = ready?.loaded.names ?? preview.names;
    const nested = ready?.loaded.nested ?? preview.nested;
    const hasParts = ready?.loaded.hasParts ?? source.files.length > 1;
    return { names, nested, readings, partColumn: source.partColumn && hasParts };
  }

  function state(): TableState {
    const { names, nested, partColumn } = columnsOf();
    const { broken: brokenRows, short, undecodable } = broken.counts();
    const types = names.map((_, index) =>
      nested.has(index) ? 'nested' : (readings[index] ?? textReading).type,
    );
    const cells = names.map((name, index) => {
      const odd = readings[index]?.odd;
      const texts = odd?.texts.map(({ text }) => text) ?? [];
      const base = { index, name, type: types[index] ?? 'text' } as const;
      return odd === undefined ? base : { ...base, odd: { count: odd.count, texts } };
    });
    const part = { index: names.length, name: '', type: 'number', role: 'part' } as const;
    return {
      columns: partColumn ? [...cells, part] : cells,
      totalRows: ready?.rows ?? (load.kind === 'failed' ? 0 : preview.rows.length),
      brokenRows,
      shortRows: short,
      undecodableRows: undecodable,
      sheet: ready?.loaded.sheet ?? preview.workbook?.first.sheet ?? null,
      sheets: [...(ready?.loaded.sheets ?? preview.workbook?.first.sheets ?? [])],
      load,
      typesKnown,
      dialect: preview.csv?.dialect ?? null,
      parts: source.files.map((file, index) => ({
        name: path.basename(file),
        rows: ready?.parts[index] ?? null,
      })),
    };
  }

  function news(now = false): void {
    const at = Date.now();
    if (!now && at - lastNews < newsInterval) return;
    lastNews = at;
    onChange(state(), tasks.first());
  }
  const tasks = createTasks(news);

  async function readAll(): Promise<ReadyTable> {
    if (abort.signal.aborted) throw new Failure('cancelled');
    const large = sizes.reduce((sum, size) => sum + size.unpacked, 0) > limits.memoryMegabytes * 500_000;
    const wide = preview.names.length > manyColumns;
    store = await createStore(path.join(folder, 'table'), large, wide ? forWide(limits) : limits);
    const connection = await store.connect();
    const loaded = await loadTable(
      {
        connection,
        table: 'data.t',
        files: preview.files,
        signal: abort.signal,
        broken,
        progress: (bytes, rows) => {
          load = { kind: 'loading', bytes: Math.round(bytes), totalBytes, rows };
          news();
        },
      },
      preview,
      totalBytes,
    );
    if (abort.signal.aborted) throw new Failure('cancelled');
    const [row] = await query(connection, 'SELECT count(*) FROM data.t');
    const counted = loaded.hasParts
      ? await query(connection, 'SELECT p, count(*) FROM data.t GROUP BY p ORDER BY p')
      : [];
    const rows = asNumber(row?.[0]);
    const parts = loaded.hasParts
      ? source.files.map((_, at) => asNumber(counted.find((part) => asNumber(part[0]) === at + 1)?.[1]))
      : [rows];
    const columns = () => columnsOf();
    const quiet = createQuiet();
    const lane = (from: Store, how?: 'behind') => createLane(() => from.connect(), quiet, how);
    const table = {
      store,
      loaded,
      rows,
      parts,
      readers: await createPageReaders(store),
      lanes: {
        view: lane(store),
        find: lane(store),
        profile: lane(store),
        values: lane(store),
        summary: lane(store, 'behind'),
        compare: lane(store),
        save: lane(store),
      },
      views: createViews(columns, () => rows),
      columns,
      quiet,
    };
    // Until they are judged, what the first rows said holds for the columns that were known then.
    const verdicts = loaded.names.map((_, index) => readings[index] ?? textReading);
    readings = verdicts;
    const { complete, ...typing } = beginTyping(
      connection,
      { ...loaded, rows },
      abort.signal,
      (column, reading) => {
        verdicts[column] = reading;
      },
      quiet,
    );
    const typed = complete.then((known) => {
      if (!known) return;
      typesKnown = true;
      news(true);
    });
    // Packs what is in memory: searching packed columns is several times faster, and they need half the room. Not
    // waited for: it takes as long as a third of the reading. When it can't be done the table is as good as before.
    const packed = typed
      .then(() => quiet.come())
      .then(async () => {
        if (!large && !wide && !abort.signal.aborted) await run(connection, 'CHECKPOINT data');
      });
    packed.catch(() => undefined);
    return { ...table, typing };
  }

  const turn = wait === 'no' || preview.names.length === 0 ? null : createTurn(mostWait[wait]);
  const loading: Promise<ReadyTable> = (turn === null ? readAll() : turn.come.then(readAll)).then(
    (table) => {
      ready = table;
      load = { kind: 'ready' };
      news(true);
      return table;
    },
    async (thrown: unknown) => {
      const error = asDocketError(
        thrown instanceof Failure ? thrown : new Failure('review-unreadable', { cause: thrown }),
      );
      preview.stop();
      load = abort.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', error };
      await store?.close();
      store = null;
      news(true);
      throw thrown instanceof Failure ? thrown : new Failure('review-unreadable', { cause: thrown });
    },
  );
  loading.catch(() => undefined);

  return {
    state,
    tasks,
    preview,
    broken,
    /** Settles when the table is read, or can't be. */
    loading,
    /** The table, if it is read to the end; throws `review-loading` before. */
    ready(): ReadyTable {
      if (ready !== null) return ready;
      if (load.kind === 'failed') throw new Failure(load.error.code, load.error);
      throw new Failure(load.kind === 'cancelled' ? 'cancelled' : 'review-loading');
    },
    isReady: () => ready !== null,
    /** The first rows are on their way: reading may begin. */
    shown: () => turn?.take(),
    cancelLoad(): void {
      if (ready === null) abort.abort();
      turn?.take();
      preview.stop();
    },
    async close(): Promise<void> {
      abort.abort();
      turn?.take();
      preview.stop();
      await loading.catch(() => undefined);
      // The process goes on with other tables: nothing is done any more for this one.
      await store?.stop();
      await ready?.typing.all;
      await store?.close();
    },
  };
}
export type Session = Awaited<ReturnType<typeof openSession>>;

/** Comes when it is taken, a moment later, so that what was said just before gets out; at last by itself. */
function createTurn(most: number) {
  let take = () => {};
  const come = new Promise<void>((resolve) => {
    take = () => setImmediate(resolve);
    setTimeout(resolve, most);
  });
  return { come, take };
}

/** Bytes on disk, and about how many there are unpacked: gzip keeps that, modulo 4 GB, in its last four bytes. */
async function sizeOf(file: string): Promise<{ readonly bytes: number; readonly unpacked: number }> {
  const { size } = await stat(file);
  if (!isPacked(file) || size < 18) return { bytes: size, unpacked: size };
  const handle = await openFile(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, size - 4);
    const said = buffer.readUInt32LE();
    return { bytes: size, unpacked: said > size ? said : size * 6 };
  } finally {
    await handle.close();
  }
}
