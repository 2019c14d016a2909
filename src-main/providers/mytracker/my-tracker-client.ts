import { z } from 'zod';
import type { ConfigOf } from '../../../src-preload/contract/connections.ts';
import type { RequestOf } from '../../../src-preload/contract/requests.ts';
import { Failure } from '../../ports/failure.ts';
import { goneReport } from '../gone-report.ts';
import { checkEach } from '../http/check-each.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import type { HttpAnswer, HttpRequest } from '../http/http-client.ts';
import { limiterOfAccount } from '../http/shared-limiter.ts';
import type { ConnectionContext, ExportReport, ProviderClient } from '../provider.ts';
import { authHmac } from './auth-hmac.ts';
import { createParameters, encodeParameters } from './create-parameters.ts';
import type { TrackerExport } from './export-state.ts';
import { readExport } from './export-state.ts';
import { filePartsOf } from './file-parts.ts';
import { myTrackerLimits, quotaWait } from './limits.ts';
import { dataOf, readReply } from './reply.ts';

const createdSchema = z.object({ idRawExport: z.union([z.string(), z.number().int()]).transform(String) });
const referenceForm = /^\d{1,20}$/;
/** No export has this id; asking for it proves the signature without touching anything. */
const noReference = '0';
/** A `Date` header has whole seconds and is some seconds old: less than this is no skew. */
const smallestSkew = 30_000;

export function createMyTrackerClient(
  context: ConnectionContext,
  config: ConfigOf<'mytracker'>,
): ProviderClient {
  const { clock } = context;
  const base = config.baseUrl.replace(/\/+$/, '');
  const { origin, host: subject } = new URL(base);
  const http = createHttpClient({
    ...context,
    provider: 'mytracker',
    limiter: limiterOfAccount(clock, `mytracker ${origin} ${config.apiUserId}`, myTrackerLimits),
  });
  /** How often in a row an export has answered `Error occurred`; forgotten with any other word. */
  const errorsInARow = new Map<string, number>();

  const signing =
    (method: HttpRequest['method'], body = ''): NonNullable<HttpRequest['authorize']> =>
    async ({ url }) => ({
      Authorization: authHmac(
        { method, url, body },
        { apiUserId: config.apiUserId, secretKey: await context.secret('secretKey') },
      ),
    });

  function ask(path: string, retry: HttpRequest['retry'], signal: AbortSignal): Promise<HttpAnswer> {
    // The href is what goes out, so it is what gets signed.
    const { href: url } = new URL(`${base}${path}`);
    return http.send({ method: 'GET', url, retry, authorize: signing('GET'), limitedFor: quotaWait, signal });
  }

  async function get(reference: string, signal: AbortSignal): Promise<TrackerExport> {
    if (!referenceForm.test(reference)) throw new Failure('reference-invalid');
    const answer = await ask(`/api/raw/v1/export/get.json?idRawExport=${reference}`, 'safe', signal);
    const reply = readReply(answer, subject);
    if (reply.kind === 'refused') {
      // 404 alone could be a wrong address; the vendor's words say that it is the export.
      if (!isUnknownExport(reply)) throw reply.failure;
      errorsInARow.delete(reference);
      return { report: goneReport(reference, reply.detail), files: [] };
    }
    const seen = (errorsInARow.get(reference) ?? 0) + 1;
    const found = readExport(reply.data, {
      reference,
      now: clock.now(),
      skew: skewOf(answer.headers, clock.now()),
      errorsInARow: seen,
    });
    if (found.report.vendorStatus === 'Error occurred') errorsInARow.set(reference, seen);
    else errorsInARow.delete(reference);
    return found;
  }

  return {
    async test(signal) {
      if (await answersQuotas(signal)) return;
      // Where there is no such page, a signed question about no export at all is answered with "not found".
      const answer = await ask(`/api/raw/v1/export/get.json?idRawExport=${noReference}`, 'safe', signal);
      const reply = readReply(answer, subject);
      if (reply.kind === 'refused' && reply.code !== 400 && !isUnknownExport(reply)) throw reply.failure;
    },

    list: () => Promise.reject(new Failure('not-offered')),

    // One at a time: more at once would only wait for each other's turn, and go on after a refusal.
    check: (references, signal) =>
      checkEach(references, async (reference) => (await get(reference, signal)).report, signal, 1),

    async start(request, signal) {
      if (request.provider !== 'mytracker') throw new Failure('call-invalid');
      const answer = await create(request, signal);
      const created = createdSchema.safeParse(dataOf(answer, subject));
      if (!created.success || !referenceForm.test(created.data.idRawExport)) {
        throw new Failure('answer-malformed', { subject, detail: 'idRawExport' });
      }
      return { reference: created.data.idRawExport };
    },

    async cancel(reference, signal) {
      if (!referenceForm.test(reference)) throw new Failure('reference-invalid');
      // A GET with an effect: sent once. Whatever it answers, the status afterwards is the truth; the vendor may have
      // been quicker, and a lost answer may have been a success.
      const refusal = await cancelOnce(reference, signal);
      const { report } = await get(reference, signal);
      const stillAtWork = report.state.kind === 'running' || report.state.kind === 'queued';
      if (refusal !== null && stillAtWork) throw refusal;
      return report;
    },

    async plan(reference, signal) {
      const { report, files } = await get(reference, signal);
      if (report.vendorStatus !== 'Success!') throw notReady(report);
      if (files.length === 0) throw new Failure('answer-empty', { subject, detail: 'files' });
      // Some dead links among living ones: what can be had is still worth having, and each part says so itself.
      if (files.every(({ expiresAt }) => expiresAt !== null && expiresAt <= clock.now())) {
        throw new Failure('export-expired', { subject });
      }
      return { kind: 'files', parts: filePartsOf(files, { http, clock, origin, authorize: signing('GET') }) };
    },

    acknowledge: async () => ({ vendorAnswer: 'sign-off: the vendor offers no acknowledgement' }),
    acknowledged: async () => 'no',
  };

  /** The cheapest signed call. False when this host has no such page; throws when it refuses. */
  async function answersQuotas(signal: AbortSignal): Promise<boolean> {
    const answer = await ask('/api/open/user/v1/quotas/get.json', 'safe', signal);
    if (answer.status === 404) return false;
    const reply = readReply(answer, subject);
    if (reply.kind === 'refused' && reply.code !== 404) throw reply.failure;
    return reply.kind === 'data';
  }

  function create(request: RequestOf<'mytracker'>, signal: AbortSignal): Promise<HttpAnswer> {
    const parameters = encodeParameters(createParameters(request));
    const path = `${base}/api/raw/v1/export/create.json`;
    const common = { method: 'POST', retry: 'never', limitedFor: quotaWait, signal } as const;
    // The vendor's two official clients differ here, and both work.
    if (config.createBy === 'query') {
      const { href: url } = new URL(`${path}?${parameters}`);
      return http.send({ ...common, url, authorize: signing('POST') });
    }
    const { href: url } = new URL(path);
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return http.send({ ...common, url, headers, body: parameters, authorize: signing('POST', parameters) });
  }

  /** What speaks against the cancelling; null when the vendor accepted it. */
  async function cancelOnce(reference: string, signal: AbortSignal): Promise<Failure | null> {
    try {
      const answer = await ask(`/api/raw/v1/export/cancel.json?idRawExport=${reference}`, 'never', signal);
      const reply = readReply(answer, subject);
      if (reply.kind === 'data') return null;
      return reply.code === 400
        ? new Failure('cannot-cancel', { subject, detail: reply.detail })
        : reply.failure;
    } catch (thrown) {
      if (!(thrown instanceof Failure) || thrown.code === 'rate-limited') throw thrown;
      return thrown;
    }
  }
}

function isUnknownExport(reply: { readonly code: number; readonly detail: string }): boolean {
  return reply.code === 404 && /^raw export request not found/i.test(reply.detail.trim());
}

function notReady(report: ExportReport): Failure {
  const detail = report.vendorStatus;
  switch (report.state.kind) {
    case 'gone':
      return new Failure('export-gone', { detail });
    case 'failed':
      return new Failure('export-failed', { detail: report.state.reason });
    case 'cancelled':
      return new Failure('export-failed', { detail });
    default:
      return new Failure('export-not-ready', { detail });
  }
}

/** How far the vendor's clock is ahead of this computer's, ms, by the answer's `Date`; 0 when they agree. */
function skewOf(headers: Headers, now: number): number {
  const vendorNow = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(vendorNow)) return 0;
  const skew = vendorNow - now;
  return Math.abs(skew) < smallestSkew ? 0 : skew;
}
