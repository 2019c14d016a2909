import { expect, test } from 'vitest';
import type { Filter } from '../../../../src-preload/contract/review-view.ts';
import {
  draftFor,
  type FilterDraft,
  filterFrom,
  kindsFor,
  typeWithOdd,
} from '../../../../src-renderer/features/review/filters/filter-draft.ts';

const draft = (change: Partial<FilterDraft>): FilterDraft => ({
  ...draftFor({ type: 'text' }, undefined),
  ...change,
});

test('the usual filter is the one that fits the column’s type', () => {
  expect(kindsFor({ type: 'number' })[0]).toBe('number');
  expect(kindsFor({ type: 'timestamp' })[0]).toBe('date');
  expect(kindsFor({ type: 'id' })[0]).toBe('text');
  expect(kindsFor({ type: 'text' })[0]).toBe('values');
});

test('a column with odd cells can be filtered by them, and one that was', () => {
  const odd = { count: 1, texts: ['Total'] };
  const filter: Filter = { kind: 'odd', column: 2, odd: true, type: 'date' };
  expect(kindsFor({ type: 'number' })).not.toContain('odd');
  expect(kindsFor({ type: 'number', odd }).at(-1)).toBe('odd');
  expect(kindsFor({ type: 'text' }, filter).at(-1)).toBe('odd');
  expect([typeWithOdd({ type: 'number', odd }), typeWithOdd({ type: 'text' }, filter)]).toEqual([
    'number',
    'date',
  ]);
});

test.each<[string, number | null]>([
  ['12', 12],
  ['-1.5', -1.5],
  ['1,5', 1.5],
  ['1,234', 1234],
  ['1,234,567.5', 1_234_567.5],
  ['1 234', 1234],
  ['1 234,50', 1234.5],
  ['1.234,50', 1234.5],
  ['-1.234.567,5', -1_234_567.5],
  ['1.234.567', 1_234_567],
  ['1.234', 1.234],
  ['  7 ', 7],
  ['1e3', 1000],
])('“%s” is read as a number', (typed, least) => {
  const result = filterFrom(draft({ kind: 'number', least: typed }), 4);
  expect(result).toEqual({ ok: true, filter: { kind: 'number', column: 4, least, greatest: null } });
});

test.each(['abc', '1.2.3', '--1', '∞'])('“%s” is no number', (typed) => {
  expect(filterFrom(draft({ kind: 'number', least: typed }), 4)).toEqual({
    ok: false,
    problem: 'number-wrong',
  });
});

test('a span that ends before it begins is told', () => {
  expect(filterFrom(draft({ kind: 'number', least: '5', greatest: '4' }), 0)).toEqual({
    ok: false,
    problem: 'span-wrong',
  });
  expect(filterFrom(draft({ kind: 'date', from: '2026-10-02', to: '2026-10-01' }), 0)).toEqual({
    ok: false,
    problem: 'span-wrong',
  });
});

test.each<Partial<FilterDraft>>([{ kind: 'text' }, { kind: 'number' }, { kind: 'date' }, { kind: 'values' }])(
  'an empty form asks for something: $kind',
  (change) => {
    expect(filterFrom(draft(change), 0)).toEqual({ ok: false, problem: 'needed' });
  },
);

test('a last minute counts to its end, a last day is left to main', () => {
  expect(filterFrom(draft({ kind: 'date', to: '2026-10-15T08:01' }), 0)).toMatchObject({
    filter: { to: '2026-10-15 08:01:59.999999' },
  });
  expect(filterFrom(draft({ kind: 'date', to: '2026-10-15' }), 0)).toMatchObject({
    filter: { from: null, to: '2026-10-15' },
  });
});

test.each<[string, Filter]>([
  ['text', { kind: 'text', column: 2, how: 'starts', text: 'A' }],
  ['not', { kind: 'text', column: 2, how: 'is', text: 'A', not: true, caseSensitive: true }],
  ['numbers', { kind: 'number', column: 2, least: 0.5, greatest: null }],
  ['values', { kind: 'values', column: 2, values: ['a', null], not: true }],
  ['blank', { kind: 'blank', column: 2, blank: false }],
  ['odd', { kind: 'odd', column: 2, odd: false, type: 'number' }],
])('a filter opens in the form as it was made: %s', (_, filter) => {
  expect(filterFrom(draftFor({ type: 'text' }, filter), 2, 'number')).toEqual({ ok: true, filter });
});

test('a bar of a histogram opens in the form of dates', () => {
  const filter: Filter = { kind: 'date', column: 2, from: '2026-10-01 00:00:00', to: '2026-10-02 12:30:00' };
  expect(draftFor({ type: 'timestamp' }, filter)).toMatchObject({
    from: '2026-10-01T00:00:00',
    to: '2026-10-02T12:30:00',
  });
});
