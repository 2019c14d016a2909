import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src-preload/contract/errors.ts';
import { createPagedList } from '../../../src-renderer/state/paged-list.ts';

/** A list of a hundred numbers; answers wait until the test lets them go. */
function scene() {
  const asked: number[] = [];
  const waiting: ((answer: Result<readonly number[]>) => void)[] = [];
  let told = 0;
  const list = createPagedList<number>({
    pageSize: 10,
    read: (offset) => {
      asked.push(offset);
      return new Promise((resolve) => waiting.push(resolve));
    },
  });
  list.subscribe(() => {
    told += 1;
  });
  return {
    list,
    asked,
    told: () => told,
    async answer(answer: Result<readonly number[]>) {
      waiting.shift()?.(answer);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}
const page = (from: number) => ({ ok: true as const, value: Array.from({ length: 10 }, (_, n) => from + n) });

describe('a list that is read in pages', () => {
  test('reads a page once, however many of its entries come into sight', async () => {
    const { list, asked, answer, told } = scene();
    for (let index = 10; index < 20; index += 1) list.want(index);
    expect(asked).toEqual([10]);
    expect(list.get(12)).toBeUndefined();
    await answer(page(10));
    expect(list.get(12)).toBe(12);
    expect(told()).toBe(1);
    list.want(12);
    expect(asked).toEqual([10]);
  });

  test('keeps what is in sight while it is read again', async () => {
    const { list, asked, answer } = scene();
    list.want(3);
    await answer(page(0));
    list.refresh();
    expect(list.get(3)).toBe(3);
    list.want(3);
    expect(asked).toEqual([0, 0]);
    await answer({ ok: true, value: [7, 8, 9] });
    expect(list.get(0)).toBe(7);
    expect(list.get(3)).toBeNull();
  });

  test('drops an answer to an older question', async () => {
    const { list, answer } = scene();
    list.want(0);
    list.drop();
    await answer(page(0));
    expect(list.get(0)).toBeUndefined();
  });

  test('an error leaves the entries empty and the rest readable', async () => {
    const { list, answer } = scene();
    list.want(0);
    await answer({ ok: false, error: { code: 'unexpected' } });
    expect(list.get(0)).toBeNull();
    list.want(10);
    await answer(page(10));
    expect(list.get(10)).toBe(10);
  });
});
