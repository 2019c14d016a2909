import ky from 'ky';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import { sleep } from '../../ports/clock.ts';
import { Failure } from '../../ports/failure.ts';
import type { Fetch } from '../../ports/fetch.ts';
import type { Log } from '../../ports/log.ts';
import { isHtml, refusePages } from './answer-kind.ts';
import type { Attempt } from './attempt.ts';
import { beginAttempt } from './attempt.ts';
import { readBody, readText } from './body.ts';
import type { HttpAnswer, HttpClient, HttpRequest, HttpStream } from './http-client.ts';
import { codeOfStatus } from './http-client.ts';
import type { Limiter } from './limiter.ts';
import { networkFailure } from './network-failure.ts';
import { hostOf, redactUrl } from './redact.ts';
import { mostRedirects, redirectOf } from './redirect.ts';
import type { Outcome, RetryRules } from './retry-policy.ts';
import { decideRetry, parseRetryAfter, standardRules } from './retry-policy.ts';

export interface HttpClientParts {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 ≤ n < 1; for jitter. */
  readonly random: () => number;
  /** Shared by all calls with one credential. */
  readonly limiter: Limiter;
  readonly provider: ProviderId;
  readonly connectionName?: string;
  readonly rules?: RetryRules;
  /** Longest silence before a try ends with `timeout`, ms, for the answer's head and between two pieces of its body. Default 60,000. */
  readonly idle?: number;
}

const standardIdle = 60_000;
/** No answer that `send` reads is as large as this: a MyPreferences page holds 1000 records of a few KB. */
const standardSizeCap = 64 * 1024 * 1024;
/** Of an answer that refuses a download, more is not worth reading. */
const refusalSizeCap = 1024 * 1024;

/** What one exchange came to, before any thought of trying again. */
interface Exchange {
  readonly response: Response;
  readonly attempt: Attempt;
  readonly url: string;
}

/** `HttpClient` on ky, with retries, redirects and limits of its own: they must know signatures and quotas. */
export function createHttpClient(parts: HttpClientParts): HttpClient {
  const { clock, limiter } = parts;
  const rules = parts.rules ?? standardRules;
  const idle = parts.idle ?? standardIdle;
  /** Failures after which trying again is pointless, whatever their code. */
  const final = new WeakSet<Failure>();

  /** Sends once, following what may be followed; rejects with a Failure or the caller's abort reason. */
  async function exchange(request: HttpRequest, renew: boolean, mode: 'send' | 'stream'): Promise<Exchange> {
    let url = request.url;
    let trusted = true;
    for (let hops = 0; ; hops += 1) {
      const host = hostOf(url);
      if (trusted && request.limited !== false) await takeTurn(request.signal, host);
      const signed = trusted ? await authorization(request, renew, url) : {};
      const headers = { ...(trusted ? request.headers : withoutCredentials(request.headers)), ...signed };
      const { response, attempt } = await sendOnce(request, url, headers);
      const redirect = redirectOf(request.method, url, response.status, response.headers.get('location'));
      if (redirect.kind === 'none') return { response, attempt, url };
      attempt.end();
      const refused =
        redirect.kind === 'refuse' || hops >= mostRedirects || (mode === 'send' && !redirect.sameOrigin);
      if (refused)
        throw new Failure('redirect-refused', { subject: host, detail: `HTTP ${response.status}` });
      // Once the way led elsewhere it is not trusted again, even if it leads back: whoever answered there wrote the address.
      trusted = trusted && redirect.sameOrigin;
      url = redirect.url;
    }
  }

  async function takeTurn(signal: AbortSignal, host: string): Promise<void> {
    // A long block is told at once instead of being sat out behind a spinner.
    const turn = await limiter.take(signal, rules.patience);
    if (turn.kind === 'blocked') {
      throw new Failure('rate-limited', { subject: host, action: { kind: 'wait', until: turn.until } });
    }
  }

  async function authorization(request: HttpRequest, renew: boolean, url: string) {
    try {
      return await request.authorize?.({ renew, url });
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      // Whoever asked for a token has tried as often as is good already.
      throw asFinal(request.retry === 'never' ? beforeAnythingWasSent(thrown) : thrown);
    }
  }

  function asFinal(failure: Failure): Failure {
    final.add(failure);
    return failure;
  }

  async function sendOnce(
    request: HttpRequest,
    url: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ readonly response: Response; readonly attempt: Attempt }> {
    const host = hostOf(url);
    const attempt = beginAttempt(request.signal, clock, idle, host);
    const startedAt = clock.now();
    try {
      const response = await attempt.wait(
        // The signal goes to fetch and not to ky, which would need AbortSignal.any.
        ky(url, {
          method: request.method,
          headers,
          ...(request.body === undefined ? {} : { body: request.body }),
          redirect: 'manual',
          credentials: 'omit',
          cache: 'no-store',
          retry: 0,
          timeout: false,
          throwHttpErrors: false,
          fetch: (input) => parts.fetch(input, { signal: attempt.signal }),
        }),
      );
      logAnswer(request, url, { status: response.status, ms: clock.now() - startedAt });
      if (response.status === 407 || response.status === 511) {
        throw new Failure(codeOfStatus(response.status), {
          subject: host,
          detail: `HTTP ${response.status}`,
        });
      }
      return { response, attempt };
    } catch (thrown) {
      attempt.end();
      if (request.signal.aborted) throw request.signal.reason;
      const failure = networkFailure(thrown, host);
      logAnswer(request, url, { failed: failure.code, detail: failure.error.detail });
      throw failure;
    }
  }

  function logAnswer(request: HttpRequest, url: string, fields: Readonly<Record<string, unknown>>): void {
    parts.log.info('http', {
      provider: parts.provider,
      ...(parts.connectionName === undefined ? {} : { connection: parts.connectionName }),
      method: request.method,
      url: redactUrl(url),
      ...fields,
    });
  }

  /**
   * Tries until `settled` has a value, or the rules say that it is enough. `settled` reads the answer to its end when
   * that may show more than the head does (a limit, a page for people), and gives null with what went wrong.
   */
  async function withRetries<T>(
    request: HttpRequest,
    mode: 'send' | 'stream',
    settled: (
      done: Exchange,
      slowed: boolean,
    ) => Promise<{ readonly value: T } | { readonly outcome: Outcome; readonly failure: Failure }>,
  ): Promise<T> {
    let retriesUsed = 0;
    let waited = 0;
    let renewed = false;
    for (;;) {
      const result = await once();
      if ('value' in result) return result.value;
      if ('renew' in result) {
        renewed = true;
        continue;
      }
      const { outcome, failure } = result;
      const decision = decideRetry(rules, outcome, { retriesUsed, waited, random: parts.random() });
      const asked =
        decision.kind === 'give-up' ? decision.wait : outcome.kind === 'limited' ? decision.pause : null;
      const until = asked === null ? null : clock.now() + asked;
      if (until !== null && request.limited !== false) limiter.blockUntil(until);
      if (request.retry === 'never' || decision.kind === 'give-up') {
        throw until === null ? failure : waiting(failure, until);
      }
      parts.log.info('http again', { provider: parts.provider, code: failure.code, pause: decision.pause });
      if (decision.counts) retriesUsed += 1;
      else waited += decision.pause;
      await sleep(clock, decision.pause, request.signal);
    }

    async function once() {
      try {
        const done = await exchange(request, renewed, mode);
        if (done.response.status === 401 && request.authorize !== undefined && !renewed) {
          // Refused before any effect, so that this holds for `never` too.
          done.attempt.end();
          return { renew: true } as const;
        }
        return await settled(done, waited > 0);
      } catch (thrown) {
        if (!(thrown instanceof Failure) || request.signal.aborted || final.has(thrown)) throw thrown;
        return { outcome: { kind: 'network', code: thrown.code } as const, failure: thrown };
      }
    }
  }

  /** What an answer that was read whole says against taking it as it is; null when nothing. */
  function trouble(request: HttpRequest, answer: HttpAnswer, host: string) {
    const limited = request.limitedFor?.(answer) ?? null;
    const retryAfter = parseRetryAfter(answer.headers, clock.now());
    if (limited !== null || answer.status === 429) {
      const failure = new Failure('rate-limited', { subject: host, detail: `HTTP ${answer.status}` });
      return { outcome: { kind: 'limited', wait: limited ?? retryAfter } as const, failure };
    }
    // What `never` asked for gets its answer, whatever it is: the caller knows what a 500 to a commit means.
    if (answer.status >= 500 && request.retry === 'safe') {
      const failure = new Failure('vendor-unavailable', { subject: host, detail: `HTTP ${answer.status}` });
      return { outcome: { kind: 'status', status: answer.status, retryAfter } as const, failure };
    }
    return null;
  }

  return {
    send: (request) =>
      withRetries(request, 'send', async ({ response, attempt, url }, slowed) => {
        const host = hostOf(url);
        const read = await readText(
          readBody(response, attempt, host),
          request.sizeCap ?? standardSizeCap,
          host,
        ).catch((thrown: unknown) => {
          // The head alone says that the vendor wants to be left alone; asking again at once would be deaf to it.
          if (response.status !== 429 || request.signal.aborted) throw thrown;
          return { text: '' };
        });
        const answer: HttpAnswer = {
          status: response.status,
          headers: response.headers,
          ...read,
          ...(slowed ? { slowed } : {}),
        };
        if (response.ok && isHtml(response.headers, read.text))
          throw new Failure('not-the-vendor', { subject: host });
        return trouble(request, answer, host) ?? { value: answer };
      }),

    stream: (request) =>
      withRetries<HttpStream>(request, 'stream', async ({ response, attempt, url }) => {
        const host = hostOf(url);
        const { status, headers } = response;
        if (status < 400 || status === 416) {
          const body = readBody(response, attempt, host);
          return { value: { status, headers, url, body: await refusePages(headers, body, host) } };
        }
        const read = await readText(readBody(response, attempt, host), refusalSizeCap, host).catch(
          (thrown: unknown) => {
            if (request.signal.aborted) throw thrown;
            return { text: '' };
          },
        );
        const answer: HttpAnswer = { status, headers, ...read };
        const found = trouble(request, answer, host);
        if (found !== null) return found;
        throw asFinal(
          request.refusal?.(answer) ??
            new Failure(codeOfStatus(status), { subject: host, detail: `HTTP ${status}` }),
        );
      }),
  };
}

/** The same failure, with the instant until which the vendor wants to be left alone. */
function waiting(failure: Failure, until: number): Failure {
  return new Failure(failure.code, { ...definedOf(failure.error), action: { kind: 'wait', until } });
}

/**
 * When no token could be had for a request that is sent only once, the request itself was not sent. Said with a code
 * that says so: `timeout` would leave its effect in doubt.
 */
function beforeAnythingWasSent(failure: Failure): Failure {
  if (failure.code !== 'timeout' && failure.code !== 'connection-lost') return failure;
  return new Failure('unreachable', { ...definedOf(failure.error), detail: `sign-in: ${failure.code}` });
}

function definedOf(about: DocketError): { readonly subject?: string; readonly detail?: string } {
  return {
    ...(about.subject === undefined ? {} : { subject: about.subject }),
    ...(about.detail === undefined ? {} : { detail: about.detail }),
  };
}

const credentialHeaders = new Set(['authorization', 'cookie', 'proxy-authorization']);

function withoutCredentials(headers: HttpRequest['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).filter(([name]) => !credentialHeaders.has(name.toLowerCase())),
  );
}
