import { z } from 'zod';
import type { Connection } from '../../src-preload/contract/connections.ts';
import { instantSchema } from '../../src-preload/contract/ids.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import type { Job } from '../jobs/job.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import type { Titles } from '../words/titles.ts';
import { practiceConnections, practicePrefix } from './practice-connections.ts';
import type { PracticeOptions } from './practice-options.ts';
import { type PracticeVendors, startPracticeVendors } from './practice-vendors.ts';

/** What practice mode keeps between two runs of the app, in practice.json: made-up data for made-up vendors. */
const keptSchema = z.object({
  ports: z.object({
    mypreferences: z.number().int(),
    mytracker: z.number().int(),
    mytrackerStorage: z.number().int(),
    crayon: z.number().int(),
  }),
  secrets: z.record(z.string(), z.string()),
  /** Of connections that collect by themselves: since when. */
  collects: z.record(z.string(), instantSchema).default({}),
  snapshot: z.unknown(),
});
type Kept = z.infer<typeof keptSchema>;

const nothingKept: Kept = {
  ports: { mypreferences: 0, mytracker: 0, mytrackerStorage: 0, crayon: 0 },
  secrets: {},
  collects: {},
  snapshot: undefined,
};

export interface PracticeModePorts {
  readonly file: { read(): unknown; write(value: unknown): void };
  readonly setConnections: (connections: readonly Connection[]) => void;
  /** Clients hold the address of the vendors that were started before. */
  readonly dropClient: (connectionId: string) => void;
  readonly track: (input: {
    readonly connectionId: string;
    readonly reference: string;
    readonly title: string;
  }) => Promise<unknown>;
  readonly practiceJobs: () => readonly Job[];
  /** Stops what runs for a job and takes it off the list; its files stay. */
  readonly forget: (jobId: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** In the language of the moment. */
  readonly titles: () => Titles['practice'];
  readonly options?: PracticeOptions;
}

export interface PracticeMode {
  isOn(): boolean;
  /**
   * Starts the vendors; `fresh` also puts the sample exports on the list. False when they were running. Throws
   * `practice-unavailable`.
   */
  start(fresh: boolean): Promise<boolean>;
  /** A practice connection was changed by the person: what of it outlives this run is written down. */
  connectionChanged(connection: Connection): void;
  /** Stops the vendors and takes their exports off the list. False when there was nothing to do. */
  stop(): Promise<boolean>;
  /** Writes down what the vendors know and lets them go: the app is quitting. */
  shutdown(): Promise<void>;
  /** The secrets of practice connections, kept apart from the keychain: they open nothing but this machine's samples. */
  wrap(secrets: SecretStore): SecretStore;
}

/** What the vendors know is written down this long after a change, ms, so that a crash costs little of it. */
const writeAfter = 500;

export function createPracticeMode(ports: PracticeModePorts): PracticeMode {
  const { clock, log } = ports;
  let vendors: PracticeVendors | null = null;
  let kept = readKept();
  let cancelWrite: (() => void) | null = null;
  let closed = false;
  let tail: Promise<unknown> = Promise.resolve();

  /** Starting and stopping take a while, and a person may click twice. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = tail.then(work);
    tail = done.catch(() => undefined);
    return done;
  }

  function readKept(): Kept {
    try {
      const parsed = keptSchema.safeParse(ports.file.read());
      return parsed.success ? parsed.data : nothingKept;
    } catch {
      // A damaged file must not keep Docket from starting; it holds sample data only.
      return nothingKept;
    }
  }

  function keep(patch: Partial<Kept>): void {
    kept = { ...kept, ...patch };
    try {
      ports.file.write(kept);
    } catch {
      // Sample data only: the next start begins afresh.
      log.warn('practice.json could not be written');
    }
  }

  function writeSoon(): void {
    if (vendors === null || cancelWrite !== null) return;
    cancelWrite = clock.after(writeAfter, () => {
      cancelWrite = null;
      if (vendors !== null) keep({ snapshot: vendors.snapshot() });
    });
  }

  async function start(fresh: boolean): Promise<boolean> {
    if (vendors !== null) return false;
    if (fresh) await forgetAll();
    let started: PracticeVendors;
    try {
      started = await startPracticeVendors({
        onChange: writeSoon,
        ...ports.options,
        ports: kept.ports,
        ...(fresh ? {} : { snapshot: kept.snapshot }),
      });
    } catch (cause) {
      throw new Failure('practice-unavailable', { action: { kind: 'try-again' }, cause });
    }
    if (closed) {
      await started.stop();
      return false;
    }
    vendors = started;
    const collects = fresh ? {} : kept.collects;
    const connections = practiceConnections(started, clock.now(), ports.titles()).map(
      ({ connection, secrets }) => {
        const collectsSince = collects[connection.id];
        return {
          connection: collectsSince === undefined ? connection : { ...connection, collectsSince },
          secrets,
        };
      },
    );
    const secrets: Record<string, string> = fresh ? {} : { ...kept.secrets };
    for (const { connection, secrets: own } of connections) {
      for (const [field, value] of Object.entries(own)) secrets[`${connection.id}/${field}`] = value;
      ports.dropClient(connection.id);
    }
    keep({
      secrets,
      collects,
      snapshot: started.snapshot(),
      ports: {
        mypreferences: started.mypreferences.port,
        mytracker: started.mytracker.port,
        mytrackerStorage: started.mytracker.storage.port,
        crayon: started.crayon.port,
      },
    });
    ports.setConnections(connections.map(({ connection }) => connection));
    if (fresh) await trackSamples(started);
    return true;
  }

  /** Crayon's queue comes onto the list by itself. */
  async function trackSamples({ mypreferences, mytracker }: PracticeVendors): Promise<void> {
    const say = ports.titles();
    const samples = [
      ['mypreferences', mypreferences.readyReferences.complete, say.optIns],
      ['mytracker', mytracker.readyReferences.success, say.installs],
      ['mypreferences', mypreferences.readyReferences.processing, say.guests],
      ['mytracker', mytracker.readyReferences.inProgress, say.payments],
      ['mypreferences', mypreferences.readyReferences.earlier, say.optInsBefore],
    ] as const;
    for (const [vendor, reference, title] of samples) {
      try {
        await ports.track({ connectionId: `${practicePrefix}${vendor}`, reference, title });
      } catch (thrown) {
        // One sample less; the person can still ask for exports of their own.
        log.warn('a sample export could not be tracked', { vendor, code: asDocketError(thrown).code });
      }
    }
  }

  /** Tries all before it throws what kept the first from going. */
  async function forgetAll(): Promise<boolean> {
    const jobs = ports.practiceJobs();
    const failed: unknown[] = [];
    for (const job of jobs) {
      try {
        await ports.forget(job.id);
      } catch (thrown) {
        failed.push(thrown);
      }
    }
    if (failed.length > 0) throw failed[0];
    return jobs.length > 0;
  }

  async function letGo(): Promise<boolean> {
    const running = vendors;
    vendors = null;
    cancelWrite?.();
    cancelWrite = null;
    if (running === null) return false;
    keep({ snapshot: running.snapshot() });
    await running.stop();
    return true;
  }

  /** The connections go first: a check that is under way then brings nothing back onto the list. */
  async function stop(): Promise<boolean> {
    ports.setConnections([]);
    const wasOn = await letGo();
    const hadJobs = await forgetAll();
    keep(nothingKept);
    return wasOn || hadJobs;
  }

  return {
    isOn: () => vendors !== null,
    connectionChanged({ id, collectsSince }) {
      const { [id]: _before, ...others } = kept.collects;
      keep({ collects: collectsSince === undefined ? others : { ...others, [id]: collectsSince } });
    },
    start: (fresh) => inTurn(() => start(fresh)),
    stop: () => inTurn(stop),
    // Not in turn: quitting waits for nobody.
    async shutdown() {
      closed = true;
      await letGo();
    },
    wrap: (secrets) => ({
      state: () => secrets.state(),
      placeOf: async (account) =>
        account.startsWith(practicePrefix)
          ? account in kept.secrets
            ? 'session'
            : 'missing'
          : secrets.placeOf(account),
      read: async (account) =>
        account.startsWith(practicePrefix) ? (kept.secrets[account] ?? null) : secrets.read(account),
      async write(account, value) {
        if (!account.startsWith(practicePrefix)) return secrets.write(account, value);
        keep({ secrets: { ...kept.secrets, [account]: value } });
        return 'session';
      },
      async remove(account) {
        if (!account.startsWith(practicePrefix)) return secrets.remove(account);
        const { [account]: _gone, ...others } = kept.secrets;
        keep({ secrets: others });
      },
    }),
  };
}
