import type { Connection } from '../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';
import type { Fetch } from '../ports/fetch.ts';
import type { Log } from '../ports/log.ts';
import type { Provider, ProviderClient, ProviderTraits } from '../providers/provider.ts';
import type { Job } from './job.ts';
import type { VendorDesk } from './job-book.ts';

export interface ConnectedVendorDesk extends VendorDesk {
  /**
   * The connection's one client: its limiter and its sign-in live there until `drop`. It speaks to the connection as it
   * is saved now, whichever earlier form of it the caller holds. Throws 'connection-not-found' once it is removed.
   */
  clientFor(connection: Connection): ProviderClient;
  traitsOf(provider: ProviderId): ProviderTraits;
  /** After a connection was changed or removed: the next call makes a new client. */
  drop(connectionId: string): void;
  /** The vendor's true reference. Throws `Failure`: 'secret-missing' (subject: the job's title), 'keychain-…'. */
  referenceOf(job: Job): Promise<string>;
  /**
   * Keeps a reference that is a secret. One that the keychain refuses is held for this session, so that an export which
   * the vendor has already made isn't lost; the keychain is asked again at the next use.
   */
  keepReference(job: Pick<Job, 'id' | 'connectionId'>, reference: string): Promise<void>;
  forgetReference(job: Pick<Job, 'id' | 'connectionId'>): Promise<void>;
}

export function createVendorDesk(options: {
  readonly connections: { readonly get: (id: string) => Connection | null };
  readonly providers: Readonly<Record<ProviderId, Provider>>;
  readonly secrets: SecretStore;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
}): ConnectedVendorDesk {
  const { connections, providers, secrets, fetch, clock, log, random } = options;
  const clients = new Map<string, { readonly made: Connection; readonly client: ProviderClient }>();
  /** References that the keychain hasn't taken yet, by account. */
  const held = new Map<string, string>();

  function clientFor(asked: Connection): ProviderClient {
    const connection = connections.get(asked.id);
    if (connection === null) throw new Failure('connection-not-found', { subject: asked.name });
    const cached = clients.get(connection.id);
    if (cached?.made === connection) return cached.client;
    const client = providers[connection.config.provider].connect({
      connectionId: connection.id,
      config: connection.config,
      async secret(field) {
        const value = await secrets.read(`${connection.id}/${field}`);
        if (value !== null) return value;
        throw new Failure('secret-missing', {
          subject: connection.name,
          detail: field,
          action: { kind: 'edit-connection', connectionId: connection.id },
        });
      },
      fetch,
      clock,
      log,
      random,
    });
    clients.set(connection.id, { made: connection, client });
    return client;
  }

  async function keepHeld(account: string, reference: string): Promise<void> {
    held.set(account, reference);
    try {
      await secrets.write(account, reference);
      held.delete(account);
    } catch (error) {
      log.warn('a reference is held for this session only', {
        code: error instanceof Failure ? error.code : 'unexpected',
      });
    }
  }

  async function referenceOf(job: Job): Promise<string> {
    if (!providers[job.provider].traits.referenceIsSecret) return job.reference;
    const account = referenceAccount(job);
    const waiting = held.get(account);
    if (waiting !== undefined) {
      await keepHeld(account, waiting);
      return waiting;
    }
    const reference = await secrets.read(account);
    if (reference === null) throw new Failure('secret-missing', { subject: job.title });
    return reference;
  }

  return {
    clientFor,
    traitsOf: (provider) => providers[provider].traits,
    referenceOf,
    async clientOf(job) {
      const connection = connections.get(job.connectionId);
      if (connection === null) throw new Failure('connection-not-found', { subject: job.connectionName });
      const reference = await referenceOf(job);
      return { client: clientFor(connection), traits: providers[job.provider].traits, reference };
    },
    drop: (connectionId) => {
      clients.delete(connectionId);
    },
    keepReference: (job, reference) => keepHeld(referenceAccount(job), reference),
    async forgetReference(job) {
      const account = referenceAccount(job);
      held.delete(account);
      await secrets.remove(account);
    },
  };
}

/** The keychain account of an export whose reference is a secret. */
export function referenceAccount(job: Pick<Job, 'id' | 'connectionId'>): string {
  return `${job.connectionId}/export.${job.id}`;
}
