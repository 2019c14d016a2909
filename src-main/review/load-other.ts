import { rm, stat } from 'node:fs/promises';
import type { Asking } from './lane.ts';
import { loadTable } from './load-table.ts';
import { createBrokenLines, type TableName } from './loading.ts';
import { type Preview, previewOf } from './preview.ts';
import type { Source } from './protocol.ts';
import { asNumber } from './store.ts';

/** Reads an earlier retrieval beside the open table. */
export async function loadOther(
  { ask, connection, check }: Asking,
  table: Exclude<TableName, 'data.t'>,
  source: Source,
  folder: string,
  onShare: (share: number) => void,
): Promise<{ readonly names: readonly string[]; readonly rows: number }> {
  const sizes = await Promise.all(source.files.map(async (file) => (await stat(file)).size));
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  const abort = new AbortController();
  let preview: Preview | null = null;
  try {
    preview = await previewOf(source, folder);
    const loaded = await loadTable(
      {
        connection,
        table,
        files: preview.files,
        signal: abort.signal,
        broken: createBrokenLines(),
        progress(bytes) {
          // What is no longer wanted must also stop where DuckDB isn't asked.
          try {
            check();
          } catch {
            abort.abort();
          }
          if (totalBytes > 0) onShare(Math.min(bytes / totalBytes, 1));
        },
      },
      preview,
      totalBytes,
    );
    const [row] = await ask(`SELECT count(*) FROM ${table}`);
    return { names: loaded.names, rows: asNumber(row?.[0]) };
  } finally {
    preview?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
