import { expect, test } from 'vitest';
import { followTo, placeOf, selectJob, useView } from '../../../src-renderer/state/view-store.ts';

test('a receipt belongs to the place that it was opened from, however deep', () => {
  expect(placeOf({ screen: 'receipt', jobId: 'a', from: { screen: 'files' } })).toBe('files');
  expect(placeOf({ screen: 'receipt', jobId: 'a', from: { screen: 'review', jobId: 'a' } })).toBe('exports');
  expect(placeOf({ screen: 'history', jobId: 'a' })).toBe('history');
});

test('a notification about several leads to the list itself, and no open panel covers it', () => {
  selectJob('a');
  followTo({ kind: 'show', screen: 'exports' });
  expect(useView.getState()).toMatchObject({ route: { screen: 'exports' }, selectedJobId: null });
});

test('another screen keeps the panel for the way back', () => {
  selectJob('a');
  followTo({ kind: 'show', screen: 'settings' });
  expect(useView.getState()).toMatchObject({ route: { screen: 'settings' }, selectedJobId: 'a' });
});
