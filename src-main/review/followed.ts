import type { DuckDBConnection } from '@duckdb/node-api';

const interval = 200;

/** Tells, while a statement of this connection runs, how far it is, from 0 to 1. Nothing is printed. */
export async function followed<T>(
  connection: DuckDBConnection,
  onShare: (share: number) => void,
  statement: () => Promise<T>,
): Promise<T> {
  await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
  const ticking = setInterval(() => {
    const { percentage } = connection.progress;
    if (percentage > 0) onShare(Math.min(percentage, 100) / 100);
  }, interval);
  try {
    return await statement();
  } finally {
    clearInterval(ticking);
  }
}
