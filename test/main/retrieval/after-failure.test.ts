import { describe, expect, it } from 'vitest';
import {
  decideAfterFailure,
  type FailureContext,
  retryDelays,
} from '../../../src-main/retrieval/after-failure.ts';
import { type ErrorCode, errorCodes } from '../../../src-preload/contract/errors.ts';

const now = 1_000_000;
const fine: FailureContext = { now, online: true, awake: true, failures: 1 };

const broken: readonly ErrorCode[] = [
  'length-mismatch',
  'gzip-corrupt',
  'zip-corrupt',
  'not-a-workbook',
  'header-missing',
  'headers-differ',
  'pages-inconsistent',
  'count-mismatch',
  'export-changed',
  'file-changed',
  'file-missing',
  'export-failed',
  'export-expired',
  'export-gone',
];
const asks: readonly ErrorCode[] = ['link-expired', 'not-found', 'export-not-ready', 'request-rejected'];
const retried: readonly ErrorCode[] = [
  'offline',
  'unreachable',
  'timeout',
  'connection-lost',
  'vendor-unavailable',
  'answer-empty',
  'answer-malformed',
  'not-the-vendor',
];

describe('after a failure', () => {
  it.each(broken)('%s breaks the retrieval', (code) => {
    expect(decideAfterFailure({ code }, fine)).toEqual({ kind: 'broken' });
  });
  it.each(asks)('%s asks the vendor how the export is', (code) => {
    expect(decideAfterFailure({ code }, fine)).toEqual({ kind: 'ask-vendor' });
  });
  it.each(retried)('%s is tried again by itself, later each time, then waits for the person', (code) => {
    for (const [index, delay] of retryDelays.entries()) {
      expect(decideAfterFailure({ code }, { ...fine, failures: index + 1 })).toEqual({
        kind: 'paused',
        by: 'error',
        until: now + delay,
      });
    }
    expect(decideAfterFailure({ code }, { ...fine, failures: retryDelays.length + 1 })).toEqual({
      kind: 'paused',
      by: 'error',
      until: null,
    });
  });
  it.each(retried)('%s while offline or asleep waits for the network', (code) => {
    expect(decideAfterFailure({ code }, { ...fine, online: false, failures: 9 })).toEqual({
      kind: 'paused',
      by: 'offline',
    });
    expect(decideAfterFailure({ code }, { ...fine, awake: false })).toEqual({
      kind: 'paused',
      by: 'offline',
    });
  });
  it('a rate limit waits until the vendor says, and is no failure', () => {
    expect(
      decideAfterFailure(
        { code: 'rate-limited', action: { kind: 'wait', until: now + 5 } },
        { ...fine, failures: 99 },
      ),
    ).toEqual({ kind: 'paused', by: 'rate-limit', until: now + 5 });
    expect(decideAfterFailure({ code: 'rate-limited' }, fine)).toEqual({
      kind: 'paused',
      by: 'rate-limit',
      until: now + 60_000,
    });
  });
  it('everything else waits for the person at once', () => {
    const rest = errorCodes.filter(
      (code) => ![...broken, ...asks, ...retried, 'rate-limited'].includes(code),
    );
    expect(rest).toEqual(
      expect.arrayContaining([
        'disk-full',
        'folder-unwritable',
        'folder-missing',
        'file-locked',
        'sign-in-refused',
        'secret-missing',
      ]),
    );
    for (const code of rest)
      expect(decideAfterFailure({ code }, fine), code).toEqual({ kind: 'paused', by: 'error', until: null });
  });
});
