import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import { type BlockPipeParts, createBlockPipe } from '../../../src-main/retrieval/block-pipe.ts';
import type { FileCheck } from '../../../src-main/retrieval/file-checks-port.ts';
import { createPieceRoom } from '../../../src-main/retrieval/piece-room.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

interface Disk {
  /** Held writes wait until this is called; with a number, the one that was held so many before it goes alone. */
  release: (which?: number) => void;
  hold: boolean;
  /** The number of the write that fails, from 1. */
  failsAt: number;
  syncFails: boolean;
}

function setUp(change: Partial<BlockPipeParts> = {}) {
  const held: (() => void)[] = [];
  const disk: Disk = {
    release: (which) => {
      const gone = which === undefined ? held.splice(0) : held.splice(which, 1);
      for (const go of gone) go();
    },
    hold: false,
    failsAt: 0,
    syncFails: false,
  };
  /** In the order of the calls. */
  const written: Buffer[] = [];
  let calls = 0;
  const checked: Buffer[] = [];
  const taken: Uint8Array[] = [];
  const durable: number[] = [];
  const syncs: number[] = [];
  const clock = createVirtualClock();
  const check = {
    async write(bytes: Uint8Array) {
      checked.push(Buffer.from(bytes));
    },
    async take(bytes: Uint8Array) {
      checked.push(Buffer.from(bytes));
      taken.push(bytes);
      // Memory that is given away is gone.
      structuredClone(bytes.buffer, { transfer: [bytes.buffer as ArrayBuffer] });
    },
  } as unknown as FileCheck;
  const pipe = createBlockPipe({
    writer: {
      async write(bytes) {
        const place = calls;
        calls += 1;
        if (disk.hold) await new Promise<void>((resolve) => held.push(resolve));
        if (place + 1 === disk.failsAt) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        // After the wait: memory that was used again too early would show.
        written[place] = Buffer.from(bytes);
      },
      async sync() {
        syncs.push(written.length);
        if (disk.syncFails) throw Object.assign(new Error('io'), { code: 'EIO' });
      },
      close: async () => {},
    },
    check,
    room: createPieceRoom(),
    name: 'f',
    position: 0,
    clock,
    durableEvery: { ms: 1_000, bytes: 32 * megabyte },
    onDurable: (bytes) => durable.push(bytes),
    ...change,
  });
  return {
    pipe,
    disk,
    held,
    clock,
    durable,
    syncs,
    written,
    whole: () => Buffer.concat(written),
    checked,
    taken,
  };
}

const pattern = (length: number, seed: number) =>
  Buffer.from(Array.from({ length }, (_, at) => (at * 31 + seed) % 251));

describe('bytes on their way to the disk', () => {
  it('arrive in order, and the check sees the same', async () => {
    const { pipe, whole, checked, durable } = setUp();
    const pieces = Array.from({ length: 60 }, (_, seed) => pattern(50_000 + seed * 997, seed));
    for (const piece of pieces) await pipe.write(piece);
    await pipe.finish();
    expect(whole().equals(Buffer.concat(pieces))).toBe(true);
    expect(Buffer.concat(checked).equals(Buffer.concat(pieces))).toBe(true);
    expect(durable.at(-1)).toBe(Buffer.concat(pieces).length);
  });

  it('are durable after a while although nothing follows them', async () => {
    const { pipe, clock, durable } = setUp();
    await pipe.write(pattern(1_000, 1));
    await clock.advance(999);
    const early = [...durable];
    await clock.advance(1);
    expect([early, durable]).toEqual([[], [1_000]]);
    await pipe.write(pattern(500, 2));
    await clock.advance(1_000);
    expect(durable).toEqual([1_000, 1_500]);
    await pipe.finish();
    expect(clock.waiting).toEqual([]);
  });

  it('may be reused by the sender at once', async () => {
    const { pipe, disk, whole } = setUp();
    disk.hold = true;
    const piece = pattern(1_000, 1);
    const before = Buffer.from(piece);
    await pipe.write(piece);
    piece.fill(0);
    disk.hold = false;
    disk.release();
    await pipe.finish();
    expect(whole().equals(before)).toBe(true);
  });

  it('wait when four blocks are full, so that memory stays flat', async () => {
    const { pipe, disk, whole } = setUp();
    disk.hold = true;
    // The first block is sent as soon as something is in it; then three more fill.
    await pipe.write(pattern(10, 1));
    await pipe.write(Buffer.alloc(3 * 512 * kilobyte));
    let went = false;
    const waits = Promise.resolve(pipe.write(Buffer.alloc(1))).then(() => {
      went = true;
    });
    await new Promise(setImmediate);
    expect(went).toBe(false);
    disk.hold = false;
    disk.release();
    await waits;
    await pipe.finish();
    expect(whole()).toHaveLength(10 + 3 * 512 * kilobyte + 1);
  });

  it('are written large when they come quickly', async () => {
    const { pipe, written } = setUp();
    for (let piece = 0; piece < 640; piece += 1) await pipe.write(Buffer.alloc(16 * kilobyte));
    await pipe.finish();
    expect(written.length).toBeLessThan(200);
  });

  it('are written at once when they come slowly', async () => {
    const { pipe, clock, written } = setUp();
    await pipe.write(Buffer.alloc(2 * megabyte));
    await expect.poll(() => Buffer.concat(written).length).toBe(2 * megabyte);
    await clock.advance(60);
    await pipe.write(Buffer.alloc(10));
    await expect.poll(() => Buffer.concat(written).length).toBe(2 * megabyte + 10);
  });
});

describe('a large piece that is given away', () => {
  const piece = (length: number, seed: number) => new Uint8Array(length).fill(seed);

  it('goes to the disk and to the check without a copy, in its place among small ones', async () => {
    const { pipe, whole, checked, taken, durable } = setUp();
    const sizes = [100, 300_000, 10, 70_000, 64 * kilobyte, 64 * kilobyte - 1, megabyte, 1];
    const all = sizes.map((length, seed) => piece(length, seed));
    const before = Buffer.concat(all);
    for (const one of all) await pipe.give(one);
    await pipe.finish();
    expect(whole().equals(before)).toBe(true);
    expect(Buffer.concat(checked).equals(before)).toBe(true);
    expect(taken).toEqual([all[1], all[3], all[4], all[6]]);
    expect(durable.at(-1)).toBe(before.length);
  });

  it('is copied when there is more in its memory', async () => {
    const { pipe, whole, taken } = setUp();
    const memory = piece(200_000, 7);
    await pipe.give(memory.subarray(0, 100_000));
    await pipe.finish();
    expect([whole().length, taken.length, memory.length]).toEqual([100_000, 0, 200_000]);
  });

  it('shares its room with those of other transfers, each of which may always take one piece', async () => {
    const room = createPieceRoom();
    const [one, two] = [setUp({ room }), setUp({ room })];
    one.disk.hold = true;
    two.disk.hold = true;
    expect(one.pipe.give(piece(15 * megabyte, 1))).toBeUndefined();
    expect(two.pipe.give(piece(3 * megabyte, 2))).toBeUndefined();
    let over = false;
    const waits = Promise.resolve(two.pipe.give(piece(3 * megabyte, 3))).then(() => {
      over = true;
    });
    // Its own disk makes room, whatever the other one's does.
    await expect.poll(() => two.held.length).toBe(1);
    expect(over).toBe(false);
    two.disk.release();
    await waits;
    await expect.poll(() => two.held.length).toBe(1);
    two.disk.release();
    await two.pipe.finish();
    one.disk.release();
    await one.pipe.finish();
    expect([one.whole().length, two.whole().length]).toEqual([15 * megabyte, 6 * megabyte]);
    expect([room.has(16 * megabyte), room.has(16 * megabyte + 1)]).toEqual([true, false]);
  });

  it('gives its room back when the disk refuses', async () => {
    const room = createPieceRoom();
    const { pipe, disk } = setUp({ room });
    disk.failsAt = 1;
    await pipe.give(piece(megabyte, 1));
    await expect(pipe.finish()).rejects.toMatchObject({ code: 'disk-full' });
    expect([room.has(16 * megabyte), room.has(16 * megabyte + 1)]).toEqual([true, false]);
  });

  it('waits while sixteen megabytes are under way, so that memory stays flat', async () => {
    const { pipe, disk, whole } = setUp();
    disk.hold = true;
    expect(pipe.give(piece(15 * megabyte, 1))).toBeUndefined();
    let went = false;
    const waits = Promise.resolve(pipe.give(piece(2 * megabyte, 2))).then(() => {
      went = true;
    });
    await new Promise(setImmediate);
    expect(went).toBe(false);
    disk.hold = false;
    disk.release();
    await waits;
    await pipe.finish();
    expect(whole()).toHaveLength(17 * megabyte);
  });

  it('may be larger than all that may be under way', async () => {
    const { pipe, whole } = setUp();
    await pipe.give(piece(20 * megabyte, 1));
    await pipe.give(piece(20 * megabyte, 2));
    await pipe.finish();
    expect(whole()).toHaveLength(40 * megabyte);
  });

  it('and waits hears of a disk that is full', async () => {
    const { pipe, disk, checked } = setUp();
    disk.hold = true;
    disk.failsAt = 1;
    expect(pipe.give(piece(15 * megabyte, 1))).toBeUndefined();
    const waits = expect(pipe.give(piece(3 * megabyte, 2))).rejects.toMatchObject({
      error: { code: 'disk-full' },
    });
    await new Promise(setImmediate);
    disk.hold = false;
    disk.release();
    await waits;
    await expect(pipe.finish()).rejects.toBeInstanceOf(Failure);
    expect(() => pipe.give(piece(megabyte, 3))).toThrow(Failure);
    expect(checked).toEqual([]);
  });
});

describe('several writes under way', () => {
  const piece = (seed: number) => new Uint8Array(megabyte).fill(seed);
  const soon = () => new Promise(setImmediate);

  it('are four at most', async () => {
    const { pipe, disk, held, whole } = setUp();
    disk.hold = true;
    for (let seed = 0; seed < 7; seed += 1) await pipe.give(piece(seed));
    expect(held).toHaveLength(4);
    disk.release(0);
    await soon();
    expect(held).toHaveLength(4);
    disk.hold = false;
    disk.release();
    await pipe.finish();
    expect(whole()).toHaveLength(7 * megabyte);
  });

  it('that end out of order are checked in order', async () => {
    const { pipe, disk, checked } = setUp();
    disk.hold = true;
    for (let seed = 1; seed <= 4; seed += 1) await pipe.give(piece(seed));
    disk.release(3);
    disk.release(1);
    await soon();
    expect(checked).toEqual([]);
    disk.release();
    await pipe.finish();
    expect(checked.map((bytes) => bytes[0])).toEqual([1, 2, 3, 4]);
  });

  it('count as durable up to the first that is missing', async () => {
    const { pipe, disk, clock, durable } = setUp();
    disk.hold = true;
    for (let seed = 1; seed <= 4; seed += 1) await pipe.give(piece(seed));
    disk.release(0);
    disk.release(1);
    disk.release(1);
    await soon();
    await clock.advance(2_000);
    disk.release();
    await pipe.give(piece(5));
    await soon();
    disk.release();
    await pipe.finish();
    // The first came alone; the third and fourth were there before the second, and proved nothing.
    expect(durable.every((bytes, at) => bytes > (durable[at - 1] ?? 0))).toBe(true);
    expect(durable.at(-1)).toBe(5 * megabyte);
  });

  it('of which one fails leave what came before it, though later ones are on the disk', async () => {
    const { pipe, disk, durable, checked, written } = setUp();
    disk.hold = true;
    disk.failsAt = 2;
    for (let seed = 1; seed <= 6; seed += 1) await pipe.give(piece(seed));
    disk.release(1);
    await soon();
    disk.release();
    await expect(pipe.finish()).rejects.toMatchObject({ error: { code: 'disk-full' } });
    expect(durable).toEqual([megabyte]);
    expect(checked).toEqual([]);
    // The fifth and sixth weren't tried any more.
    expect(written.map((bytes) => bytes[0])).toEqual([1, undefined, 3, 4]);
  });
});

describe('what is durable', () => {
  it('is told after a time, and only what was written before', async () => {
    const { pipe, clock, durable, syncs } = setUp();
    await pipe.write(Buffer.alloc(300 * kilobyte));
    await expect.poll(() => syncs).toEqual([]);
    await clock.advance(1_000);
    await pipe.write(Buffer.alloc(200 * kilobyte));
    expect(durable).toEqual([300 * kilobyte]);
    await clock.advance(1_000);
    expect(durable).toEqual([300 * kilobyte, 500 * kilobyte]);
  });

  it('is told after so many bytes', async () => {
    const { pipe, durable } = setUp({ durableEvery: { ms: 1e9, bytes: megabyte } });
    await pipe.write(Buffer.alloc(2 * megabyte));
    await expect.poll(() => durable[0] ?? 0).toBeGreaterThanOrEqual(megabyte);
    await pipe.finish();
    expect(durable.at(-1)).toBe(2 * megabyte);
  });

  it('is told when it is asked for', async () => {
    const { pipe, durable } = setUp();
    await pipe.write(Buffer.alloc(2 * megabyte));
    await pipe.write(Buffer.alloc(5));
    pipe.checkpoint();
    await expect.poll(() => durable).toEqual([2 * megabyte + 5]);
  });

  it('counts on from where the file was', async () => {
    const { pipe, durable } = setUp({ position: 100 });
    await pipe.write(Buffer.alloc(5));
    await pipe.finish();
    expect(durable).toEqual([105]);
  });

  it('is nothing new where nothing was written', async () => {
    const { pipe, durable, syncs } = setUp({ position: 100 });
    await pipe.finish();
    expect([durable, syncs]).toEqual([[], []]);
  });

  it('is all that a full disk took before', async () => {
    const { pipe, disk, durable } = setUp();
    disk.failsAt = 3;
    const failing = async () => {
      for (let piece = 0; piece < 100; piece += 1) await pipe.write(Buffer.alloc(512 * kilobyte));
      await pipe.finish();
    };
    await expect(failing()).rejects.toMatchObject({ error: { code: 'disk-full', subject: 'f' } });
    await expect(pipe.finish()).rejects.toBeInstanceOf(Failure);
    expect(durable).toEqual([megabyte]);
  });

  it('is never told after a sync that failed, not even by one that succeeds later', async () => {
    const { pipe, disk, durable } = setUp();
    disk.syncFails = true;
    await pipe.write(Buffer.alloc(10));
    pipe.checkpoint();
    await expect(pipe.finish()).rejects.toBeInstanceOf(Failure);
    disk.syncFails = false;
    await expect(pipe.finish()).rejects.toBeInstanceOf(Failure);
    expect(durable).toEqual([]);
  });

  it('a ledger that refuses the mark ends the transfer', async () => {
    const { pipe } = setUp({
      onDurable() {
        throw new Failure('disk-full', { subject: 'ledger.sqlite' });
      },
    });
    await pipe.write(Buffer.alloc(10));
    await expect(pipe.finish()).rejects.toMatchObject({ error: { code: 'disk-full' } });
  });
});

it('a check that fails ends the transfer', async () => {
  const { pipe } = setUp({
    check: {
      write: async () => {
        throw new Failure('unexpected');
      },
    } as unknown as FileCheck,
  });
  await pipe.write(Buffer.alloc(10));
  await expect(pipe.finish()).rejects.toMatchObject({ error: { code: 'unexpected' } });
});
