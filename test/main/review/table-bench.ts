import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEngine } from '../../../src-main/review/engine.ts';
import type { Source, TableState } from '../../../src-main/review/protocol.ts';
import type { FileKind } from '../../../src-preload/contract/retrievals.ts';
import type { ReviewTask } from '../../../src-preload/contract/review.ts';
import type { Filter, SortKey } from '../../../src-preload/contract/review-view.ts';

/** Where tables are opened in tests: real files, a real engine, in this process. */
export async function createTableBench() {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-review-'));
  const work = path.join(folder, 'work');
  await mkdir(work);
  const news: { readonly state: TableState; readonly task: ReviewTask | null }[] = [];
  const engine = createEngine({
    folder: work,
    limits: { memoryMegabytes: 256, threads: 2 },
    onChange: (_handle, state, task) => news.push({ state, task }),
  });

  async function file(name: string, content: string | Uint8Array): Promise<string> {
    const full = path.join(folder, name);
    await writeFile(full, content);
    return full;
  }

  async function open(
    files: string | readonly string[],
    kind: FileKind = 'csv',
    how: Partial<Omit<Source, 'files' | 'kind'>> & {
      readonly handle?: string;
      readonly progressive?: boolean;
    } = {},
  ): Promise<TableState> {
    const { handle = 'h', progressive = false, ...source } = how;
    return engine.open({
      handle,
      progressive,
      source: {
        files: typeof files === 'string' ? [files] : [...files],
        kind,
        sheet: null,
        dialect: {},
        partColumn: false,
        ...source,
      },
    });
  }

  const openText = async (
    text: string | Uint8Array,
    kind: FileKind = 'csv',
    how: Parameters<typeof open>[2] = {},
  ) => open(await file(`file.${kind}`, text), kind, how);

  const page = (filters: readonly Filter[] = [], sort: readonly SortKey[] = [], columns?: number[]) =>
    engine.rows({
      handle: 'h',
      offset: 0,
      limit: 1000,
      view: filters.length + sort.length === 0 ? null : { filters: [...filters], sort: [...sort] },
      ...(columns === undefined ? {} : { columns }),
    });
  const rows = async (...how: Parameters<typeof page>) => (await page(...how)).rows;

  return {
    folder,
    work,
    engine,
    news,
    file,
    open,
    openText,
    page,
    rows,
    async end(): Promise<void> {
      await engine.close({ handle: 'h' });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type TableBench = Awaited<ReturnType<typeof createTableBench>>;

export const names = (state: TableState) => state.columns.map(({ name }) => name);
export const types = (state: TableState) =>
  Object.fromEntries(state.columns.map(({ name, type }) => [name, type]));
