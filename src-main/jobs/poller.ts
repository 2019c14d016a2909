import type { Connection } from '../../src-preload/contract/connections.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import type { Power } from '../ports/power.ts';
import { type CheckFindings, type CheckTools, checkConnection } from './check-connection.ts';
import { type ConnectionLine, clearHold, newLine, noteOutcome, untilOf } from './connection-line.ts';
import { createDueList } from './due-list.ts';
import type { Job } from './job.ts';
import { backOff, nextDelay } from './polling-schedule.ts';
import { isLive, isPreparing } from './stage.ts';

export interface Poller {
  start(): void;
  /** Ends what runs; settles when nothing runs any more. */
  stop(): Promise<void>;
  /**
   * Asks now. What the vendor or the network answers stands in the job that comes back (`checkError` among it). Rejects
   * with `Failure`: 'job-not-found', 'connection-not-found', 'offline', 'rate-limited' (with the time to wait for).
   */
  checkNow(jobId: string): Promise<Job>;
  /** Epoch ms; null when nothing is planned, or while the computer sleeps or is offline. */
  nextCheckAt(jobId: string): number | null;
  /** After a connection was added, changed or removed: what held it back is forgotten, and it is asked at once. */
  connectionChanged(connectionId: string): void;
  /** Runs work on a connection while no check of it runs, so that a list never shows an export that is half made here. */
  alone<T>(connectionId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

export interface PollerOptions extends CheckTools {
  readonly connections: {
    readonly get: (id: string) => Connection | null;
    readonly list: () => readonly Connection[];
  };
  readonly power: Power;
  readonly log: Log;
  readonly random: () => number;
}

/** Timers follow uptime, not the wall clock: looking again each minute bounds what a missed wake-up can cost. */
const lookAtLeastEvery = 60_000;
/** Where each export costs a request, a batch stays small, so that its news and other calls don't wait for long. */
const batchSize = 5;

export function createPoller(options: PollerOptions): Poller {
  const { book, desk, connections, clock, power, log, random } = options;
  const lines = new Map<string, ConnectionLine>();
  const due = createDueList();
  /** When the vendor's state last changed, and the failures in a row, by job. */
  const changedAt = new Map<string, number>();
  const failures = new Map<string, number>();
  const asked = new Map<string, Promise<Job>>();
  /** Ends everything; the other only the checks that nobody asked for. */
  let ending = new AbortController();
  let checks = new AbortController();
  let started = false;
  let active = false;
  let cancelTimer = () => {};
  let unsubscribe: readonly (() => void)[] = [];

  const isActive = () => started && power.isAwake() && power.isOnline();

  function lineOf(connectionId: string): ConnectionLine {
    const known = lines.get(connectionId);
    if (known !== undefined) return known;
    const line = newLine();
    lines.set(connectionId, line);
    return line;
  }

  function delayOf(job: Job, now: number): number {
    const traits = desk.traitsOf(job.provider);
    const held = job.retrieval.kind === 'collected';
    return nextDelay(
      {
        phase: held ? 'held' : isPreparing(job.export) ? 'preparing' : 'ready',
        now,
        since: Math.max(changedAt.get(job.id) ?? 0, job.createdAt),
        expiresAt: job.export.kind === 'ready' ? (job.export.expiresAt ?? null) : null,
        shortest: traits.shortestCheckInterval,
        sharing: traits.listsExports ? 1 : due.count(job.connectionId),
      },
      random(),
    );
  }

  /** Plans a job's first check here: soon for a new one, at its time for one that the ledger knows. */
  function plan(job: Job): void {
    if (!isLive(job)) {
      drop(job.id);
      return;
    }
    if (due.at(job.id) !== null) return;
    const now = clock.now();
    const shortest = desk.traitsOf(job.provider).shortestCheckInterval;
    const last = job.lastCheckedAt;
    due.set(job, last === null ? now + shortest : Math.max(now, Math.min(now, last) + delayOf(job, now)));
  }

  function drop(jobId: string): void {
    due.remove(jobId);
    changedAt.delete(jobId);
    failures.delete(jobId);
  }

  /** All exports of a connection may be asked about now. */
  function hurry(connectionId: string): void {
    const now = clock.now();
    for (const { jobId } of due.of(connectionId)) due.set({ id: jobId, connectionId }, now);
  }

  function runAlone<T>(connectionId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const line = lineOf(connectionId);
    const { signal } = ending;
    const run = line.queue.then(() => {
      signal.throwIfAborted();
      return work(signal);
    });
    line.queue = run.catch(() => {});
    return run;
  }

  function onFindings(connectionId: string, findings: CheckFindings): void {
    const now = clock.now();
    const recovered = noteOutcome(lineOf(connectionId), findings.trouble, now, random);
    // A connection that works again: all that waited for it may ask.
    if (recovered) hurry(connectionId);
    for (const { job, error } of findings.jobs) replan(job, error, findings.trouble !== null, now);
  }

  function replan(job: Job, error: DocketError | null, shared: boolean, now: number): void {
    if (!isLive(job)) {
      drop(job.id);
      return;
    }
    if (error === null) {
      failures.delete(job.id);
      const before = book.find(job.id);
      if (before !== null && before.export.kind !== job.export.kind) changedAt.set(job.id, now);
      due.set(job, now + delayOf(job, now));
    } else if (shared) {
      due.set(job, lineOf(job.connectionId).notBefore);
    } else {
      const count = (failures.get(job.id) ?? 0) + 1;
      failures.set(job.id, count);
      due.set(
        job,
        now + backOff({ code: error.code, failures: count, now, until: untilOf(error) }, random()),
      );
    }
  }

  const check = (connection: Connection, jobs: readonly Job[], signal: AbortSignal) =>
    checkConnection(options, connection, jobs, (findings) => onFindings(connection.id, findings), signal);

  /** When a connection is to be asked next; null when nothing of it waits. */
  function dueAt(connection: Connection): number | null {
    const line = lineOf(connection.id);
    if (line.running) return null;
    const soonest = due.of(connection.id)[0]?.at ?? null;
    const lists = desk.traitsOf(connection.config.provider).listsExports;
    const wanted = lists ? Math.min(line.discoverAt, soonest ?? line.discoverAt) : soonest;
    return wanted === null ? null : Math.max(wanted, line.notBefore);
  }

  function batchOf(connection: Connection, now: number): readonly Job[] {
    const lists = desk.traitsOf(connection.config.provider).listsExports;
    const entries = due.of(connection.id);
    const wanted = lists ? entries : entries.filter(({ at }) => at <= now).slice(0, batchSize);
    return wanted.flatMap(({ jobId }) => {
      const job = book.find(jobId);
      if (job === null) drop(jobId);
      return job ?? [];
    });
  }

  function look(): void {
    cancelTimer();
    cancelTimer = () => {};
    if (!isActive()) return;
    const now = clock.now();
    let next = now + lookAtLeastEvery;
    for (const connection of connections.list()) {
      const at = dueAt(connection);
      if (at !== null && at <= now) checkDue(connection, batchOf(connection, now));
      else if (at !== null) next = Math.min(next, at);
    }
    cancelTimer = clock.after(next - now, look);
  }

  function checkDue(connection: Connection, batch: readonly Job[]): void {
    const line = lineOf(connection.id);
    const { signal } = checks;
    line.running = true;
    runAlone(connection.id, async () => {
      signal.throwIfAborted();
      await check(connection, batch, signal);
    })
      .catch((error: unknown) => {
        if (!signal.aborted) onUnwritten(connection.id, error);
      })
      .finally(() => {
        line.running = false;
        look();
      });
  }

  /** The ledger refused: what was learnt is lost, and nothing is hurried. */
  function onUnwritten(connectionId: string, error: unknown): void {
    log.error('a check could not be written', { code: asDocketError(error).code });
    lineOf(connectionId).notBefore = clock.now() + 60_000;
  }

  function onPower(): void {
    const before = active;
    active = isActive();
    if (before && !active) {
      // What runs now will fail for a reason that is no news: it is ended without a word, and asked again after.
      checks.abort();
      checks = new AbortController();
    }
    if (!before && active) {
      // A vendor that asked to be left alone is left alone; what failed for want of a network is tried at once.
      for (const [id, line] of lines)
        if (line.trouble !== null && untilOf(line.trouble) === null) resume(id, line);
    }
    look();
  }

  function resume(connectionId: string, line: ConnectionLine): void {
    clearHold(line);
    hurry(connectionId);
  }

  return {
    start() {
      if (started) return;
      started = true;
      ending = new AbortController();
      checks = new AbortController();
      active = isActive();
      for (const job of book.all()) plan(job);
      unsubscribe = [
        book.onChange(({ changed, removed }) => {
          for (const job of changed) plan(job);
          for (const id of removed) drop(id);
          look();
        }),
        power.onChange(onPower),
      ];
      look();
    },
    async stop() {
      started = false;
      active = false;
      cancelTimer();
      for (const off of unsubscribe) off();
      checks.abort();
      ending.abort();
      await Promise.all([...lines.values()].map((line) => line.queue));
    },
    checkNow(jobId) {
      const running = asked.get(jobId);
      if (running !== undefined) return running;
      const answer = checkOne(jobId).finally(() => asked.delete(jobId));
      asked.set(jobId, answer);
      return answer;
    },
    nextCheckAt(jobId) {
      const at = due.at(jobId);
      const job = book.find(jobId);
      // Exports of a connection that isn't there now keep their time: practice vendors come and go.
      if (at === null || job === null || !isActive() || connections.get(job.connectionId) === null)
        return null;
      return Math.max(at, lines.get(job.connectionId)?.notBefore ?? 0);
    },
    connectionChanged(connectionId) {
      for (const job of book.all()) if (job.connectionId === connectionId) plan(job);
      resume(connectionId, lineOf(connectionId));
      look();
    },
    alone: runAlone,
  };

  async function checkOne(jobId: string): Promise<Job> {
    const job = book.get(jobId);
    const connection = connections.get(job.connectionId);
    if (connection === null) throw new Failure('connection-not-found', { subject: job.connectionName });
    if (!power.isOnline()) throw new Failure('offline', { action: { kind: 'try-again' } });
    const line = lineOf(connection.id);
    const until = untilOf(line.trouble);
    if (until !== null && line.notBefore > clock.now()) {
      throw new Failure('rate-limited', {
        subject: connection.name,
        action: { kind: 'wait', until: line.notBefore },
      });
    }
    await runAlone(connection.id, (signal) => check(connection, [job], signal));
    return book.get(jobId);
  }
}
