import { describe, expect, it } from 'vitest';
import { movedRequest } from '../../../src-main/schedules/moved-request.ts';
import type { ExportRequest } from '../../../src-preload/contract/requests.ts';
import type { Period } from '../../../src-preload/contract/schedules.ts';

const at = (text: string) => Date.parse(text);
const oslo = 'Europe/Oslo';
const installs = (timezone?: string): ExportRequest => ({
  provider: 'mytracker',
  event: 'installs',
  selectors: ['idDevice'],
  dateFrom: '2026-10-01',
  dateTo: '2026-10-31',
  ...(timezone === undefined ? {} : { timezone }),
});
const report: ExportRequest = {
  provider: 'crayon',
  customerAccountId: 4014363,
  from: '2026-10-01T00:00:00Z',
  to: '2026-10-31T23:59:59Z',
};
const segment: ExportRequest = {
  provider: 'mypreferences',
  segmentName: 'Newsletter opt-ins',
  lastDateTime: '2026-11-01T00:00:00.000',
};

describe('the days that are asked for', () => {
  const monday = '2026-11-23T05:00:00Z';
  const cases: readonly (readonly [string, ExportRequest, Period, string | null, string, string, string])[] =
    [
      [
        'the day before, the first time',
        installs('Europe/Oslo'),
        'day-before',
        null,
        monday,
        '2026-11-22',
        '2026-11-22',
      ],
      [
        'the day before, as ever',
        installs('Europe/Oslo'),
        'day-before',
        '2026-11-21',
        monday,
        '2026-11-22',
        '2026-11-22',
      ],
      [
        'a weekend in between is added',
        installs('Europe/Oslo'),
        'day-before',
        '2026-11-19',
        monday,
        '2026-11-20',
        '2026-11-22',
      ],
      [
        'asked twice a day: the same day again',
        installs('Europe/Oslo'),
        'day-before',
        '2026-11-22',
        monday,
        '2026-11-22',
        '2026-11-22',
      ],
      [
        'by the days of its own zone, behind',
        installs('America/Los_Angeles'),
        'day-before',
        null,
        monday,
        '2026-11-21',
        '2026-11-21',
      ],
      [
        'by the days of its own zone, ahead',
        installs('Pacific/Auckland'),
        'day-before',
        null,
        '2026-11-23T12:00:00Z',
        '2026-11-23',
        '2026-11-23',
      ],
      [
        'without a zone MyTracker takes Moscow’s',
        installs(),
        'day-before',
        null,
        '2026-11-22T21:30:00Z',
        '2026-11-22',
        '2026-11-22',
      ],
      [
        'a zone that is not known reads as UTC',
        installs('Mars/Olympus'),
        'day-before',
        null,
        '2026-11-22T23:30:00Z',
        '2026-11-21',
        '2026-11-21',
      ],
      ['seven days', installs('Europe/Oslo'), 'seven-days', '2026-11-21', monday, '2026-11-16', '2026-11-22'],
      [
        'seven days, after two weeks away',
        installs('Europe/Oslo'),
        'seven-days',
        '2026-11-08',
        monday,
        '2026-11-09',
        '2026-11-22',
      ],
      [
        'the month before',
        installs('Europe/Oslo'),
        'month-before',
        null,
        '2026-12-01T05:00:00Z',
        '2026-11-01',
        '2026-11-30',
      ],
      [
        'the month before, over the new year',
        report,
        'month-before',
        null,
        '2027-01-01T05:00:00Z',
        '2026-12-01',
        '2026-12-31',
      ],
      [
        'the month before, after a month away',
        report,
        'month-before',
        '2026-09-30',
        '2026-12-01T05:00:00Z',
        '2026-10-01',
        '2026-11-30',
      ],
      [
        'February of a leap year',
        report,
        'month-before',
        null,
        '2028-03-01T05:00:00Z',
        '2028-02-01',
        '2028-02-29',
      ],
      [
        'Crayon’s days are UTC',
        report,
        'day-before',
        null,
        '2026-11-22T23:30:00Z',
        '2026-11-21',
        '2026-11-21',
      ],
    ];
  it.each(cases)('%s', (_name, request, period, covered, now, from, to) => {
    const moved = movedRequest({ request, period }, covered, at(now), oslo);
    expect(moved.span).toEqual({ from, to });
    expect(moved.covers).toBe(to);
    expect(moved.request).toEqual(
      request.provider === 'crayon'
        ? { ...request, from: `${from}T00:00:00Z`, to: `${to}T23:59:59Z` }
        : { ...request, dateFrom: from, dateTo: to },
    );
  });

  it.each([installs(), report, segment])('“the same” leaves the request as it is', (request) => {
    expect(movedRequest({ request, period: 'same' }, '2026-11-01', at(monday), oslo)).toEqual({
      request,
      span: null,
      covers: null,
    });
  });

  it('no day falls between two exports, whenever they are asked', () => {
    let covered: string | null = null;
    const days: string[] = [];
    for (const hours of [0, 24, 25, 96, 97, 120, 600]) {
      const moved = movedRequest(
        { request: installs('Europe/Oslo'), period: 'day-before' },
        covered,
        at(monday) + hours * 3_600_000,
        oslo,
      );
      const { from, to } = moved.span ?? { from: '', to: '' };
      for (let day = at(`${from}T00:00:00Z`); day <= at(`${to}T00:00:00Z`); day += 86_400_000)
        days.push(new Date(day).toISOString().slice(0, 10));
      covered = moved.covers;
    }
    const unique = [...new Set(days)].sort();
    const first = at(`${unique[0]}T00:00:00Z`);
    expect(unique).toEqual(
      unique.map((_, index) => new Date(first + index * 86_400_000).toISOString().slice(0, 10)),
    );
    expect(unique.at(-1)).toBe('2026-12-17');
  });
});

describe('what has changed since the last request', () => {
  it('the first time as it was typed, and what it covers is today', () => {
    const moved = movedRequest(
      { request: segment, period: 'since-last' },
      null,
      at('2026-11-23T05:00:00Z'),
      oslo,
    );
    expect(moved).toEqual({ request: segment, span: null, covers: '2026-11-23' });
  });
  it('then since the day before the last one: whole days overlap, and nothing falls between', () => {
    const moved = movedRequest(
      { request: segment, period: 'since-last' },
      '2026-11-23',
      at('2026-11-24T05:00:00Z'),
      oslo,
    );
    expect(moved.request).toEqual({ ...segment, lastDateTime: '2026-11-22T00:00:00.000' });
  });
  it('the first time without a start: all of the segment', () => {
    const { lastDateTime: _, ...all } = segment;
    expect(movedRequest({ request: all, period: 'since-last' }, null, 0, oslo).request).toEqual(all);
  });
});
