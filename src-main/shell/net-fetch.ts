import type { Readable } from 'node:stream';
import { type ClientRequest, net, type Session } from 'electron';
import type { Fetch } from '../ports/fetch.ts';

const withoutBody: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/**
 * `fetch` over Chromium's network stack: the system's proxy, PAC script and certificate store apply. Electron's own
 * `net.fetch` can't hand out a redirect as a response (it fails with "Redirect was cancelled"), and Docket must decide
 * about each redirect itself, so this one is built on `net.request`.
 * https://www.electronjs.org/docs/latest/api/client-request
 *
 * Requests that change something get a connection of their own: Chromium sends a request again by itself, a POST too,
 * when a connection that was used before dies without an answer, and a commit must never be sent twice.
 */
export function createNetFetch(
  sessionNamed: (partition: string) => Session,
  /** The requests under way: to abort one gives it up. (`closeAllConnections` lets those of HTTP/1.1 wait for ever.) */
  underWay: Set<AbortController> = new Set(),
): Fetch {
  const reading = sessionNamed('vendors');
  const idle: Session[] = [];
  let lanes = 0;

  return async (input, init) => {
    const request = new Request(input, init);
    const own = new AbortController();
    const follow = () => own.abort(request.signal.reason);
    if (request.signal.aborted) follow();
    else request.signal.addEventListener('abort', follow, { once: true });
    underWay.add(own);
    const done = () => {
      underWay.delete(own);
      request.signal.removeEventListener('abort', follow);
    };
    if (request.method === 'GET' || request.method === 'HEAD')
      return send(request, own.signal, reading, done);
    lanes += idle.length === 0 ? 1 : 0;
    const lane = idle.pop() ?? sessionNamed(`vendors-write-${lanes}`);
    await lane.closeAllConnections();
    return send(request, own.signal, lane, () => {
      done();
      idle.push(lane);
    });
  };
}

/** `done` is called once, when nothing more will come of the request. */
async function send(
  request: Request,
  signal: AbortSignal,
  session: Session,
  done: () => void,
): Promise<Response> {
  const body = request.body === null ? null : Buffer.from(await request.arrayBuffer());
  return await new Promise<Response>((resolve, reject) => {
    if (signal.aborted) {
      done();
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
    let open = true;
    const settled = () => {
      if (!open) return;
      open = false;
      signal.removeEventListener('abort', onAbort);
      done();
    };
    const onAbort = () => {
      settled();
      outgoing.abort();
      reject(signal.reason);
    };
    signal.addEventListener('abort', onAbort, { once: true });

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
      const bare = withoutBody.has(incoming.statusCode) || request.method === 'HEAD';
      const body = bare ? null : streamOf(incoming as unknown as Readable, signal, settled);
      if (bare) {
        incoming.on('data', () => {});
        incoming.on('end', settled);
      }
      resolve(
        new Response(body, {
          status: incoming.statusCode,
          statusText: incoming.statusMessage,
          headers: headersOf(incoming.headers),
        }),
      );
    });
    outgoing.on('error', (error) => {
      settled();
      reject(error);
    });
    if (body === null) outgoing.end();
    else outgoing.end(body);
  });
}

function headersOf(raw: Readonly<Record<string, string | readonly string[]>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    for (const one of typeof value === 'string' ? [value] : value) headers.append(name, one);
  }
  return headers;
}

const room = 1024 * 1024;

/**
 * The body as a stream that reads no faster than it is read, and that an abort ends at once. Where the connection breaks,
 * what has arrived is handed out before the error: an errored stream throws away what waits in it.
 */
function streamOf(incoming: Readable, signal: AbortSignal, settled: () => void): ReadableStream<Uint8Array> {
  let open = true;
  let broken: { readonly error: unknown } | null = null;
  const tell = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (broken !== null && controller.desiredSize === room) controller.error(broken.error);
  };
  const close = (finish: () => void) => {
    if (!open) return;
    open = false;
    settled();
    finish();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        incoming.on('data', (chunk: Uint8Array) => {
          if (!open) return;
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
        });
        incoming.on('end', () => close(() => controller.close()));
        const breaks = (error: unknown) =>
          close(() => {
            broken = { error };
            tell(controller);
          });
        incoming.on('error', breaks);
        // Without an error before it, this is a body that ended early.
        incoming.on('aborted', () => breaks(new Error('net::ERR_ABORTED')));
        incoming.on('close', () => breaks(new Error('net::ERR_CONNECTION_CLOSED')));
        const onAbort = () => {
          close(() => {});
          controller.error(signal.reason);
        };
        signal.addEventListener('abort', onAbort, { once: true });
        incoming.pause();
      },
      pull(controller) {
        if (broken === null) incoming.resume();
        else tell(controller);
      },
      cancel() {
        close(() => incoming.destroy());
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: room }),
  );
}
