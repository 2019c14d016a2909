import type { Failure } from '../../../../src-main/ports/failure.ts';
import { Failure as FailureClass } from '../../../../src-main/ports/failure.ts';
import type { HttpClientParts } from '../../../../src-main/providers/http/create-http-client.ts';
import { createHttpClient } from '../../../../src-main/providers/http/create-http-client.ts';
import type { HttpClient, HttpRequest } from '../../../../src-main/providers/http/http-client.ts';
import { createLimiter } from '../../../../src-main/providers/http/limiter.ts';
import type { VirtualClock } from '../../../support/virtual-clock.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

/** A client over the real network, whose time stands still and whose retries pause for 250, 500 and 1000 ms of it. */
export function bench(parts: Partial<HttpClientParts> = {}): {
  readonly client: HttpClient;
  readonly clock: VirtualClock;
  readonly logged: string[];
} {
  const clock = createVirtualClock();
  const logged: string[] = [];
  const note = (message: string, fields?: unknown) =>
    void logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
  const client = createHttpClient({
    fetch,
    clock,
    log: { info: note, warn: note, error: note },
    random: () => 0.5,
    limiter: createLimiter({}, clock),
    provider: 'mytracker',
    ...parts,
  });
  return { client, clock, logged };
}

export function get(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url, retry: 'safe', signal: new AbortController().signal, ...more };
}

export function post(url: string, body: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', url, body, retry: 'never', signal: new AbortController().signal, ...more };
}

/** The Failure that a promise ends with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const thrown: unknown = await promise.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (thrown instanceof FailureClass) return thrown;
  throw thrown;
}

export async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
