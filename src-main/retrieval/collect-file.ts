import type { LedgerPart } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';
import type { FilePart, PartAnswer } from '../providers/provider.ts';
import { createBlockPipe } from './block-pipe.ts';
import { abortable, type CollectContext, requestSignal } from './collect-context.ts';
import { onDisk } from './disk-failure.ts';
import type { FileCheck } from './file-checks-port.ts';
import { createHeldCheck } from './held-check.ts';
import { decideResume, validatorOf } from './resume-decision.ts';

/** A server that answers every range with nonsense isn't asked for ever. */
const mostRestarts = 3;
/** Left free for the ledger and everybody else. */
const spareBytes = 32 * 1024 * 1024;

/** A crash costs what came after the last of these: https://pubs.opengroup.org/onlinepubs/9799919799/functions/fsync.html */
const durableEvery = { ms: 1_000, bytes: 64 * 1024 * 1024 };

export interface FetchedPart {
  readonly held: LedgerPart;
  /** SHA-256 of what arrived, as it was written. */
  readonly sha256: string;
  /** The name that the answer itself gave, hostile; null when it gave none. */
  readonly fileName: string | null;
  /** Has seen all bytes; ended, or stopped, by the one who gets it. */
  readonly check: FileCheck;
}

/**
 * Brings all bytes of one file to `path`, going on from what lies there: no further than the disk has said that it holds
 * for good, since what follows may be zeros after a power cut. Throws `link-expired` (call again with a new link),
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
  let fileName: string | null = null;
  let restarts = 0;
  let askAll = false;
  /** All of a body without a length has come: the server is asked whether that was the end. */
  let askingForEnd = false;
  const checking = createHeldCheck({ name: first.name, content: part.content }, path, context);

  function remember(change: Partial<LedgerPart>) {
    held = { ...held, state: 'partial', ...change };
    ledger.parts.put(held);
  }
  function restart(why: string, otherFile: boolean) {
    restarts += 1;
    if (restarts <= mostRestarts) return;
    throw new Failure(otherFile ? 'export-changed' : 'answer-malformed', { subject: held.name, detail: why });
  }
  async function done(bytes: number): Promise<FetchedPart> {
    const check = await checking.of(bytes);
    return { held, sha256: await check.sha256(), fileName, check };
  }
  async function receive(answer: PartAnswer, from: number, total: number | null): Promise<void> {
    if (total !== null) await needSpace(total - from, held.name, context);
    const writer = await onDisk(held.name, () => disk.openWriter(path, from));
    try {
      const check = await checking.of(from);
      const pipe = createBlockPipe({
        ...{ writer, check, room: context.room, name: held.name, position: from, clock: context.clock },
        durableEvery,
        onDurable: (bytes) => remember({ bytes }),
      });
      let position = from;
      context.onProgress(position, total);
      try {
        for await (const bytes of answer.body) {
          signal.throwIfAborted();
          position += bytes.length;
          if (total !== null && position > total) {
            const detail = `more than ${total} bytes`;
            throw new Failure('length-mismatch', { subject: held.name, detail });
          }
          const wait = pipe.give(bytes);
          if (wait !== undefined) await wait;
          checking.grew(position);
          context.onProgress(position, total);
        }
        signal.throwIfAborted();
      } catch (error) {
        // What has come is kept: the next try goes on from it.
        await pipe.finish().catch(() => {});
        throw error;
      }
      await pipe.finish();
    } finally {
      await writer.close();
    }
  }

  async function fetchAll(): Promise<FetchedPart> {
    for (;;) {
      const size = (await onDisk(held.name, () => disk.size(path))) ?? 0;
      const bytes = Math.min(size, held.bytes);
      if (!askAll && held.total !== null && held.total > 0 && bytes === held.total && size === bytes)
        return done(bytes);
      const asked = askAll || (held.total !== null && bytes > held.total) ? 0 : bytes;
      askAll = false;
      // What is held is read for the check while the connection is made.
      checking.prepare(asked);
      const request = requestSignal(signal);
      try {
        const answer = await abortable(
          part.open({ from: asked, validator: asked > 0 ? held.validator : null }, request.signal),
          signal,
        );
        fileName = answer.fileName ?? fileName;
        const told = answer.range?.total ?? asked;
        if (askingForEnd && answer.status === 416 && told === asked) return await done(bytes);
        const decision = decideResume({ bytes, total: held.total, validator: held.validator }, asked, answer);
        switch (decision.kind) {
          case 'continue':
            if (decision.total !== held.total) remember({ total: decision.total });
            await receive(answer, asked, decision.total);
            break;
          case 'start-again': {
            if (askingForEnd) {
              // No ranges and no length: the same bytes twice are the proof that is left.
              if (await sameBytes(answer, await checking.of(bytes), held, context)) return await done(bytes);
              throw new Failure('connection-lost', {
                subject: held.name,
                detail: 'two answers of different length',
              });
            }
            if (bytes > 0) restart('starts again each time', false);
            checking.forget();
            remember({ total: decision.total, validator: validatorOf(answer), bytes: 0, sha256: null });
            await receive(answer, 0, decision.total);
            break;
          }
          case 'verify':
            if (size !== asked || asked === 0)
              await onDisk(held.name, async () => (await disk.openWriter(path, asked)).close());
            remember({ total: decision.total });
            return await done(asked);
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
        return done(now);
      }
      // A workbook's end proves itself: its directory stands there.
      if (part.content === 'workbook') return done(now);
      askingForEnd = true;
    }
  }

  try {
    return await fetchAll();
  } catch (error) {
    checking.forget();
    throw error;
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
      detail: `${bytes + spareBytes} bytes needed, ${free} free`,
      action: { kind: 'choose-folder' },
    });
  }
}

/** Both bodies go through checks of the same kind, which are good for their SHA-256. */
async function sameBytes(
  answer: PartAnswer,
  held: FileCheck,
  { name }: LedgerPart,
  { checks, signal }: CollectContext,
): Promise<boolean> {
  const other = checks.begin({ name, content: 'ndjson' });
  try {
    for await (const bytes of answer.body) {
      signal.throwIfAborted();
      await other.write(bytes);
    }
    return (await other.sha256()) === (await held.sha256());
  } finally {
    other.stop();
  }
}
