import { describe, expect, test } from 'vitest';
import type { ProviderId } from '../../../../src-preload/contract/ids.ts';
import { exportRequestSchema } from '../../../../src-preload/contract/requests.ts';
import {
  lastMonth,
  type RequestValues,
  startRequest,
  withRequestValue,
} from '../../../../src-renderer/features/jobs/new-export-form.ts';
import { readRequest } from '../../../../src-renderer/features/jobs/new-export-request.ts';

const now = new Date(2026, 10, 21, 12);
const start = startRequest(now, 'Europe/Oslo');

function read(provider: ProviderId, values: Partial<RequestValues>) {
  return readRequest(provider, { ...start, ...values }, now);
}

function requestIn(provider: ProviderId, values: Partial<RequestValues>) {
  const reading = read(provider, values);
  if (reading.kind !== 'request') throw new Error(JSON.stringify(reading.problems));
  expect(exportRequestSchema.safeParse(reading.request).success).toBe(true);
  return reading.request;
}

function problemsIn(provider: ProviderId, values: Partial<RequestValues>) {
  const reading = read(provider, values);
  return reading.kind === 'problems' ? reading.problems : {};
}

describe('MyPreferences', () => {
  test('a segment alone is enough', () => {
    expect(requestIn('mypreferences', { segmentName: ' Newsletter opt-ins ' })).toEqual({
      provider: 'mypreferences',
      segmentName: 'Newsletter opt-ins',
    });
  });

  test('the time since when is sent with seconds and milliseconds', () => {
    const since = (value: string) => requestIn('mypreferences', { segmentName: 'A', since: value });
    expect(since('2026-01-31T09:30')).toMatchObject({ lastDateTime: '2026-01-31T09:30:00.000' });
    expect(since('2026-01-31T09:30:15')).toMatchObject({ lastDateTime: '2026-01-31T09:30:15.000' });
    expect(since('2026-01-31T09:30:15.5')).toMatchObject({ lastDateTime: '2026-01-31T09:30:15.500' });
  });

  test('values stand one on each line, and keep their commas', () => {
    expect(
      requestIn('mypreferences', {
        segmentName: 'A',
        matchCriteria: 'AlternateId',
        matchType: 'CRM',
        values: ' A-1,2 \r\n\nA-2',
      }),
    ).toMatchObject({ matchCriteria: 'AlternateId', matchType: 'CRM', values: ['A-1,2', 'A-2'] });
  });

  test.each<[string, Partial<RequestValues>, object]>([
    ['no segment', {}, { segmentName: 'missing' }],
    ['a broken time', { segmentName: 'A', since: '31.1.2026' }, { since: 'not-a-date' }],
    ['criteria without values', { segmentName: 'A', matchCriteria: 'ProfileId' }, { values: 'missing' }],
    ['values without criteria', { segmentName: 'A', values: '1' }, { matchCriteria: 'criteria-missing' }],
    [
      'another ID without its kind',
      { segmentName: 'A', matchCriteria: 'AlternateId', values: '1' },
      { matchType: 'missing' },
    ],
  ])('%s is refused', (_, values, problems) => {
    expect(problemsIn('mypreferences', values)).toEqual(problems);
  });
});

describe('MyTracker', () => {
  test('the start is last month’s installs in this computer’s time zone', () => {
    expect(requestIn('mytracker', {})).toEqual({
      provider: 'mytracker',
      event: 'installs',
      selectors: ['idDevice', 'tsEvent', 'idCountry', 'idOsTitle', 'idPartnerTitle', 'advertisingId'],
      dateFrom: '2026-10-01',
      dateTo: '2026-10-31',
      timezone: 'Europe/Oslo',
    });
  });

  test('columns are taken from any list, each once', () => {
    expect(requestIn('mytracker', { columns: 'idDevice;tsEvent\n idDevice params.name' })).toMatchObject({
      selectors: ['idDevice', 'tsEvent', 'params.name'],
    });
  });

  test('an empty time zone is left to the vendor', () => {
    expect(requestIn('mytracker', { timezone: ' ' })).not.toHaveProperty('timezone');
  });

  test('filters that hold for other events only are not sent', () => {
    const values = {
      isVerified: '1',
      idSegment: '7',
      eventName: 'level',
      rooted: '0',
      idApp: '1454, 23',
    } as const;
    expect(requestIn('mytracker', { event: 'payments', ...values })).toMatchObject({
      isVerified: '1',
      rooted: '0',
      idApp: ['1454', '23'],
    });
    const payments = requestIn('mytracker', { event: 'payments', ...values });
    expect(payments).not.toHaveProperty('idSegment');
    expect(payments).not.toHaveProperty('eventName');
    expect(requestIn('mytracker', { event: 'installs', ...values })).not.toHaveProperty('isVerified');
  });

  test('"all but these" is sent only with names', () => {
    const event = 'customEvents' as const;
    expect(requestIn('mytracker', { event, eventNameInvert: true })).not.toHaveProperty('eventNameInvert');
    expect(
      requestIn('mytracker', { event, eventName: 'level up, again\nstart', eventNameInvert: true }),
    ).toMatchObject({ eventName: ['level up, again', 'start'], eventNameInvert: true });
  });

  test.each<[string, Partial<RequestValues>, object]>([
    ['no column', { columns: ' , ' }, { columns: 'missing' }],
    ['a column in another script', { columns: 'страна' }, { columns: 'not-a-column' }],
    ['a last day before the first', { from: '2026-10-02', to: '2026-10-01' }, { to: 'before-from' }],
    ['a day that has not come', { to: '2026-11-22' }, { to: 'in-future' }],
    ['no day', { from: '', to: '' }, { from: 'missing', to: 'missing' }],
    ['a name where a number belongs', { idApp: 'game' }, { idApp: 'not-numbers' }],
  ])('%s is refused', (_, values, problems) => {
    expect(problemsIn('mytracker', values)).toEqual(problems);
  });

  test('another event brings its usual columns, but not over columns of one’s own', () => {
    expect(withRequestValue(start, 'event', 'customEvents').columns).toContain('eventName');
    const own = withRequestValue(start, 'columns', 'idDevice');
    expect(withRequestValue(own, 'event', 'customEvents').columns).toBe('idDevice');
  });
});

describe('Crayon', () => {
  test('the period holds its last day whole', () => {
    expect(requestIn('crayon', { customerAccountId: ' 4014363 ' })).toEqual({
      provider: 'crayon',
      customerAccountId: 4014363,
      from: '2026-10-01T00:00:00Z',
      to: '2026-10-31T23:59:59Z',
    });
  });

  test.each<[string, Partial<RequestValues>, object]>([
    ['no account', {}, { customerAccountId: 'missing' }],
    ['a name', { customerAccountId: 'Northwind' }, { customerAccountId: 'not-a-number' }],
    ['zero', { customerAccountId: '0' }, { customerAccountId: 'not-a-number' }],
    [
      'a number too large to be kept exactly',
      { customerAccountId: '9007199254740993' },
      { customerAccountId: 'not-a-number' },
    ],
    ['a fraction', { customerAccountId: '1', cloudAccountId: '1.5' }, { cloudAccountId: 'not-a-number' }],
  ])('%s is refused', (_, values, problems) => {
    expect(problemsIn('crayon', values)).toEqual(problems);
  });
});

test('last month is the whole month before, also in January and after a leap day', () => {
  expect(lastMonth(new Date(2027, 0, 5))).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(lastMonth(new Date(2028, 2, 31))).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('a name of one’s own is passed on, an empty one is not', () => {
  expect(read('crayon', { customerAccountId: '1', title: ' October ' })).toMatchObject({ title: 'October' });
  expect(read('crayon', { customerAccountId: '1', title: ' ' })).toMatchObject({ title: undefined });
});
