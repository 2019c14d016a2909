import { z } from 'zod';
import {
  type HistoryEntry,
  type HistoryFacets,
  type HistoryFilter,
  type HistoryOutline,
  historyEntrySchema,
  historyFilterSchema,
  historyQuerySchema,
} from '../../src-preload/contract/history.ts';
import { instantSchema, providerIdSchema } from '../../src-preload/contract/ids.ts';
import { runsOf, startOfDay } from './days.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerSession } from './ledger-session.ts';
import { fold } from './migrations.ts';

/** The history with the questions that its own screen asks. */
export type HistoryTable = Ledger['history'] & {
  outline(filter: HistoryFilter): HistoryOutline;
  facets(): HistoryFacets;
};

const countRowSchema = z.object({ total: z.number().int() });
const rowSchema = historyEntrySchema.extend({ practice: z.number().transform((flag) => flag !== 0) });
const atRowSchema = z.object({ at: instantSchema });
const personRowSchema = z.object({ by: z.string() });
const connectionRowSchema = z.object({ provider: providerIdSchema, connectionName: z.string() });

const columns =
  'id, at, by, kind, job_id AS jobId, title, connection_name AS connectionName, provider, practice, rows, files, bytes, fingerprint, note';

type Value = string | number | null;

/** The conditions of a filter; only those that are given, so that an index can serve them. */
function whereOf(filter: HistoryFilter): { readonly where: string; readonly values: readonly Value[] } {
  const {
    search = '',
    jobId,
    from,
    to,
    provider,
    connectionName,
    kinds,
    by,
  } = historyFilterSchema.parse(filter);
  const wanted = fold(search.trim());
  const conditions: readonly (readonly [string, ...Value[]] | null)[] = [
    // `instr` and not LIKE: a search for "100%" means what it says.
    wanted === '' ? null : ['instr(search_text, ?) > 0', wanted],
    jobId === undefined ? null : ['job_id = ?', jobId],
    from === undefined ? null : ['at >= ?', from],
    to === undefined ? null : ['at < ?', to],
    provider === undefined ? null : ['provider = ?', provider],
    connectionName === undefined ? null : ['connection_name = ?', connectionName],
    by === undefined ? null : ['by = ?', by],
    kinds === undefined || kinds.length === 0
      ? null
      : [`kind IN (${kinds.map(() => '?').join(', ')})`, ...kinds],
  ];
  const given = conditions.filter((condition) => condition !== null);
  return {
    where: given.length === 0 ? 'true' : given.map(([sql]) => sql).join(' AND '),
    values: given.flatMap(([, ...values]) => values),
  };
}

/** Everything that happened, newest first; only ever appended to. */
export function createHistoryTable(session: LedgerSession): HistoryTable {
  return {
    append(entry) {
      session.run(
        `INSERT INTO history (at, by, kind, job_id, title, connection_name, provider, practice, rows, files, bytes, fingerprint, note, search_text)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        entry.at,
        entry.by,
        entry.kind,
        entry.jobId,
        entry.title,
        entry.connectionName,
        entry.provider,
        entry.practice ? 1 : 0,
        entry.rows,
        entry.files,
        entry.bytes,
        entry.fingerprint,
        entry.note,
        fold(
          [entry.title, entry.connectionName, entry.note ?? '', entry.by, entry.fingerprint ?? ''].join('\n'),
        ),
      );
    },
    list(query) {
      const { before = null, offset, limit } = historyQuerySchema.parse(query);
      const { where, values } = whereOf(query);
      const count = countRowSchema.parse(
        session.get(`SELECT count(*) AS total FROM history WHERE ${where}`, ...values),
      );
      const rows = session.all(
        `SELECT ${columns} FROM history WHERE ${where} AND (? IS NULL OR id < ?) ORDER BY id DESC LIMIT ? OFFSET ?`,
        ...values,
        before,
        before,
        limit,
        offset,
      );
      const entries = rows.flatMap((row): readonly HistoryEntry[] => {
        const parsed = rowSchema.safeParse(row);
        return parsed.success ? [parsed.data] : [];
      });
      return { entries, total: count.total };
    },
    outline(filter) {
      const { where, values } = whereOf(filter);
      const times = session
        .all(`SELECT at FROM history WHERE ${where} ORDER BY id DESC`, ...values)
        .map((row) => atRowSchema.parse(row).at);
      return {
        total: times.length,
        days: runsOf(times, startOfDay).map((run) => ({ at: run[0], count: run.length })),
      };
    },
    facets() {
      return {
        people: session
          .all('SELECT DISTINCT by FROM history ORDER BY by COLLATE NOCASE')
          .map((row) => personRowSchema.parse(row).by),
        connections: session
          .all(
            'SELECT DISTINCT provider, connection_name AS connectionName FROM history WHERE provider IS NOT NULL ORDER BY provider, connection_name COLLATE NOCASE',
          )
          .flatMap((row) => {
            const parsed = connectionRowSchema.safeParse(row);
            return parsed.success ? [parsed.data] : [];
          }),
      };
    },
  };
}
