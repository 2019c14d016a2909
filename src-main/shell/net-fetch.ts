import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { type ClientRequest, net, type Session } from 'electron';
import type { Fetch } from '../ports/fetch.ts';

const withoutBody: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/**
 * `fetch` over Chromium's network stack: the system's proxy, PAC script and certificate store apply. Electron's own
 * `net.fetch` can't hand out a redirect as a response (it fails with "Redirect was cancelled"), and Docket must decide
 * about each redirect itself, so this one is built on `net.request`.
 * https://www.electronjs.org/docs/latest/api/client-request
 */
export function createNetFetch(session: Session): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = request.body === null ? null : Buffer.from(await request.arrayBuffer());
    return await new Promise<Response>((resolve, reject) => {
      const { signal } = request;
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const outgoing: ClientRequest = net.request({
        method: request.method,
        url: request.url,
        session,
        redirect: 'manual',
        credentials: 'omit',
        // Old exports must never be answered out of a cache.
        cache: 'no-store',
      });
      request.headers.forEach((value, name) => {
        outgoing.setHeader(name, value);
      });
      const onAbort = () => {
        outgoing.abort();
        reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      const settled = () => signal.removeEventListener('abort', onAbort);

      outgoing.on('redirect', (status, _method, location, headers) => {
        settled();
        const answer = headersOf(headers);
        answer.set('location', location);
        resolve(new Response(null, { status, headers: answer }));
        outgoing.abort();
      });
      // Basic or NTLM questions of a server or proxy: never answered from a store that we don't know.
      outgoing.on('login', (_info, callback) => callback());
      outgoing.on('response', (incoming) => {
        const stream = incoming as unknown as Readable;
        const bare = withoutBody.has(incoming.statusCode) || request.method === 'HEAD';
        stream.once('close', settled);
        if (bare) stream.resume();
        // The types of Node's and the DOM's streams differ; the objects are the same.
        const web = bare
          ? null
          : (Readable.toWeb(stream) as NodeReadableStream<Uint8Array> as unknown as ReadableStream);
        resolve(
          new Response(web, {
            status: incoming.statusCode,
            statusText: incoming.statusMessage,
            headers: headersOf(incoming.headers),
          }),
        );
        signal.addEventListener('abort', () => stream.destroy(asError(signal.reason)), { once: true });
      });
      outgoing.on('error', (error) => {
        settled();
        reject(error);
      });
      if (body === null) outgoing.end();
      else outgoing.end(body);
    });
  };
}

function headersOf(raw: Readonly<Record<string, string | readonly string[]>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    for (const one of typeof value === 'string' ? [value] : value) headers.append(name, one);
  }
  return headers;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted');
}
