import type { z } from 'zod';
import type { Connection } from '../../src-preload/contract/connections.ts';
import type { DocketError, ErrorCode } from '../../src-preload/contract/errors.ts';
import type {
  JobDetail,
  JobQuery,
  JobView,
  startInputSchema,
  trackInputSchema,
} from '../../src-preload/contract/jobs.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import type { Titles } from '../words/titles.ts';
import { defaultTitle, readableTitle } from './default-title.ts';
import { answersFirstCheck, firstCheck } from './first-check.ts';
import type { Job } from './job.ts';
import type { JobBook } from './job-book.ts';
import { listJobs } from './job-list.ts';
import { maskReference } from './mask-reference.ts';
import { knownJob, newJob } from './new-job.ts';
import type { Poller } from './poller.ts';
import type { SqliteLedger } from './sqlite-ledger.ts';
import { canCancel, canRepeat, isBusy } from './stage.ts';
import { applyCheckError, applyReport, noteOf } from './transitions.ts';
import type { ConnectedVendorDesk } from './vendor-desk.ts';

export type TrackInput = z.output<typeof trackInputSchema>;
export type StartInput = z.output<typeof startInputSchema>;

/** The contract's `jobs` room. All methods throw `Failure`. */
export interface JobsService {
  list(query: JobQuery): readonly JobView[];
  get(id: string): JobDetail;
  /**
   * Puts an export that exists at the vendor onto the list, after a first look at it: 'not-found', 'reference-invalid',
   * 'already-on-list' and refusals are told at once; when the vendor can't be reached it comes onto the list all the same.
   */
  track(input: TrackInput): Promise<JobView>;
  /** Asks the vendor for an export, once. 'connection-lost': the answer was lost, and the export may exist there. */
  start(input: StartInput, by?: 'Docket'): Promise<JobView>;
  check(id: string): Promise<JobView>;
  /** Asks every vendor; answers the first trouble that was met. */
  checkAll(): Promise<DocketError | null>;
  cancel(id: string): Promise<JobView>;
  repeat(id: string): Promise<JobView>;
  /** Takes it off the list; files on disk and the history stay. 'job-busy' while anything of it runs or is unsettled. */
  forget(id: string): Promise<void>;
}

export interface JobsServiceOptions {
  readonly book: JobBook;
  readonly ledger: Pick<SqliteLedger, 'files' | 'transaction' | 'forgotten'>;
  readonly desk: ConnectedVendorDesk;
  readonly poller: Pick<Poller, 'checkNow' | 'checkAll' | 'alone' | 'connectionChanged'>;
  readonly connections: { readonly get: (id: string) => Connection | null };
  readonly secrets: Pick<SecretStore, 'state'>;
  readonly clock: Clock;
  readonly ids: () => string;
  readonly log: Log;
  /** In the language of the moment. */
  readonly titles: () => Titles;
}

/** After these the vendor may have made the export without our hearing of it. */
const lostAnswers: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'connection-lost',
  'timeout',
  'answer-empty',
  'answer-malformed',
  'answer-too-large',
  'cancelled',
  'unexpected',
]);

export function createJobsService(options: JobsServiceOptions): JobsService {
  const { book, ledger, desk, poller, connections, secrets, clock, ids, log, titles } = options;

  function connectionOf(id: string, name?: string): Connection {
    const connection = connections.get(id);
    if (connection === null)
      throw new Failure('connection-not-found', name === undefined ? {} : { subject: name });
    return connection;
  }

  /** The job of this connection with this true reference. One whose secret is lost is told by its masked form. */
  async function findTracked(
    connection: Connection,
    reference: string,
  ): Promise<{ readonly job: Job; readonly lost: boolean } | null> {
    const secret = desk.traitsOf(connection.config.provider).referenceIsSecret;
    const shown = secret ? maskReference(reference) : reference;
    for (const job of book.all()) {
      if (job.connectionId !== connection.id || job.reference !== shown) continue;
      if (!secret) return { job, lost: false };
      try {
        if ((await desk.referenceOf(job)) === reference) return { job, lost: false };
      } catch (error) {
        if (asDocketError(error).code === 'secret-missing') return { job, lost: true };
        throw error;
      }
    }
    return null;
  }

  /** Adds the job and its line in the history as one; a secret reference is kept before anything shows. */
  async function addJob(
    job: Job,
    reference: string,
    kind: 'export-tracked' | 'export-started',
    by?: 'Docket',
  ): Promise<JobView> {
    // A real export is kept even when its connection was removed meanwhile; a practice vendor has gone with all its exports.
    if (job.practice) connectionOf(job.connectionId, job.connectionName);
    const secret = desk.traitsOf(job.provider).referenceIsSecret;
    if (secret) await desk.keepReference(job, reference);
    try {
      ledger.transaction(() => {
        ledger.forgotten.remove(job.connectionId, job.reference);
        book.add(job);
        book.record(job, kind, {
          rows: job.announced.rows,
          ...(job.vendorStatus === '' ? {} : { note: job.vendorStatus }),
          ...(by === undefined ? {} : { by }),
        });
      });
    } catch (error) {
      if (secret) await desk.forgetReference(job).catch(() => {});
      throw error;
    }
    return book.view(job);
  }

  async function trackAlone(
    connection: Connection,
    input: TrackInput,
    signal: AbortSignal,
  ): Promise<JobView> {
    const reference = input.reference.replace(/\s/g, '');
    if (!/^\d{1,30}$/.test(reference)) throw new Failure('reference-invalid');
    const { referenceIsSecret } = desk.traitsOf(connection.config.provider);
    const tracked = await findTracked(connection, reference);
    if (tracked !== null && !tracked.lost)
      throw new Failure('already-on-list', { subject: tracked.job.title });

    const answer = await firstCheck(desk.clientFor(connection), reference, referenceIsSecret, signal);
    const now = clock.now();
    const known = (job: Job): Job =>
      answersFirstCheck(answer) ? knownJob(job, answer, now) : { ...job, ...applyCheckError(answer) };
    if (tracked !== null) {
      // Its secret was kept for a session that has ended: the person brings it back, and the export goes on.
      await desk.keepReference(tracked.job, reference);
      return book.view(book.update(tracked.job.id, (job) => ({ ...known(job), createdAt: job.createdAt })));
    }
    const shown = referenceIsSecret ? maskReference(reference) : reference;
    const job = newJob(connection, {
      id: ids(),
      reference: shown,
      title:
        input.title !== undefined && input.title !== ''
          ? input.title
          : (titleIn(answer, titles()) ?? `Export ${shown}`),
      request: null,
      now,
    });
    return await addJob(known(job), reference, 'export-tracked');
  }

  async function startAlone(
    connection: Connection,
    input: StartInput,
    signal: AbortSignal,
    by?: 'Docket',
  ): Promise<JobView> {
    const { provider } = connection.config;
    if (input.request.provider !== provider) throw new Failure('call-invalid', { subject: connection.name });
    const { referenceIsSecret, listsExports } = desk.traitsOf(provider);
    // Asked before the vendor is: a keychain that is locked can't keep the reference that comes back.
    if (referenceIsSecret && (await secrets.state()) === 'locked') {
      throw new Failure('keychain-locked', { action: { kind: 'try-again' } });
    }
    let reference: string;
    try {
      ({ reference } = await desk.clientFor(connection).start(input.request, signal));
    } catch (error) {
      const told = asDocketError(error);
      if (!lostAnswers.has(told.code)) throw error;
      log.warn('the answer to a request for an export was lost', { provider, code: told.code });
      // What was made after all comes onto the list by itself where the vendor lists its exports.
      if (listsExports) poller.connectionChanged(connection.id);
      throw new Failure('connection-lost', {
        subject: connection.name,
        detail: `start: ${told.code}`,
        cause: error,
      });
    }
    const title =
      input.title !== undefined && input.title !== '' ? input.title : defaultTitle(input.request, titles());
    const shown = referenceIsSecret ? maskReference(reference) : reference;
    const tracked = referenceIsSecret ? null : await findTracked(connection, reference);
    if (tracked !== null) return book.view(book.update(tracked.job.id, { request: input.request, title }));
    const job = newJob(connection, {
      id: ids(),
      reference: shown,
      title,
      request: input.request,
      now: clock.now(),
    });
    return await addJob(job, reference, 'export-started', by);
  }

  function start(
    input: StartInput,
    about: { readonly connectionName?: string; readonly by?: 'Docket' } = {},
  ): Promise<JobView> {
    const connection = connectionOf(input.connectionId, about.connectionName);
    return poller.alone(connection.id, (signal) => startAlone(connection, input, signal, about.by));
  }

  return {
    list: (query) => listJobs(book.all().map(book.view), query),
    get(id) {
      const job = book.get(id);
      return { ...book.view(job), files: ledger.files.of(id), folder: job.folder };
    },
    async track(input) {
      const connection = connectionOf(input.connectionId);
      if (desk.traitsOf(connection.config.provider).listsExports) {
        throw new Failure('not-offered', { subject: connection.name });
      }
      return await poller.alone(connection.id, (signal) => trackAlone(connection, input, signal));
    },
    start: async (input, by) => await start(input, by === undefined ? {} : { by }),
    check: async (id) => book.view(await poller.checkNow(id)),
    checkAll: () => poller.checkAll(),
    async cancel(id) {
      const { connectionId } = book.get(id);
      return await poller.alone(connectionId, async (signal) => {
        const job = book.get(id);
        if (!canCancel(job)) throw new Failure('cannot-cancel', { subject: job.title });
        const { client, traits, reference } = await desk.clientOf(job);
        if (!traits.canCancel) throw new Failure('not-offered', { subject: job.connectionName });
        const report = await client.cancel(reference, signal);
        const changed = ledger.transaction(() => {
          // The vendor may have been quicker: then the export is ready, and that is what the row says.
          const { patch, event } = applyReport(book.get(id), report, clock.now());
          const after = book.update(id, patch);
          if (event !== null) book.record(after, event, { rows: after.announced.rows, note: noteOf(after) });
          return after;
        });
        return book.view(changed);
      });
    },
    async repeat(id) {
      const job = book.get(id);
      if (job.request === null || !canRepeat(job)) throw new Failure('not-offered', { subject: job.title });
      return await start(
        { connectionId: job.connectionId, request: job.request, title: job.title },
        { connectionName: job.connectionName },
      );
    },
    async forget(id) {
      const job = book.get(id);
      if (isBusy(job)) throw new Failure('job-busy', { subject: job.title });
      const traits = desk.traitsOf(job.provider);
      ledger.transaction(() => {
        book.record(job, 'export-forgotten');
        if (traits.listsExports) ledger.forgotten.add(job.connectionId, job.reference);
        book.remove(id);
      });
      if (!traits.referenceIsSecret) return;
      await desk.forgetReference(job).catch((error: unknown) => {
        log.warn('a forgotten export left its reference in the keychain', {
          code: asDocketError(error).code,
        });
      });
    },
  };
}

function titleIn(answer: Awaited<ReturnType<typeof firstCheck>>, say: Titles): string | undefined {
  const title = answersFirstCheck(answer) ? answer.title : undefined;
  return title === undefined || title.trim() === '' ? undefined : readableTitle(title, say);
}
