import { describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Result } from '../../../../src-preload/contract/errors.ts';
import type { OpenTable } from '../../../../src-preload/contract/review.ts';
import type { RowPlace } from '../../../../src-preload/contract/review-view.ts';
import {
  type DeskState,
  emptyDesk,
  type Shown,
} from '../../../../src-renderer/features/review/desk/desk-state.ts';
import { createRowSearch } from '../../../../src-renderer/features/review/toolbar/row-search.ts';

const shownAs = (version: number, viewId?: string) =>
  ({ version, viewId, total: 10, query: emptyDesk.query, first: [], firstGroups: null }) satisfies Shown;

function deskOf(totalRows: number, { viewId, load = 'ready' }: { viewId?: string; load?: string } = {}) {
  const table = { handle: 'h', totalRows, load: { kind: load } } as unknown as OpenTable;
  const store = createStore<DeskState>(() => ({ ...emptyDesk, table, shown: shownAs(1, viewId) }));
  const asked: { readonly rowId: number; readonly answer: (place: Result<RowPlace>) => void }[] = [];
  const search = createRowSearch(
    { store },
    ({ rowId }) => new Promise((answer) => asked.push({ rowId, answer })),
  );
  return { store, asked, search };
}

const at = (row: number): Result<RowPlace> => ({ ok: true, value: { row, nearest: null } });

describe('in the file’s own order', () => {
  test('a row stands at its number, written as people write numbers, and nobody is asked', async () => {
    const { asked, search } = deskOf(2_000_000);
    for (const typed of ['1200000', '1 200 000', '1.200.000', '1,200,000', '1\u202f200\u00a0000']) {
      expect(await search.find(typed)).toEqual({ kind: 'there', row: 1_199_999 });
    }
    expect(asked).toEqual([]);
  });

  test('what is no row’s number leads nowhere', async () => {
    const { search } = deskOf(50);
    for (const typed of ['0', '-3', '51', 'twelve'])
      expect(await search.find(typed)).toEqual({ kind: 'no-row' });
    expect(await search.find('  ')).toEqual({ kind: 'nothing' });
  });

  test('of a table that is being read the last row so far stands for those to come', async () => {
    const { search } = deskOf(50, { load: 'loading' });
    expect(await search.find('700')).toEqual({ kind: 'there', row: 49 });
  });

  test('there is no row before there is a table', async () => {
    const { store, search } = deskOf(50);
    store.setState({ shown: null });
    expect(await search.find('1')).toEqual({ kind: 'nothing' });
  });
});

describe('in another order, or among some of the rows', () => {
  test('its place is asked for once, while it is typed and for Enter', async () => {
    const { asked, search } = deskOf(50, { viewId: 'v' });
    const [typed, entered] = [search.find('7'), search.find('7')];
    expect(asked.map(({ rowId }) => rowId)).toEqual([6]);
    asked[0]?.answer(at(31));
    expect(await typed).toEqual({ kind: 'there', row: 31 });
    expect(await entered).toEqual({ kind: 'there', row: 31 });
  });

  test('another number, or other rows, are another question', async () => {
    const { store, asked, search } = deskOf(50, { viewId: 'v' });
    void search.find('7');
    void search.find('71');
    expect(asked).toHaveLength(1);
    void search.find('8');
    store.setState({ shown: shownAs(2, 'w') });
    void search.find('8');
    expect(asked.map(({ rowId }) => rowId)).toEqual([6, 7, 7]);
  });

  test('an answer for rows that are shown no more is of no use', async () => {
    const { store, asked, search } = deskOf(50, { viewId: 'v' });
    const found = search.find('7');
    store.setState({ shown: shownAs(2, 'w') });
    asked[0]?.answer(at(31));
    expect(await found).toEqual({ kind: 'overtaken' });
  });

  test('a row that is left out is told with the nearest one', async () => {
    const { asked, search } = deskOf(50, { viewId: 'v' });
    const found = search.find('7');
    asked[0]?.answer({ ok: true, value: { row: null, nearest: { row: 3, rowId: 9 } } });
    expect(await found).toEqual({ kind: 'left-out', asked: 7, nearest: { row: 3, rowId: 9 } });
  });

  test('a failure is told, and the next time it is asked anew', async () => {
    const { asked, search } = deskOf(50, { viewId: 'v' });
    const found = search.find('7');
    asked[0]?.answer({ ok: false, error: { code: 'review-stopped' } });
    expect(await found).toEqual({ kind: 'failed', error: { code: 'review-stopped' } });
    const again = search.find('7');
    asked[1]?.answer(at(2));
    expect(await again).toEqual({ kind: 'there', row: 2 });
  });
});
