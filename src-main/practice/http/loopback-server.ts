import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { deliver, pauseUntil } from './deliver.ts';
import { createFaults, distort, type FaultQueue, substitute } from './faults.ts';
import type { PracticeReply, PracticeRequest } from './reply.ts';

/** A request that arrived, kept for tests: what was asked, with which headers, and how it was answered. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly target: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** null until answered, and for answers that were lost. */
  readonly status: number | null;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly LoggedRequest[];
  readonly faults: FaultQueue;
  forgetRequests(): void;
  /** Connections that wait for their next request are closed. */
  closeIdle(): void;
  /** Closes the listener and every open connection at once. */
  stop(): Promise<void>;
}

export interface LoopbackOptions {
  readonly clock: () => number;
  readonly preferredPort: number;
  readonly handle: (request: PracticeRequest) => PracticeReply | Promise<PracticeReply>;
  /** Whether the vendor itself is about to lose an answer. */
  readonly losesReplies?: () => boolean;
}

const loggedHeaders = [
  'host',
  'authorization',
  'content-type',
  'accept',
  'accept-encoding',
  'range',
  'if-range',
  'if-match',
  'user-agent',
  'sdk-version',
  'cookie',
] as const;
const largestLog = 10_000;
const largestBody = 1_048_576;

export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const faults = createFaults(() => server.closeIdleConnections());
  let log: LoggedRequest[] = [];
  const stopping = new AbortController();

  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = toRequest(message, await readBody(message));
    const entry: { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] } = toLogEntry(
      request,
      options.clock(),
    );
    if (log.length >= largestLog) log = log.slice(largestLog / 2);
    log.push(entry);

    const strike = faults.strike(request);
    if (strike.latencyMs > 0) {
      await pauseUntil([stopping.signal, strike.over], strike.latencyMs);
      stopping.signal.throwIfAborted();
    }
    const reply = substitute(strike.effects) ?? distort(await options.handle(request), strike.effects);
    if (response.destroyed) return;
    // Browsers repeat a request by themselves when a kept connection dies without an answer. On a new one they do not,
    // so the loss reaches the client: no connection is kept while one is due.
    if (faults.losesReplies || options.losesReplies?.() === true) response.setHeader('Connection', 'close');
    response.setHeader('Date', new Date(options.clock()).toUTCString());
    if (reply.manner?.lost !== true) entry.status = reply.status;
    await deliver(response, reply, request.method, strike.over);
  };

  const server = createServer((message, response) => {
    serve(message, response).catch((error: unknown) => {
      if (stopping.signal.aborted || response.destroyed) return;
      // A practice vendor that breaks must not look like a vendor's documented failure.
      response.statusCode = 599;
      response.end(`practice vendor broke: ${error instanceof Error ? error.message : String(error)}`);
    });
  });
  const port = await listen(server, options.preferredPort);

  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    faults,
    get requests() {
      return log;
    },
    forgetRequests() {
      log = [];
    },
    closeIdle: () => server.closeIdleConnections(),
    stop() {
      stopping.abort();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function listen(server: Server, preferredPort: number): Promise<number> {
  try {
    await listenOn(server, preferredPort);
  } catch (error) {
    if (preferredPort === 0) throw error;
    await listenOn(server, 0);
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback server has no port');
  return address.port;
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function readBody(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of message) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > largestBody) throw new Error('request body too large');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function toRequest(message: IncomingMessage, body: string): PracticeRequest {
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: message.method ?? 'GET',
    target,
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    headers: message.headers,
    body,
  };
}

function toLogEntry(request: PracticeRequest, at: number): LoggedRequest {
  const headers: Record<string, string> = {};
  for (const name of loggedHeaders) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return {
    at,
    method: request.method,
    target: request.target,
    path: request.path,
    query: Object.fromEntries(request.query),
    headers,
    body: request.body,
    status: null,
  };
}
