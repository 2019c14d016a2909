import type { Connection } from '../../src-preload/contract/connections.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Power } from '../ports/power.ts';
import { type ConnectionLine, untilOf } from './connection-line.ts';
import type { Job } from './job.ts';
import type { JobBook } from './job-book.ts';
import { isLive, isPreparing } from './stage.ts';
import type { ConnectedVendorDesk } from './vendor-desk.ts';

/** What a person asks for, beside the schedule. */
export interface ChecksByHand {
  /**
   * Asks now. What the vendor or the network answers stands in the job that comes back (`checkError` among it). Rejects
   * with `Failure`: 'job-not-found', 'connection-not-found', 'offline', 'rate-limited' (with the time to wait for).
   */
  checkNow(jobId: string): Promise<Job>;
  /** Asks every connection now, in as few requests as its vendor allows. Answers the first trouble that was met. */
  checkAll(): Promise<DocketError | null>;
}

export interface ChecksByHandPorts {
  readonly book: JobBook;
  readonly desk: Pick<ConnectedVendorDesk, 'traitsOf'>;
  readonly connections: {
    readonly get: (id: string) => Connection | null;
    readonly list: () => readonly Connection[];
  };
  readonly clock: Clock;
  readonly power: Power;
  readonly lineOf: (connectionId: string) => ConnectionLine;
  /** All exports of the connection are asked about soon. */
  readonly hurry: (connectionId: string) => void;
  readonly ask: (connection: Connection, jobs: readonly Job[]) => Promise<void>;
}

/** Of as many exports that cost a request each a person hears at once; the others follow by themselves. */
const atOnce = 20;

export function createChecksByHand(ports: ChecksByHandPorts): ChecksByHand {
  const { book, desk, connections, clock, power, lineOf, hurry, ask } = ports;
  const asked = new Map<string, Promise<Job>>();
  let askedAll: Promise<DocketError | null> | null = null;

  const listsExports = ({ config }: Connection) => desk.traitsOf(config.provider).listsExports;

  /** Throws when the question can't be asked now. */
  function assertAskable(connection: Connection): void {
    if (!power.isOnline() && !connection.practice)
      throw new Failure('offline', { action: { kind: 'try-again' } });
    const { hold, trouble } = lineOf(connection.id);
    if (untilOf(trouble) === null || hold.at <= clock.now()) return;
    throw new Failure('rate-limited', {
      subject: connection.name,
      action: { kind: 'wait', until: hold.at },
    });
  }

  async function checkOne(jobId: string): Promise<Job> {
    const job = book.get(jobId);
    const connection = connections.get(job.connectionId);
    if (connection === null) throw new Failure('connection-not-found', { subject: job.connectionName });
    assertAskable(connection);
    await ask(connection, [job]);
    return book.get(jobId);
  }

  /** All that the vendor prepares; where nothing is, one that waits here, to hear that the vendor still answers. */
  function wanted(connection: Connection): readonly Job[] {
    const live = book.all().filter((job) => job.connectionId === connection.id && isLive(job));
    if (listsExports(connection)) return live;
    const preparing = live.filter((job) => isPreparing(job.export));
    if (preparing.length === 0) return live.slice(0, 1);
    return preparing.toSorted((a, b) => (a.lastCheckedAt ?? 0) - (b.lastCheckedAt ?? 0));
  }

  async function checkWhole(connection: Connection): Promise<DocketError | null> {
    const jobs = wanted(connection);
    if (jobs.length === 0 && !listsExports(connection)) return null;
    try {
      assertAskable(connection);
      const first = listsExports(connection) ? jobs : jobs.slice(0, atOnce);
      await ask(connection, first);
      if (first.length < jobs.length) hurry(connection.id);
      const errors = first.map(({ id }) => book.find(id)?.checkError ?? null);
      return errors.find((error) => error !== null) ?? lineOf(connection.id).trouble;
    } catch (error) {
      return asDocketError(error);
    }
  }

  return {
    checkNow(jobId) {
      const running = asked.get(jobId);
      if (running !== undefined) return running;
      const answer = checkOne(jobId).finally(() => asked.delete(jobId));
      asked.set(jobId, answer);
      return answer;
    },
    checkAll() {
      askedAll ??= Promise.all(connections.list().map(checkWhole))
        .then((errors) => errors.find((error) => error !== null) ?? null)
        .finally(() => {
          askedAll = null;
        });
      return askedAll;
    },
  };
}
