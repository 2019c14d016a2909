import { describe, expect, test } from 'vitest';
import type { ListedFile } from '../../../../src-preload/contract/files.ts';
import { actionsOf } from '../../../../src-renderer/features/files/file-actions.ts';
import { linesOf } from '../../../../src-renderer/features/files/files-lines.ts';
import { committedBefore } from '../../../../src-renderer/features/files/use-clean-up.ts';

const file: ListedFile = {
  id: 'f',
  jobId: 'job-1',
  name: 'a.csv',
  folder: '/f',
  kind: 'csv',
  bytes: 1,
  sha256: 'a'.repeat(64),
  rows: 1,
  title: 'Installs',
  connectionName: 'Games',
  provider: 'mytracker',
  practice: false,
  collectedAt: 0,
  committedAt: null,
  onList: true,
  presence: 'here',
};

describe('what can be done with a collected file', () => {
  test('depends on where it is, whether it is signed for and whether its export is listed', () => {
    expect(actionsOf(file)).toEqual(['review', 'open', 'reveal', 'export']);
    expect(actionsOf({ ...file, committedAt: 1 })).toContain('receipt');
    expect(actionsOf({ ...file, onList: false })).toEqual(['open', 'reveal']);
  });

  test('nothing is opened that isn’t there', () => {
    for (const presence of ['missing', 'in-bin', 'unreachable'] as const)
      expect(actionsOf({ ...file, presence, committedAt: 1 })).toEqual(['receipt', 'export']);
  });

  test('a file of no export, not signed for and gone, offers nothing', () => {
    expect(actionsOf({ ...file, presence: 'missing', onList: false })).toEqual([]);
  });
});

test('the lines of the files are groups and files in their order', () => {
  const group = { at: 1, provider: null, connectionName: null, bytes: 1 };
  const lines = linesOf([
    { ...group, files: 2 },
    { ...group, files: 1 },
  ]);
  expect(lines.map((line) => (line.kind === 'group' ? 'group' : line.index))).toEqual([
    'group',
    0,
    1,
    'group',
    2,
  ]);
});

test('ages of a clean-up follow the calendar', () => {
  const now = new Date(2026, 2, 31, 12).getTime();
  expect(new Date(committedBefore('year', now)).getFullYear()).toBe(2025);
  expect(new Date(committedBefore('month', now)).toDateString()).toBe('Sun Mar 01 2026');
  expect(committedBefore('any', now)).toBeGreaterThan(now);
  const ages = (['year', 'half', 'quarter', 'month', 'any'] as const).map((age) => committedBefore(age, now));
  expect([...ages].sort((a, b) => a - b)).toEqual(ages);
});
