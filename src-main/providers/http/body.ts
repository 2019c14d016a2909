import { Failure } from '../../ports/failure.ts';
import type { Attempt } from './attempt.ts';
import { networkFailure } from './network-failure.ts';

/** False when the body was encoded on the way: then its length proves nothing, since we see it decoded. */
export function isIdentity(headers: Headers): boolean {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase();
  return encoding === undefined || encoding === '' || encoding === 'identity';
}

/** `Content-Length` in bytes; null when absent or no number. */
export function contentLengthOf(headers: Headers): number | null {
  const value = headers.get('content-length')?.trim();
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/**
 * The body as it arrives, each wait under the attempt's watchdog; read once. Ends with `connection-lost` when the
 * connection breaks or closes before `Content-Length` bytes (RFC 9112 §6.3: such a message is incomplete; not every
 * stack says so). The attempt ends with the body, however the reader leaves it, even before the first byte: which is why
 * this is no generator, whose `return` does nothing before it has begun.
 */
export function readBody(
  response: Response,
  attempt: Attempt,
  host: string,
): AsyncIterableIterator<Uint8Array> {
  const declared = isIdentity(response.headers) ? contentLengthOf(response.headers) : null;
  const reader = response.body?.getReader();
  let received = 0;

  function leave(): { readonly done: true; readonly value: undefined } {
    attempt.end();
    reader?.cancel().catch(() => undefined);
    return { done: true, value: undefined };
  }

  const body: AsyncIterableIterator<Uint8Array> = {
    [Symbol.asyncIterator]: () => body,
    async next() {
      try {
        const piece = reader === undefined ? leave() : await attempt.wait(reader.read());
        if (piece.done !== true) {
          received += piece.value.byteLength;
          return { done: false, value: piece.value };
        }
      } catch (thrown) {
        // Ended by the caller's signal or the watchdog: that reason stands.
        const reason: unknown = attempt.signal.aborted ? attempt.signal.reason : networkFailure(thrown, host);
        leave();
        throw reason;
      }
      leave();
      if (declared !== null && received < declared) {
        throw new Failure('connection-lost', { subject: host, detail: `${received} of ${declared} bytes` });
      }
      return { done: true, value: undefined };
    },
    return: async () => leave(),
  };
  return body;
}

/**
 * A whole body as text (UTF-8, without its byte order mark), or `answer-too-large` beyond `cap` bytes. `damaged` when
 * bytes that aren't UTF-8 had to be replaced.
 */
export async function readText(
  body: AsyncIterable<Uint8Array>,
  cap: number,
  host: string,
): Promise<{ readonly text: string; readonly damaged?: true }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > cap)
      throw new Failure('answer-too-large', { subject: host, detail: `more than ${cap} bytes` });
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder().decode(bytes), damaged: true };
  }
}
