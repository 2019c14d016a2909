import { expect, it } from 'vitest';
import { type PaletteEntry, rank, searchable } from '../../../src-renderer/app/palette/rank.ts';

const entry = (label: string, group: PaletteEntry['group'] = 'exports', more: Partial<PaletteEntry> = {}) =>
  searchable({ key: label, group, label, atOnce: false, run: () => {}, ...more });
const labels = (found: readonly PaletteEntry[]) => found.map(({ label }) => label);

it('the closest stands first, and its group with it', () => {
  const all = [
    entry('Settings', 'screens'),
    entry('Show history of opt-ins', 'actions'),
    entry('Opt-ins, October'),
    entry('History', 'screens'),
    entry('All histories'),
  ];
  expect(labels(rank(all, 'history', 50))).toEqual(['History', 'Show history of opt-ins']);
  expect(labels(rank(all, 'hist', 50))).toEqual(['History', 'Show history of opt-ins', 'All histories']);
});

it('all words must be there, anywhere, without case or accents', () => {
  const all = [entry('Março, instalações', 'exports', { detail: 'Ready · Games' }), entry('Março')];
  expect(labels(rank(all, 'MARCO games', 50))).toEqual(['Março, instalações']);
  expect(labels(rank(all, 'instalacoes', 50))).toEqual(['Março, instalações']);
  expect(rank(all, 'april', 50)).toEqual([]);
});

it('before anything is typed only what is offered at once shows', () => {
  const all = [entry('a', 'screens', { atOnce: true }), entry('b'), entry('c', 'actions', { atOnce: true })];
  expect(labels(rank(all, '  ', 50))).toEqual(['a', 'c']);
});

it('of very many the best are shown', () => {
  const all = Array.from({ length: 10_000 }, (_, index) => entry(`Export ${index}`));
  const found = labels(rank([...all, entry('42')], '42', 50));
  expect(found).toHaveLength(50);
  expect(found[0]).toBe('42');
});
