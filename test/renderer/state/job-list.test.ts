import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { emptyJobList, expiryOf, listOf, withChanges } from '../../../src-renderer/state/job-list.ts';
import { collected, jobView, noon, receipt } from '../support/job-views.ts';

const ready = (id: string, expiresAt?: number, change: Partial<JobView> = {}) =>
  jobView({
    id,
    export: expiresAt === undefined ? { kind: 'ready' } : { kind: 'ready', expiresAt },
    ...change,
  });

describe('the order of the list', () => {
  test('what expires first stands first, what never does after it, newest first', () => {
    const list = listOf([
      ready('old', undefined, { createdAt: noon - 9000 }),
      ready('late', noon + 9000),
      ready('new', undefined, { createdAt: noon - 1000 }),
      ready('soon', noon + 1000),
    ]);
    expect(list.order['needs-you']).toEqual(['soon', 'late', 'new', 'old']);
  });

  test('an expiry at the vendor presses no more once all is collected', () => {
    expect(expiryOf(ready('a', noon + 1000, { retrieval: collected() }))).toBeNull();
    expect(
      expiryOf(ready('a', noon + 1000, { retrieval: { kind: 'paused', by: 'person', parts: [] } })),
    ).toBe(noon + 1000);
  });

  test('done ones stand by their receipt’s time', () => {
    const done = (id: string, at: number) =>
      jobView({
        id,
        group: 'done',
        stage: 'committed',
        commit: { kind: 'committed', receipt: receipt({ at }) },
      });
    expect(listOf([done('a', noon - 5), done('b', noon), done('c', noon - 9)]).order.done).toEqual([
      'b',
      'a',
      'c',
    ]);
  });

  test('an export that main sends twice is there once', () => {
    expect(listOf([ready('a'), ready('a')]).order['needs-you']).toEqual(['a']);
  });
});

describe('a change', () => {
  const list = listOf([ready('a', noon + 1000), ready('b', noon + 2000)]);

  test.each([0, 300])(
    'told twice at once, in two groups, stands once by its last (%i beside it)',
    (beside) => {
      const waiting = ready('c', undefined, { group: 'on-its-way' });
      const others = Array.from({ length: beside }, (_, index) => ready(`d${index}`));
      const { order, byId } = withChanges(list, [waiting, ...others, ready('c', noon + 500)], []);
      expect(order['needs-you'].filter((id) => id === 'c')).toEqual(['c']);
      expect(order['on-its-way']).toEqual([]);
      expect(byId.get('c')?.group).toBe('needs-you');
    },
  );

  test('of what a row only shows keeps the order as the same object', () => {
    const next = withChanges(list, [ready('a', noon + 1000, { lastCheckedAt: noon })], []);
    expect(next.order).toBe(list.order);
    expect(next.byId.get('a')?.lastCheckedAt).toBe(noon);
    expect(list.byId.get('a')?.lastCheckedAt).toBeNull();
  });

  test('of the title makes a new order, so that a search sees it', () => {
    expect(withChanges(list, [ready('a', noon + 1000, { title: 'Other' })], []).order).not.toBe(list.order);
  });

  test('moves an export to its new group', () => {
    const next = withChanges(list, [jobView({ id: 'a', group: 'on-its-way', stage: 'collecting' })], []);
    expect(next.order).toEqual({ 'needs-you': ['b'], 'on-its-way': ['a'], done: [] });
  });

  test('brings in one that wasn’t there, at its place', () => {
    expect(withChanges(list, [ready('c', noon + 1500)], []).order['needs-you']).toEqual(['a', 'c', 'b']);
  });

  test('takes a removed one away; one that isn’t there is no trouble', () => {
    expect(withChanges(list, [], ['a']).order['needs-you']).toEqual(['b']);
    expect(withChanges(list, [], ['nobody']).order).toBe(list.order);
    expect(withChanges(emptyJobList, [], [])).toBe(emptyJobList);
  });

  test('of very many at once sorts as well as one by one', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      ready(`m${index}`, noon + ((index * 7919) % 1000)),
    );
    expect(withChanges(list, many, []).order).toEqual(listOf([...list.byId.values(), ...many]).order);
  });

  test('whatever comes and goes, the list is as if read anew', () => {
    const job = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      group: fc.constantFrom('needs-you', 'on-its-way', 'done'),
      createdAt: fc.integer({ min: noon - 5, max: noon }),
      expiresAt: fc.option(fc.integer({ min: noon, max: noon + 3 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(job, fc.boolean()), { maxLength: 40 }), (changes) => {
        let held = emptyJobList;
        const truth = new Map<string, JobView>();
        for (const [{ id, group, createdAt, expiresAt }, stays] of changes) {
          const view = ready(id, expiresAt, { group: group as JobView['group'], createdAt });
          if (stays) truth.set(id, view);
          else truth.delete(id);
          held = stays ? withChanges(held, [view], []) : withChanges(held, [], [id]);
        }
        expect(held.order).toEqual(listOf([...truth.values()]).order);
      }),
    );
  });
});
