import { expect, test } from 'vitest';
import { emptyJobList } from '../../../src-renderer/state/job-list.ts';
import { afterChanges, afterSnapshot, type JobsState } from '../../../src-renderer/state/jobs-store.ts';
import { jobView } from '../support/job-views.ts';

const loading: JobsState = {
  phase: 'loading',
  error: null,
  list: emptyJobList,
  early: { changed: [], removed: [] },
};
const titles = (state: JobsState) => [...state.list.byId.values()].map((job) => job.title);

test('a change that comes before the snapshot is not lost', () => {
  const early = afterChanges(loading, [jobView({ title: 'newer' })], []);
  expect(early.phase).toBe('loading');
  expect(titles(early)).toEqual([]);
  expect(titles(afterSnapshot(early, [jobView({ title: 'older' })]))).toEqual(['newer']);
});

test('an export that is removed before the snapshot stays away', () => {
  const early = afterChanges(afterChanges(loading, [jobView()], []), [], ['job-1']);
  expect(titles(afterSnapshot(early, [jobView()]))).toEqual([]);
});

test('one that is removed and comes again before the snapshot is there', () => {
  const early = afterChanges(afterChanges(loading, [], ['job-1']), [jobView({ title: 'again' })], []);
  expect(titles(afterSnapshot(early, []))).toEqual(['again']);
});

test('the last of two early changes counts', () => {
  const early = afterChanges(
    afterChanges(loading, [jobView({ title: 'first' })], []),
    [jobView({ title: 'second' })],
    [],
  );
  expect(titles(afterSnapshot(early, []))).toEqual(['second']);
});

test('a snapshot puts an earlier failure right', () => {
  const failed: JobsState = { ...loading, phase: 'failed', error: { code: 'unexpected' } };
  expect(afterSnapshot(failed, [])).toMatchObject({ phase: 'ready', error: null });
});

test('changes after the snapshot show at once', () => {
  const ready = afterSnapshot(loading, [jobView()]);
  expect(titles(afterChanges(ready, [jobView({ title: 'changed' })], []))).toEqual(['changed']);
});
