import { describe, expect, test } from 'vitest';
import { refusePnAuth } from '../../../../src-main/practice/mypreferences/authorization.ts';
import {
  clockIsToBlame,
  pnAuthInfo3,
  timestampText,
} from '../../../../src-main/providers/mypreferences/pnauthinfo3.ts';

const jane = {
  algorithm: 'SHA256',
  clientId: 'AcmeCorp',
  userId: 'Jane.Doe',
  sharedKey: 'example-key-not-real',
  at: Date.UTC(2026, 0, 15, 9, 30),
  timestamp: 'utc-bare',
} as const;

test('the known vector is signed as computed', () => {
  expect(pnAuthInfo3(jane)).toBe(
    'PNAUTHINFO3-HMAC-SHA256 Credential=Jane.Doe/2026-01-15T09:30:00 Signature=+ataPCXgjArS1IvOivt7f578zxYbWg1YUIumaH4L3xQ=',
  );
});

test.each(['SHA256', 'SHA384', 'SHA512'] as const)(
  '%s is accepted by a strict vendor, in both forms of the time',
  (algorithm) => {
    for (const timestamp of ['utc-z', 'utc-bare'] as const) {
      const info = { ...jane, algorithm, timestamp, sharedKey: 'Schlüssel ☂' };
      const header = pnAuthInfo3(info);
      expect(refusePnAuth(header, info, info.at)).toBeNull();
      expect(refusePnAuth(header, { ...info, sharedKey: 'other' }, info.at)).toBe('signature');
    }
  },
);

test('a time is cut to the second, never rounded into the future', () => {
  expect(timestampText(Date.UTC(2026, 0, 15, 9, 30, 0, 999), 'utc-z')).toBe('2026-01-15T09:30:00Z');
  expect(timestampText(Date.UTC(2026, 0, 15, 9, 30, 0, 999), 'utc-bare')).toBe('2026-01-15T09:30:00');
});

describe('a refused sign-in', () => {
  const vendor = Date.UTC(2026, 0, 15, 9, 30);
  const dateHeader = new Date(vendor).toUTCString();
  const minute = 60_000;
  test.each([
    ['with the same time comes from the key', 0, 5_000, false],
    ['a second ahead, dated behind, comes from the key', 1_000, 5_000, false],
    ['nine minutes behind comes from the key', -9 * minute, 0, false],
    ['eleven minutes behind comes from the clock', -11 * minute, 0, true],
    ['eleven minutes ahead comes from the clock', 11 * minute, 14 * minute, true],
    ['dated into the future comes from the clock', 10_000, 5_000, true],
  ])('%s', (_, off, behindMs, expected) => {
    expect(clockIsToBlame({ dateHeader, now: vendor + off, behindMs })).toBe(expected);
  });

  test.each([null, '', 'soon'])('with %j for a date says nothing of the clock', (header) => {
    expect(clockIsToBlame({ dateHeader: header, now: 0, behindMs: 0 })).toBe(false);
  });
});
