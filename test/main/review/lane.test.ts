import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLane, type Follower, stepping } from '../../../src-main/review/lane.ts';

/** Far more than any computer does in the time of a test: it ends by DuckDB's interrupt or not at all. */
const endless = 'SELECT sum(sin(i)) FROM range(1000000000000) AS t(i)';

let instance: DuckDBInstance;
let connections: DuckDBConnection[];
beforeEach(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connections = [];
});
afterEach(() => {
  for (const connection of connections) connection.closeSync();
  instance.closeSync();
});

async function connect() {
  const connection = await instance.connect();
  connections.push(connection);
  return connection;
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (thrown: { code: string }) => thrown.code,
  );

/** Settles when the statement has begun: DuckDB tells how far it is. */
const underWay = () => expect.poll(() => connections[0]?.progress.percentage ?? -1).toBeGreaterThanOrEqual(0);

test('a newer request interrupts the statement that runs, and is answered', async () => {
  const lane = createLane(connect);
  const older = code(lane.work(({ ask }) => ask(endless)));
  await underWay();
  const newer = lane.work(async ({ ask }) => Number((await ask('SELECT 42'))[0]?.[0]));
  expect(await older).toBe('cancelled');
  expect(await newer).toBe(42);
  expect(connections).toHaveLength(1);
});

test('what is cancelled by hand ends, and the lane works on', async () => {
  const lane = createLane(connect);
  const stopped = code(lane.work(({ ask }) => ask(endless)));
  await underWay();
  lane.cancel();
  expect(await stopped).toBe('cancelled');
  expect(await code(lane.work(({ ask }) => ask('SELECT 1')))).toBe('done');
});

test('of many requests at once only the newest asks anything', async () => {
  const lane = createLane(connect);
  const asked: number[] = [];
  const all = [1, 2, 3, 4].map((n) =>
    code(
      lane.work(async ({ ask }) => {
        asked.push(n);
        await ask(n === 4 ? 'SELECT 1' : endless);
      }),
    ),
  );
  expect(await Promise.all(all)).toEqual(['cancelled', 'cancelled', 'cancelled', 'done']);
  expect(asked).toEqual([4]);
});

test('work that waits for something else than DuckDB is cancelled when it asks again', async () => {
  const lane = createLane(connect);
  let go = () => {};
  const waits = new Promise<void>((resolve) => {
    go = resolve;
  });
  const older = code(
    lane.work(async ({ ask }) => {
      await waits;
      await ask(endless);
    }),
  );
  const newer = code(lane.work(({ ask }) => ask('SELECT 1')));
  go();
  expect([await older, await newer]).toEqual(['cancelled', 'done']);
});

function followed(statements = 1) {
  const told: (number | null)[] = [];
  const follower: Follower = { statements, tell: (share) => told.push(share) };
  return { told, follower };
}

test('long work tells how far it is, and at last that it has ended; also when it is cancelled', async () => {
  const lane = createLane(connect);
  const { told, follower } = followed();
  const work = code(lane.work(({ ask }) => ask(endless), follower));
  await expect.poll(() => told.length).toBeGreaterThan(1);
  lane.cancel();
  expect(await work).toBe('cancelled');
  expect(told.at(-1)).toBeNull();
  const shares = told.filter((share) => share !== null);
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test('short work tells nothing', async () => {
  const lane = createLane(connect);
  const { told, follower } = followed();
  await lane.work(({ ask }) => ask('SELECT 1'), follower);
  expect(told).toEqual([]);
});

test('statements that are done count, and never more than all of them', async () => {
  const lane = createLane(connect);
  const { told, follower } = followed(4);
  const work = code(
    lane.work(async ({ ask }) => {
      await ask('SELECT 1');
      await ask('SELECT 2');
      await ask(endless);
    }, follower),
  );
  await expect.poll(() => told.length).toBeGreaterThan(0);
  lane.cancel();
  await work;
  expect(told[0]).toBeGreaterThanOrEqual(0.5);
  expect(told[0]).toBeLessThanOrEqual(0.75);
  const shares: number[] = [];
  await lane.work(async (asking) => {
    const { ask } = stepping(asking, 2, (share) => shares.push(share));
    for (const n of [1, 2, 3]) await ask(`SELECT ${n}`);
  });
  expect(shares).toEqual([0.5, 1, 1]);
});
