import type { Connection } from '../../src-preload/contract/connections.ts';
import { type DocketError, type ErrorCode, networkCodes } from '../../src-preload/contract/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { ExportReport } from '../providers/provider.ts';
import type { Titles } from '../words/titles.ts';
import { readableTitle } from './default-title.ts';
import type { Job } from './job.ts';
import type { JobBook } from './job-book.ts';
import type { ForgottenExports, Ledger } from './ledger.ts';
import { knownJob, newJob } from './new-job.ts';
import { isLive } from './stage.ts';
import { applyCheckError, applyReport, noteOf, type Transition } from './transitions.ts';
import type { ConnectedVendorDesk } from './vendor-desk.ts';

export interface CheckTools {
  readonly book: JobBook;
  readonly ledger: Pick<Ledger, 'transaction'> & { readonly forgotten: ForgottenExports };
  readonly desk: Pick<ConnectedVendorDesk, 'clientFor' | 'traitsOf' | 'referenceOf'>;
  readonly connections: { readonly get: (id: string) => Connection | null };
  readonly clock: Clock;
  readonly ids: () => string;
  /** In the language of the moment. */
  readonly titles: () => Titles;
}

/**
 * What one check found. It is told before anything is written, so that a listener to the book already sees the time of
 * the next check.
 */
export interface CheckFindings {
  /** What the whole connection suffers from; it then stands on all its live jobs. */
  readonly trouble: DocketError | null;
  /** Job by job: its state after the check and its own error. */
  readonly jobs: readonly { readonly job: Job; readonly error: DocketError | null }[];
}

type Answer = ExportReport | DocketError;

/**
 * Asks the vendor about some jobs of one connection, in as few requests as it allows, and writes what it says in one
 * transaction. Where the vendor lists its exports, new ones come onto our list. What was asked of a connection that is
 * changed or removed meanwhile counts for nothing: the answer may be another account's. Rejects only when `signal`
 * aborts or the ledger refuses.
 */
export async function checkConnection(
  tools: CheckTools,
  queued: Connection,
  jobs: readonly Job[],
  onFindings: (findings: CheckFindings) => void,
  signal: AbortSignal,
): Promise<void> {
  const { book, connections, ledger, desk, clock } = tools;
  const connection = connections.get(queued.id);
  if (connection === null) return;
  const answers = new Map<string, Answer>();
  let listed: readonly ExportReport[] = [];
  let trouble: DocketError | null = null;
  try {
    const references = await referencesOf(desk, jobs, answers);
    const client = desk.clientFor(connection);
    const asked = [...new Set(references.values())];
    listed = desk.traitsOf(connection.config.provider).listsExports ? await client.list(signal) : [];
    const reports = new Map<string, ExportReport | Error>(listed.map((report) => [report.reference, report]));
    const unlisted = asked.filter((reference) => !reports.has(reference));
    if (unlisted.length > 0)
      for (const [key, report] of await client.check(unlisted, signal)) reports.set(key, report);
    for (const [jobId, reference] of references) {
      const report = reports.get(reference) ?? new Failure('answer-malformed', { subject: connection.name });
      answers.set(jobId, report instanceof Error ? asDocketError(report) : report);
    }
    for (const job of comebacks(book.all(), connection, reports)) {
      const report = reports.get(job.reference);
      if (report !== undefined && !(report instanceof Error)) answers.set(job.id, report);
    }
  } catch (error) {
    signal.throwIfAborted();
    trouble = asDocketError(error);
  }
  signal.throwIfAborted();
  if (connections.get(connection.id) !== connection) return;
  trouble ??= [...answers.values()].find(isTroubleOfConnection) ?? null;

  ledger.transaction(() => {
    const now = clock.now();
    const found = findingsOf(tools, connection, jobs, answers, trouble, now);
    const added = discover(tools, connection, listed, now);
    onFindings({ trouble, jobs: [...found, ...added.map((job) => ({ job, error: null }))] });
    for (const { job, patch, event } of found) {
      book.update(job.id, patch);
      if (event !== null) book.record(job, event, { rows: job.announced.rows, note: noteOf(job) });
    }
    for (const job of added) {
      book.add(job);
      book.record(job, 'export-tracked', { by: 'Docket', note: job.vendorStatus });
    }
  });
}

interface Finding extends Transition {
  /** As it is after the check. */
  readonly job: Job;
  readonly error: DocketError | null;
}

/** The true references of the jobs; a job whose reference can't be read gets its error as its answer. */
async function referencesOf(
  desk: CheckTools['desk'],
  jobs: readonly Job[],
  answers: Map<string, Answer>,
): Promise<ReadonlyMap<string, string>> {
  const references = new Map<string, string>();
  for (const job of jobs) {
    try {
      references.set(job.id, await desk.referenceOf(job));
    } catch (error) {
      const told = asDocketError(error);
      // A keychain that is locked or silent is so for all: asking it for each would only take long.
      if (told.code !== 'secret-missing') throw error;
      answers.set(job.id, told);
    }
  }
  return references;
}

function findingsOf(
  { book }: CheckTools,
  connection: Connection,
  jobs: readonly Job[],
  answers: ReadonlyMap<string, Answer>,
  trouble: DocketError | null,
  now: number,
): readonly Finding[] {
  const concerned = new Set([...jobs.map((job) => job.id), ...answers.keys()]);
  if (trouble !== null) {
    for (const job of book.all())
      if (job.connectionId === connection.id && isLive(job)) concerned.add(job.id);
  }
  return [...concerned].flatMap((id): readonly Finding[] => {
    // The job as it is now: it may have changed, or left the list, while the vendor was answering.
    const before = book.find(id);
    const answer = answers.get(id) ?? trouble;
    if (before === null || answer === null) return [];
    const error = 'code' in answer ? answer : null;
    const { patch, event } =
      'code' in answer ? { patch: applyCheckError(answer), event: null } : applyReport(before, answer, now);
    return [{ job: { ...before, ...patch }, patch, event, error }];
  });
}

/**
 * Exports that were taken for ended, which the vendor's own list has alive again: that they had ended was a guess (long not
 * downloadable, or missing from one list), and nobody would ask about them any more.
 */
function comebacks(
  jobs: readonly Job[],
  connection: Connection,
  reports: ReadonlyMap<string, ExportReport | Error>,
): readonly Job[] {
  return jobs.filter((job) => {
    if (job.connectionId !== connection.id || job.commit.kind !== 'open') return false;
    if (job.export.kind !== 'expired' && job.export.kind !== 'gone') return false;
    const report = reports.get(job.reference);
    return report !== undefined && !(report instanceof Error) && report.state.kind === 'ready';
  });
}

/** Exports of the vendor's own list that ours doesn't have: those that can still be collected, and weren't forgotten. */
function discover(
  { book, ledger, ids, titles }: CheckTools,
  connection: Connection,
  listed: readonly ExportReport[],
  now: number,
): readonly Job[] {
  if (listed.length === 0) return [];
  const known = new Set(
    book.all().flatMap((job) => (job.connectionId === connection.id ? [job.reference] : [])),
  );
  return listed.flatMap((report) => {
    if (known.has(report.reference) || ledger.forgotten.has(connection.id, report.reference)) return [];
    known.add(report.reference);
    const title = report.title === undefined ? undefined : readableTitle(report.title, titles());
    const job = knownJob(
      newJob(connection, {
        id: ids(),
        reference: report.reference,
        title: title === undefined || title === '' ? report.reference : title,
        request: null,
        now,
      }),
      report,
      now,
    );
    return isLive(job) ? [job] : [];
  });
}

const troubles: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...networkCodes,
  'sign-in-refused',
  'clock-wrong',
  'rate-limited',
  'vendor-unavailable',
  'keychain-locked',
  'keychain-timeout',
  'keychain-refused',
  'keychain-unavailable',
  'connection-not-found',
  'connection-invalid',
]);

/** Errors that would meet any export of the connection, and not only the one that was asked about. */
function isTroubleOfConnection(answer: Answer): answer is DocketError {
  return 'code' in answer && troubles.has(answer.code);
}
