import { describe, expect, test } from 'vitest';
import { expiryOf, reportOf, statusWord } from '../../../../src-main/providers/mypreferences/status.ts';

const now = Date.UTC(2026, 0, 15, 9, 30);
const report = (status: string, more: object = {}) => reportOf('123456', { status, ...more }, now);

describe('the vendor’s word', () => {
  test.each([
    ['Processing', { kind: 'running' }, false],
    ['Complete', { kind: 'ready' }, false],
    ['Retrieved', { kind: 'gone' }, true],
    ['Expired', { kind: 'expired' }, false],
    ['Error', { kind: 'failed', reason: 'Error', repeatable: true }, false],
    ['Failed', { kind: 'failed', reason: 'Failed', repeatable: false }, false],
  ])('%s', (word, state, acknowledged) => {
    expect(report(word)).toMatchObject({
      state,
      vendorStatus: word,
      vendorStatusUnknown: false,
      acknowledged,
    });
  });

  test('counts in any letter case', () => {
    expect(report('COMPLETE').state).toEqual({ kind: 'ready' });
    expect(statusWord(' processing ')).toBe('processing');
  });

  test.each(['Queued', '', 'Completed'])('%j is unknown, reads as running and is kept', (word) => {
    const found = report(word, { rowcount: 5 });
    expect(found).toMatchObject({
      state: { kind: 'running' },
      vendorStatus: word,
      vendorStatusUnknown: true,
      rows: null,
    });
    expect(found).not.toHaveProperty('acknowledged');
  });
});

describe('counts', () => {
  test.each([[null], [0], [undefined], [7]])('of %s while processing mean nothing', (count) => {
    expect(report('Processing', { rowcount: count, bytecount: count })).toMatchObject({
      rows: null,
      bytes: null,
    });
  });

  test('are taken once the export is complete', () => {
    expect(report('Complete', { rowcount: 12431, bytecount: 8601234 })).toMatchObject({
      rows: 12431,
      bytes: 8601234,
    });
    expect(report('Complete', { rowcount: 0, bytecount: '17' })).toMatchObject({ rows: 0, bytes: 17 });
  });

  test.each([[null], [undefined], [-1], [1.5], ['many'], [2 ** 60], [{}]])('of %j are no counts', (count) => {
    expect(report('Complete', { rowcount: count }).rows).toBeNull();
  });
});

describe('Expires', () => {
  test.each([
    ['2026-01-16T09:30:00Z', Date.UTC(2026, 0, 16, 9, 30)],
    ['2026-01-16T09:30:00', Date.UTC(2026, 0, 16, 9, 30)],
    ['2026-01-16 09:30:00.5', Date.UTC(2026, 0, 16, 9, 30, 0, 500)],
    ['2026-01-16T09:30:00-05:00', Date.UTC(2026, 0, 16, 14, 30)],
    ['2026-01-16T09:30:00-0500', Date.UTC(2026, 0, 16, 14, 30)],
    ['1/16/2026 9:30:00 AM', Date.UTC(2026, 0, 16, 9, 30)],
    ['/Date(1768555800000)/', 1768555800000],
    ['', null],
    ['  ', null],
    ['tomorrow', null],
    ['2026-99-99T00:00:00', null],
    [null, null],
    [1768555800, null],
  ])('%j is read as %s', (text, at) => {
    expect(expiryOf(text)).toBe(at);
  });

  test('is the end of a complete export, and shown as the vendor wrote it', () => {
    expect(report('Complete', { expires: '2026-01-16T09:30:00' })).toMatchObject({
      state: { kind: 'ready', expiresAt: Date.UTC(2026, 0, 16, 9, 30) },
      details: [{ label: 'Expires', value: '2026-01-16T09:30:00' }],
    });
  });

  test('is ignored while empty', () => {
    expect(report('Processing', { expires: '' })).toMatchObject({ state: { kind: 'running' }, details: [] });
  });

  test('in the past does not contradict "Complete": its zone is a guess', () => {
    expect(report('Complete', { expires: '2026-01-15T08:00:00' }).state).toEqual({ kind: 'ready' });
  });
});
