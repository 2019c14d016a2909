import type { SecretStore } from '../../../../src-main/credentials/secret-store.ts';
import { Failure } from '../../../../src-main/ports/failure.ts';
import type {
  ConnectionContext,
  ExportReport,
  Provider,
  ProviderClient,
  ProviderTraits,
} from '../../../../src-main/providers/provider.ts';
import type { KeychainState } from '../../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../../src-preload/contract/ids.ts';
import type { ExportRequest } from '../../../../src-preload/contract/requests.ts';
import { someReport } from './some-job.ts';

/** What a test lets a vendor say; every member may be replaced while the test runs. */
export interface Script {
  /** By reference; one that is missing is gone. */
  exports: Map<string, ExportReport | Error>;
  /** Thrown by check and list instead of an answer. */
  down: Error | null;
  start: (request: ExportRequest) => Promise<{ readonly reference: string }>;
  cancel: (reference: string) => Promise<ExportReport>;
  /** Awaited before check and list answer. */
  pause: Promise<void> | null;
}

export interface ScriptedVendor extends Script {
  readonly provider: Provider;
  /** Each call as `verb argument`. */
  readonly calls: string[];
  readonly contexts: ConnectionContext[];
  /** The most calls that were ever under way at once. */
  readonly busiest: number;
  readonly signals: AbortSignal[];
}

const traits: Readonly<Record<ProviderId, ProviderTraits>> = {
  mypreferences: {
    commitEffect: 'vendor-closes',
    keepsCopyChoice: true,
    canCancel: false,
    listsExports: false,
    referenceIsSecret: true,
    shortestCheckInterval: 5_000,
  },
  mytracker: {
    commitEffect: 'sign-off-only',
    keepsCopyChoice: false,
    canCancel: true,
    listsExports: false,
    referenceIsSecret: false,
    shortestCheckInterval: 4_000,
  },
  crayon: {
    commitEffect: 'sign-off-may-delete',
    keepsCopyChoice: true,
    canCancel: false,
    listsExports: true,
    referenceIsSecret: false,
    shortestCheckInterval: 15_000,
  },
};

export function scriptedVendor(id: ProviderId): ScriptedVendor {
  const calls: string[] = [];
  const contexts: ConnectionContext[] = [];
  const signals: AbortSignal[] = [];
  let busy = 0;
  let busiest = 0;
  const vendor: Script = {
    exports: new Map(),
    down: null,
    start: async () => ({ reference: '77' }),
    cancel: async (reference) =>
      someReport({ reference, state: { kind: 'cancelled' }, vendorStatus: 'Canceled by user' }),
    pause: null,
  };
  async function answering<T>(call: string, signal: AbortSignal, answer: () => T | Promise<T>): Promise<T> {
    calls.push(call);
    signals.push(signal);
    busy += 1;
    busiest = Math.max(busiest, busy);
    try {
      if (vendor.pause !== null) {
        await Promise.race([
          vendor.pause,
          new Promise((_, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
          ),
        ]);
      }
      signal.throwIfAborted();
      return await answer();
    } finally {
      busy -= 1;
    }
  }
  const orDown = <T>(answer: () => T): T => {
    if (vendor.down !== null) throw vendor.down;
    return answer();
  };
  const never = () => Promise.reject(new Failure('unexpected', { detail: 'not part of this test' }));
  const client: ProviderClient = {
    test: never,
    list: (signal) =>
      answering('list', signal, () =>
        orDown(() => [...vendor.exports.values()].flatMap((each) => (each instanceof Error ? [] : [each]))),
      ),
    check: (references, signal) =>
      answering(`check ${references.join(',')}`, signal, () =>
        orDown(
          () =>
            new Map(
              references.map((reference) => [
                reference,
                vendor.exports.get(reference) ??
                  someReport({
                    reference,
                    state: { kind: 'gone' },
                    vendorStatus: 'Not Found',
                    cancellable: false,
                  }),
              ]),
            ),
        ),
      ),
    start: (request, signal) => answering('start', signal, () => vendor.start(request)),
    cancel: (reference, signal) => answering(`cancel ${reference}`, signal, () => vendor.cancel(reference)),
    plan: never,
    acknowledge: never,
    acknowledged: never,
  };
  const seen = {
    provider: {
      id,
      traits: traits[id],
      connect(context: ConnectionContext) {
        contexts.push(context);
        return client;
      },
    },
    calls,
    contexts,
    signals,
  };
  return Object.defineProperty(Object.assign(vendor, seen, { busiest: 0 }), 'busiest', {
    get: () => busiest,
  });
}

export interface ScriptedSecrets extends SecretStore {
  readonly values: Map<string, string>;
  readonly reads: string[];
  /** Thrown by read, write and remove. */
  broken: Failure | null;
  kind: KeychainState;
}

export function scriptedSecrets(): ScriptedSecrets {
  const values = new Map<string, string>();
  const reads: string[] = [];
  const guard = (secrets: ScriptedSecrets) => {
    if (secrets.broken !== null) throw secrets.broken;
  };
  return {
    values,
    reads,
    broken: null,
    kind: 'available',
    async state() {
      return this.kind;
    },
    async placeOf(account) {
      return values.has(account) ? 'keychain' : 'missing';
    },
    async read(account) {
      reads.push(account);
      guard(this);
      return values.get(account) ?? null;
    },
    async write(account, value) {
      guard(this);
      values.set(account, value);
      return 'keychain';
    },
    async remove(account) {
      guard(this);
      values.delete(account);
    },
  };
}
