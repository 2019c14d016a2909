import { z } from 'zod';
import {
  type HistoryEntry,
  historyEntrySchema,
  historyQuerySchema,
} from '../../src-preload/contract/history.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerSession } from './ledger-session.ts';
import { fold } from './migrations.ts';

const countRowSchema = z.object({ total: z.number().int() });
const rowSchema = historyEntrySchema.extend({ practice: z.number().transform((flag) => flag !== 0) });

const columns =
  'id, at, by, kind, job_id AS jobId, title, connection_name AS connectionName, provider, practice, rows, files, bytes, fingerprint, note';

/** Everything that happened, newest first; only ever appended to. */
export function createHistoryTable(session: LedgerSession): Ledger['history'] {
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
        fold([entry.title, entry.connectionName, entry.note ?? '', entry.by].join('\n')),
      );
    },
    list(query) {
      const { search = '', jobId = null, before = null, limit } = historyQuerySchema.parse(query);
      const wanted = fold(search.trim());
      // `instr` and not LIKE: a search for "100%" means what it says.
      const where = "(? = '' OR instr(search_text, ?) > 0) AND (? IS NULL OR job_id = ?)";
      const count = countRowSchema.parse(
        session.get(`SELECT count(*) AS total FROM history WHERE ${where}`, wanted, wanted, jobId, jobId),
      );
      const rows = session.all(
        `SELECT ${columns} FROM history WHERE ${where} AND (? IS NULL OR id < ?) ORDER BY id DESC LIMIT ?`,
        wanted,
        wanted,
        jobId,
        jobId,
        before,
        before,
        limit,
      );
      const entries = rows.flatMap((row): readonly HistoryEntry[] => {
        const parsed = rowSchema.safeParse(row);
        return parsed.success ? [parsed.data] : [];
      });
      return { entries, total: count.total };
    },
  };
}
