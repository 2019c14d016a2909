import { expect, test } from 'vitest';
import type { Job } from '../../../src-main/jobs/job.ts';
import { askedMoments, askedPeriod } from '../../../src-main/review/asked-period.ts';

const crayon = {
  provider: 'crayon',
  customerAccountId: 1,
  from: '2026-10-01T00:00:00Z',
  to: '2026-10-31T00:00:00Z',
} as const;
const mytracker = (timezone?: string) =>
  ({
    provider: 'mytracker',
    event: 'installs',
    dateFrom: '2026-10-01',
    dateTo: '2026-10-31',
    ...(timezone === undefined ? {} : { timezone }),
  }) as unknown as Job['request'];

test('the asked period is that of the request', () => {
  expect(askedPeriod({ request: null })).toBeNull();
  expect(askedPeriod({ request: crayon })).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(askedPeriod({ request: mytracker() })).toEqual({ from: '2026-10-01', to: '2026-10-31' });
});

test.each([
  ['Crayon, by its days', crayon, '2026-10-01 00:00:00', '2026-11-01 00:00:00'],
  [
    'Moscow, three hours earlier in UTC',
    mytracker('Europe/Moscow'),
    '2026-09-30 21:00:00',
    '2026-11-01 00:00:00',
  ],
  ['no zone, which is Moscow', mytracker(), '2026-09-30 21:00:00', '2026-11-01 00:00:00'],
  ['New York, later in UTC', mytracker('America/New_York'), '2026-10-01 00:00:00', '2026-11-01 04:00:00'],
  ['a zone that nobody knows', mytracker('Mars/Olympus'), '2026-10-01 00:00:00', '2026-11-01 00:00:00'],
])('what lies within the asked days: %s', (_what, request, from, before) => {
  expect(askedMoments({ request })).toEqual({ from, before });
});

test('where no days were asked for nothing lies outside', () => {
  expect(askedMoments({ request: null })).toBeNull();
});
