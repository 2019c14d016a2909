import { z } from 'zod';
import type { ConfigOf } from '../../../src-preload/contract/connections.ts';
import type { RequestOf } from '../../../src-preload/contract/requests.ts';
import { Failure } from '../../ports/failure.ts';
import { isHtml } from '../http/answer-kind.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from '../http/http-client.ts';
import { lowerKeys } from '../http/lower-keys.ts';
import { parseJsonAnswer } from '../http/parse-json-answer.ts';
import { hostOf } from '../http/redact.ts';
import type { RecordPage } from '../provider.ts';
import { accessTokenOf, initiateBody } from './initiate.ts';
import { readPage } from './page.ts';
import { addressOf } from './paths.ts';
import { refusalOf } from './refusal.ts';
import type { SignIn } from './sign-in.ts';
import { type StatusAnswer, statusSchema } from './status.ts';

/** The four calls of the API, each one request. */
export interface Calls {
  initiate(request: RequestOf<'mypreferences'>, signal: AbortSignal): Promise<string>;
  /** Null when the vendor doesn't know the access token. */
  status(accessToken: string, signal: AbortSignal): Promise<StatusAnswer | null>;
  /** Always with `keepAlive=true`: otherwise the last block would use the access token up, whether it arrives or not. */
  data(accessToken: string, offset: number, limit: number, signal: AbortSignal): Promise<RecordPage>;
  /** The HTTP status with which the vendor accepted it. */
  commit(accessToken: string, keepFiles: boolean, signal: AbortSignal): Promise<number>;
  /** Proves address, client id, sign-in and permission. */
  probe(signal: AbortSignal): Promise<void>;
}

/** A page of 10,000 large profiles. */
const pageSizeCap = 256 * 1024 * 1024;
const smallCap = 4 * 1024 * 1024;

const statusAnswerSchema = z.preprocess(lowerKeys, statusSchema);

export function createCalls(config: ConfigOf<'mypreferences'>, http: HttpClient, signIn: SignIn): Calls {
  const host = hostOf(config.baseUrl);

  function send(
    call: Pick<HttpRequest, 'method' | 'url' | 'retry' | 'body' | 'sizeCap'>,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    return http.send({
      sizeCap: smallCap,
      ...call,
      headers: {
        Accept: 'application/json',
        ...(call.method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
      },
      authorize: signIn.authorize(signal),
      signal,
    });
  }

  function refused(answer: HttpAnswer, secret: string | null, subject = host): Failure {
    const hide = (text: string) => {
      const hidden = signIn.hide(text);
      return secret === null ? hidden : hidden.split(secret).join('•••');
    };
    const refusedAs = signIn.refusedAs(answer.headers.get('date'));
    return refusalOf(answer, { refusedAs, suspects: signIn.suspects, hide, subject });
  }

  function statusUrl(accessToken: string): string {
    return addressOf(config, config.paths.status, { accessToken });
  }

  return {
    async initiate(request, signal) {
      const url = addressOf(config, config.paths.initiate, { segmentName: request.segmentName });
      const answer = await send({ method: 'POST', url, body: initiateBody(request), retry: 'never' }, signal);
      if (!accepted(answer)) throw refused(answer, null, answer.status === 404 ? request.segmentName : host);
      return accessTokenOf(answer);
    },

    async status(accessToken, signal) {
      const answer = await send(
        { method: 'GET', url: statusUrl(needDigits(accessToken)), retry: 'safe' },
        signal,
      );
      if (answer.status === 404) {
        // A page for people comes from a web server that has no such address, and says nothing of the export.
        if (isHtml(answer.headers, answer.text))
          throw new Failure('not-the-vendor', { subject: host, detail: 'HTTP 404' });
        return null;
      }
      if (!accepted(answer)) throw refused(answer, accessToken);
      return parseJsonAnswer(answer, statusAnswerSchema);
    },

    async data(accessToken, offset, limit, signal) {
      const query = { limit: String(limit), offset: String(offset), keepAlive: 'true' };
      const url = addressOf(config, config.paths.data, { accessToken: needDigits(accessToken) }, query);
      const answer = await send({ method: 'GET', url, retry: 'safe', sizeCap: pageSizeCap }, signal);
      if (!accepted(answer)) throw refused(answer, accessToken);
      return readPage(answer);
    },

    async commit(accessToken, keepFiles, signal) {
      // The page of this call requires `keepFiles` and in the same breath gives it a default: it is always sent.
      const query = { keepFiles: String(keepFiles) };
      const url = addressOf(config, config.paths.commit, { accessToken: needDigits(accessToken) }, query);
      const answer = await send({ method: 'POST', url, retry: 'never' }, signal);
      if (!accepted(answer)) throw refused(answer, accessToken);
      return answer.status;
    },

    async probe(signal) {
      // The API has no call for it. The status of a token that can't exist is refused with 404 or 400 once we are in.
      const url = statusUrl('0');
      const answer = await send({ method: 'GET', url, retry: 'safe' }, signal);
      if (accepted(answer)) {
        parseJsonAnswer(answer, statusAnswerSchema);
        return;
      }
      if (isHtml(answer.headers, answer.text)) {
        throw answer.status === 404
          ? new Failure('not-the-vendor', { subject: host, detail: 'HTTP 404' })
          : refused(answer, null);
      }
      if (answer.status === 400) return;
      if (answer.status !== 404) throw refused(answer, null);
      // A wrong client id is a 404, too ("A 404 is returned if this value is invalid"), and so is a wrong address. Asked
      // without authorization the vendor answers 401 where the account exists, and 404 again where it doesn't.
      const stranger = await http.send({
        method: 'GET',
        url,
        headers: { Accept: 'application/json' },
        retry: 'safe',
        signal,
      });
      if (stranger.status === 404)
        throw new Failure('not-found', {
          subject: config.clientId,
          detail: 'HTTP 404',
          suspects: ['clientId', 'baseUrl'],
        });
    },
  };
}

function accepted(answer: HttpAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** Access tokens are integers; anything else is a slip of the pen and stays on this computer. */
function needDigits(accessToken: string): string {
  if (!/^\d{1,100}$/.test(accessToken)) throw new Failure('reference-invalid');
  return accessToken;
}
