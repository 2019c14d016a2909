import { expect, test } from 'vitest';
import { placeOf } from '../../../src-renderer/state/view-store.ts';

test('a receipt belongs to the place that it was opened from, however deep', () => {
  expect(placeOf({ screen: 'receipt', jobId: 'a', from: { screen: 'files' } })).toBe('files');
  expect(placeOf({ screen: 'receipt', jobId: 'a', from: { screen: 'review', jobId: 'a' } })).toBe('exports');
  expect(placeOf({ screen: 'history', jobId: 'a' })).toBe('history');
});
