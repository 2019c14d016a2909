import { describe, expect, test } from 'vitest';
import { type Certainty, certaintyOf, isSurelyNotDone } from '../../../src-main/commit/certainty.ts';
import { type ErrorCode, errorCodes } from '../../../src-preload/contract/errors.ts';

/** All that doesn't read as `lost`; whatever else there is, and whatever is added, does. */
const decided: Readonly<Record<Exclude<Certainty, 'lost'>, readonly ErrorCode[]>> = {
  'not-sent': [
    'offline',
    'unreachable',
    'certificate-untrusted',
    'proxy-sign-in',
    'proxy-unreachable',
    'connection-not-found',
    'connection-invalid',
    'secret-missing',
    'keychain-locked',
    'keychain-timeout',
    'keychain-refused',
    'keychain-unavailable',
    'reference-invalid',
    'not-offered',
  ],
  'turned-away': ['sign-in-refused', 'permission-denied', 'clock-wrong', 'rate-limited'],
  refused: [
    'request-rejected',
    'commit-refused',
    'not-found',
    'export-gone',
    'export-expired',
    'export-failed',
    'export-not-ready',
  ],
};

const expected = (code: ErrorCode): Certainty => {
  const found = Object.entries(decided).find(([, codes]) => codes.includes(code));
  return (found?.[0] as Certainty | undefined) ?? 'lost';
};

describe('after a commit call that failed with', () => {
  test.each(errorCodes.map((code) => [code, expected(code)] as const))(
    '%s the commit is %s',
    (code, certainty) => {
      expect(certaintyOf(code)).toBe(certainty);
      expect(isSurelyNotDone(code)).toBe(certainty === 'not-sent' || certainty === 'turned-away');
    },
  );
});
