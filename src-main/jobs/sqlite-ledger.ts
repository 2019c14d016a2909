import { z } from 'zod';
import { commitAttemptSchema, receiptSchema } from '../../src-preload/contract/commits.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import { fileViewSchema } from '../../src-preload/contract/retrievals.ts';
import type { Clock } from '../ports/clock.ts';
import { createHistoryTable, type HistoryTable } from './history-table.ts';
import { type Job, jobSchema } from './job.ts';
import { createKeptTable, type KeptFiles } from './kept-table.ts';
import type { ForgottenExports, Ledger, LedgerPart } from './ledger.ts';
import { openLedgerFile } from './ledger-file.ts';
import { createLedgerSession, type LedgerSession } from './ledger-session.ts';

/** The ledger with what only the jobs room needs of it. */
export type SqliteLedger = Ledger &
  Required<Pick<Ledger, 'afterTransaction'>> & {
    readonly forgotten: ForgottenExports;
    readonly history: HistoryTable;
    readonly kept: KeptFiles;
  };

const dataRowSchema = z.object({ id: z.string(), data: z.string() });
const attemptRowSchema = z.object({ jobId: z.string(), data: z.string() });
const partSchema: z.ZodType<LedgerPart> = z.object({
  jobId: z.string(),
  key: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'partial', 'done']),
  bytes: z.number(),
  rows: z.number().nullable(),
  total: z.number().nullable(),
  validator: z.string().nullable(),
  sha256: z.string().nullable(),
  nextOffset: z.number().nullable(),
  totalResults: z.number().nullable(),
  identity: z.string().exactOptional(),
  headerSha256: z.string().exactOptional(),
});

/**
 * Opens `ledger.sqlite`. Notices tell what the person must know: 'ledger-damaged' (a new one was begun; subject: the file
 * that was set aside), 'ledger-rows-unreadable' (subject: titles of rows that are kept but can't be shown, or the file
 * that the lost last changes were set aside in).
 * Throws `Failure`: see openLedgerFile.
 */
export function openLedger(options: {
  readonly file: string;
  readonly clock: Clock;
  readonly user?: string;
}): {
  readonly ledger: SqliteLedger;
  readonly notices: readonly DocketError[];
} {
  const { file, clock, user = '' } = options;
  const opened = openLedgerFile(file, clock.now());
  const session = createLedgerSession(opened.db);
  const history = createHistoryTable(session);
  const notices: DocketError[] = [];
  if (opened.setAside !== null) notices.push(noticeOf(opened.setAside, opened.replaced));
  if (opened.replaced) {
    history.append({
      at: clock.now(),
      by: user,
      kind: 'ledger-replaced',
      jobId: null,
      title: '',
      connectionName: '',
      provider: null,
      practice: false,
      rows: null,
      files: null,
      bytes: null,
      fingerprint: null,
      note: opened.setAside,
    });
  }
  const first = readJobs(session);
  if (first.unreadable.length > 0) {
    notices.push({
      code: 'ledger-rows-unreadable',
      subject: first.unreadable.slice(0, 5).join(', ').slice(0, 500),
      detail: `${first.unreadable.length}`,
    });
  }
  return { ledger: createLedger(session, history, first.jobs, clock), notices };
}

/** Only a ledger that was replaced begins anew; a lost log costs the last changes, and the rest is there. */
function noticeOf(setAside: string, replaced: boolean): DocketError {
  return replaced
    ? { code: 'ledger-damaged', subject: setAside }
    : { code: 'ledger-rows-unreadable', subject: setAside, detail: 'write-ahead log' };
}

function createLedger(
  session: LedgerSession,
  history: HistoryTable,
  first: readonly Job[],
  clock: Clock,
): SqliteLedger {
  const kept = createKeptTable(session, () => clock.now());
  // What opening has read already serves the first call, so that 10,000 rows are parsed once at start.
  let fresh: readonly Job[] | null = first;
  return {
    jobs: {
      all() {
        const jobs = fresh ?? readJobs(session).jobs;
        fresh = null;
        return jobs;
      },
      get(id) {
        const row = session.get('SELECT id, data FROM jobs WHERE id = ?', id);
        return row === null ? null : parseData(jobSchema, row);
      },
      put(job) {
        fresh = null;
        session.run(
          'INSERT INTO jobs (id, data) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET data = excluded.data',
          job.id,
          JSON.stringify(job),
        );
      },
      remove(id) {
        fresh = null;
        session.run('DELETE FROM jobs WHERE id = ?', id);
      },
    },
    parts: {
      of: (jobId) =>
        parseAll(
          partSchema,
          session.all('SELECT key AS id, data FROM parts WHERE job_id = ? ORDER BY rowid', jobId),
        ),
      put: (part) =>
        session.run(
          'INSERT INTO parts (job_id, key, data) VALUES (?, ?, ?) ON CONFLICT (job_id, key) DO UPDATE SET data = excluded.data',
          part.jobId,
          part.key,
          JSON.stringify(part),
        ),
      clear: (jobId) => session.run('DELETE FROM parts WHERE job_id = ?', jobId),
    },
    files: {
      of: (jobId) =>
        parseAll(
          fileViewSchema,
          session.all('SELECT id, data FROM files WHERE job_id = ? ORDER BY position', jobId),
        ),
      get(fileId) {
        const row = session.get('SELECT id, data FROM files WHERE id = ?', fileId);
        return row === null ? null : parseData(fileViewSchema, row);
      },
      replace: (jobId, files) =>
        session.transaction(() => {
          session.run('DELETE FROM files WHERE job_id = ?', jobId);
          for (const [position, view] of files.entries()) {
            session.run(
              'INSERT INTO files (id, job_id, position, data) VALUES (?, ?, ?, ?)',
              view.id,
              jobId,
              position,
              JSON.stringify(view),
            );
          }
          kept.replace(jobId, files);
        }),
    },
    kept: kept.table,
    commits: {
      begin: (jobId, attempt) =>
        session.run(
          'INSERT INTO attempts (id, job_id, started_at, data) VALUES (?, ?, ?, ?)',
          attempt.id,
          jobId,
          attempt.startedAt,
          JSON.stringify(attempt),
        ),
      finish: (attemptId, outcome) =>
        session.transaction(() => {
          session.run(
            'UPDATE attempts SET outcome = ?, detail = ? WHERE id = ?',
            outcome.kind,
            outcome.kind === 'refused' ? outcome.detail : null,
            attemptId,
          );
          if (outcome.kind !== 'committed') return;
          const { receipt } = outcome;
          session.run(
            'INSERT INTO receipts (id, job_id, at, data) VALUES (?, ?, ?, ?)',
            receipt.id,
            receipt.jobId,
            receipt.at,
            JSON.stringify(receipt),
          );
        }),
      unsettled: () =>
        session
          .all(
            "SELECT job_id AS jobId, data FROM attempts WHERE outcome IS NULL OR outcome = 'unknown' ORDER BY started_at, rowid",
          )
          .flatMap((row) => {
            const { jobId, data } = attemptRowSchema.parse(row);
            const attempt = parseText(commitAttemptSchema, data);
            return attempt === null ? [] : [{ jobId, attempt }];
          }),
      receipt(jobId) {
        const row = session.get(
          'SELECT id, data FROM receipts WHERE job_id = ? ORDER BY at DESC, rowid DESC LIMIT 1',
          jobId,
        );
        return row === null ? null : parseData(receiptSchema, row);
      },
    },
    forgotten: {
      has: (connectionId, reference) =>
        session.get(
          'SELECT 1 AS found FROM forgotten WHERE connection_id = ? AND reference = ?',
          connectionId,
          reference,
        ) !== null,
      add: (connectionId, reference) =>
        session.run(
          'INSERT OR IGNORE INTO forgotten (connection_id, reference) VALUES (?, ?)',
          connectionId,
          reference,
        ),
      remove: (connectionId, reference) =>
        session.run(
          'DELETE FROM forgotten WHERE connection_id = ? AND reference = ?',
          connectionId,
          reference,
        ),
    },
    history,
    transaction: session.transaction,
    afterTransaction: session.afterTransaction,
    close: session.close,
  };
}

function readJobs(session: LedgerSession): {
  readonly jobs: readonly Job[];
  readonly unreadable: readonly string[];
} {
  const jobs: Job[] = [];
  const unreadable: string[] = [];
  for (const row of session.all('SELECT id, data FROM jobs ORDER BY rowid')) {
    const job = parseData(jobSchema, row);
    if (job === null) unreadable.push(titleIn(row) ?? dataRowSchema.parse(row).id);
    else jobs.push(job);
  }
  return { jobs, unreadable };
}

function titleIn(row: unknown): string | null {
  return parseData(z.object({ title: z.string().min(1) }), row)?.title ?? null;
}

/** Null for text that is not what it should be: the row stays in the ledger, its neighbours are read. */
function parseText<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The column is TEXT in a STRICT table: checking that by a schema too would cost as much as all the rest of a row. */
function parseData<T>(schema: z.ZodType<T>, row: unknown): T | null {
  const data = typeof row === 'object' && row !== null && 'data' in row ? row.data : null;
  return typeof data === 'string' ? parseText(schema, data) : null;
}

function parseAll<T>(schema: z.ZodType<T>, rows: readonly unknown[]): readonly T[] {
  return rows.flatMap((row) => parseData(schema, row) ?? []);
}
