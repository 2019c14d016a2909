import { expect, test } from 'vitest';
import type { Column } from '../../../../src-preload/contract/review.ts';
import { fileLayout, shownColumns } from '../../../../src-renderer/features/review/desk/layout.ts';
import { everything } from '../../../../src-renderer/features/review/desk/query.ts';
import { recall, remember, type View } from '../../../../src-renderer/features/review/desk/remembered.ts';

const named = (...names: readonly string[]): readonly Column[] =>
  names.map((name, index) => ({ index, name, type: 'text' }));
const before = named('id', 'country', 'amount', 'note');

const view: View = {
  query: {
    filters: [{ kind: 'values', column: 1, values: ['NO', null] }],
    sort: [{ column: 2, direction: 'down' }],
  },
  layout: {
    order: [2, 0, 1, 3],
    hidden: new Set([3]),
    pinned: [1],
    widths: new Map([[0, 240]]),
  },
};

test('a view comes back as it was', () => {
  const again = recall(remember(view, before), before);
  expect(again).toEqual(view);
});

test('a filter that leaves out what is no number comes back, one that says nothing of the type does not', () => {
  const filters = [{ kind: 'odd', column: 2, odd: false, type: 'number' } as const];
  const kept = remember({ ...view, query: { filters, sort: [] } }, before);
  expect(recall(kept, before)?.query.filters).toEqual(filters);
  expect(recall(kept.replace('"type":"number"', '"type":"words"'), before)?.query.filters).toEqual([]);
});

test('columns are known by name: the next export may have them elsewhere', () => {
  const after = named('note', 'amount', 'country', 'id');
  const again = recall(remember(view, before), after);
  expect(again?.query.filters).toEqual([{ kind: 'values', column: 2, values: ['NO', null] }]);
  expect(again?.query.sort).toEqual([{ column: 1, direction: 'down' }]);
  expect(again?.layout.pinned).toEqual([2]);
  expect(shownColumns(again?.layout ?? fileLayout(after))).toEqual([2, 1, 3]);
});

test('what belongs to a column that is gone is left out, the rest holds', () => {
  const after = named('id', 'amount', 'note');
  const again = recall(remember(view, before), after);
  expect(again?.query.filters).toEqual([]);
  expect(again?.query.sort).toEqual([{ column: 1, direction: 'down' }]);
});

test('a new column is shown, after those that are known', () => {
  const again = recall(remember(view, before), named('id', 'country', 'amount', 'note', 'region'));
  expect(shownColumns(again?.layout ?? fileLayout(before))).toEqual([1, 2, 0, 4]);
});

test('equal names are told apart by their order', () => {
  const twice = named('value', 'value', 'other');
  const hidden: View = { query: everything, layout: { ...fileLayout(twice), hidden: new Set([1]) } };
  expect([...(recall(remember(hidden, twice), twice)?.layout.hidden ?? [])]).toEqual([1]);
});

test('the file’s own view is nothing to recall', () => {
  expect(recall(remember({ query: everything, layout: fileLayout(before) }, before), before)).toBeNull();
});

test.each([
  ['nothing', null],
  ['no JSON', '{"version":1'],
  ['another version', '{"version":2}'],
  ['a list', '[]'],
  ['filters that are none', '{"version":1,"filters":[{"filter":{"kind":"sql"},"columns":["id"]},7,null]}'],
  ['a sort without a direction', '{"version":1,"sort":[{"column":"id","direction":"sideways"}]}'],
  ['all columns hidden', '{"version":1,"hidden":["id","country","amount","note"]}'],
])('%s is no view', (_, text) => {
  expect(recall(text, before)).toBeNull();
});

test('a view of thousands of columns stays short enough to be kept', () => {
  const many = named(
    ...Array.from({ length: 5000 }, (_, index) => `a column with quite a long name ${index}`),
  );
  const file = fileLayout(many);
  const text = remember({ query: view.query, layout: { ...file, order: [...file.order].reverse() } }, many);
  expect(text.length).toBeLessThanOrEqual(100_000);
  expect(recall(text, many)?.query.sort).toEqual(view.query.sort);
});
