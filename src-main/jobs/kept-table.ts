import { z } from 'zod';
import {
  type FilesFilter,
  type FilesOutline,
  type FilesQuery,
  filesFilterSchema,
  filesQuerySchema,
  type KeptFile,
  keptFileSchema,
} from '../../src-preload/contract/files.ts';
import { instantSchema, providerIdSchema } from '../../src-preload/contract/ids.ts';
import { type FileView, fileViewSchema } from '../../src-preload/contract/retrievals.ts';
import { runsOf, startOfDay } from './days.ts';
import type { LedgerSession } from './ledger-session.ts';
import { fold } from './migrations.ts';

/**
 * Every file that was collected and not discarded, with what it belongs to. It stays when its export leaves the list:
 * the file still lies on the disk, and a receipt may be about it.
 */
export interface KeptFiles {
  /** In the order of the manifest's parts. */
  of(jobId: string): readonly KeptFile[];
  get(fileId: string): KeptFile | null;
  all(): readonly KeptFile[];
  list(query: FilesQuery): readonly KeptFile[];
  outline(filter: FilesFilter): FilesOutline;
  /** Files of exports that have a receipt from before this instant, and that are not in the bin. */
  committedBefore(at: number): readonly KeptFile[];
  /** Notes that the file was moved to the bin; null: it is back. */
  setBinned(fileId: string, at: number | null): void;
}

const rowSchema = z.object({
  data: z.string(),
  title: z.string(),
  connectionName: z.string(),
  provider: providerIdSchema,
  practice: z.number(),
  collectedAt: instantSchema,
  committedAt: instantSchema.nullable(),
  onList: z.number(),
});
const jobRowSchema = z.object({ data: z.string() });
const jobFactsSchema = z.object({
  title: z.string(),
  connectionName: z.string(),
  provider: providerIdSchema,
  practice: z.boolean(),
});
const briefSchema = z.object({ at: instantSchema, bytes: z.number() });
const connectionSchema = z.object({ provider: providerIdSchema, connectionName: z.string() });
const groupSchema = connectionSchema.extend({ at: instantSchema, files: z.number(), bytes: z.number() });
const sumSchema = z.object({ files: z.number(), bytes: z.number() });

const receiptAt = '(SELECT max(at) FROM receipts WHERE receipts.job_id = k.job_id)';
// An export on the list may have got another name since its files were collected.
const columns = `k.data AS data, coalesce(json_extract(j.data, '$.title'), k.title) AS title,
  coalesce(json_extract(j.data, '$.connectionName'), k.connection_name) AS connectionName, k.provider AS provider,
  k.practice AS practice, k.collected_at AS collectedAt, ${receiptAt} AS committedAt, j.id IS NOT NULL AS onList`;
const from = 'kept_files AS k LEFT JOIN jobs AS j ON j.id = k.job_id';

const byDate = 'k.collected_at DESC, k.job_id, k.position';
const orders = { date: byDate, vendor: `k.provider, k.connection_name, ${byDate}` } as const;
const states = {
  open: `AND k.binned_at IS NULL AND ${receiptAt} IS NULL`,
  committed: `AND k.binned_at IS NULL AND ${receiptAt} IS NOT NULL`,
  'in-bin': 'AND k.binned_at IS NOT NULL',
} as const;

export function createKeptTable(session: LedgerSession, now: () => number) {
  const read = (sql: string, ...values: readonly (string | number | null)[]) =>
    session.all(sql, ...values).flatMap((row) => keptOf(row) ?? []);

  function whereOf(filter: FilesFilter) {
    const {
      search = '',
      provider = null,
      connectionName = null,
      state,
      order,
    } = filesFilterSchema.parse(filter);
    const wanted = fold(search.trim());
    return {
      order,
      where: `(? = '' OR instr(k.search_text, ?) > 0) AND (? IS NULL OR k.provider = ?)
        AND (? IS NULL OR k.connection_name = ?) ${state === undefined ? '' : states[state]}`,
      values: [wanted, wanted, provider, provider, connectionName, connectionName] as const,
    };
  }

  const sumOf = (where: string) =>
    sumSchema.parse(
      session.get(
        `SELECT count(*) AS files, coalesce(sum(k.bytes), 0) AS bytes FROM kept_files AS k WHERE ${where}`,
      ),
    );

  const table: KeptFiles = {
    of: (jobId) => read(`SELECT ${columns} FROM ${from} WHERE k.job_id = ? ORDER BY k.position`, jobId),
    get: (fileId) => read(`SELECT ${columns} FROM ${from} WHERE k.id = ?`, fileId)[0] ?? null,
    all: () => read(`SELECT ${columns} FROM ${from}`),
    list(query) {
      const { offset, limit } = filesQuerySchema.parse(query);
      const { where, values, order } = whereOf(query);
      return read(
        `SELECT ${columns} FROM ${from} WHERE ${where} ORDER BY ${orders[order]} LIMIT ? OFFSET ?`,
        ...values,
        limit,
        offset,
      );
    },
    outline(filter) {
      const { where, values, order } = whereOf(filter);
      const brief = (what: string, rest: string) =>
        session.all(`SELECT ${what} FROM kept_files AS k WHERE ${where} ${rest}`, ...values);
      const groups =
        order === 'date'
          ? byDay(brief('k.collected_at AS at, k.bytes AS bytes', `ORDER BY ${byDate}`))
          : brief(
              'k.provider AS provider, k.connection_name AS connectionName, max(k.collected_at) AS at, count(*) AS files, sum(k.bytes) AS bytes',
              'GROUP BY k.provider, k.connection_name ORDER BY k.provider, k.connection_name',
            ).map((row) => groupSchema.parse(row));
      return {
        groups,
        found: {
          files: groups.reduce((sum, group) => sum + group.files, 0),
          bytes: groups.reduce((sum, group) => sum + group.bytes, 0),
        },
        here: sumOf('k.binned_at IS NULL'),
        committed: sumOf(`k.binned_at IS NULL AND ${receiptAt} IS NOT NULL`),
        binned: sumOf('k.binned_at IS NOT NULL'),
        connections: session
          .all(
            'SELECT DISTINCT provider, connection_name AS connectionName FROM kept_files ORDER BY provider, connection_name',
          )
          .map((row) => connectionSchema.parse(row)),
      };
    },
    committedBefore: (at) =>
      read(
        `SELECT ${columns} FROM ${from} WHERE k.binned_at IS NULL AND ${receiptAt} < ? ORDER BY ${receiptAt}, k.job_id, k.position`,
        at,
      ),
    setBinned: (fileId, at) =>
      session.transaction(() => {
        const change = at === null ? "json_remove(data, '$.binnedAt')" : "json_set(data, '$.binnedAt', ?)";
        const values = at === null ? [fileId] : [at, fileId];
        session.run(`UPDATE files SET data = ${change} WHERE id = ?`, ...values);
        session.run(`UPDATE kept_files SET data = ${change} WHERE id = ?`, ...values);
        session.run('UPDATE kept_files SET binned_at = ? WHERE id = ?', at, fileId);
      }),
  };

  return {
    table,
    /** What an export's files are now; within the transaction that changes them. */
    replace(jobId: string, files: readonly FileView[]): void {
      session.run('DELETE FROM kept_files WHERE job_id = ?', jobId);
      if (files.length === 0) return;
      const row = jobRowSchema.parse(session.get('SELECT data FROM jobs WHERE id = ?', jobId));
      const { title, connectionName, provider, practice } = jobFactsSchema.parse(JSON.parse(row.data));
      for (const [position, file] of files.entries()) {
        session.run(
          `INSERT INTO kept_files (id, job_id, position, title, connection_name, provider, practice, collected_at, bytes, search_text, data)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          file.id,
          jobId,
          position,
          title,
          connectionName,
          provider,
          practice ? 1 : 0,
          now(),
          file.bytes,
          fold([file.name, title, connectionName].join('\n')),
          JSON.stringify(file),
        );
      }
    },
  };
}

function byDay(rows: readonly unknown[]): FilesOutline['groups'] {
  const files = rows.map((row) => briefSchema.parse(row));
  return runsOf(files, ({ at }) => startOfDay(at)).map((run) => ({
    at: run[0].at,
    files: run.length,
    bytes: run.reduce((sum, { bytes }) => sum + bytes, 0),
    provider: null,
    connectionName: null,
  }));
}

function keptOf(row: unknown): KeptFile | null {
  const { data, practice, onList, ...facts } = rowSchema.parse(row);
  const file = fileViewSchema.safeParse(JSON.parse(data));
  if (!file.success) return null;
  return keptFileSchema.parse({ ...file.data, ...facts, practice: practice !== 0, onList: onList !== 0 });
}
