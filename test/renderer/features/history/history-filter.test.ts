import { describe, expect, test } from 'vitest';
import { historyKinds } from '../../../../src-preload/contract/history.ts';
import {
  everything,
  filterOf,
  groups,
  type HistoryChoice,
  isFiltered,
  kindsOf,
} from '../../../../src-renderer/features/history/history-filter.ts';
import { linesOf } from '../../../../src-renderer/features/history/history-lines.ts';

const now = new Date(2026, 10, 22, 4, 15).getTime();
const midnight = (month: number, day: number) => new Date(2026, month, day).getTime();
const asked = (change: Partial<HistoryChoice>, jobId?: string) =>
  filterOf({ ...everything, ...change }, jobId, now);

describe('what the history is asked for', () => {
  test('without a choice is everything', () => {
    expect(asked({})).toEqual({});
    expect(isFiltered(everything)).toBe(false);
  });

  test('follows the calendar of this computer', () => {
    expect(asked({ range: 'today' })).toEqual({ from: midnight(10, 22) });
    expect(asked({ range: 'week' })).toEqual({ from: midnight(10, 16) });
    expect(asked({ range: 'month' })).toEqual({ from: midnight(9, 24) });
    expect(asked({ range: 'year' })).toEqual({ from: midnight(0, 1) });
  });

  test('from a day to a day holds both', () => {
    expect(asked({ range: 'days', fromDay: '2026-10-01', toDay: '2026-10-31' })).toEqual({
      from: midnight(9, 1),
      to: midnight(10, 1),
    });
  });

  test('with one end missing or nonsense is open there', () => {
    expect(asked({ range: 'days', fromDay: '', toDay: '2026-10-31' })).toEqual({ to: midnight(10, 1) });
    expect(asked({ range: 'days', fromDay: '2026-10-01', toDay: 'tomorrow' })).toEqual({
      from: midnight(9, 1),
    });
    expect(asked({ range: 'days', fromDay: '999999-01-01', toDay: '' })).toEqual({});
  });

  test('days that were typed count only while days are asked for', () => {
    expect(asked({ range: 'all', fromDay: '2026-10-01', toDay: '2026-10-31' })).toEqual({});
  });

  test('names vendor, connection, person, text and export together', () => {
    expect(
      asked(
        {
          search: '  Opt ',
          person: 'kim',
          vendor: { provider: 'crayon', connectionName: 'Licences' },
          group: 'reviews',
        },
        'job-1',
      ),
    ).toEqual({
      search: 'Opt',
      by: 'kim',
      provider: 'crayon',
      connectionName: 'Licences',
      kinds: ['reviewed'],
      jobId: 'job-1',
    });
  });

  test('a text that is too long is cut and not refused', () => {
    expect(asked({ search: 'x'.repeat(500) }).search).toHaveLength(200);
  });

  test('every kind of entry belongs to one group', () => {
    const all = groups.filter((group) => group !== 'all').flatMap(kindsOf);
    expect([...all].sort()).toEqual([...historyKinds].sort());
  });
});

describe('the lines of the history', () => {
  test('are days and entries in their order', () => {
    const lines = linesOf({
      total: 3,
      days: [
        { at: 5, count: 2 },
        { at: 1, count: 1 },
      ],
    });
    expect(lines.map((line) => (line.kind === 'day' ? `day ${line.at}` : line.index))).toEqual([
      'day 5',
      0,
      1,
      'day 1',
      2,
    ]);
    expect(lines.filter(({ stop }) => stop)).toHaveLength(3);
  });

  test('keep their keys when an entry is added on top', () => {
    const before = linesOf({ total: 2, days: [{ at: 5, count: 2 }] });
    const after = linesOf({ total: 3, days: [{ at: 6, count: 3 }] });
    const entries = (lines: typeof before) =>
      lines.filter(({ kind }) => kind === 'entry').map(({ key }) => key);
    expect(entries(after).slice(1)).toEqual(entries(before));
  });

  test('of nothing are none', () => {
    expect(linesOf({ total: 0, days: [] })).toEqual([]);
  });
});
