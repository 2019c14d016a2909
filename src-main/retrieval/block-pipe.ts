import type { Clock } from '../ports/clock.ts';
import type { DiskWriter } from './disk.ts';
import { onDisk } from './disk-failure.ts';
import type { FileCheck } from './file-checks-port.ts';
import type { PieceRoom } from './piece-room.ts';

/**
 * Carries bytes to the disk and on to their check: small pieces of the network become few large writes, large ones are
 * written as they are, and what is checked is the very memory that was written. The network waits for neither until
 * there is no room left.
 */
export interface BlockPipe {
  /** Takes the bytes over; waits only while there is no room. Throws what the disk has said meanwhile. */
  write(bytes: Uint8Array): Promise<void> | undefined;
  /** The same with bytes that the caller doesn't touch again: a large piece isn't copied. */
  give(bytes: Uint8Array): Promise<void> | undefined;
  /** Makes everything so far durable, in the background; nothing when that is under way. */
  checkpoint(): void;
  /** Everything is written, checked and durable. The writer stays open. */
  finish(): Promise<void>;
}

export interface BlockPipeParts {
  readonly writer: DiskWriter;
  readonly check: FileCheck;
  /** For pieces that are given; shared with other pipes. */
  readonly room: PieceRoom;
  /** The subject of the disk's failures. */
  readonly name: string;
  /** The file's size before the first byte. */
  readonly position: number;
  readonly clock: Clock;
  /** Bytes are made durable after so much time or so many of them. */
  readonly durableEvery: { readonly ms: number; readonly bytes: number };
  /** The first `bytes` of the file are durable. */
  readonly onDurable: (bytes: number) => void;
}

const blockSize = 512 * 1024;
/** The memory of one transfer: this many blocks, and of pieces that were given what there is room for. */
const mostBlocks = 4;
/** A single write is on its way to and fro for longer than it takes: as many as libuv has threads keep the disk busy. */
const mostWrites = 4;
/** A smaller piece is cheaper copied than sent by itself. */
const worthGiving = 64 * 1024;
/** An idle disk isn't given less than this, unless bytes come so slowly, or are so few, that it makes no difference. */
const worthWriting = 128 * 1024;
const slow = 50;
const few = 1024 * 1024;

export function createBlockPipe(parts: BlockPipeParts): BlockPipe {
  const { writer, check, room, name, clock, durableEvery } = parts;
  const free: Uint8Array[] = [];
  let made = 0;
  let given = 0;
  let block: Uint8Array | null = null;
  let filled = 0;
  let failed: { readonly error: unknown } | null = null;
  /** Sent and not yet written. */
  let writing = 0;
  /** Under way at the disk. */
  let running = 0;
  const waiting: (() => void)[] = [];
  let writes: Promise<void> = Promise.resolve();
  /** All before was written: nothing after a gap counts. */
  let whole = true;
  let checks: Promise<unknown> = Promise.resolve();
  let syncing: Promise<void> | null = null;
  /** A sync failed: a second one may succeed although bytes were lost. https://lwn.net/Articles/752063/ */
  let unsure = false;
  /** Bytes of the file that were written, and that are durable. */
  let written = parts.position;
  let durable = parts.position;
  let durableAt = clock.now();
  let sentAt = clock.now();
  let sent = 0;
  let ended = false;
  let cancelTimer: (() => void) | null = null;
  let roomMade = () => {};

  function fails(error: unknown) {
    failed ??= { error };
    roomMade();
  }

  function take(): Uint8Array | null {
    const memory = free.pop();
    if (memory !== undefined) return memory;
    if (made === mostBlocks) return null;
    made += 1;
    // Shared, so that the check may see it from another thread without a copy.
    return new Uint8Array(new SharedArrayBuffer(blockSize));
  }

  function send() {
    if (block === null || filled === 0) return;
    const memory = block;
    const bytes = memory.subarray(0, filled);
    block = null;
    filled = 0;
    carry(
      bytes,
      () => check.write(bytes),
      () => free.push(memory),
    );
  }

  /** Written, then checked: a check may take the memory away. Several writes are under way at once, and count in order. */
  function carry(bytes: Uint8Array, checkIt: () => Promise<void>, done: () => void) {
    const { length } = bytes;
    writing += 1;
    sent += length;
    sentAt = clock.now();
    const write = inTurn(bytes);
    writes = writes.then(async () => {
      whole = (await write) && whole;
      writing -= 1;
      if (whole) written += length;
      const checked = failed === null ? checkIt().catch(fails) : Promise.resolve();
      checks = Promise.all([checks, checked]);
      void checked.then(() => {
        done();
        roomMade();
        if (dueForDisk()) checkpointNow(Promise.resolve());
        else checkpointLater();
      });
    });
  }

  /** Begins in the order of the calls; false when it failed, or wasn't tried after a failure. */
  function inTurn(bytes: Uint8Array): Promise<boolean> {
    return new Promise((resolve) => {
      waiting.push(() => {
        if (failed !== null) {
          resolve(false);
          return;
        }
        running += 1;
        const over = (well: boolean) => {
          running -= 1;
          resolve(well);
          startWrites();
        };
        onDisk(name, () => writer.write(bytes)).then(
          () => over(true),
          (error: unknown) => {
            fails(error);
            over(false);
          },
        );
      });
      startWrites();
    });
  }

  function startWrites() {
    while (running < mostWrites) {
      const next = waiting.shift();
      if (next === undefined) return;
      next();
    }
  }

  /** Sends a piece as it is; false when there is no room. */
  function giveWhole(bytes: Uint8Array): boolean {
    const { length } = bytes;
    if (given > 0 && !room.has(length)) return false;
    send();
    given += length;
    room.take(length);
    carry(
      bytes,
      () => check.take(bytes),
      () => {
        given -= length;
        room.giveBack(length);
      },
    );
    return true;
  }

  async function giveLater(bytes: Uint8Array): Promise<void> {
    for (;;) {
      if (failed !== null) throw failed.error;
      if (giveWhole(bytes)) return;
      await new Promise<void>((resolve) => {
        roomMade = resolve;
      });
    }
  }

  /** What has come must not wait for what comes next: that may never come. */
  function checkpointLater() {
    if (ended || cancelTimer !== null || written === durable) return;
    cancelTimer = clock.after(durableEvery.ms, () => {
      cancelTimer = null;
      send();
      checkpointNow(writes);
    });
  }

  function dueForDisk(): boolean {
    return (
      written > durable &&
      (written - durable >= durableEvery.bytes || clock.now() - durableAt >= durableEvery.ms)
    );
  }

  async function sync(): Promise<void> {
    if (written === durable) return;
    const reached = written;
    try {
      await onDisk(name, () => writer.sync());
    } catch (error) {
      unsure = true;
      throw error;
    }
    durable = reached;
    durableAt = clock.now();
    parts.onDurable(durable);
  }

  function checkpointNow(after: Promise<void>) {
    if (syncing !== null || failed !== null) return;
    syncing = after
      .then(sync)
      .catch(fails)
      .finally(() => {
        syncing = null;
        if (failed === null) checkpointLater();
      });
  }

  function noHurry(): boolean {
    return sent < few || clock.now() - sentAt >= slow;
  }

  function put(bytes: Uint8Array): number {
    block ??= take();
    if (block === null) return 0;
    const length = Math.min(bytes.length, blockSize - filled);
    block.set(length === bytes.length ? bytes : bytes.subarray(0, length), filled);
    filled += length;
    if (filled === blockSize || (writing === 0 && (filled >= worthWriting || noHurry()))) send();
    return length;
  }

  async function putRest(bytes: Uint8Array): Promise<void> {
    let from = 0;
    while (from < bytes.length) {
      if (failed !== null) throw failed.error;
      const length = put(bytes.subarray(from));
      from += length;
      if (length === 0) {
        await new Promise<void>((resolve) => {
          roomMade = resolve;
        });
      }
    }
    if (failed !== null) throw failed.error;
  }

  return {
    write(bytes) {
      if (failed !== null) throw failed.error;
      const length = put(bytes);
      return length === bytes.length ? undefined : putRest(bytes.subarray(length));
    },
    give(bytes) {
      if (bytes.length < worthGiving || bytes.length !== bytes.buffer.byteLength) return this.write(bytes);
      if (failed !== null) throw failed.error;
      return giveWhole(bytes) ? undefined : giveLater(bytes);
    },
    checkpoint() {
      send();
      checkpointNow(writes);
    },
    async finish() {
      ended = true;
      cancelTimer?.();
      send();
      await writes;
      while (syncing !== null) await syncing;
      checkpointNow(writes);
      await syncing;
      await checks;
      if (failed === null) return;
      // A disk that is full took what was written before: that much is kept, if it can be.
      if (!unsure) await sync().catch(() => {});
      throw failed.error;
    },
  };
}
