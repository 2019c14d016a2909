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
      return guardedClient(provider.connect(watched), hide, seen);
    },
  };
}

function guardedClient(
  client: ProviderClient,
  hide: (text: string) => string,
  seen: (reference: string) => void,
): ProviderClient {
  async function guard<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (thrown) {
      throw withoutSecrets(thrown, hide);
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
            one instanceof Error ? withoutSecrets(one, hide) : report(one),
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
      open: (request, signal) => guard(() => part.open(request, signal)),
    })),
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

/** The same failure when there is nothing to hide, so that who compares them by identity still can. */
function withoutSecrets<T>(thrown: T, hide: (text: string) => string): T | Failure {
  if (!(thrown instanceof Failure)) return thrown;
  const { code, subject, detail, action } = thrown.error;
  const hidden = {
    ...(subject === undefined ? {} : { subject: hide(subject) }),
    ...(detail === undefined ? {} : { detail: hide(detail) }),
  };
  if (hidden.subject === subject && hidden.detail === detail) return thrown;
  return new Failure(code, { ...hidden, ...(action === undefined ? {} : { action }) });
}
