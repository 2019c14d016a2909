import type { Connection } from '../../src-preload/contract/connections.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import type { Power } from '../ports/power.ts';
import { createAgenda } from './agenda.ts';
import { type CheckFindings, type CheckTools, checkConnection } from './check-connection.ts';
import { type ChecksByHand, createChecksByHand } from './checks-by-hand.ts';
import {
  type ConnectionLine,
  clearHold,
  freeAt,
  holdToClock,
  newLine,
  noteOutcome,
  noteRequests,
  untilOf,
} from './connection-line.ts';
import type { Job } from './job.ts';

export interface Poller extends ChecksByHand {
  start(): void;
  /** Ends what nobody asked for, lets what a person asked for come to its end for a moment; settles when nothing runs. */
  stop(): Promise<void>;
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
/** An answer on its way may be the only word of an export that was just made: quitting waits this long for it. */
const lastAnswers = 2_000;

export function createPoller(options: PollerOptions): Poller {
  const { book, desk, connections, clock, power, log, random } = options;
  const lines = new Map<string, ConnectionLine>();
  const agenda = createAgenda(options);
  /** Ends everything; the other only the checks that nobody asked for. */
  let ending = new AbortController();
  let checks = new AbortController();
  let started = false;
  let stopping = false;
  let active = false;
  let cancelTimer = () => {};
  let unsubscribe: readonly (() => void)[] = [];

  const isActive = () => started && power.isAwake() && power.isOnline();
  /** Practice vendors are on this computer: no network is needed to reach them. */
  const reaches = (about: { readonly practice: boolean }) =>
    started && power.isAwake() && (power.isOnline() || about.practice);
  const listsExports = ({ config }: Connection) => desk.traitsOf(config.provider).listsExports;

  function lineOf(connectionId: string): ConnectionLine {
    const known = lines.get(connectionId);
    if (known !== undefined) return known;
    const line = newLine();
    lines.set(connectionId, line);
    return line;
  }

  function runAlone<T>(connectionId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const line = lineOf(connectionId);
    const { signal } = ending;
    const run = line.queue.then(() => {
      if (stopping) throw new Failure('cancelled');
      signal.throwIfAborted();
      return work(signal);
    });
    line.queue = run.catch(() => {});
    return run;
  }

  function onFindings(connectionId: string, { jobs, trouble }: CheckFindings): void {
    const line = lineOf(connectionId);
    const recovered = noteOutcome(line, trouble, { now: clock.now(), random: random() });
    // A connection that works again: all that waited for it may ask.
    if (recovered) agenda.hurry(connectionId);
    for (const { job, error } of jobs) {
      if (error === null) agenda.answered(job, book.find(job.id));
      else if (trouble !== null) agenda.held(job, line.hold);
      else agenda.failed(job, error);
    }
  }

  const check = (connection: Connection, jobs: readonly Job[], signal: AbortSignal) =>
    checkConnection(options, connection, jobs, (findings) => onFindings(connection.id, findings), signal);

  /** When a connection is to be asked next; null when nothing of it waits. */
  function dueAt(connection: Connection): number | null {
    const line = lineOf(connection.id);
    if (line.running || !reaches(connection)) return null;
    const soonest = agenda.of(connection.id)[0]?.at ?? null;
    const list = line.discover.at;
    const wanted = listsExports(connection) ? Math.min(list, soonest ?? list) : soonest;
    return wanted === null ? null : Math.max(wanted, freeAt(line));
  }

  function batchOf(connection: Connection, now: number): readonly Job[] {
    const entries = agenda.of(connection.id);
    const wanted = listsExports(connection)
      ? entries
      : entries.filter(({ at }) => at <= now).slice(0, batchSize);
    return wanted.flatMap(({ jobId }) => {
      const job = book.find(jobId);
      if (job === null) agenda.drop(jobId);
      return job ?? [];
    });
  }

  function look(): void {
    cancelTimer();
    cancelTimer = () => {};
    if (!started || !power.isAwake()) return;
    const now = clock.now();
    agenda.holdToClock(now);
    for (const line of lines.values()) holdToClock(line, now);
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
    const { shortestCheckInterval } = desk.traitsOf(connection.config.provider);
    line.running = true;
    runAlone(connection.id, async () => {
      signal.throwIfAborted();
      await check(connection, batch, signal);
      noteRequests(line, listsExports(connection) ? 0 : batch.length, shortestCheckInterval, clock.now());
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
    const now = clock.now();
    lineOf(connectionId).hold = { from: now, at: now + 60_000 };
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
    agenda.hurry(connectionId);
  }

  const byHand = createChecksByHand({
    ...options,
    lineOf,
    hurry: agenda.hurry,
    ask: (connection, jobs) => runAlone(connection.id, (signal) => check(connection, jobs, signal)),
  });

  return {
    start() {
      if (started) return;
      started = true;
      stopping = false;
      ending = new AbortController();
      checks = new AbortController();
      active = isActive();
      for (const job of book.all()) agenda.plan(job);
      unsubscribe = [
        book.onChange(({ changed, removed }) => {
          for (const job of changed) agenda.plan(job);
          for (const id of removed) agenda.drop(id);
          look();
        }),
        power.onChange(onPower),
      ];
      look();
    },
    async stop() {
      started = false;
      stopping = true;
      active = false;
      cancelTimer();
      for (const off of unsubscribe) off();
      checks.abort();
      const cancelWait = clock.after(lastAnswers, () => ending.abort());
      await Promise.all([...lines.values()].map((line) => line.queue));
      cancelWait();
      ending.abort();
    },
    checkNow: byHand.checkNow,
    checkAll: () => byHand.checkAll().finally(look),
    nextCheckAt(jobId) {
      const at = agenda.at(jobId);
      const job = book.find(jobId);
      // Exports of a connection that isn't there now keep their time: practice vendors come and go.
      if (at === null || job === null || !reaches(job) || connections.get(job.connectionId) === null)
        return null;
      return Math.max(at, lines.get(job.connectionId)?.hold.at ?? 0);
    },
    connectionChanged(connectionId) {
      for (const job of book.all()) if (job.connectionId === connectionId) agenda.plan(job);
      resume(connectionId, lineOf(connectionId));
      look();
    },
    alone: runAlone,
  };
}
