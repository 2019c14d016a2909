import { expect, test } from 'vitest';
import { fileMoment, fileSpan } from '../../../src-renderer/words/file-dates.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a moment of a file tells its hours unless it is midnight, and what is no time as it stands', () => {
  expect(fileMoment('2026-10-15')).toBe('Oct 15, 2026');
  expect(fileMoment('2026-10-15 00:00:00')).toBe('Oct 15, 2026');
  expect(fileMoment('2026-10-15T08:01:00')).toBe('Oct 15, 2026, 08:01');
  expect(fileMoment('2026-10-15 08:01:07.250')).toBe('Oct 15, 2026, 08:01:07');
  expect(fileMoment('last week')).toBe('last week');
});

test('the ends of a period both tell their hours, or neither does', () => {
  expect(plain(fileSpan({ from: '2026-10-01', to: '2026-10-31' }))).toBe('Oct 1, 2026 – Oct 31, 2026');
  expect(plain(fileSpan({ from: '2026-10-01 00:00:00', to: '2026-10-31 23:59:49' }))).toBe(
    'Oct 1, 2026, 00:00 – Oct 31, 2026, 23:59:49',
  );
  expect(plain(fileSpan({ from: 'q1', to: '2026-10-31 10:00' }))).toBe('q1 – Oct 31, 2026, 10:00');
});

test('a line with a period may be broken before the hours and between the ends, never within a day', () => {
  expect(fileSpan({ from: '2026-10-01', to: '2026-10-31 10:00' }).split(' ').map(plain)).toEqual([
    'Oct 1, 2026,',
    '00:00 –',
    'Oct 31, 2026,',
    '10:00',
  ]);
});
