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

const forEver = retried.filter((code) => code !== 'answer-empty' && code !== 'answer-malformed');

describe('after a failure', () => {
  it.each(broken)('%s breaks the retrieval', (code) => {
    expect(decideAfterFailure({ code }, fine)).toEqual({ kind: 'broken' });
  });
  it.each(asks)('%s asks the vendor how the export is', (code) => {
    expect(decideAfterFailure({ code }, fine)).toEqual({ kind: 'ask-vendor' });
  });
  it.each(retried)('%s is tried again by itself, later each time', (code) => {
    for (const [index, delay] of retryDelays.entries()) {
      expect(decideAfterFailure({ code }, { ...fine, failures: index + 1 })).toEqual({
        kind: 'paused',
        by: 'error',
        until: now + delay,
      });
    }
  });
  it.each(forEver)(
    '%s is tried every five minutes after that: nobody but the network can change it',
    (code) => {
      for (const failures of [retryDelays.length + 1, 500]) {
        expect(decideAfterFailure({ code }, { ...fine, failures })).toEqual({
          kind: 'paused',
          by: 'error',
          until: now + 300_000,
        });
      }
    },
  );
  it.each(['answer-empty', 'answer-malformed'] as const)('%s waits for the person after that', (code) => {
    expect(decideAfterFailure({ code }, { ...fine, failures: retryDelays.length + 1 })).toEqual({
      kind: 'paused',
      by: 'error',
      until: null,
    });
  });
  it('a vendor in trouble that says until when is left alone so long', () => {
    const action = { kind: 'wait', until: now + 40_000 } as const;
    expect(decideAfterFailure({ code: 'vendor-unavailable', action }, fine)).toMatchObject({
      until: now + 40_000,
    });
    expect(
      decideAfterFailure({ code: 'vendor-unavailable', action }, { ...fine, failures: 4 }),
    ).toMatchObject({
      until: now + 120_000,
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
        { code: 'rate-limited', action: { kind: 'wait', until: now + 400_000 } },
        { ...fine, failures: 99 },
      ),
    ).toEqual({ kind: 'paused', by: 'rate-limit', until: now + 400_000 });
    expect(decideAfterFailure({ code: 'rate-limited' }, fine)).toEqual({
      kind: 'paused',
      by: 'rate-limit',
      until: now + 60_000,
    });
  });
  it.each([
    [1, 5],
    [2, 2_000],
    [3, 10_000],
    [6, 300_000],
    [99, 300_000],
  ])('a vendor that says "at once" and refuses the %i. time is left alone for %i ms', (failures, wait) => {
    expect(
      decideAfterFailure(
        { code: 'rate-limited', action: { kind: 'wait', until: now + 5 } },
        { ...fine, failures },
      ),
    ).toEqual({ kind: 'paused', by: 'rate-limit', until: now + wait });
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
