import type { DuckDBConnection } from '@duckdb/node-api';

const interval = 200;

/** How far the statement that runs is, from 0 to 1; 0 where DuckDB can't tell. */
export function shareOf({ progress: { percentage } }: DuckDBConnection): number {
  return percentage > 0 ? Math.min(percentage, 100) / 100 : 0;
}

/** DuckDB counts only where it is asked to. Nothing is printed. https://duckdb.org/docs/stable/configuration/overview */
export async function tellsProgress(connection: DuckDBConnection): Promise<void> {
  await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
}

/** Tells, while a statement of this connection runs, how far it is, from 0 to 1. */
export async function followed<T>(
  connection: DuckDBConnection,
  onShare: (share: number) => void,
  statement: () => Promise<T>,
): Promise<T> {
  await tellsProgress(connection);
  const ticking = setInterval(() => {
    const share = shareOf(connection);
    if (share > 0) onShare(share);
  }, interval);
  try {
    return await statement();
  } finally {
    clearInterval(ticking);
  }
}
