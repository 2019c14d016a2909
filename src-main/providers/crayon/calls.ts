import type { ConfigOf } from '../../../src-preload/contract/connections.ts';
import type { RequestOf } from '../../../src-preload/contract/requests.ts';
import type { Failure } from '../../ports/failure.ts';
import { createBearerKeeper } from '../http/bearer-keeper.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from '../http/http-client.ts';
import { parseJsonAnswer } from '../http/parse-json-answer.ts';
import { hostOf } from '../http/redact.ts';
import type { ConnectionContext, PartAnswer, PartRequest } from '../provider.ts';
import { createBody, idInReply } from './created-id.ts';
import { openDownload } from './download.ts';
import { type QueueItem, queueSchema } from './queue.ts';
import { refusalOf } from './refusal.ts';
import { askCrayonToken } from './token.ts';

export interface QueueList {
  readonly items: readonly QueueItem[];
  readonly daysListed: number | null;
  /** By the answer's `Date`, epoch ms. */
  readonly vendorNow: number | null;
}

/** The four calls of the export queue, each one request. */
export interface Calls {
  list(signal: AbortSignal): Promise<QueueList>;
  /** The id that the vendor told, if it told one. */
  create(
    request: RequestOf<'crayon'>,
    before: ReadonlySet<number>,
    signal: AbortSignal,
  ): Promise<number | null>;
  download(id: number, request: PartRequest, signal: AbortSignal): Promise<PartAnswer>;
  /** The HTTP status with which the vendor accepted it. */
  remove(id: number, signal: AbortSignal): Promise<number>;
}

export function createCalls(context: ConnectionContext, config: ConfigOf<'crayon'>, http: HttpClient): Calls {
  const base = `${config.baseUrl.replace(/\/+$/, '')}/api/v1/exports`;
  const subject = hostOf(config.baseUrl);
  const keeper = createBearerKeeper({
    clock: context.clock,
    async ask(signal) {
      const clientSecret = await context.secret('clientSecret');
      const password = await context.secret('password');
      return askCrayonToken(http, config, { clientSecret, password }, signal);
    },
  });

  function authorize(signal: AbortSignal): NonNullable<HttpRequest['authorize']> {
    const bearer = keeper.forRequest(signal);
    return async (attempt) => ({ Authorization: `Bearer ${await bearer(attempt)}` });
  }

  async function send(
    call: Pick<HttpRequest, 'method' | 'url' | 'retry' | 'body'>,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const type = call.body === undefined ? {} : { 'Content-Type': 'application/json' };
    const answer = await http.send({
      ...call,
      headers: { Accept: 'application/json', ...type },
      authorize: authorize(signal),
      signal,
    });
    if (answer.status < 200 || answer.status >= 300) throw refused(answer);
    return answer;
  }

  const refused = (answer: HttpAnswer): Failure => refusalOf(answer, { subject, hide: keeper.hide });

  return {
    async list(signal) {
      const answer = await send({ method: 'GET', url: `${base}/`, retry: 'safe' }, signal);
      const { items, nrofdays } = parseJsonAnswer(answer, queueSchema, subject);
      const date = Date.parse(answer.headers.get('date') ?? '');
      return { items, daysListed: nrofdays ?? null, vendorNow: Number.isNaN(date) ? null : date };
    },

    async create(request, before, signal) {
      const url = `${base}/generate-license-report/`;
      const answer = await send({ method: 'POST', url, body: createBody(request), retry: 'never' }, signal);
      return idInReply(answer.text, before);
    },

    download: (id, request, signal) =>
      openDownload(
        {
          http,
          url: `${base}/${id}/download/`,
          downloadAs: config.downloadAs,
          authorize: authorize(signal),
          refusal: refused,
        },
        request,
        signal,
      ),

    async remove(id, signal) {
      const answer = await send({ method: 'DELETE', url: `${base}/${id}`, retry: 'never' }, signal);
      return answer.status;
    },
  };
}
