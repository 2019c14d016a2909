import { describe, expect, test } from 'vitest';
import { isSurelyNotDone } from '../../../src-main/commit/certainty.ts';
import { afterCommitEvent, type CommitEvent } from '../../../src-main/commit/commit-transitions.ts';
import type { CommitState, Receipt } from '../../../src-preload/contract/commits.ts';
import { type ErrorCode, errorCodes } from '../../../src-preload/contract/errors.ts';

const attempt = { id: 'a', startedAt: 1, fingerprint: 'f'.repeat(64), keepFiles: true, by: 'kim' };
const receipt: Receipt = {
  id: 'r',
  jobId: 'j',
  title: 't',
  connectionName: 'c',
  by: 'kim',
  at: 2,
  fingerprint: 'f'.repeat(64),
  rows: 1,
  files: 1,
  bytes: 1,
  keepFiles: true,
  effect: 'vendor-closes',
  vendorAnswer: '200',
};
const error = { code: 'offline' } as const;

const states: Readonly<Record<CommitState['kind'], CommitState>> = {
  open: { kind: 'open' },
  committing: { kind: 'committing', attempt },
  committed: { kind: 'committed', receipt },
  unknown: { kind: 'unknown', attempt },
};
const events: Readonly<Record<CommitEvent['kind'], CommitEvent>> = {
  begun: { kind: 'begun', attempt },
  prevented: { kind: 'prevented', error },
  confirmed: { kind: 'confirmed', receipt },
  'not-done': { kind: 'not-done', error },
  'answer-lost': { kind: 'answer-lost' },
};

const illegal = null;
const table: Readonly<
  Record<CommitState['kind'], Readonly<Record<CommitEvent['kind'], CommitState | null>>>
> = {
  open: {
    begun: states.committing,
    prevented: { kind: 'open', lastError: error },
    confirmed: illegal,
    'not-done': illegal,
    'answer-lost': illegal,
  },
  committing: {
    begun: illegal,
    prevented: illegal,
    confirmed: states.committed,
    'not-done': { kind: 'open', lastError: error },
    'answer-lost': states.unknown,
  },
  unknown: {
    begun: illegal,
    prevented: illegal,
    confirmed: states.committed,
    'not-done': { kind: 'open', lastError: error },
    'answer-lost': illegal,
  },
  committed: {
    begun: illegal,
    prevented: illegal,
    confirmed: illegal,
    'not-done': illegal,
    'answer-lost': illegal,
  },
};

describe('a commit', () => {
  const rows = Object.values(states).flatMap((state) =>
    Object.values(events).map((event) => [state, event, table[state.kind][event.kind]] as const),
  );
  test.each(rows.filter(([, , after]) => after !== null))(
    'that is $kind takes $kind',
    (state, event, after) => {
      expect(afterCommitEvent(state, event)).toEqual(after);
    },
  );
  test.each(rows.filter(([, , after]) => after === null))(
    'that is $kind can not take $kind',
    (state, event) => {
      expect(() => afterCommitEvent(state, event)).toThrow(`A commit that is ${state.kind}`);
    },
  );
  test('that is open again forgets why the last one failed when it is begun', () => {
    expect(afterCommitEvent({ kind: 'open', lastError: error }, events.begun)).toEqual(states.committing);
  });
});

test.each([
  'connection-lost',
  'timeout',
  'vendor-unavailable',
  'not-the-vendor',
  'answer-empty',
  'answer-malformed',
  'answer-too-large',
  'not-found',
  'redirect-refused',
  'cancelled',
  'unexpected',
  'export-gone',
  'export-expired',
] satisfies readonly ErrorCode[])('%s leaves a commit unknown', (code) => {
  expect(isSurelyNotDone(code)).toBe(false);
});

test('all that surely did nothing is named, and nothing else', () => {
  expect(errorCodes.filter(isSurelyNotDone)).toEqual([
    'offline',
    'unreachable',
    'certificate-untrusted',
    'proxy-sign-in',
    'sign-in-refused',
    'permission-denied',
    'clock-wrong',
    'rate-limited',
    'request-rejected',
    'reference-invalid',
    'not-offered',
    'commit-refused',
    'keychain-locked',
    'keychain-timeout',
    'keychain-refused',
    'keychain-unavailable',
    'secret-missing',
    'connection-not-found',
  ]);
});
