import { assertNever } from '../../../src-preload/contract/assert-never.ts';
import type { ConfigOf } from '../../../src-preload/contract/connections.ts';
import { Failure } from '../../ports/failure.ts';
import { goneReport } from '../gone-report.ts';
import { checkEach } from '../http/check-each.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import { hostOf } from '../http/redact.ts';
import { limiterOfAccount } from '../http/shared-limiter.ts';
import type { ConnectionContext, ExportReport, Provider, ProviderClient } from '../provider.ts';
import { createCalls } from './calls.ts';
import { createSignIn } from './sign-in.ts';
import { reportOf, statusWord } from './status.ts';

/** PossibleNOW MyPreferences, its export ("bulk") API: https://docs.mypreferences.com */
export const myPreferences: Provider = {
  id: 'mypreferences',
  traits: {
    commitEffect: 'vendor-closes',
    keepsCopyChoice: true,
    canCancel: false,
    listsExports: false,
    referenceIsSecret: true,
    shortestCheckInterval: 5_000,
  },
  connect(context) {
    if (context.config.provider !== 'mypreferences')
      throw new Failure('connection-invalid', { subject: 'provider' });
    return connect(context, context.config);
  },
};

/** The vendor states no limit. This pace is far above what one person's exports need, and far below an attack. */
const limits = { windows: [{ ms: 1_000, max: 20 }] };

function connect(context: ConnectionContext, config: ConfigOf<'mypreferences'>): ProviderClient {
  const { clock, fetch, log, random } = context;
  const limiter = limiterOfAccount(
    clock,
    `mypreferences ${hostOf(config.baseUrl)} ${config.clientId}/${config.userId}`,
    limits,
  );
  const http = createHttpClient({ fetch, clock, log, random, limiter, provider: 'mypreferences' });
  const calls = createCalls(config, http, createSignIn(context, config, http));

  async function report(reference: string, signal: AbortSignal): Promise<ExportReport> {
    const answer = await calls.status(reference, signal);
    return answer === null ? goneReport(reference, '404') : reportOf(reference, answer, clock.now());
  }

  /** Why there is nothing to collect, or null when there is. */
  function obstacle(found: ExportReport): Failure | null {
    const about = { detail: found.vendorStatus };
    switch (found.state.kind) {
      case 'ready':
        return null;
      case 'queued':
      case 'running':
        return new Failure('export-not-ready', about);
      case 'failed':
      case 'cancelled':
        return new Failure('export-failed', about);
      case 'expired':
        return new Failure('export-expired', about);
      case 'gone':
        return new Failure('export-gone', about);
      default:
        return assertNever(found.state);
    }
  }

  return {
    test: (signal) => calls.probe(signal),

    async list() {
      throw new Failure('not-offered');
    },

    check: (references, signal) => checkEach(references, (reference) => report(reference, signal), signal),

    async start(request, signal) {
      if (request.provider !== 'mypreferences') throw new Failure('call-invalid', { subject: 'provider' });
      return { reference: await calls.initiate(request, signal) };
    },

    async cancel() {
      throw new Failure('not-offered');
    },

    async plan(reference, signal) {
      const found = await report(reference, signal);
      const refusal = obstacle(found);
      if (refusal !== null) throw refusal;
      return {
        kind: 'pages',
        key: 'records',
        suggestedName: 'profiles.ndjson',
        pageSize: config.pageSize,
        announcedRows: found.rows,
        page: (offset, limit, pageSignal) =>
          calls.data(reference, offset, limit, pageSignal).catch(async (thrown: unknown) => {
            // How the data call refuses an export that isn't ready, has expired or was committed is not documented: its
            // status tells them apart.
            const unclear =
              thrown instanceof Failure &&
              (thrown.code === 'request-rejected' || thrown.code === 'not-found');
            if (!unclear) throw thrown;
            throw obstacle(await report(reference, pageSignal)) ?? thrown;
          }),
      };
    },

    async acknowledge(reference, { keepFiles }, signal) {
      return { vendorAnswer: String(await calls.commit(reference, keepFiles, signal)) };
    },

    async acknowledged(reference, _choice, signal) {
      const answer = await calls.status(reference, signal);
      switch (answer === null ? null : statusWord(answer.status)) {
        // The vendor says "Retrieved" of a committed export, although its commit page speaks of "Complete".
        case 'retrieved':
          return 'yes';
        case 'complete':
        case 'processing':
          return 'no';
        // Expired, failed, unknown, or a word that we don't know: it may have been committed before.
        default:
          return 'unclear';
      }
    },
  };
}
