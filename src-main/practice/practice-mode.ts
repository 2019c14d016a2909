import { z } from 'zod';
import type { Connection } from '../../src-preload/contract/connections.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import type { Job } from '../jobs/job.ts';
import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
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
  snapshot: z.unknown(),
});
type Kept = z.infer<typeof keptSchema>;

const nothingKept: Kept = {
  ports: { mypreferences: 0, mytracker: 0, mytrackerStorage: 0, crayon: 0 },
  secrets: {},
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
  readonly options?: PracticeOptions;
}

export interface PracticeMode {
  isOn(): boolean;
  /** Starts the vendors; `fresh` also puts the sample exports on the list. Throws `practice-unavailable`. */
  start(fresh: boolean): Promise<void>;
  /** Takes the sample exports off the list and stops the vendors. */
  stop(): Promise<void>;
  /** Writes down what the vendors know and lets them go: the app is quitting. */
  shutdown(): Promise<void>;
  /** The secrets of practice connections, kept apart from the keychain: they open nothing but this machine's samples. */
  wrap(secrets: SecretStore): SecretStore;
}

export function createPracticeMode(ports: PracticeModePorts): PracticeMode {
  const { clock, log } = ports;
  let vendors: PracticeVendors | null = null;
  let kept = readKept();

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

  async function start(fresh: boolean): Promise<void> {
    if (vendors !== null) return;
    let started: PracticeVendors;
    try {
      started = await startPracticeVendors({
        ...ports.options,
        ports: kept.ports,
        ...(fresh ? {} : { snapshot: kept.snapshot }),
      });
    } catch (cause) {
      throw new Failure('practice-unavailable', { action: { kind: 'try-again' }, cause });
    }
    vendors = started;
    const connections = practiceConnections(started, clock.now());
    const secrets: Record<string, string> = fresh ? {} : { ...kept.secrets };
    for (const { connection, secrets: own } of connections) {
      for (const [field, value] of Object.entries(own)) secrets[`${connection.id}/${field}`] = value;
      ports.dropClient(connection.id);
    }
    keep({
      secrets,
      ports: {
        mypreferences: started.mypreferences.port,
        mytracker: started.mytracker.port,
        mytrackerStorage: started.mytracker.storage.port,
        crayon: started.crayon.port,
      },
    });
    ports.setConnections(connections.map(({ connection }) => connection));
    if (fresh) await trackSamples(started);
  }

  /** Crayon's queue comes onto the list by itself. */
  async function trackSamples({ mypreferences, mytracker }: PracticeVendors): Promise<void> {
    const samples = [
      ['mypreferences', mypreferences.readyReferences.complete, 'Newsletter opt-ins'],
      ['mytracker', mytracker.readyReferences.success, 'Installs, October'],
      ['mypreferences', mypreferences.readyReferences.processing, 'Event guests'],
      ['mytracker', mytracker.readyReferences.inProgress, 'Payments, third quarter'],
    ] as const;
    for (const [vendor, reference, title] of samples) {
      await ports.track({ connectionId: `${practicePrefix}${vendor}`, reference, title });
    }
  }

  async function letGo(): Promise<void> {
    const running = vendors;
    vendors = null;
    if (running === null) return;
    keep({ snapshot: running.snapshot() });
    await running.stop();
  }

  return {
    isOn: () => vendors !== null,
    start,
    async stop() {
      for (const job of ports.practiceJobs()) await ports.forget(job.id);
      ports.setConnections([]);
      await letGo();
      keep(nothingKept);
    },
    shutdown: letGo,
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
