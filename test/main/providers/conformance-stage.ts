import { afterEach, beforeEach } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import type { LoopbackServer } from '../../../src-main/practice/http/loopback-server.ts';
import type {
  ExportReport,
  Provider,
  ProviderClient,
  RetrievalPlan,
} from '../../../src-main/providers/provider.ts';
import type { ConnectionConfig } from '../../../src-preload/contract/connections.ts';
import type { ExportRequest } from '../../../src-preload/contract/requests.ts';
import { type ContextBench, calm, contextFor, type Secrets } from '../../support/provider-context.ts';
import { createVirtualClock, settle, type VirtualClock } from '../../support/virtual-clock.ts';

/** One vendor with what the suite has to know of it; everything else it learns through `Provider`. */
export interface World {
  readonly provider: Provider;
  readonly config: ConnectionConfig;
  readonly secrets: Secrets;
  /** Accepted by the schema, refused by the vendor. */
  readonly wrongSecrets: Secrets;
  readonly server: LoopbackServer;
  /** The same connection at an address where nobody listens. */
  readonly elsewhere: (origin: string) => ConnectionConfig;
  readonly request: ExportRequest;
  /** An export that can be collected. */
  readonly ready: string;
  /** One that is still in the making. */
  readonly unfinished: string;
  readonly unknown: string;
  /** Requests of the API proper: what signs in may go on while these fail. */
  readonly api: RegExp;
  /** From asking for an export until it is ready, ms. */
  readonly working: number;
  /** What the vendor holds, by part or as the lines of the records. */
  expected(reference: string): Promise<readonly Buffer[]>;
  /** What is known of an acknowledgement before and after it was made. */
  readonly known: { readonly before: 'yes' | 'no' | 'unclear'; readonly after: 'yes' | 'no' | 'unclear' };
  /** How often the vendor was told. */
  acknowledgements(): number;
  stop(): Promise<void>;
}

export interface Stage {
  readonly clock: VirtualClock;
  readonly world: World;
  readonly client: ProviderClient;
  connect(config?: ConnectionConfig, secrets?: Secrets): ContextBench & { readonly client: ProviderClient };
  /** Lets a call run to its end: waits of up to `patience` ms (spacing, retries) pass at once. */
  run<T>(call: Promise<T>, patience?: number): Promise<T>;
  /** The report of one reference; a failure in its place is thrown. */
  check(reference: string, by?: ProviderClient, signal?: AbortSignal): Promise<ExportReport>;
  failureOf(call: Promise<unknown>): Promise<Failure>;
  /** The bytes of each part, or of each record. */
  collect(plan: RetrievalPlan): Promise<readonly Buffer[]>;
}

/** A fresh vendor and client before each test of the surrounding `describe`. */
export function setStage(makeWorld: (clock: VirtualClock) => Promise<World>): Stage {
  let clock: VirtualClock;
  let world: World;
  let client: ProviderClient;

  beforeEach(async () => {
    clock = createVirtualClock();
    world = await makeWorld(clock);
    ({ client } = connect());
  });
  afterEach(() => world.stop());

  function connect(config = world.config, secrets = world.secrets) {
    const bench = contextFor(config, secrets, { clock });
    return { ...bench, client: world.provider.connect(bench.context) };
  }

  /** Lets a call run to its end: waits of up to `patience` ms (spacing, retries) pass at once. */
  async function run<T>(call: Promise<T>, patience = 5_000): Promise<T> {
    let done = false;
    const end = () => {
      done = true;
    };
    call.then(end, end);
    while (!done) {
      await settle();
      const next = clock.waiting[0];
      if (!done && next !== undefined && next <= patience) await clock.advance(next);
    }
    return call;
  }

  async function check(reference: string, by = client, signal = calm()): Promise<ExportReport> {
    const found = (await run(by.check([reference], signal))).get(reference);
    if (found === undefined) throw new Error('the reference is missing from the answer');
    if (found instanceof Error) throw found;
    return found;
  }

  async function failureOf(call: Promise<unknown>): Promise<Failure> {
    const thrown: unknown = await run(call).then(
      () => new Error('it succeeded'),
      (reason: unknown) => reason,
    );
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }

  async function collect(plan: RetrievalPlan): Promise<readonly Buffer[]> {
    if (plan.kind === 'files') {
      const files: Buffer[] = [];
      for (const part of plan.parts) {
        const answer = await run(part.open({ from: 0, validator: null }, calm()));
        const pieces: Uint8Array[] = [];
        for await (const piece of answer.body) pieces.push(piece);
        files.push(Buffer.concat(pieces));
      }
      return files;
    }
    const records: Buffer[] = [];
    for (let offset = 1, more = true; more; ) {
      const page = await run(plan.page(offset, plan.pageSize, calm()));
      records.push(...page.records.map((record) => Buffer.from(record)));
      offset += page.count;
      more = page.hasMore;
    }
    return records;
  }

  return {
    get clock() {
      return clock;
    },
    get world() {
      return world;
    },
    get client() {
      return client;
    },
    connect,
    run,
    check,
    failureOf,
    collect,
  };
}
