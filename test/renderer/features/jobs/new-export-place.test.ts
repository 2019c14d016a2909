import { expect, test } from 'vitest';
import type { ConnectionView } from '../../../../src-preload/contract/connections.ts';
import { placeOf } from '../../../../src-renderer/features/jobs/new-export-place.ts';

const tracker = (id: string): ConnectionView => ({
  id,
  name: id,
  practice: false,
  createdAt: 1,
  config: { provider: 'mytracker', baseUrl: 'https://tracker.example', apiUserId: '1', createBy: 'query' },
  secrets: [],
  lastTest: null,
  exports: 1,
});

const games = tracker('games');
const shop = tracker('shop');
const people: ConnectionView = {
  ...tracker('people'),
  config: {
    provider: 'crayon',
    baseUrl: 'https://crayon.example',
    clientId: 'id',
    userName: 'kim',
    downloadAs: 'bytes',
  },
};
const all = [people, games, shop];
const nothing = { chosen: null, vendor: null, anew: null };
const failed = { connectionId: 'games', provider: 'mytracker' } as const;

test('the first account is asked, or the first of the vendor that the list shows', () => {
  expect(placeOf(all, nothing)).toEqual({ kind: 'account', connection: people, choices: all });
  expect(placeOf(all, { ...nothing, vendor: 'mytracker' })).toMatchObject({ connection: games });
  expect(placeOf(all, { ...nothing, vendor: 'mytracker', chosen: 'shop' })).toMatchObject({
    connection: shop,
  });
});

test('what failed is asked where it was asked before, or at another account of the same vendor', () => {
  expect(placeOf(all, { ...nothing, anew: failed })).toEqual({
    kind: 'account',
    connection: games,
    choices: [games, shop],
  });
  expect(placeOf(all, { ...nothing, anew: failed, chosen: 'shop' })).toMatchObject({ connection: shop });
});

test('no other account is asked without a word when the first one was removed', () => {
  expect(placeOf([people, shop], { ...nothing, anew: failed })).toEqual({ kind: 'removed', choices: [shop] });
  expect(placeOf([people], { ...nothing, anew: failed })).toEqual({ kind: 'removed', choices: [] });
  expect(placeOf([people, shop], { ...nothing, anew: failed, chosen: 'shop' })).toMatchObject({
    kind: 'account',
    connection: shop,
  });
});

test('without any account there is none to ask', () => {
  expect(placeOf([], nothing)).toEqual({ kind: 'none' });
});
