import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filledSql, maybeBlankSql } from '../../../src-main/review/filled-cells.ts';
import { lookThrough } from '../../../src-main/review/gather-facts.ts';
import { createQuiet } from '../../../src-main/review/quiet.ts';
import {
  asNumber,
  createStore,
  isCancelled,
  query,
  run,
  type Store,
} from '../../../src-main/review/store.ts';

let folder: string;
let store: Store;
let connection: DuckDBConnection;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-look-'));
  store = await createStore(path.join(folder, 'table'), false, { memoryMegabytes: 256, threads: 2 });
  connection = await store.connect();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});
const ask = (sql: string) => query(connection, sql);

test('a cell is blank exactly where nothing is left of it when it is trimmed', async () => {
  // Every character of the first two planes at the beginning of a cell, alone and before a letter.
  await run(
    connection,
    `CREATE TABLE data.t AS SELECT unnest(['', NULL, '  ', ' a', '\t', chr(160) || chr(8199), '~', '~a', '!'] ||
     list_transform(list_filter(range(1, 131072), c -> c < 55296 OR c > 57343), c -> chr(c::INTEGER))) AS c0`,
  );
  const trimmed = `coalesce(trim(c0), '') = ''`;
  const [row] = await ask(
    `SELECT count(*) FILTER (WHERE ${trimmed}),
     count(*) FILTER (WHERE (${trimmed}) <> NOT coalesce(${filledSql('c0')}, false)),
     count(*) FILTER (WHERE c0 IS NOT NULL AND ${trimmed} AND NOT ${maybeBlankSql('c0')}) FROM data.t`,
  );
  // Seventeen kinds of space, and the four blank ones that stand before them.
  expect(row?.map(asNumber)).toEqual([21, 0, 0]);
});

/** Cells of every kind: blanks, constants, letters beyond ASCII, cells that differ late. */
async function table(rows: number): Promise<readonly string[]> {
  const cells = [
    'i::VARCHAR',
    `CASE WHEN i % 7 = 0 THEN NULL WHEN i % 7 = 1 THEN '' WHEN i % 7 = 2 THEN '  ' ELSE 'user' || i END`,
    `'NO'`,
    'NULL::VARCHAR',
    `CASE WHEN i % 2 = 0 THEN 'ж' ELSE chr(160) END`,
    `CASE WHEN i = ${rows - 1} THEN 'other' ELSE 'same' END`,
    `CASE WHEN i % 3 = 0 THEN '   ' END`,
    `repeat('x', 300) || CASE WHEN i = 5 THEN 'y' ELSE 'z' END`,
  ];
  await run(
    connection,
    `CREATE TABLE data.t AS SELECT ${cells.map((cell, at) => `${cell} AS c${at}`).join(', ')} FROM range(${rows}) AS r(i)`,
  );
  return cells.map((_, at) => `column ${at}`);
}

/** The same told by one plain statement. */
async function plainly(names: readonly string[], rows: number) {
  const found = [];
  for (const [at, name] of names.entries()) {
    const [row = []] = await ask(
      `SELECT count(*) FILTER (WHERE coalesce(trim(c${at}), '') = ''),
       count(DISTINCT c${at}) FILTER (WHERE trim(c${at}) <> ''), left(min(c${at}) FILTER (WHERE trim(c${at}) <> ''), 200) FROM data.t`,
    );
    const [blank, kinds, first] = [asNumber(row[0]), asNumber(row[1]), row[2] as string | null];
    const alike = kinds < 2;
    found.push({
      name,
      blank,
      isConstant: alike && (blank === 0 || blank === rows),
      constant: alike ? first : null,
    });
  }
  return found;
}

test.each([400, 250_000])('%i rows: blanks and constants are those of one plain statement', async (rows) => {
  const names = await table(rows);
  const found = await lookThrough({ ask }, 'data.t', names, rows);
  expect(found).toEqual(await plainly(names, rows));
  expect(found.map(({ isConstant }) => isConstant)).toEqual([
    false,
    false,
    true,
    true,
    false,
    false,
    true,
    false,
  ]);
});

test('a table with more columns than are asked one by one is told of the same', async () => {
  const names = Array.from({ length: 130 }, (_, at) => `column ${at}`);
  const cells = names.map((_, at) => (at % 3 === 0 ? `'a'` : at % 3 === 1 ? `chr(160)` : 'i::VARCHAR'));
  await run(
    connection,
    `CREATE TABLE data.t AS SELECT ${cells.map((cell, at) => `${cell} AS c${at}`).join(', ')} FROM range(50) AS r(i)`,
  );
  expect(await lookThrough({ ask }, 'data.t', names, 50)).toEqual(await plainly(names, 50));
});

test('looked through between questions, and stopped by them, a table is told of as if nobody had asked', async () => {
  const rows = 250_000;
  const names = await table(rows);
  const quiet = createQuiet();
  const stopped = new Error('stopped');
  let begun = 0;
  let again = 0;
  const gently = (sql: string): Promise<readonly (readonly DuckDBValue[])[]> => {
    let told = false;
    return quiet.gently({
      ask: async () => {
        begun += 1;
        told = false;
        const asked = query(connection, sql);
        // Somebody asks as soon as it has begun, the first dozen times.
        if (begun <= 12) {
          const over = asked.then(
            () => undefined,
            () => undefined,
          );
          void quiet.during(() => over);
        }
        const answer = await asked;
        // One that was too quick to be stopped counts as stopped all the same.
        if (told) throw stopped;
        return answer;
      },
      stop: () => {
        told = true;
        connection.interrupt();
      },
      wasStopped: (thrown) => {
        again += 1;
        return thrown === stopped || isCancelled(thrown);
      },
    });
  };
  const found = await lookThrough({ ask: gently }, 'data.t', names, rows);
  expect(found).toEqual(await plainly(names, rows));
  // But for those that were stopped, everything was asked once.
  expect(again).toBeGreaterThan(0);
  expect(begun - again).toBe(names.length + 2);
}, 60_000);
