import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DocketError, Result } from '../../../../src-preload/contract/errors.ts';
import type { Column, RowsPage } from '../../../../src-preload/contract/review.ts';
import type { Row } from '../../../../src-renderer/features/review/desk/row-pages.ts';
import { createRowStore, type ReadRows } from '../../../../src-renderer/features/review/table/row-store.ts';

type Query = Parameters<ReadRows>[0];

const columnsOf = (count: number): readonly Column[] =>
  Array.from({ length: count }, (_, index) => ({ index, name: `c${index}`, type: 'text' }) as Column);

/** An engine that answers when it is told to. */
function slowEngine(columns: number, total: number) {
  const asked: { readonly query: Query; readonly answer: (result?: DocketError) => Promise<void> }[] = [];
  const errors: DocketError[] = [];
  let news = 0;
  const first: Row[] = [];
  const store = createRowStore(
    {
      columns: columnsOf(columns),
      total: () => total,
      read: (query) =>
        new Promise((resolve) => {
          const answer = async (error?: DocketError) => {
            const picked = query.columns ?? Array.from({ length: columns }, (_, index) => index);
            const rows = Array.from({ length: Math.min(query.limit, total - query.offset) }, (_, at) =>
              picked.map((column) => `${query.offset + at}:${column}`),
            );
            const page = { offset: query.offset, total, rows } as unknown as RowsPage;
            const result: Result<RowsPage> =
              error === undefined ? { ok: true, value: page } : { ok: false, error };
            resolve(result);
            await new Promise((done) => setImmediate(done));
          };
          asked.push({ query, answer });
        }),
      onNews: () => {
        news += 1;
      },
      onError: (error) => errors.push(error),
    },
    first,
  );
  const bring = (from: number, end: number, columnsInSight: readonly number[] = [0]) =>
    store.bring({ first: from, end, columns: columnsInSight });
  const want = (from: number, end: number, columnsInSight: readonly number[] = [0]) =>
    store.want({ first: from, end, columns: columnsInSight });
  /** Answers everything until nothing more is asked. */
  let settled = 0;
  const settle = async () => {
    for (; settled < asked.length; settled += 1) await asked[settled]?.answer();
  };
  const queries = () => asked.map(({ query }) => [query.offset, query.offset + query.limit]);
  return { store, asked, errors, want, bring, settle, queries, news: () => news };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Longer than what follows a jump waits. */
const stay = () => vi.advanceTimersByTime(1000);

describe('the rows of a table', () => {
  test('that are jumped to are asked for alone, and what follows them when the person stays', async () => {
    const { store, asked, want, queries } = slowEngine(13, 10_000_000);
    want(5_000_000, 5_000_020);
    expect(queries()).toEqual([[5_000_000, 5_000_020]]);
    await asked[0]?.answer();
    expect(store.get(5_000_019)?.cells[3]).toBe('5000019:3');
    expect(queries()).toHaveLength(1);
    stay();
    expect(queries()[1]).toEqual([5_000_020, 5_000_220]);
  });

  test('that are only read ahead say so, and when they are given up for others nobody hears of it', async () => {
    const { asked, errors, want, queries } = slowEngine(13, 10_000_000);
    want(0, 20);
    await asked[0]?.answer();
    expect(asked.map(({ query }) => query.ahead)).toEqual([undefined, true]);
    want(5_000_000, 5_000_020);
    expect(asked[2]?.query.ahead).toBeUndefined();
    await asked[1]?.answer({ code: 'cancelled' });
    expect(errors).toEqual([]);
    await asked[2]?.answer();
    stay();
    expect(queries()[3]).toEqual([5_000_020, 5_000_220]);
    // It gave way to a question: what is asked anew at once would stand in the way of that again.
    await asked[3]?.answer({ code: 'cancelled' });
    expect(asked).toHaveLength(4);
    stay();
    expect(queries()[4]).toEqual([5_000_020, 5_000_220]);
    expect(errors).toEqual([]);
  });

  test('that are slow to come after a jump are not followed by others the moment they are there', async () => {
    const { asked, want, queries } = slowEngine(13, 10_000_000);
    want(5_000_000, 5_000_020);
    stay();
    await asked[0]?.answer();
    expect(queries()).toHaveLength(1);
    want(8_000_000, 8_000_020);
    expect(queries()).toHaveLength(2);
    await asked[1]?.answer();
    stay();
    expect(queries()[2]).toEqual([8_000_020, 8_000_220]);
  });

  test('are read ahead before they are come to, in the way the table scrolls', async () => {
    const { store, want, settle, queries } = slowEngine(13, 10_000_000);
    want(1000, 1020);
    await settle();
    stay();
    await settle();
    expect(store.get(1139)).toBeDefined();
    const before = queries().length;
    want(1050, 1070);
    want(1110, 1130);
    expect(queries().slice(before)[0]?.[0]).toBe(1220);
    await settle();
    want(1000, 1020);
    await settle();
    expect(queries().at(-1)).toEqual([800, 1000]);
  });

  test('of one jump after another are asked for at once, before anything is read ahead', async () => {
    const { asked, want, settle, queries } = slowEngine(13, 10_000_000);
    for (const place of [3_000_000, 9_000_000, 400_000]) {
      want(place, place + 20);
      await settle();
    }
    expect(queries()).toEqual([
      [3_000_000, 3_000_020],
      [9_000_000, 9_000_020],
      [400_000, 400_020],
    ]);
    // A step to the next rows is no jump: what follows is read on.
    want(400_003, 400_023);
    expect(asked).toHaveLength(4);
  });

  test('that somebody may jump to are asked for once, and are there when they do', async () => {
    const { asked, want, bring, queries } = slowEngine(13, 10_000_000);
    want(0, 20);
    await asked[0]?.answer();
    await asked[1]?.answer();
    expect(bring(5_000_000, 5_000_020)).toBe(false);
    expect(bring(5_000_000, 5_000_020)).toBe(false);
    expect(queries().slice(2)).toEqual([[5_000_000, 5_000_020]]);
    expect(asked[2]?.query.ahead).toBeUndefined();
    await asked[2]?.answer();
    expect(bring(5_000_000, 5_000_020)).toBe(true);
    // Known or not, it is a jump: nothing is read ahead until the person stays.
    want(5_000_000, 5_000_020);
    expect(asked).toHaveLength(3);
    stay();
    expect(queries()[3]).toEqual([5_000_020, 5_000_220]);
  });

  test('are not read ahead for who is on the way elsewhere, until they have been there for a moment', async () => {
    const { asked, want, bring, queries } = slowEngine(13, 10_000_000);
    want(0, 20);
    await asked[0]?.answer();
    bring(5_000_000, 5_000_020);
    // Its rows come before what was being read ahead is given up, or after.
    await asked[2]?.answer();
    await asked[1]?.answer({ code: 'cancelled' });
    expect(asked).toHaveLength(3);
    stay();
    expect(queries()[3]).toEqual([20, 220]);
    bring(6_000_000, 6_000_020);
    await asked[3]?.answer({ code: 'cancelled' });
    stay();
    expect(asked).toHaveLength(5);
    await asked[4]?.answer();
    stay();
    expect(queries()[5]).toEqual([20, 220]);
  });

  test('that somebody may jump to don’t wait for those in sight, nor take their place', async () => {
    const { asked, want, bring, queries } = slowEngine(13, 10_000_000);
    want(1_000_000, 1_000_020);
    want(2_000_000, 2_000_020);
    bring(5_000_000, 5_000_020);
    expect(queries()).toHaveLength(3);
    await asked[0]?.answer();
    await asked[1]?.answer({ code: 'cancelled' });
    vi.advanceTimersByTime(500);
    expect(queries()[3]).toEqual([2_000_000, 2_000_020]);
  });

  test('that somebody may jump to end where the table ends, and are not asked for once it is left', () => {
    const { store, bring, queries } = slowEngine(3, 50);
    bring(40, 60);
    expect(queries()).toEqual([[40, 50]]);
    store.end();
    expect(bring(0, 20)).toBe(false);
    expect(queries()).toHaveLength(1);
  });

  test('that are scrolled past while others are read are not asked for', async () => {
    const { asked, want, queries } = slowEngine(13, 10_000_000);
    for (let turn = 1; turn <= 50; turn += 1) want(turn * 10_000, turn * 10_000 + 20);
    expect(queries()).toEqual([
      [10_000, 10_020],
      [20_000, 20_020],
    ]);
    await asked[0]?.answer();
    expect(queries().at(-1)).toEqual([500_000, 500_020]);
    expect(asked).toHaveLength(3);
  });

  test('end where the table ends', async () => {
    const { want, settle, queries } = slowEngine(3, 50);
    want(40, 60);
    await settle();
    expect(queries()).toEqual([[40, 50]]);
  });

  test('that are known are not asked for again', async () => {
    const { asked, want, settle } = slowEngine(3, 30);
    want(0, 30);
    await settle();
    want(5, 20);
    want(0, 10);
    await settle();
    expect(asked).toHaveLength(1);
  });

  test('far away are forgotten, and those in sight never', async () => {
    const { store, want, settle } = slowEngine(2, 10_000_000);
    for (let at = 0; at < 20_000; at += 100) {
      want(at, at + 20);
      await settle();
    }
    expect(store.get(0)).toBeUndefined();
    expect(store.get(19_919)).toBeDefined();
  });
});

describe('a wide table', () => {
  test('is read by the columns in sight, and more of them as they come into sight', async () => {
    const { store, asked, want, settle } = slowEngine(5000, 20);
    want(0, 20, [0, 1, 2]);
    await settle();
    expect(asked[0]?.query.columns).toHaveLength(32);
    expect(store.get(3)?.cells[2500]).toBeUndefined();
    want(0, 20, [2500, 2501]);
    await settle();
    expect(store.get(3)?.cells[2500]).toBe('3:2500');
    expect(store.get(3)?.cells[2]).toBe('3:2');
    want(0, 20, [0, 1, 2, 2500]);
    await settle();
    expect(asked).toHaveLength(2);
  });
});

describe('where somebody may jump to in a wide table', () => {
  test('rows are only there with the columns that come into sight', async () => {
    const { asked, want, bring, settle } = slowEngine(5000, 1_000_000);
    want(0, 20, [0, 1]);
    await settle();
    bring(5000, 5020, [0, 1]);
    await settle();
    expect(bring(5000, 5020, [0, 1])).toBe(true);
    expect(bring(5000, 5020, [2500])).toBe(false);
    expect(asked.at(-1)?.query.columns).toContain(2500);
  });
});

describe('what can’t be read', () => {
  test('is told, and leaves the rows unknown', async () => {
    const { store, asked, errors, want, news } = slowEngine(3, 100);
    want(0, 20);
    await asked[0]?.answer({ code: 'review-stopped' });
    expect(errors).toEqual([{ code: 'review-stopped' }]);
    expect(store.get(0)).toBeUndefined();
    expect(news()).toBe(0);
    store.end();
  });

  test('since a newer question overtook it, is asked for again in a moment', async () => {
    const { store, asked, want, news } = slowEngine(3, 100);
    want(0, 20);
    await asked[0]?.answer({ code: 'cancelled' });
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(500);
    expect(asked).toHaveLength(2);
    await asked[1]?.answer();
    expect(store.get(0)?.cells[0]).toBe('0:0');
    expect(news()).toBe(1);
    store.end();
  });

  test('is not asked for without end, until the table is scrolled', async () => {
    const { store, asked, want } = slowEngine(3, 1000);
    want(0, 20);
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await asked[attempt]?.answer({ code: 'cancelled' });
      vi.advanceTimersByTime(500);
    }
    expect(asked).toHaveLength(5);
    want(10, 30);
    expect(asked).toHaveLength(6);
    store.end();
  });

  test('is not asked for again after the table was left', async () => {
    const { store, asked, want } = slowEngine(3, 100);
    want(0, 20);
    await asked[0]?.answer({ code: 'cancelled' });
    store.end();
    vi.advanceTimersByTime(5000);
    expect(asked).toHaveLength(1);
  });

  test('is of no interest once the table is closed', async () => {
    const { store, asked, errors, want, news } = slowEngine(3, 100);
    want(0, 20);
    store.end();
    await asked[0]?.answer({ code: 'review-closed' });
    expect(errors).toEqual([]);
    expect(news()).toBe(0);
    want(50, 70);
    expect(asked).toHaveLength(1);
  });
});
