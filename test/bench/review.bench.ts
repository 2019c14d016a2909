import { mkdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Filter, SortKey } from '../../src-preload/contract/review-view.ts';
import { type Bench, median, megabytes, milliseconds, type Row, times } from './bench.ts';
import { type RunningEngine, startEngine } from './review-engine.ts';
import { tableColumns, writeReviewTable } from './review-tables.ts';

const rounds = 3;
/** Of what is over in a tenth of a second, and wavers with the machine. */
const manyTurns = 9;
const frame = 16;
const atMost = 1.3;
const page = 200;
const limits = { memoryMegabytes: 400, threads: availableParallelism() };
const cells = Array.from({ length: tableColumns }, (_, index) => `c${index}`);
const price = 4;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function row(what: string, docket: number, reference: number, ratio = (docket - frame) / reference): Row {
  const limit = { text: `${atMost} × + ${frame} ms`, kept: ratio <= atMost };
  return {
    what,
    docket: milliseconds(docket),
    reference: milliseconds(reference),
    ratio: times(docket / reference),
    limit,
  };
}

const absolute = (what: string, ms: number, most: number): Row => ({
  what,
  docket: milliseconds(ms),
  reference: '',
  ratio: '',
  limit: { text: `${most} ms`, kept: ms <= most },
});

const source = (file: string) => ({
  files: [file],
  kind: file.endsWith('.gz') ? ('csv.gz' as const) : ('csv' as const),
  sheet: null,
  dialect: {},
  partColumn: false,
});

/**
 * DuckDB as one would use it by hand, within the same limits: the file into a table of text, so that `1.10` and leading
 * zeros stay.
 */
async function alone(file: string): Promise<{ readonly connection: DuckDBConnection; readonly ms: number }> {
  const started = performance.now();
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${limits.memoryMegabytes}MB`,
    threads: String(limits.threads),
  });
  const connection = await instance.connect();
  const names = cells.map((cell) => `'${cell}'`).join(', ');
  await connection.run(
    `CREATE TABLE t AS SELECT * FROM read_csv($file, all_varchar=true, header=true, names=[${names}])`,
    { file },
  );
  return { connection, ms: performance.now() - started };
}

/** The same question to DuckDB: a list of the rows, its length, the first page of it. */
async function listAlone(connection: DuckDBConnection, where: string, order: string): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE w AS SELECT rowid AS r FROM t WHERE ${where} ${order}`);
  await connection.runAndReadAll('SELECT count(*) FROM w');
  await connection.runAndReadAll(
    `SELECT t.* FROM w JOIN t ON t.rowid = w.r WHERE w.rowid < ${page} ORDER BY w.rowid`,
  );
}

async function listInEngine(
  engine: RunningEngine,
  filters: readonly Filter[],
  sort: readonly SortKey[],
): Promise<void> {
  const view = { filters, sort };
  await engine.ask('view', { handle: 'm1', view });
  await engine.ask('rows', { handle: 'm1', view, offset: 0, limit: page });
}

/**
 * Both sides in turns, each with other words every time: no answer is known already. The ratio is the median of those
 * of the turns, so that what the machine does beside is on both sides of it.
 */
async function inTurns(
  docket: (round: number) => Promise<unknown>,
  reference: (round: number) => Promise<unknown>,
  turns = rounds,
) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < turns; round += 1) {
    theirs.push(await timed(() => reference(round)));
    ours.push(await timed(() => docket(round)));
  }
  const ratios = ours.map((ms, turn) => (ms - frame) / (theirs[turn] ?? ms));
  return [median(ours), median(theirs), median(ratios)] as const;
}

/** Medians: a process of its own each time; then one process for each, which has opened a table before. */
async function firstRows(
  folder: string,
  files: readonly string[],
): Promise<readonly { readonly cold: number; readonly warm: number }[]> {
  const times = files.map(() => ({ cold: [] as number[], warm: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, file] of files.entries()) {
      const engine = startEngine(folder, limits);
      const open = async (handle: string) => {
        await engine.ask('open', { handle, source: source(file), progressive: true });
        await engine.ask('rows', { handle, view: null, offset: 0, limit: page });
      };
      try {
        times[at]?.cold.push(await timed(() => open('a')));
        await engine.ask('close', { handle: 'a' });
        times[at]?.warm.push(await timed(() => open('b')));
      } finally {
        engine.stop();
      }
    }
  }
  return times.map(({ cold, warm }) => ({ cold: median(cold), warm: median(warm) }));
}

async function million(folder: string, file: string): Promise<readonly Row[]> {
  const engine = startEngine(folder, limits);
  await engine.ask('warm', {});
  const rows: Row[] = [];
  const loads: number[] = [];
  const aloneLoads: number[] = [];
  let table: DuckDBConnection | null = null;
  for (let round = 0; round < rounds; round += 1) {
    table?.closeSync();
    const by = await alone(file);
    aloneLoads.push(by.ms);
    table = by.connection;
    if (round > 0) await engine.ask('close', { handle: 'm1' });
    loads.push(
      await timed(async () => {
        await engine.ask('open', { handle: 'm1', source: source(file), progressive: false });
        await engine.typed('m1');
      }),
    );
  }
  if (table === null) throw new Error('nothing was loaded');
  const duck = table;
  rows.push(row('1 M × 12 csv.gz: loaded and sortable', median(loads), median(aloneLoads)));

  const columns = [4, 5, 3];
  const atOnce = await inTurns(
    () => listInEngine(engine, [], [{ column: 9, direction: 'up' }]),
    () => listAlone(duck, 'true', 'ORDER BY c9 NULLS LAST, rowid'),
    1,
  );
  rows.push({ ...row('the same: sort, the moment it is read', ...atOnce), limit: null });
  // Then it packs and indexes its rows, once; a person who has looked at them finds that done.
  await engine.idle();
  const sorted = await inTurns(
    (round) => listInEngine(engine, [], [{ column: columns[round] ?? price, direction: 'up' }]),
    (round) => {
      const column = columns[round] ?? price;
      const cast = column === 3 ? 'TIMESTAMP' : 'DOUBLE';
      return listAlone(duck, 'true', `ORDER BY TRY_CAST(c${column} AS ${cast}) NULLS LAST, rowid`);
    },
  );
  rows.push(row('the same: sort', ...sorted));
  const filtered = await inTurns(
    (round) =>
      listInEngine(
        engine,
        [
          { kind: 'text', column: 7, how: 'contains', text: `USER${round}1` },
          { kind: 'number', column: price, least: 10, greatest: 60 },
        ],
        [],
      ),
    (round) =>
      listAlone(
        duck,
        `contains(lower(c7), 'user${round}1') AND TRY_CAST(c${price} AS DOUBLE) BETWEEN 10 AND 60`,
        '',
      ),
    manyTurns,
  );
  rows.push(row('the same: filter', ...filtered));
  const found = await inTurns(
    (round) => engine.ask('find', { handle: 'm1', view: null, text: `person 4${round}` }),
    (round) =>
      duck.runAndReadAll(
        `SELECT count(*) FROM t WHERE ${cells.map((cell) => `contains(lower(${cell}), 'person 4${round}')`).join(' OR ')}`,
      ),
  );
  rows.push(row('the same: search all columns', ...found));
  const profiled = await inTurns(
    () => engine.ask('profile', { handle: 'm1', view: null, column: price }),
    () => profileAlone(duck),
  );
  rows.push(row('the same: profile of a column', ...profiled));
  duck.closeSync();
  engine.stop();
  return rows;
}

async function profileAlone(duck: DuckDBConnection): Promise<void> {
  const value = `TRY_CAST(c${price} AS DOUBLE)`;
  const reader = await duck.runAndReadAll(
    `SELECT count(*), count(*) FILTER (WHERE coalesce(trim(c${price}), '') = ''), count(DISTINCT c${price}),
     avg(${value}), min(${value}), max(${value}), arg_min(c${price}, ${value}), arg_max(c${price}, ${value}) FROM t`,
  );
  const [least, greatest] = (reader.getRows()[0] ?? []).slice(4, 6).map(Number);
  const width = ((greatest ?? 1) - (least ?? 0)) / 24;
  await duck.runAndReadAll(
    `SELECT least(floor((${value} - ${least}) / ${width}), 23), count(*) FROM t GROUP BY 1`,
  );
}

async function tenMillion(folder: string, file: string): Promise<readonly Row[]> {
  const engine = startEngine(folder, limits);
  const handle = 'm1';
  await engine.ask('open', { handle, source: source(file), progressive: false });
  await engine.typed(handle);
  const total = 10_000_000;
  const places = [0.37, 0.9, 0.05, 0.61, 0.999].map((share) => Math.floor(total * share));
  const jump = (view: { filters: Filter[]; sort: SortKey[] } | null) => async () => {
    const all: number[] = [];
    for (const offset of places)
      all.push(await timed(() => engine.ask('rows', { handle, view, offset, limit: 100 })));
    return Math.max(...all);
  };
  // The rows are indexed behind the table that can be used already; a person who has looked at it finds that done.
  await engine.idle();
  const plain = await jump(null)();
  const view = { filters: [], sort: [{ column: price, direction: 'up' as const }] };
  const sorting = await timed(() => engine.ask('view', { handle, view }));
  const sorted = await jump(view)();
  const memory = engine.memory();
  engine.stop();
  return [
    absolute('10 M rows: jump anywhere, the slowest of five', plain, 100),
    absolute('10 M rows sorted: likewise', sorted, 100),
    { what: '10 M rows: sort', docket: milliseconds(sorting), reference: '', ratio: '', limit: null },
    {
      what: '10 M rows: memory of the review process',
      docket: megabytes(memory),
      reference: megabytes(statSync(file).size),
      ratio: times(memory / statSync(file).size),
      limit: { text: '700 MB', kept: memory <= 700 * 1024 ** 2 },
    },
  ];
}

async function within(lab: { readonly folder: string }, work: (folder: string) => Promise<readonly Row[]>) {
  const own = path.join(lab.folder, 'review-bench');
  mkdirSync(own, { recursive: true });
  try {
    return await work(own);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** The review engine beside DuckDB alone, on the same file, in the same run. */
export const reviewEngine: Bench = {
  name: 'review-engine',
  run: (lab) =>
    within(lab, async (own) => {
      const small = path.join(own, 'k1.csv.gz');
      const large = path.join(own, 'm1.csv.gz');
      await writeReviewTable(small, 1000);
      await writeReviewTable(large, 1_000_000);
      const [ofSmall, ofLarge] = await firstRows(own, [small, large]);
      if (ofSmall === undefined || ofLarge === undefined) throw new Error('nothing was measured');
      return [
        absolute(
          `${megabytes(statSync(large).size)} csv.gz: first rows, process started anew`,
          ofLarge.cold,
          300,
        ),
        {
          what: 'the same, process warm, against 1,000 rows',
          docket: milliseconds(ofLarge.warm),
          reference: milliseconds(ofSmall.warm),
          ratio: times(ofLarge.warm / ofSmall.warm),
          // The window's own row has no frame to spare; here both are over before one has passed.
          limit: { text: `2 × + ${frame} ms`, kept: ofLarge.warm <= ofSmall.warm * 2 + frame },
        },
        ...(await million(own, large)),
      ];
    }),
};

/** Ten million rows, 1.1 GB: jumps and memory. */
export const reviewLarge: Bench = {
  name: 'review-large',
  run: (lab) =>
    within(lab, async (own) => {
      const huge = path.join(own, 'm10.csv');
      await writeReviewTable(huge, 10_000_000);
      return tenMillion(own, huge);
    }),
};
