import { createHash, type Hash } from 'node:crypto';
import type { LedgerPart } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';
import type { FilePart, PartAnswer } from '../providers/provider.ts';
import { abortable, type CollectContext, requestSignal } from './collect-context.ts';
import { onDisk } from './disk-failure.ts';
import { decideResume, validatorOf } from './resume-decision.ts';

/** A server that answers every range with nonsense isn't asked for ever. */
const mostRestarts = 3;
/** Left free for the ledger and everybody else. */
const spareBytes = 32 * 1024 * 1024;

export interface FetchedPart {
  readonly held: LedgerPart;
  /** SHA-256 of what arrived: what lies on disk must have the same. */
  readonly sha256: string;
  /** The name that the answer itself gave, hostile; null when it gave none. */
  readonly fileName: string | null;
}

/**
 * Brings all bytes of one file to `path`, going on from what lies there. Throws `link-expired` (call again with a new link),
 * `connection-lost` (call again later), `export-changed`, `length-mismatch`, `answer-malformed`, and what the disk says.
 */
export async function fetchPart(
  part: FilePart,
  first: LedgerPart,
  path: string,
  context: CollectContext,
): Promise<FetchedPart> {
  const { disk, ledger, signal } = context;
  let held = first;
  let hash: Hash | null = null;
  let fileName: string | null = null;
  let restarts = 0;
  let askAll = false;
  /** All of a body without a length has come: the server is asked whether that was the end. */
  let askingForEnd = false;

  function remember(change: Partial<LedgerPart>) {
    held = { ...held, state: 'partial', ...change };
    ledger.parts.put(held);
  }
  function restart(why: string, otherFile: boolean) {
    restarts += 1;
    if (restarts <= mostRestarts) return;
    throw new Failure(otherFile ? 'export-changed' : 'answer-malformed', { subject: held.name, detail: why });
  }
  async function done(): Promise<FetchedPart> {
    const arrived = hash ?? (await hashOf(path, context));
    return { held, sha256: arrived.digest('hex'), fileName };
  }

  for (;;) {
    const bytes = (await onDisk(held.name, () => disk.size(path))) ?? 0;
    if (!askAll && held.total !== null && held.total > 0 && bytes === held.total) return done();
    const asked = askAll || (held.total !== null && bytes > held.total) ? 0 : bytes;
    askAll = false;
    const request = requestSignal(signal);
    try {
      const answer = await abortable(
        part.open({ from: asked, validator: asked > 0 ? held.validator : null }, request.signal),
        signal,
      );
      fileName = answer.fileName ?? fileName;
      const told = answer.range?.total ?? asked;
      if (askingForEnd && answer.status === 416 && told === asked) return await done();
      const decision = decideResume({ bytes, total: held.total, validator: held.validator }, asked, answer);
      switch (decision.kind) {
        case 'continue':
          hash ??= await hashOf(path, context);
          if (decision.total !== held.total) remember({ total: decision.total });
          await receive(answer, { path, from: asked, total: decision.total, hash, name: held.name }, context);
          break;
        case 'start-again': {
          if (askingForEnd) {
            // No ranges and no length: the same bytes twice are the proof that is left.
            if (await sameBytes(answer, hash ?? (await hashOf(path, context)), context)) return await done();
            throw new Failure('connection-lost', {
              subject: held.name,
              detail: 'two answers of different length',
            });
          }
          if (bytes > 0) restart('starts again each time', false);
          hash = createHash('sha256');
          remember({ total: decision.total, validator: validatorOf(answer), bytes: 0, sha256: null });
          await receive(answer, { path, from: 0, total: decision.total, hash, name: held.name }, context);
          break;
        }
        case 'verify':
          if (bytes === 0) await onDisk(held.name, async () => (await disk.openWriter(path, 0)).close());
          remember({ total: decision.total });
          return await done();
        case 'ask-anew':
          restart(decision.why, decision.why === 'other-file');
          askAll = true;
          continue;
        case 'new-link':
          throw new Failure('link-expired', { subject: held.name });
        case 'stop':
          throw new Failure(decision.reason, { subject: held.name, detail: `HTTP ${answer.status}` });
      }
    } finally {
      // Lets go of a body that isn't wanted, so that its connection is free; nothing to one that was read.
      request.letGo();
    }
    const now = (await onDisk(held.name, () => disk.size(path))) ?? 0;
    if (held.total !== null) {
      const detail = `${now} of ${held.total} bytes`;
      if (now < held.total) throw new Failure('connection-lost', { subject: held.name, detail });
      if (now > held.total) throw new Failure('length-mismatch', { subject: held.name, detail });
      return done();
    }
    // A workbook's end proves itself: its directory stands there.
    if (part.content === 'workbook') return done();
    askingForEnd = true;
  }
}

interface Target {
  readonly path: string;
  readonly name: string;
  readonly from: number;
  readonly total: number | null;
  readonly hash: Hash;
}

async function receive(answer: PartAnswer, target: Target, context: CollectContext): Promise<void> {
  const { disk, signal } = context;
  if (target.total !== null) await needSpace(target.total - target.from, target.name, context);
  const writer = await onDisk(target.name, () => disk.openWriter(target.path, target.from));
  try {
    let position = target.from;
    context.onProgress(position, target.total);
    for await (const bytes of answer.body) {
      signal.throwIfAborted();
      position += bytes.length;
      if (target.total !== null && position > target.total) {
        throw new Failure('length-mismatch', {
          subject: target.name,
          detail: `more than ${target.total} bytes`,
        });
      }
      await onDisk(target.name, () => writer.write(bytes));
      target.hash.update(bytes);
      context.onProgress(position, target.total);
    }
    signal.throwIfAborted();
    await onDisk(target.name, () => writer.sync());
  } finally {
    await writer.close();
  }
}

/** Throws `disk-full` before the first byte rather than after the last that fits. */
export async function needSpace(
  bytes: number,
  subject: string,
  context: Pick<CollectContext, 'disk' | 'folder'>,
): Promise<void> {
  const free = await context.disk.freeBytes(context.folder);
  if (free !== null && free < bytes + spareBytes) {
    throw new Failure('disk-full', {
      subject,
      detail: `${bytes} bytes needed, ${free} free`,
      action: { kind: 'choose-folder' },
    });
  }
}

async function hashOf(path: string, context: CollectContext): Promise<Hash> {
  const hash = createHash('sha256');
  if ((await context.disk.size(path)) === null) return hash;
  for await (const bytes of context.disk.read(path)) {
    context.signal.throwIfAborted();
    hash.update(bytes);
  }
  return hash;
}

async function sameBytes(answer: PartAnswer, held: Hash, context: CollectContext): Promise<boolean> {
  const hash = createHash('sha256');
  for await (const bytes of answer.body) {
    context.signal.throwIfAborted();
    hash.update(bytes);
  }
  return hash.digest('hex') === held.copy().digest('hex');
}
