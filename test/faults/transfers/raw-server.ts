import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Clock } from '../../../src-main/ports/clock.ts';
import type { Answer } from './transfer-case.ts';

/** A request as it came over the wire. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** One request and how far its answer is. */
export interface Exchange {
  /** The request's number, as the client counts. */
  readonly flight: string;
  headSent: boolean;
  bodySent: number;
  /** Nothing more comes until time has passed. */
  waiting: boolean;
}

export interface RawServer {
  readonly port: number;
  readonly exchanges: ReadonlySet<Exchange>;
  close(): Promise<void>;
}

export interface RawServerOptions {
  readonly clock: Clock;
  readonly answer: (request: RawRequest) => Answer;
  /** Replaces `{here}` and its like. */
  readonly fill: (text: string) => string;
  readonly vendorNow: () => number;
  readonly identity?: { readonly key: string; readonly cert: string };
}

/**
 * An HTTP/1.1 server over bare sockets: what it says of a body need not be true, and it ends where the script says. What it
 * does later it does by the virtual clock, and so not before the client has read what came first.
 */
export async function startRawServer(options: RawServerOptions): Promise<RawServer> {
  const exchanges = new Set<Exchange>();
  const sockets = new Set<Socket>();
  const onSocket = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    serveSocket(socket, exchanges, options);
  };
  const server: Server =
    options.identity === undefined ? createServer(onSocket) : createTlsServer(options.identity, onSocket);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    exchanges,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function serveSocket(socket: Socket, exchanges: Set<Exchange>, options: RawServerOptions): void {
  let held = Buffer.alloc(0);
  let busy = false;

  function next(): void {
    if (busy) return;
    // What isn't HTTP (a TLS greeting begins with 0x16) is answered as servers do.
    if (held[0] === 0x16)
      socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    const end = held.indexOf('\r\n\r\n');
    if (end < 0) return;
    const request = parseHead(held.toString('latin1', 0, end));
    const size = end + 4 + Number(request.headers['content-length'] ?? 0);
    if (held.length < size) return;
    held = held.subarray(size);
    busy = true;
    const exchange: Exchange = {
      flight: request.headers['x-flight'] ?? '',
      headSent: false,
      bodySent: 0,
      waiting: false,
    };
    exchanges.add(exchange);
    const over = () => {
      exchanges.delete(exchange);
      busy = false;
    };
    socket.once('close', over);
    play(socket, exchange, options.answer(request), options, () => {
      socket.removeListener('close', over);
      over();
      next();
    });
  }

  socket.on('data', (chunk) => {
    held = Buffer.concat([held, chunk]);
    next();
  });
}

function parseHead(text: string): RawRequest {
  const [first = '', ...lines] = text.split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { method, target, headers };
}

/** Writes the answer; `done` when the connection may serve the next request. */
function play(
  socket: Socket,
  exchange: Exchange,
  answer: Answer,
  options: RawServerOptions,
  done: () => void,
): void {
  if (answer.raw !== undefined) {
    if (answer.raw === '') socket.destroy();
    else socket.end(Buffer.from(options.fill(answer.raw), 'latin1'));
    return;
  }
  const isText = /json|text/.test(answer.headers['content-type'] ?? '');
  const body =
    isText && Buffer.from(answer.body).includes('{')
      ? Buffer.from(options.fill(Buffer.from(answer.body).toString()))
      : answer.body;
  const stop = answer.after;
  if (stop?.bytes === -1) {
    exchange.waiting = true;
    return;
  }
  const head = headOf(answer, body, options);
  const send = (start: number, end: number, then: () => void) => {
    const piece = body.subarray(start, end);
    exchange.bodySent += piece.length;
    const framed =
      answer.framing === 'chunked' && piece.length > 0
        ? Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
        : piece;
    socket.write(framed, then);
  };
  const finish = () => {
    if (answer.framing === 'close') socket.end();
    else if (answer.framing === 'chunked') socket.write('0\r\n\r\n', done);
    else done();
  };
  /** The client has read all that came when virtual time moves on. */
  const later = (seconds: number, then: () => void) => {
    exchange.waiting = true;
    options.clock.after(seconds * 1000, () => {
      exchange.waiting = false;
      then();
    });
  };

  socket.write(head);
  exchange.headSent = true;
  if (answer.drip !== undefined) {
    const { bytes, everySeconds } = answer.drip;
    const more = (at: number) => {
      if (at >= body.length) finish();
      else
        send(at, at + bytes, () =>
          at + bytes >= body.length ? finish() : later(everySeconds, () => more(at + bytes)),
        );
    };
    more(0);
    return;
  }
  if (stop === undefined) {
    send(0, body.length, finish);
    return;
  }
  send(0, stop.bytes, () => {
    if (stop.how === 'silence') exchange.waiting = true;
    else later(0.001, () => (stop.how === 'reset' ? socket.resetAndDestroy() : socket.end()));
  });
}

function headOf(answer: Answer, body: Uint8Array, { fill, vendorNow }: RawServerOptions): string {
  const length = String(answer.declared ?? body.length);
  const framing =
    answer.framing === 'length'
      ? { 'content-length': length }
      : answer.framing === 'chunked'
        ? { 'transfer-encoding': 'chunked' }
        : { connection: 'close', ...(answer.declared === undefined ? {} : { 'content-length': length }) };
  // Without the last of these Chromium holds a head back until it has seen enough of the body to guess its type.
  const headers = {
    date: new Date(vendorNow()).toUTCString(),
    ...answer.headers,
    ...framing,
    'x-content-type-options': 'nosniff',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${fill(value)}\r\n`);
  return `HTTP/1.1 ${answer.status} Scripted\r\n${lines.join('')}\r\n`;
}
