import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the server received, as it came over the wire. */
export interface Received {
  readonly method: string;
  /** The raw request target: path and query. */
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Scripted = (request: Received, response: ServerResponse, socket: Socket) => void | Promise<void>;

/** A real HTTP server on loopback that answers by a script: the n-th request gets the n-th step, the last one repeats. */
export interface ScriptedServer {
  readonly origin: string;
  readonly port: number;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

export async function startScriptedServer(...steps: readonly Scripted[]): Promise<ScriptedServer> {
  const received: Received[] = [];
  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const request: Received = {
        method: message.method ?? '',
        target: message.url ?? '',
        headers: message.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      received.push(request);
      const step = steps[Math.min(received.length, steps.length) - 1];
      if (step === undefined) response.writeHead(500).end('nothing scripted');
      else void step(request, response, message.socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON (a string goes out as it is). */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Scripted {
  return reply(status, typeof body === 'string' ? body : JSON.stringify(body), {
    'content-type': 'application/json; charset=utf-8',
    ...headers,
  });
}

/** Answers with these bytes and their Content-Length. */
export function reply(
  status: number,
  body: string | Uint8Array = '',
  headers: Readonly<Record<string, string>> = {},
): Scripted {
  const length = status === 204 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return (_request, response) => {
    response.writeHead(status, { ...length, ...headers });
    response.end(body);
  };
}

/** The connection dies without an answer. */
export const hangUp: Scripted = (_request, _response, socket) => {
  socket.destroy();
};

/** Never answers. */
export const silence: Scripted = () => undefined;
