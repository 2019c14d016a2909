import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { Failure } from '../ports/failure.ts';
import type { Start } from './protocol.ts';

export type StoreLimits = Start['limits'];

const interruptInterval = 20;

/** The DuckDB of one open table: the database `data` holds the table, `v` what is made of it. */
export interface Store {
  connect(): Promise<DuckDBConnection>;
  /** Ends what runs, and refuses what would be asked yet (`cancelled`); settles when nothing runs any more. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Small tables live in memory, packed; a large one in a database file, since moving it in and out of memory costs more
 * than writing it packed once. Both below `folder`, which is the table's own.
 */
export async function createStore(folder: string, large: boolean, limits: StoreLimits): Promise<Store> {
  // Loaded late: the first rows of a file are shown without it.
  const duckdb = await import('@duckdb/node-api');
  await mkdir(folder, { recursive: true });
  const instance = await duckdb.DuckDBInstance.create(large ? path.join(folder, 'data.duckdb') : ':memory:', {
    memory_limit: `${limits.memoryMegabytes}MB`,
    threads: String(limits.threads),
    temp_directory: path.join(folder, 'spill'),
    // The engine reads the files that it is given and reaches for nothing else.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(large ? { storage_compatibility_version: 'latest' } : {}),
  });
  try {
    await prepare(instance, large);
  } catch (thrown) {
    instance.closeSync();
    throw thrown;
  }
  const connections = new Set<DuckDBConnection>();
  const interrupt = () => {
    for (const connection of connections) connection.interrupt();
  };
  async function stop(): Promise<void> {
    for (const connection of connections) stopped.add(connection);
    interrupt();
    // A statement that has not begun when it is interrupted goes on.
    const again = setInterval(interrupt, interruptInterval);
    await Promise.all([...connections].flatMap((connection) => [...(underWay.get(connection) ?? [])]));
    clearInterval(again);
  }
  return {
    stop,
    async connect() {
      const connection = await instance.connect();
      connections.add(connection);
      return connection;
    },
    async close() {
      // A connection may only be closed when nothing runs on it any more.
      await stop();
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
      await rm(folder, { force: true, recursive: true });
    },
  };
}

async function prepare(instance: DuckDBInstance, large: boolean): Promise<void> {
  const connection = await instance.connect();
  if (!large) await connection.run("ATTACH ':memory:' AS data (COMPRESS)");
  await connection.run("ATTACH ':memory:' AS v");
  connection.closeSync();
}

export type Values = Readonly<Record<string, DuckDBValue>>;

/** All rows of an answer; what DuckDB refuses is told in Docket's words. */
export async function query(
  connection: DuckDBConnection,
  sql: string,
  values?: Values,
): Promise<readonly (readonly DuckDBValue[])[]> {
  if (stopped.has(connection)) throw new Failure('cancelled');
  // With values, even none, DuckDB is asked three times: to take the text apart, to prepare it, to run it.
  const asked = connection.runAndReadAll(sql, values === undefined ? undefined : { ...values });
  const settled = asked.then(
    () => undefined,
    () => undefined,
  );
  const others = underWay.get(connection) ?? new Set();
  underWay.set(connection, others.add(settled));
  try {
    const reader = await asked;
    return reader.getRows();
  } catch (thrown) {
    throw asFailure(thrown);
  } finally {
    others.delete(settled);
  }
}

/** The connection on which the least is under way: another's statement would be waited for. */
export function freest(connections: readonly [DuckDBConnection, ...DuckDBConnection[]]): DuckDBConnection {
  const busy = (connection: DuckDBConnection) => underWay.get(connection)?.size ?? 0;
  return connections.reduce((best, one) => (busy(one) < busy(best) ? one : best));
}

/** The connections of tables that are being closed. */
const stopped = new WeakSet<DuckDBConnection>();
/** The statements that run, by connection. */
const underWay = new WeakMap<DuckDBConnection, Set<Promise<void>>>();

export async function run(connection: DuckDBConnection, sql: string, values?: Values): Promise<void> {
  await query(connection, sql, values);
}

/** DuckDB tells its errors by their first words. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const text = thrown instanceof Error ? thrown.message : '';
  if (text.startsWith('INTERRUPT')) return new Failure('cancelled', { cause: thrown });
  if (/No space left|ENOSPC|max_temp_directory_size/i.test(text))
    return new Failure('disk-full', { cause: thrown });
  if (text.startsWith('Out of Memory')) return new Failure('review-memory', { cause: thrown });
  return new Failure('review-unreadable', { cause: thrown });
}

/** A statement that was interrupted, or refused because its table is being closed. */
export const isCancelled = (thrown: unknown): boolean =>
  thrown instanceof Failure && thrown.code === 'cancelled';

export const asNumber = (value: DuckDBValue | undefined): number =>
  typeof value === 'bigint' || typeof value === 'number' ? Number(value) : 0;

export const asText = (value: DuckDBValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
