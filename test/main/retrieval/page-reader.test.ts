import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import type { RecordPage } from '../../../src-main/providers/provider.ts';
import { createPageReader } from '../../../src-main/retrieval/page-reader.ts';

interface Asked {
  readonly offset: number;
  readonly limit: number;
  readonly signal: AbortSignal;
  answer(page?: Partial<RecordPage>): void;
  fail(error: unknown): void;
}

/** A vendor of `total` records whose answers come when the test says so. */
function vendor(total: number, clamp = Number.POSITIVE_INFINITY) {
  const asked: Asked[] = [];
  const page = (offset: number, limit: number, signal: AbortSignal) =>
    new Promise<RecordPage>((resolve, reject) => {
      const count = Math.max(0, Math.min(limit, clamp, total - offset + 1));
      const records = Array.from({ length: count }, (_, place) => `{"n":${offset + place}}`);
      const whole: RecordPage = {
        records,
        count,
        hasMore: offset + count <= total,
        offset,
        totalResults: total,
      };
      asked.push({
        offset,
        limit,
        signal,
        answer: (change) => resolve({ ...whole, ...change }),
        fail: reject,
      });
    });
  const offsets = () => asked.map(({ offset }) => offset);
  const open = () => asked.filter(({ signal }) => !signal.aborted).length;
  return { asked, offsets, open, plan: { page, pageSize: 10 } };
}

function reader(
  from: ReturnType<typeof vendor>,
  total: number | null,
  signal = new AbortController().signal,
) {
  const pages = createPageReader(from.plan, { total, signal });
  /** Reads one page as the collector does, with the answers coming in the order asked. */
  async function next(offset: number, known: number | null = total): Promise<RecordPage> {
    const reading = pages.read(offset);
    from.asked.find((one) => one.offset === offset && !one.signal.aborted)?.answer();
    const page = await reading;
    pages.accepted(page.records.length, 1_000, known);
    return page;
  }
  return { pages, next };
}

describe('pages ahead of their turn', () => {
  it('are asked for when the first one has come, more with each that fits, four at once at most', async () => {
    const from = vendor(200);
    const { pages, next } = reader(from, 200);
    const inFlight: number[] = [];
    for (const offset of [1, 11, 21, 31, 41]) {
      const reading = pages.read(offset);
      inFlight.push(from.open());
      for (const one of from.asked) if (one.offset === offset) one.answer();
      pages.accepted((await reading).records.length, 1_000, 200);
    }
    expect(inFlight).toEqual([1, 2, 3, 4, 4]);
    await next(51);
    expect(from.offsets()).toEqual([1, 11, 21, 31, 41, 51, 61, 71, 81]);
  });

  it('are none beyond the total', async () => {
    const from = vendor(25);
    const { next } = reader(from, 25);
    for (const offset of [1, 11, 21]) await next(offset);
    expect(from.offsets()).toEqual([1, 11, 21]);
  });

  it('are none where the total is not known', async () => {
    const from = vendor(50);
    const { next } = reader(from, null);
    for (const offset of [1, 11, 21]) await next(offset);
    expect(from.open()).toBe(0);
    expect(from.offsets()).toEqual([1, 11, 21]);
  });

  it('begin where a server that clamps the limit goes on', async () => {
    const from = vendor(30, 4);
    const { next } = reader(from, 30);
    for (const offset of [1, 5, 9]) await next(offset);
    expect(from.offsets()).toEqual([1, 5, 9, 13, 17]);
    expect(from.asked.every(({ limit }) => limit === 10)).toBe(true);
  });

  it('that do not fit are let go of, and the next is read alone', async () => {
    const from = vendor(100);
    const { pages, next } = reader(from, 100);
    await next(1);
    const reading = pages.read(11);
    from.asked[1]?.answer({ records: ['{}'], count: 1 });
    await reading;
    pages.accepted(1, 1_000, 100);
    const alone = pages.read(12);
    expect(from.asked.find(({ offset }) => offset === 21)?.signal.aborted).toBe(true);
    expect(from.open()).toBe(1);
    from.asked.at(-1)?.answer();
    expect((await alone).records[0]).toBe('{"n":12}');
  });

  it('may come in any order', async () => {
    const from = vendor(60);
    const { pages, next } = reader(from, 60);
    for (const offset of [1, 11, 21]) await next(offset);
    const fourth = pages.read(31);
    for (const one of from.asked.toReversed()) one.answer();
    expect((await fourth).records[0]).toBe('{"n":31}');
    pages.accepted(10, 1_000, 60);
    expect((await pages.read(41)).records[0]).toBe('{"n":41}');
  });

  it('are fewer when they are large', async () => {
    const from = vendor(200);
    const { pages } = reader(from, 200);
    for (const offset of [1, 11, 21]) {
      const reading = pages.read(offset);
      from.asked.find((one) => one.offset === offset)?.answer();
      await reading;
      pages.accepted(10, 16 * 1024 * 1024, 200);
    }
    const last = pages.read(31);
    expect(from.open()).toBe(2);
    pages.stop();
    await expect(last).rejects.toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('a vendor that asks for patience', () => {
  it('in an answer is asked one by one from then on', async () => {
    const from = vendor(200);
    const { pages, next } = reader(from, 200);
    await next(1);
    const reading = pages.read(11);
    from.asked[1]?.answer({ slowed: true });
    await reading;
    pages.accepted(10, 1_000, 200);
    // What was asked for already is taken; nothing new is asked for ahead.
    for (const offset of [21, 31, 41]) await next(offset);
    expect(from.offsets()).toEqual([1, 11, 21, 31, 41]);
  });

  it('in a refusal of a page ahead is heard in that page’s turn', async () => {
    const from = vendor(200);
    const { pages, next } = reader(from, 200);
    await next(1);
    const reading = pages.read(11);
    from.asked[2]?.fail(new Failure('rate-limited'));
    await new Promise(setImmediate);
    from.asked[1]?.answer();
    await reading;
    pages.accepted(10, 1_000, 200);
    await expect(pages.read(21)).rejects.toMatchObject({ error: { code: 'rate-limited' } });
    expect(from.offsets()).toEqual([1, 11, 21]);
  });
});

describe('letting go', () => {
  it('of a page ahead that fails and is never wanted troubles nobody', async () => {
    const from = vendor(200);
    const { pages, next } = reader(from, 200);
    await next(1);
    const reading = pages.read(11);
    from.asked[2]?.fail(new Failure('connection-lost'));
    from.asked[1]?.answer();
    await reading;
    pages.stop();
    expect(from.open()).toBe(0);
  });

  it('ends everything with the collection', async () => {
    const controller = new AbortController();
    const from = vendor(200);
    const { pages, next } = reader(from, 200, controller.signal);
    await next(1);
    const reading = pages.read(11);
    controller.abort(new Error('stop'));
    await expect(reading).rejects.toThrow('stop');
    expect(from.asked.slice(1).every(({ signal }) => signal.aborted)).toBe(true);
  });
});
