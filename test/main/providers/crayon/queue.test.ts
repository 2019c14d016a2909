import { describe, expect, test } from 'vitest';
import { idInReply, newItem } from '../../../../src-main/providers/crayon/created-id.ts';
import {
  createdAtOf,
  flagsOf,
  type QueueItem,
  queueSchema,
} from '../../../../src-main/providers/crayon/queue.ts';
import { createSightings, reportOf } from '../../../../src-main/providers/crayon/queue-report.ts';

const created = Date.UTC(2024, 4, 30, 13, 39, 59, 387);
const item: QueueItem = {
  id: 2439,
  status: 2,
  downloadable: true,
  attempts: 1,
  actionname: 'New Commerce License-based Report@2015.01.01 - 2024.05.22',
  requestedby: 'jane.doe@example.com',
  createddate: '2024-05-30T13:39:59.387',
};
const hour = 3_600_000;
const day = 24 * hour;
const at = (now: number) => ({ now, vendorNow: now, daysListed: 7 });
const report = (more: Partial<QueueItem>, now = created + hour) =>
  reportOf({ ...item, ...more }, at(now), createSightings());

describe('the status flags', () => {
  test.each([
    [0, 'queued'],
    [1, 'queued'],
    [2, 'ready'],
    [3, 'ready'],
    [4, 'gone'],
    [6, 'gone'],
    [8, 'failed'],
    [10, 'failed'],
    [12, 'failed'],
    [15, 'failed'],
    [18, 'ready'],
    ['None', 'queued'],
    ['Queued', 'queued'],
    ['processed', 'ready'],
    ['Processed, Deleted', 'gone'],
    ['2', 'ready'],
  ])('%s is %s', (status, kind) => {
    expect(report({ status })).toMatchObject({
      state: { kind },
      vendorStatus: String(status),
      vendorStatusUnknown: false,
    });
  });

  test.each([16, 32, -16, 'Archived', ''])('%s is unknown and reads as running', (status) => {
    expect(report({ status })).toMatchObject({
      state: { kind: 'running' },
      vendorStatus: String(status),
      vendorStatusUnknown: true,
    });
  });

  test('of a failed export can be asked for again', () => {
    expect(report({ status: 8 }).state).toEqual({ kind: 'failed', reason: 'Failed', repeatable: true });
  });

  test('are read by name or number', () => {
    expect([flagsOf('Queued | Failed'), flagsOf('12'), flagsOf(5), flagsOf('Lost')]).toEqual([
      9,
      12,
      5,
      null,
    ]);
  });
});

describe('a processed report that is not downloadable', () => {
  test('is on its way at first, and gone from the vendor’s shelf later', () => {
    const sightings = createSightings();
    const state = (now: number) => reportOf({ ...item, downloadable: false }, at(now), sightings).state.kind;
    expect([0, 10, 15].map((minutes) => state(created + minutes * 60_000))).toEqual([
      'running',
      'running',
      'running',
    ]);
    expect(state(created + 16 * 60_000)).toBe('expired');
  });

  test('is expired at once when it could be downloaded before', () => {
    const sightings = createSightings();
    reportOf(item, at(created + hour), sightings);
    expect(reportOf({ ...item, downloadable: null }, at(created + hour + 1), sightings).state).toEqual({
      kind: 'expired',
    });
  });

  test('is expired when it is old by the vendor’s own time, whatever this computer’s says', () => {
    const list = { now: created, vendorNow: created + 2 * day, daysListed: 7 };
    expect(reportOf({ ...item, downloadable: false }, list, createSightings()).state).toEqual({
      kind: 'expired',
    });
    const wrongClock = { now: created + 900 * day, vendorNow: created, daysListed: 7 };
    expect(reportOf({ ...item, downloadable: false }, wrongClock, createSightings()).state).toEqual({
      kind: 'running',
    });
  });
});

describe('a ready report', () => {
  test('is expected to leave the list after its days, which is marked as an estimate', () => {
    const found = report({});
    expect(found.state).toEqual({ kind: 'ready', expiresAt: created + 7 * day });
    expect(found.details).toContainEqual({
      label: 'CreatedDate + NrOfDays',
      value: '2024-06-06T13:39Z (estimate)',
    });
  });

  test('that is still listed after that has no end that we know', () => {
    expect(report({}, created + 8 * day).state).toEqual({ kind: 'ready' });
    expect(report({ createddate: null }).state).toEqual({ kind: 'ready' });
  });

  test('has its title and details, and never the vendor’s inner address', () => {
    const found = report({});
    expect(found).toMatchObject({
      reference: '2439',
      title: item.actionname,
      createdAt: created,
      files: 1,
      cancellable: false,
    });
    expect(found.details.map(({ label, value }) => `${label}: ${value}`).slice(0, 4)).toEqual([
      'ActionName: New Commerce License-based Report@2015.01.01 - 2024.05.22',
      'Attempts: 1',
      'RequestedBy: jane.doe@example.com',
      'CreatedDate: 2024-05-30T13:39:59.387',
    ]);
    expect(JSON.stringify(found)).not.toContain('tenantId');
  });
});

test.each([
  ['2024-05-30T13:39:59.387', created],
  ['2024-05-30T13:39:59.3874567', created],
  ['2024-05-30T13:39:59.387Z', created],
  ['2024-05-30T15:39:59.387+02:00', created],
  ['yesterday', null],
  ['', null],
  [null, null],
  ['2024-13-45T00:00:00', null],
])('CreatedDate %j is %s', (createddate, instant) => {
  expect(createdAtOf({ ...item, createddate })).toBe(instant);
});

describe('the list', () => {
  test('takes items whose lesser fields are odd', () => {
    const parsed = queueSchema.parse({
      items: [{ ID: 1, status: 1, Attempts: 'two', ActionName: 5, Downloadable: 'no' }],
    });
    expect(parsed.items[0]).toMatchObject({
      id: 1,
      status: 1,
      attempts: null,
      actionname: null,
      downloadable: null,
    });
  });

  test.each([
    [{}],
    [{ Items: null }],
    [{ Items: {} }],
    [{ Items: [{}] }],
    [{ Items: [{ Id: 'x', Status: 1 }] }],
    [null],
    [[]],
  ])('%j is none: it would make every export look gone', (value) => {
    expect(queueSchema.safeParse(value).success).toBe(false);
  });
});

describe('the id of a new report', () => {
  const before = new Set([2438, 2439]);
  test.each([
    ['{"Id":2440,"Status":1}', 2440],
    ['{"id":"2440"}', 2440],
    ['2440', 2440],
    ['"2440"', 2440],
    ['{"Data":{"Id":2440}}', 2440],
    ['{"Item":{"Id":2440}}', 2440],
    ['', null],
    ['{}', null],
    ['null', null],
    ['true', null],
    ['[]', null],
    ['OK', null],
    ['2440.5', null],
    ['{"Id":2439}', null],
    ['1', null],
  ])('is read from the answer %j as %s', (text, id) => {
    expect(idInReply(text, before)).toBe(id);
  });

  const request = {
    provider: 'crayon',
    customerAccountId: 1,
    from: '2026-01-01T00:00:00Z',
    to: '2026-02-01T00:00:00Z',
  } as const;
  const fresh = (id: number, requestedby: string, dates = '2026.01.01 - 2026.02.01'): QueueItem => ({
    ...item,
    id,
    requestedby,
    actionname: `New Commerce License-based Report@${dates}`,
  });
  const jane = 'jane.doe@example.com';

  test.each([
    ['the only new one', [fresh(2440, 'x@y.z')], 2440],
    ['ours among a colleague’s', [fresh(2441, 'pat@example.com'), fresh(2440, 'Jane.Doe@example.com')], 2440],
    ['by its dates among ours', [fresh(2441, jane, '2025.01.01 - 2025.02.01'), fresh(2440, jane)], 2440],
    ['the newest of equals', [fresh(2440, jane), fresh(2441, jane)], 2441],
    ['none while only old ones are there', [fresh(2439, jane), fresh(2437, jane)], null],
    ['none while only a colleague’s is new', [fresh(2440, 'pat@example.com'), fresh(2439, jane)], null],
    ['none in an empty list', [], null],
  ])('is found in the list: %s', (_, items, id) => {
    expect(newItem(items, before, request, jane)).toBe(id);
  });
});
