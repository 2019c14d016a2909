import { describe, expect, test } from 'vitest';
import type { JobView } from '../../../../src-preload/contract/jobs.ts';
import { type ListQuery, lineMaker, linesOf } from '../../../../src-renderer/features/jobs/list-lines.ts';
import { listOf, withChanges } from '../../../../src-renderer/state/job-list.ts';
import { day } from '../../../../src-renderer/words/time.ts';
import { jobView, noon, receipt } from '../../support/job-views.ts';

const all: ListQuery = { search: '', vendor: null, part: null, showAllDone: false, now: noon };
const done = (id: string, daysAgo: number, change: Partial<JobView> = {}) =>
  jobView({
    id,
    group: 'done',
    stage: 'committed',
    nextStep: 'receipt',
    commit: { kind: 'committed', receipt: receipt({ at: noon - daysAgo * day }) },
    ...change,
  });
const draw = (jobs: readonly JobView[], query: Partial<ListQuery> = {}) =>
  linesOf(listOf(jobs), { ...all, ...query }).map((line) =>
    line.kind === 'group'
      ? `# ${line.group} ${line.count}${line.hiddenBehind === null ? '' : ` of ${line.hiddenBehind}`}`
      : line.jobId,
  );

test('groups stand in their order, and an empty group is left out', () => {
  const jobs = [done('d', 1), jobView({ id: 'w', group: 'on-its-way' })];
  expect(draw(jobs)).toEqual(['# on-its-way 1', 'w', '# done 1', 'd']);
  expect(draw([])).toEqual([]);
});

test('only what was done this week is shown, until all are asked for', () => {
  const jobs = [done('new', 1), done('older', 8), done('oldest', 100)];
  expect(draw(jobs)).toEqual(['# done 1 of 3', 'new']);
  expect(draw(jobs, { showAllDone: true })).toEqual(['# done 3', 'new', 'older', 'oldest']);
});

test('when nothing was done this week the group still says that there is more', () => {
  expect(draw([done('old', 30)])).toEqual(['# done 0 of 1']);
});

describe('a part of the work', () => {
  const jobs = [
    jobView({ id: 'collect', readyAt: 3 }),
    jobView({ id: 'review', stage: 'collected', nextStep: 'review', provider: 'mytracker', readyAt: 2 }),
    jobView({ id: 'broken', stage: 'broken', nextStep: 'collect-again', readyAt: 1 }),
    jobView({ id: 'moving', group: 'on-its-way', nextStep: 'wait' }),
    done('done', 1),
  ];
  test.each([
    ['collect', ['# needs-you 1', 'collect']],
    ['review', ['# needs-you 1', 'review']],
    ['trouble', ['# needs-you 1', 'broken']],
    ['on-its-way', ['# on-its-way 1', 'moving']],
    ['settle', []],
  ] as const)('%s leaves only its own', (part, lines) => {
    expect(draw(jobs, { part })).toEqual(lines);
  });
  test('narrows what a vendor has narrowed', () => {
    expect(draw(jobs, { part: 'review', vendor: 'mytracker' })).toEqual(['# needs-you 1', 'review']);
    expect(draw(jobs, { part: 'review', vendor: 'crayon' })).toEqual([]);
  });
  test('an export that goes on to its next part is left out at once', () => {
    const before = listOf(jobs);
    const after = withChanges(
      before,
      [jobView({ id: 'collect', readyAt: 3, stage: 'collected', nextStep: 'review' })],
      [],
    );
    expect(after.order).not.toBe(before.order);
    expect(linesOf(after, { ...all, part: 'collect' })).toEqual([]);
  });
});

describe('a search', () => {
  const jobs = [
    jobView({ id: 'a', title: 'Março opt-ins' }),
    jobView({ id: 'b', title: 'Installs', connectionName: 'Games', provider: 'mytracker' }),
    done('old', 60, { title: 'Installs, September' }),
  ];
  test('finds what lies back further than a week', () => {
    expect(draw(jobs, { search: 'installs' })).toEqual(['# needs-you 1', 'b', '# done 1', 'old']);
  });
  test('asks for every word, in any order, wherever it stands', () => {
    expect(draw(jobs, { search: ' games  INSTALLS ' })).toEqual(['# needs-you 1', 'b']);
  });
  test('does not mind accents', () => {
    expect(draw(jobs, { search: 'marco' })).toEqual(['# needs-you 1', 'a']);
  });
  test('that finds nothing shows nothing', () => {
    expect(draw(jobs, { search: 'zzz' })).toEqual([]);
  });
  test('within one vendor leaves the others out', () => {
    expect(draw(jobs, { vendor: 'mytracker' })).toEqual(['# needs-you 1', 'b']);
  });
});

test('one row alone stands out: the first that needs the person', () => {
  const lines = linesOf(
    listOf([jobView({ id: 'a' }), jobView({ id: 'b' }), jobView({ id: 'c', group: 'on-its-way' })]),
    all,
  );
  expect(lines.filter((line) => line.kind === 'job' && line.primary).map((line) => line.key)).toEqual(['a']);
});

test('no row stands out when none needs the person', () => {
  const lines = linesOf(listOf([jobView({ id: 'c', group: 'on-its-way' }), done('d', 1)]), all);
  expect(lines.some((line) => line.kind === 'job' && line.primary)).toBe(false);
});

test('a line that did not change stays the same object when others come', () => {
  const make = lineMaker();
  const before = make(listOf([jobView({ id: 'a' }), jobView({ id: 'b' }), jobView({ id: 'c' })]), all);
  const after = make(
    listOf([jobView({ id: 'a' }), jobView({ id: 'b' }), jobView({ id: 'c' }), done('d', 1)]),
    all,
  );
  expect(after.slice(0, 4).every((line, index) => line === before[index])).toBe(true);
});

test('a line that becomes the last is a new one', () => {
  const make = lineMaker();
  const before = make(listOf([jobView({ id: 'a' }), jobView({ id: 'b' })]), all);
  const after = make(listOf([jobView({ id: 'a' })]), all);
  expect(after[1]).not.toBe(before[1]);
  expect(after[1]).toMatchObject({ jobId: 'a', last: true });
});
