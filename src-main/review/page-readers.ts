import type { DuckDBConnection } from '@duckdb/node-api';
import { freest, query, type Store } from './store.ts';

/** Where rows are read: the view's list (null: the file's order), and the first of them. */
export interface PagePlace {
  readonly list: string | null;
  readonly offset: number;
}

/** What is read ahead so far from the rows asked for now is not wanted any more. */
const far = 2000;
/**
 * A page of a view takes its rows from all over the table. DuckDB looks only into the pieces of the table that hold
 * them, as long as they are no more than this. https://duckdb.org/docs/stable/configuration/overview
 */
const mostRows = 1000;

/** The connections by which pages are read: they don't wait for other work, nor for what is read ahead of the sight. */
export async function createPageReaders(store: Store) {
  async function connect(): Promise<DuckDBConnection> {
    const connection = await store.connect();
    await query(connection, `SET dynamic_or_filter_threshold = ${mostRows}`);
    return connection;
  }
  const inSight = [await connect(), await connect()] as const;
  const beyond = await connect();
  const underWay = new Set<PagePlace>();

  return {
    inSight,
    /** Rows that somebody looks at: what is being read ahead elsewhere ends, and answers `cancelled`. */
    now<T>(place: PagePlace, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
      const isFar = ({ list, offset }: PagePlace) =>
        list !== place.list || Math.abs(offset - place.offset) > far;
      if ([...underWay].some(isFar)) beyond.interrupt();
      return work(freest(inSight));
    },
    /** Rows that will be looked at if the person goes on. */
    async ahead<T>(place: PagePlace, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
      underWay.add(place);
      try {
        return await work(beyond);
      } finally {
        underWay.delete(place);
      }
    },
  };
}
export type PageReaders = Awaited<ReturnType<typeof createPageReaders>>;
