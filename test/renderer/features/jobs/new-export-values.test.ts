import { describe, expect, test } from 'vitest';
import type { JobView } from '../../../../src-preload/contract/jobs.ts';
import type { ExportRequest } from '../../../../src-preload/contract/requests.ts';
import { startRequest } from '../../../../src-renderer/features/jobs/new-export-form.ts';
import {
  datesMove,
  repeatOf,
  rhythmOf,
  startRepeat,
  withRepeat,
} from '../../../../src-renderer/features/jobs/new-export-repeat.ts';
import { readRequest } from '../../../../src-renderer/features/jobs/new-export-request.ts';
import {
  lastRequest,
  namedBefore,
  valuesOf,
} from '../../../../src-renderer/features/jobs/new-export-values.ts';

const now = new Date(2026, 10, 21, 12);
const start = startRequest(now, 'Europe/Oslo');

describe('an earlier request as a start', () => {
  const requests: readonly ExportRequest[] = [
    { provider: 'mypreferences', segmentName: 'A' },
    {
      provider: 'mypreferences',
      segmentName: 'A',
      lastDateTime: '2026-01-01T09:30:00.000',
      matchCriteria: 'AlternateId',
      matchType: 'CRM',
      values: ['A-1', 'B, 2'],
    },
    {
      provider: 'mytracker',
      event: 'userCustomEvents',
      selectors: ['customUserId', 'params.name'],
      dateFrom: '2026-10-01',
      dateTo: '2026-10-31',
      timezone: 'Europe/Oslo',
      idApp: ['1', '2'],
      SDKKey: ['k'],
      idCountry: ['3'],
      rooted: '0',
      eventName: ['a, b', 'c'],
      eventNameInvert: true,
    },
    {
      provider: 'mytracker',
      event: 'payments',
      selectors: ['idDevice'],
      dateFrom: '2026-10-01',
      dateTo: '2026-10-31',
      isVerified: '1',
      idPurchaseType: '2',
    },
    {
      provider: 'crayon',
      customerAccountId: 4014363,
      from: '2026-10-01T00:00:00Z',
      to: '2026-10-31T23:59:59Z',
      cloudAccountId: 7,
    },
  ];
  test.each(requests)('fills the boxes so that the same is asked again: %j', (request) => {
    const reading = readRequest(request.provider, valuesOf(request, start), now);
    expect(reading).toEqual({ kind: 'request', request, title: undefined });
  });
});

describe('what was asked before', () => {
  const job = (createdAt: number, request: ExportRequest | null, connectionId = 'one') =>
    ({ connectionId, createdAt, request, title: `Export ${createdAt}` }) as JobView;
  const crayon = (customerAccountId: number): ExportRequest => ({
    provider: 'crayon',
    customerAccountId,
    from: '',
    to: '',
  });

  test('the newest of the connection that Docket itself asked for', () => {
    const jobs = [job(1, crayon(1)), job(3, null), job(2, crayon(2)), job(9, crayon(9), 'other')];
    expect(lastRequest(jobs, 'one')).toEqual({ title: 'Export 2', at: 2, request: crayon(2) });
    expect(lastRequest(jobs, 'nobody')).toBeNull();
  });

  test('names are offered again, newest first and once', () => {
    const jobs = [job(1, crayon(1)), job(2, crayon(2)), job(3, crayon(1)), job(4, crayon(5), 'other')];
    expect(namedBefore(jobs, 'one').customerAccountId).toEqual(['1', '2']);
    expect(namedBefore([job(1, { provider: 'mypreferences', segmentName: 'A' })], 'one').segmentName).toEqual(
      ['A'],
    );
  });
});

describe('repeating', () => {
  test('another rhythm brings its usual period, unless another was chosen', () => {
    for (const vendor of ['mytracker', 'crayon'] as const)
      expect(startRepeat(vendor, true)).toMatchObject({ repeat: 'daily', period: 'day-before' });
    const daily = withRepeat(startRepeat('mytracker', false), 'daily', 'mytracker');
    expect(daily.period).toBe('day-before');
    expect(withRepeat(daily, 'monthly', 'mytracker').period).toBe('month-before');
    expect(withRepeat(daily, 'weekly', 'mytracker').period).toBe('seven-days');
    expect(withRepeat({ ...daily, period: 'seven-days' }, 'monthly', 'mytracker').period).toBe('seven-days');
    expect(withRepeat(startRepeat('mypreferences', false), 'monthly', 'mypreferences').period).toBe(
      'since-last',
    );
  });

  test('is read as a rhythm; a time that is none, and “once”, are not', () => {
    const values = startRepeat('crayon', true);
    expect(rhythmOf({ ...values, repeat: 'weekdays', time: '23:59' })).toEqual({
      kind: 'weekdays',
      time: '23:59',
    });
    expect(rhythmOf({ ...values, repeat: 'monthly', day: '31' })).toEqual({
      kind: 'monthly',
      time: '06:00',
      day: 31,
    });
    expect(rhythmOf({ ...values, repeat: 'weekly', weekday: '5' })).toEqual({
      kind: 'weekly',
      time: '06:00',
      weekday: 5,
    });
    for (const time of ['', '24:00', '6:00', '06:60']) expect(rhythmOf({ ...values, time })).toBeNull();
    expect(rhythmOf(startRepeat('crayon', false))).toBeNull();
  });

  test('a schedule fills its own boxes again', () => {
    const rhythm = { kind: 'monthly', time: '07:30', day: 15 } as const;
    expect(rhythmOf(repeatOf(rhythm, 'month-before'))).toEqual(rhythm);
    const weekly = { kind: 'weekly', time: '07:30', weekday: 7 } as const;
    expect(rhythmOf(repeatOf(weekly, 'seven-days'))).toEqual(weekly);
  });

  test('dates stand on the screen unless they move', () => {
    const values = startRepeat('mytracker', true);
    expect(datesMove(values)).toBe(true);
    expect(datesMove({ ...values, period: 'same' })).toBe(false);
    expect(datesMove({ ...values, repeat: 'once' })).toBe(false);
    expect(datesMove(startRepeat('mypreferences', true))).toBe(false);
  });
});
