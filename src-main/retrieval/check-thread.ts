import { parentPort } from 'node:worker_threads';
import { asDocketError, Failure } from '../ports/failure.ts';
import { type CheckAnswer, type CheckCall, type CheckRequest, checkRequestSchema } from './check-protocol.ts';
import { errnoOf, systemDisk } from './disk.ts';
import { createFileChecks } from './file-checks.ts';
import type { FileCheck } from './file-checks-port.ts';

/** The other end of thread-checks.ts: hashes, unpacks and counts beside the app, so that the app's own thread is free. */
const checks = createFileChecks(systemDisk);
const open = new Map<number, FileCheck>();
const underWay = new Map<number, AbortController>();

function checkOf(id: number): FileCheck {
  const check = open.get(id);
  if (check === undefined) throw new Failure('cancelled');
  return check;
}

function carryOut(request: Exclude<CheckCall, { do: 'abort' }>, signal: AbortSignal): Promise<unknown> {
  switch (request.do) {
    case 'write':
      return checkOf(request.check).write(request.bytes);
    case 'take':
      return checkOf(request.check)
        .take(request.bytes)
        .finally(() => letGo(request.bytes));
    case 'feed':
      return checkOf(request.check).feed(request.path, request.bytes, signal);
    case 'sha256':
      return checkOf(request.check).sha256();
    case 'end':
      return checkOf(request.check).end(request.path, signal);
    case 'hash':
      return checks.hash(request.path, signal, inSteps(request.call));
  }
}

/** Tells how far a hash is, a few times a second at most. */
function inSteps(call: number): (bytes: number) => void {
  let told = 0;
  return (bytes) => {
    if (bytes - told < toldEvery) return;
    told = bytes;
    parentPort?.postMessage({ kind: 'read', call, bytes } satisfies CheckAnswer);
  };
}
const toldEvery = 64 * 1024 * 1024;

/**
 * Memory that was given away is freed at once: garbage of megabytes would wait for a heap of kilobytes to fill.
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/ArrayBuffer/transfer
 */
function letGo({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && 'transfer' in buffer) buffer.transfer(0);
}

async function answerTo(request: Exclude<CheckCall, { do: 'abort' }>): Promise<CheckAnswer> {
  const { call } = request;
  const controller = new AbortController();
  underWay.set(call, controller);
  try {
    return { kind: 'done', call, value: await carryOut(request, controller.signal) };
  } catch (error) {
    const errno = error instanceof Failure ? null : errnoOf(error);
    return errno === null
      ? { kind: 'failed', call, error: asDocketError(error) }
      : { kind: 'errno', call, errno };
  } finally {
    underWay.delete(call);
  }
}

function hear(request: CheckRequest): void {
  switch (request.do) {
    case 'begin':
      open.set(request.check, checks.begin(request.rules));
      return;
    case 'stop':
      open.get(request.check)?.stop();
      open.delete(request.check);
      return;
    case 'abort':
      underWay.get(request.call)?.abort(new Failure('cancelled'));
      return;
    default:
      void answerTo(request).then((answer) => parentPort?.postMessage(answer));
  }
}

parentPort?.on('message', (message: unknown) => hear(checkRequestSchema.parse(message)));
