import { type ConnectionConfig, providerNames } from '../../src-preload/contract/connections.ts';
import type { ErrorCode } from '../../src-preload/contract/errors.ts';
import { Failure } from '../ports/failure.ts';
import { hideSecrets } from './http/hide-secrets.ts';
import type { ConnectionContext, ExportReport, Provider, ProviderClient, RetrievalPlan } from './provider.ts';

/** Shorter ones would blot out ordinary words, and hide nothing. */
const shortest = 4;

/**
 * The last net around a provider: whatever a vendor, or something between it and us, says is shown, logged and kept
 * only without the secrets that this client has used. Each provider hides what its own calls send; this one also knows
 * what they didn't send.
 */
export function guarded(provider: Provider): Provider {
  return {
    id: provider.id,
    traits: provider.traits,
    connect(context) {
      const used = new Set<string>();
      const watched: ConnectionContext = {
        ...context,
        async secret(field) {
          const value = await context.secret(field);
          used.add(value);
          return value;
        },
      };
      const seen = (reference: string) => {
        if (provider.traits.referenceIsSecret) used.add(reference);
      };
      const hide = (text: string) =>
        hideSecrets(
          text,
          [...used].filter((secret) => secret.length >= shortest),
        );
      return guardedClient(provider.connect(watched), {
        hide,
        seen,
        hosts: hostsOf(context.config),
        name: providerNames[provider.id],
        connectionId: context.connectionId,
      });
    },
  };
}

interface Guard {
  readonly hide: (text: string) => string;
  readonly seen: (reference: string) => void;
  /** The vendor's own hosts: people know the vendor by its name. */
  readonly hosts: readonly string[];
  readonly name: string;
  readonly connectionId: string;
}

/** What looking at the connection's details may put right. */
const accountTroubles: ReadonlySet<ErrorCode> = new Set(['sign-in-refused', 'permission-denied']);

function hostsOf(config: ConnectionConfig): readonly string[] {
  const addresses =
    config.provider === 'mypreferences' && config.authorization.kind === 'oauth2'
      ? [config.baseUrl, config.authorization.tokenUrl]
      : [config.baseUrl];
  return addresses.flatMap((address) => {
    const { host, hostname } = new URL(address);
    return [host, hostname];
  });
}

function guardedClient(client: ProviderClient, watch: Guard): ProviderClient {
  const { hide, seen } = watch;
  async function guard<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (thrown) {
      throw told(thrown, watch);
    }
  }
  const report = (found: ExportReport) => reportWithoutSecrets(found, hide);

  return {
    test: (signal) => guard(() => client.test(signal)),
    list: (signal) => guard(async () => (await client.list(signal)).map(report)),
    check(references, signal) {
      references.forEach(seen);
      return guard(async () => {
        const found = await client.check(references, signal);
        return new Map(
          [...found].map(([reference, one]) => [
            reference,
            one instanceof Error ? told(one, watch) : report(one),
          ]),
        );
      });
    },
    start: (request, signal) => guard(() => client.start(request, signal)),
    cancel(reference, signal) {
      seen(reference);
      return guard(async () => report(await client.cancel(reference, signal)));
    },
    plan(reference, signal) {
      seen(reference);
      return guard(async () => guardedPlan(await client.plan(reference, signal), guard));
    },
    acknowledge(reference, choice, signal) {
      seen(reference);
      return guard(async () => ({
        vendorAnswer: hide((await client.acknowledge(reference, choice, signal)).vendorAnswer),
      }));
    },
    acknowledged(reference, choice, signal) {
      seen(reference);
      return guard(() => client.acknowledged(reference, choice, signal));
    },
  };
}

function guardedPlan(plan: RetrievalPlan, guard: <T>(call: () => Promise<T>) => Promise<T>): RetrievalPlan {
  if (plan.kind === 'pages') {
    return { ...plan, page: (offset, limit, signal) => guard(() => plan.page(offset, limit, signal)) };
  }
  return {
    ...plan,
    parts: plan.parts.map((part) => ({
      ...part,
      open: (request, signal) =>
        guard(async () => {
          const answer = await part.open(request, signal);
          return { ...answer, body: guardedBody(answer.body, guard) };
        }),
    })),
  };
}

/** What breaks while the bytes arrive is told like everything else. */
function guardedBody(
  body: AsyncIterable<Uint8Array>,
  guard: <T>(call: () => Promise<T>) => Promise<T>,
): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      const pieces = body[Symbol.asyncIterator]();
      return {
        next: () => guard(() => pieces.next()),
        return: async () => (await pieces.return?.()) ?? { done: true, value: undefined },
      };
    },
  };
}

function reportWithoutSecrets(report: ExportReport, hide: (text: string) => string): ExportReport {
  const { state, title } = report;
  return {
    ...report,
    state: state.kind === 'failed' ? { ...state, reason: hide(state.reason) } : state,
    vendorStatus: hide(report.vendorStatus),
    details: report.details.map(({ label, value }) => ({ label: hide(label), value: hide(value) })),
    ...(title === undefined ? {} : { title: hide(title) }),
  };
}

/** The host matters to whoever looks into a network; elsewhere the vendor has answered, and its words say more. */
const hostMatters: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'unreachable',
  'timeout',
  'connection-lost',
  'certificate-untrusted',
  'not-the-vendor',
  'redirect-refused',
]);

/**
 * The failure as a person may read it: no secret in it, and the vendor's name in place of its host, which moves into the
 * details where the network failed. The same failure when there is nothing to change, so that who compares them by identity still can.
 */
function told<T>(thrown: T, { hide, hosts, name, connectionId }: Guard): T | Failure {
  if (!(thrown instanceof Failure)) return thrown;
  const { code, subject, detail, suspects } = thrown.error;
  const action =
    thrown.error.action ??
    (accountTroubles.has(code) ? { kind: 'edit-connection' as const, connectionId } : undefined);
  const isHost = subject !== undefined && hosts.includes(subject);
  const details =
    isHost && hostMatters.has(code)
      ? [subject, detail].filter((part) => part !== undefined).join(' · ')
      : detail;
  const shown = {
    ...(subject === undefined ? {} : { subject: isHost ? name : hide(subject) }),
    ...(details === undefined ? {} : { detail: hide(details) }),
    ...(suspects === undefined ? {} : { suspects }),
  };
  const same = shown.subject === subject && shown.detail === detail && action === thrown.error.action;
  if (same) return thrown;
  return new Failure(code, { ...shown, ...(action === undefined ? {} : { action }) });
}
