import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { PracticeReply } from './reply.ts';

/** Writes a reply in its manner. Resolves with the body bytes handed to the connection; a connection that dies on the way is not an error here. */
export async function deliver(
  response: ServerResponse,
  reply: PracticeReply,
  method: string,
  hurry?: AbortSignal,
): Promise<number> {
  const manner = reply.manner ?? {};
  if (manner.lost === true) {
    response.socket?.destroy();
    return 0;
  }
  const whole = Buffer.from(reply.body ?? '');
  const bodiless = method === 'HEAD' || reply.status === 204 || reply.status === 304;
  response.statusCode = reply.status;
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  declareLength(response, manner.length, whole.length, reply.status);
  if (bodiless) {
    response.end();
    return 0;
  }

  const limit = Math.min(manner.cutAfter ?? whole.length, manner.stallAfter ?? whole.length, whole.length);
  const pause = (ms: number) => pauseWhileOpen(response, ms, hurry);
  const sent = await writePieces(
    response,
    whole.subarray(0, limit),
    manner.chunkBytes,
    manner.chunkDelayMs,
    pause,
  );
  if (response.destroyed) return sent;
  if (manner.cutAfter !== undefined) {
    // An answer that has neither length nor chunks ends like this when it is whole, too: only a clean end looks that way.
    if (manner.length === 'until-close') response.socket?.end();
    else response.socket?.destroy();
    return sent;
  }
  if (manner.stallAfter !== undefined) return sent;
  response.end();
  return sent;
}

function declareLength(
  response: ServerResponse,
  length: number | 'chunked' | 'until-close' | undefined,
  actual: number,
  status: number,
): void {
  if (length === 'chunked') return;
  if (length === 'until-close') {
    response.useChunkedEncodingByDefault = false;
    response.shouldKeepAlive = false;
    response.setHeader('Connection', 'close');
    return;
  }
  if (status === 204 || status === 304) return;
  if (length !== undefined) response.setHeader('Connection', 'close');
  response.setHeader('Content-Length', String(length ?? actual));
}

async function writePieces(
  response: ServerResponse,
  bytes: Buffer,
  chunkBytes: number | undefined,
  delayMs: number | undefined,
  pause: (ms: number) => Promise<void>,
): Promise<number> {
  response.flushHeaders();
  const size = chunkBytes ?? 262_144;
  let sent = 0;
  while (sent < bytes.length && !response.destroyed) {
    const piece = bytes.subarray(sent, sent + size);
    await writeThrough(response, piece);
    sent += piece.length;
    if (delayMs !== undefined && sent < bytes.length) await pause(delayMs);
  }
  return sent;
}

/** Resolves when the piece has left the process, or the connection is gone. */
function writeThrough(response: ServerResponse, piece: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('close', done);
      resolve();
    };
    response.once('close', done);
    response.write(piece, done);
  });
}

async function pauseWhileOpen(
  response: ServerResponse,
  ms: number,
  hurry: AbortSignal | undefined,
): Promise<void> {
  const gone = new AbortController();
  const abort = (): void => gone.abort();
  response.once('close', abort);
  await pauseUntil(hurry === undefined ? [gone.signal] : [gone.signal, hurry], ms);
  response.off('close', abort);
}

/** Resolves after that time, or as soon as one of the signals says so. */
export async function pauseUntil(signals: readonly AbortSignal[], ms: number): Promise<void> {
  const end = new AbortController();
  const abort = (): void => end.abort();
  for (const signal of signals) {
    if (signal.aborted) return;
    signal.addEventListener('abort', abort);
  }
  await delay(ms, undefined, { signal: end.signal }).catch(() => undefined);
  for (const signal of signals) signal.removeEventListener('abort', abort);
}
