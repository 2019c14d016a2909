import { describe, expect, it } from 'vitest';
import { applyCheckError, applyReport, noteOf } from '../../../src-main/jobs/transitions.ts';
import { attempt, noon, receipt, someJob, someReport } from './support/some-job.ts';

const later = noon + 60_000;
const states = {
  queued: { kind: 'queued' },
  running: { kind: 'running' },
  ready: { kind: 'ready', expiresAt: noon + 3_600_000 },
  'ready, its time over': { kind: 'ready', expiresAt: noon },
  failed: { kind: 'failed', reason: 'Too many lines in export', repeatable: false },
  cancelled: { kind: 'cancelled' },
  expired: { kind: 'expired' },
  gone: { kind: 'gone' },
} as const;

describe('a report', () => {
  it.each([
    ['queued', 'running', 'running', null],
    ['queued', 'ready', 'ready', 'export-ready'],
    ['running', 'running', 'running', null],
    ['running', 'ready', 'ready', 'export-ready'],
    ['running', 'failed', 'failed', 'export-failed'],
    ['running', 'cancelled', 'cancelled', 'export-cancelled'],
    ['running', 'expired', 'expired', 'export-expired'],
    ['running', 'gone', 'gone', 'export-expired'],
    ['ready', 'ready', 'ready', null],
    ['ready', 'expired', 'expired', 'export-expired'],
    ['ready', 'gone', 'gone', 'export-expired'],
    ['ready, its time over', 'gone', 'expired', 'export-expired'],
    ['failed', 'gone', 'failed', null],
    ['cancelled', 'gone', 'cancelled', null],
    ['expired', 'gone', 'expired', null],
    ['gone', 'gone', 'gone', null],
    ['failed', 'running', 'running', null],
    ['expired', 'ready', 'ready', 'export-ready'],
  ] as const)('on %s that says %s makes %s (history: %s)', (before, reported, after, event) => {
    const job = someJob({ export: states[before] });
    const change = applyReport(job, someReport({ state: states[reported] }), later);
    expect(change.patch.export?.kind).toBe(after);
    expect(change.event).toBe(event);
    expect(change.patch.lastCheckedAt).toBe(later);
  });

  it("keeps the vendor's last word when the vendor no longer knows the export", () => {
    const job = someJob({ export: states.failed, vendorStatus: 'User error occurred' });
    const { patch } = applyReport(job, someReport({ state: states.gone, vendorStatus: 'Not Found' }), later);
    expect(patch).not.toHaveProperty('vendorStatus');
  });

  it('clears the error of the check before', () => {
    const job = someJob({ checkError: { code: 'timeout' } });
    expect(applyReport(job, someReport(), later).patch.checkError).toBeNull();
  });

  it('never forgets a figure that was announced once', () => {
    const job = someJob({ announced: { rows: 12_431, bytes: 99, files: 1 } });
    const { patch } = applyReport(job, someReport({ rows: null, bytes: 100 }), later);
    expect(patch.announced).toEqual({ rows: 12_431, bytes: 100, files: 1 });
  });

  it('notes when it became ready, once', () => {
    const first = applyReport(someJob(), someReport({ state: states.ready }), later).patch;
    expect(first.readyAt).toBe(later);
    const again = applyReport(someJob({ ...first }), someReport({ state: states.ready }), later + 5).patch;
    expect(again.readyAt).toBe(later);
  });

  it('that can be cancelled counts only while the vendor is at work', () => {
    expect(applyReport(someJob(), someReport({ cancellable: true }), later).patch.cancellable).toBe(true);
    const ready = someReport({ state: states.ready, cancellable: true });
    expect(applyReport(someJob(), ready, later).patch.cancellable).toBe(false);
  });

  it.each([
    { kind: 'committed', receipt },
    { kind: 'committing', attempt },
    { kind: 'unknown', attempt },
  ] as const)('that the export is gone changes nothing once our commit is $kind', (commit) => {
    const job = someJob({ export: states.ready, commit });
    const { patch, event } = applyReport(job, someReport({ state: states.gone }), later);
    expect(patch).toEqual({ lastCheckedAt: later, checkError: null });
    expect(event).toBeNull();
  });
});

it('a failed check leaves the state, the last answer and the figures as they were', () => {
  expect(applyCheckError({ code: 'vendor-unavailable' })).toEqual({
    checkError: { code: 'vendor-unavailable' },
  });
});

it("the history quotes the vendor's reason for a failure, else its status", () => {
  expect(noteOf(someJob({ export: states.failed, vendorStatus: 'User error occurred' }))).toBe(
    'Too many lines in export',
  );
  expect(noteOf(someJob({ vendorStatus: 'Success!' }))).toBe('Success!');
});
