import { assertNever } from '../../../src-preload/contract/assert-never.ts';
import type { ConfigOf } from '../../../src-preload/contract/connections.ts';
import { sleep } from '../../ports/clock.ts';
import { Failure } from '../../ports/failure.ts';
import { goneReport } from '../gone-report.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import { hostOf } from '../http/redact.ts';
import { limiterOfAccount } from '../http/shared-limiter.ts';
import type { ConnectionContext, ExportReport, Provider, ProviderClient } from '../provider.ts';
import { createCalls, type QueueList } from './calls.ts';
import { newItem } from './created-id.ts';
import { flags, flagsOf, type QueueItem } from './queue.ts';
import { createSightings, reportOf } from './queue-report.ts';

/** Crayon Cloud-iQ, its export queue: https://apidocs.crayon.com */
export const crayon: Provider = {
  id: 'crayon',
  traits: {
    commitEffect: 'sign-off-may-delete',
    keepsCopyChoice: true,
    canCancel: false,
    listsExports: true,
    referenceIsSecret: false,
    // Each check brings the whole list.
    shortestCheckInterval: 15_000,
  },
  connect(context) {
    if (context.config.provider !== 'crayon')
      throw new Failure('connection-invalid', { subject: 'provider' });
    return connect(context, context.config);
  },
};

/** The vendor states no limit; a person's work needs far less than this. */
const limits = { windows: [{ ms: 1_000, max: 10 }] };

/** How long the list may take to show a new report, ms between looks. */
const looks = [0, 1_000, 2_000, 4_000];

function connect(context: ConnectionContext, config: ConfigOf<'crayon'>): ProviderClient {
  const { clock, fetch, log, random } = context;
  const limiter = limiterOfAccount(
    clock,
    `crayon ${hostOf(config.baseUrl)} ${config.clientId} ${config.userName}`,
    limits,
  );
  const http = createHttpClient({ fetch, clock, log, random, limiter, provider: 'crayon' });
  const calls = createCalls(context, config, http);
  const sightings = createSightings();

  const toReport = (item: QueueItem, list: QueueList): ExportReport =>
    reportOf(item, { now: clock.now(), vendorNow: list.vendorNow, daysListed: list.daysListed }, sightings);

  async function find(reference: string, signal: AbortSignal): Promise<ExportReport> {
    const id = idOf(reference);
    const list = await calls.list(signal);
    const item = list.items.find((one) => one.id === id);
    return item === undefined ? goneReport(reference, '') : toReport(item, list);
  }

  return {
    async test(signal) {
      await calls.list(signal);
    },

    async list(signal) {
      const list = await calls.list(signal);
      return list.items.map((item) => toReport(item, list));
    },

    async check(references, signal) {
      // The vendor has no call for one export: one list tells of all.
      const list = await calls.list(signal);
      const reports = new Map(list.items.map((item) => [String(item.id), toReport(item, list)]));
      return new Map(
        references.map((reference) => [reference, reports.get(reference) ?? goneReport(reference, '')]),
      );
    },

    async start(request, signal) {
      if (request.provider !== 'crayon') throw new Failure('call-invalid', { subject: 'provider' });
      const before = new Set((await calls.list(signal)).items.map((item) => item.id));
      const told = await calls.create(request, before, signal);
      if (told !== null) return { reference: String(told) };
      for (const pause of looks) {
        if (pause > 0) await sleep(clock, pause, signal);
        // The report is asked for: a list that can't be had now doesn't mean that it isn't, and must not read as a refusal.
        const list = await calls.list(signal).catch((thrown: unknown) => {
          if (signal.aborted || !(thrown instanceof Failure)) throw thrown;
          return null;
        });
        const id = list === null ? null : newItem(list.items, before, request, config.userName);
        if (id !== null) return { reference: String(id) };
      }
      // Accepted, but not to be seen yet: the queue is listed as it is, so it turns up there.
      throw new Failure('answer-empty', { detail: 'Id' });
    },

    async cancel() {
      throw new Failure('not-offered');
    },

    async plan(reference, signal) {
      const found = await find(reference, signal);
      const refusal = obstacle(found);
      if (refusal !== null) throw refusal;
      return {
        kind: 'files',
        parts: [
          {
            key: reference,
            suggestedName: `${found.title ?? `Report ${reference}`}.xlsx`,
            // There is no link that could expire, and the file's lifetime is an estimate.
            expiresAt: null,
            content: 'workbook',
            expectedBytes: null,
            open: (request, partSignal) =>
              calls.download(idOf(reference), request, partSignal).catch(async (thrown: unknown) => {
                // How a download refuses what isn't ready or was deleted is not documented: the list tells them apart.
                const unclear =
                  thrown instanceof Failure &&
                  (thrown.code === 'not-found' || thrown.code === 'request-rejected');
                if (!unclear) throw thrown;
                throw obstacle(await find(reference, partSignal)) ?? thrown;
              }),
          },
        ],
      };
    },

    async acknowledge(reference, { keepFiles }, signal) {
      signal.throwIfAborted();
      if (keepFiles) return { vendorAnswer: 'sign-off: kept in the queue' };
      return { vendorAnswer: String(await calls.remove(idOf(reference), signal)) };
    },

    async acknowledged(reference, { keepFiles }, signal) {
      // A sign-off that asks nothing of the vendor can't be lost on the way.
      if (keepFiles) return 'yes';
      const id = idOf(reference);
      const item = (await calls.list(signal)).items.find((one) => one.id === id);
      if (item === undefined) return 'yes';
      return ((flagsOf(item.status) ?? 0) & flags.deleted) === 0 ? 'no' : 'yes';
    },
  };
}

/** Why there is nothing to collect, or null when there is. */
function obstacle({ state, vendorStatus }: ExportReport): Failure | null {
  const about = { detail: `Status ${vendorStatus === '' ? 'none' : vendorStatus}` };
  switch (state.kind) {
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
      return assertNever(state);
  }
}

function idOf(reference: string): number {
  const id = Number(reference);
  if (!/^\d{1,15}$/.test(reference)) throw new Failure('reference-invalid', { subject: reference });
  return id;
}
