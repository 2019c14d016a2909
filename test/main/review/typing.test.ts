import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginTyping } from '../../../src-main/review/typing.ts';

const count = 1000;
const names = Array.from({ length: count }, (_, index) => `column ${index}`);
let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeEach(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
  await connection.run("ATTACH ':memory:' AS data");
  const cells = names.map((_, at) => `${at % 2 === 0 ? "'a word'" : "'2026-10-02'"} AS c${at}`);
  await connection.run(`CREATE TABLE data.t AS SELECT ${cells.join(', ')} FROM range(3)`);
});
afterEach(() => {
  connection.closeSync();
  instance.closeSync();
});

function begin(signal = new AbortController().signal) {
  const order: number[] = [];
  const types: string[] = [];
  const typing = beginTyping(
    connection,
    { names, nested: new Set([7]), rows: 3 },
    signal,
    (column, { type }) => {
      order.push(column);
      types[column] = type;
    },
  );
  return { typing, order, types };
}

test('a column that somebody waits for is judged before the others', async () => {
  const { typing, order, types } = begin();
  await typing.of([901, 900]);
  expect([types[900], types[901]]).toEqual(['text', 'date']);
  expect(order.length).toBeLessThan(count / 2);
  await typing.all;
  expect(new Set(order).size).toBe(count);
  expect(order).toHaveLength(count);
  expect([types[7], types[9], types[998], types[999]]).toEqual(['text', 'date', 'text', 'date']);
});

test('columns that are judged, or that are none of the file, are waited for no longer', async () => {
  const { typing } = begin();
  await typing.all;
  await typing.of([3, count]);
  expect(await typing.complete).toBe(true);
});

test('what is not wanted any more ends early; whoever waits goes on with text', async () => {
  const abort = new AbortController();
  const { typing, order, types } = begin(abort.signal);
  await typing.of([0]);
  abort.abort();
  await typing.of([999]);
  expect(await typing.complete).toBe(false);
  expect(order).toHaveLength(count);
  expect(types[999]).toBe('text');
});
