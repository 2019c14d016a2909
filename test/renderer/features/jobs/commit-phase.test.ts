import { describe, expect, test } from 'vitest';
import type { CommitPreview } from '../../../../src-preload/contract/commits.ts';
import {
  type CommitPhase,
  keepFilesAtFirst,
  mainDeedOf,
  nextPhase,
} from '../../../../src-renderer/features/jobs/commit-phase.ts';
import { fingerprint, noon, receipt } from '../../support/job-views.ts';

const preview: CommitPreview = {
  jobId: 'job-1',
  title: 'Newsletter opt-ins',
  provider: 'mypreferences',
  reference: '••••3456',
  connectionName: 'ACME',
  practice: false,
  fingerprint,
  rows: 3,
  bytes: 9,
  files: [],
  folder: '/x',
  verifiedAt: noon,
  effect: 'vendor-closes',
  keepsCopyChoice: true,
  review: null,
  refusal: null,
};
const attempt = { id: 'x', startedAt: noon, fingerprint, keepFiles: false, by: 'marta' };
const asking: CommitPhase = { kind: 'asking', preview, keepFiles: false, error: null };
const running: CommitPhase = { kind: 'running', preview, keepFiles: false };

test('a preview opens the question', () => {
  expect(nextPhase({ kind: 'loading' }, { kind: 'previewed', answer: { ok: true, value: preview } })).toEqual(
    asking,
  );
});

test('a preview that fails says why', () => {
  const answer = { ok: false, error: { code: 'job-not-found' } } as const;
  expect(nextPhase({ kind: 'loading' }, { kind: 'previewed', answer })).toEqual({
    kind: 'failed',
    error: answer.error,
  });
});

test('a preview that comes late disturbs no running commit', () => {
  expect(nextPhase(running, { kind: 'previewed', answer: { ok: true, value: preview } })).toBe(running);
});

test('where nothing but the review is missing, the dialog asks for it and refuses nothing', () => {
  const unread = { ...preview, refusal: { code: 'not-reviewed' } } as const;
  const phase = nextPhase({ kind: 'loading' }, { kind: 'previewed', answer: { ok: true, value: unread } });
  expect(phase).toEqual(asking);
  expect(nextPhase(phase, { kind: 'go' })).toEqual(running);
});

test('a refused preview can’t be committed', () => {
  const refused: CommitPhase = { ...asking, preview: { ...preview, refusal: { code: 'file-changed' } } };
  expect(nextPhase(refused, { kind: 'go' })).toBe(refused);
});

test('a second click while it runs does nothing', () => {
  expect(nextPhase(nextPhase(asking, { kind: 'go' }), { kind: 'go' })).toEqual(running);
});

test('the choice can’t be changed while it runs', () => {
  expect(nextPhase(running, { kind: 'keep', keepFiles: true })).toBe(running);
  expect(nextPhase(asking, { kind: 'keep', keepFiles: true })).toMatchObject({ keepFiles: true });
});

describe('the answer', () => {
  const answered = (answer: Parameters<typeof nextPhase>[1] & { kind: 'answered' }) =>
    nextPhase(running, answer);
  test('committed shows the receipt', () => {
    const value = { kind: 'committed', receipt: receipt() } as const;
    expect(answered({ kind: 'answered', answer: { ok: true, value } })).toEqual({
      kind: 'committed',
      receipt: receipt(),
    });
  });
  test('refused asks again, and says why inside', () => {
    const error = { code: 'sign-in-refused', subject: 'MyPreferences' } as const;
    expect(answered({ kind: 'answered', answer: { ok: false, error } })).toEqual({ ...asking, error });
    const value = { kind: 'open', lastError: error } as const;
    expect(answered({ kind: 'answered', answer: { ok: true, value } })).toEqual({ ...asking, error });
  });
  test('files that are not what was checked can’t be committed by asking once more', () => {
    const error = { code: 'file-changed', subject: 'a.csv' } as const;
    const phase = answered({ kind: 'answered', answer: { ok: false, error } });
    expect(phase).toEqual({ ...asking, preview: { ...preview, refusal: error } });
    expect(nextPhase(phase, { kind: 'go' })).toBe(phase);
  });
  test('an open commit without a reason is still not a success', () => {
    const value = { kind: 'open' } as const;
    expect(answered({ kind: 'answered', answer: { ok: true, value } })).toMatchObject({
      kind: 'asking',
      error: { code: 'commit-refused' },
    });
  });
  test('lost is unknown, however main says it', () => {
    const value = { kind: 'unknown', attempt } as const;
    expect(answered({ kind: 'answered', answer: { ok: true, value } })).toEqual({ kind: 'unknown' });
    expect(answered({ kind: 'answered', answer: { ok: false, error: { code: 'commit-unknown' } } })).toEqual({
      kind: 'unknown',
    });
  });
  test('that the vendor confirmed but the receipt is not written ends the asking; the receipt follows by itself', () => {
    const error = { code: 'receipt-not-written', subject: 'Opt-ins', detail: 'disk-full' } as const;
    const phase = answered({ kind: 'answered', answer: { ok: false, error } });
    expect(phase).toEqual({ kind: 'failed', error });
    const commit = { kind: 'committed', receipt: receipt() } as const;
    expect(nextPhase(phase, { kind: 'known', commit })).toEqual(commit);
  });
  test('that it is too late takes the button away', () => {
    const lastError = { code: 'commit-too-late', detail: 'Expired' } as const;
    const phase = answered({ kind: 'answered', answer: { ok: true, value: { kind: 'open', lastError } } });
    expect(phase).toMatchObject({ kind: 'asking', preview: { refusal: lastError }, error: null });
    expect(nextPhase(phase, { kind: 'go' })).toBe(phase);
  });
  test('to a question that nobody asked is passed over', () => {
    const event = { kind: 'answered', answer: { ok: false, error: { code: 'timeout' } } } as const;
    expect(nextPhase(asking, event)).toBe(asking);
  });
});

describe('what main’s list says', () => {
  test('settles an unknown commit either way', () => {
    const unknown: CommitPhase = { kind: 'unknown' };
    const committed = { kind: 'committed', receipt: receipt() } as const;
    expect(nextPhase(unknown, { kind: 'known', commit: committed })).toEqual({
      kind: 'committed',
      receipt: receipt(),
    });
    expect(nextPhase(unknown, { kind: 'known', commit: { kind: 'open' } })).toEqual({ kind: 'loading' });
  });
  test.each([
    ['commit-not-done', null],
    ['commit-too-late', 'commit-too-late'],
  ] as const)('as not done, the question is asked again with the reason: %s', (code, refusal) => {
    const opened = nextPhase(
      { kind: 'unknown' },
      { kind: 'known', commit: { kind: 'open', lastError: { code } } },
    );
    const phase = nextPhase(opened, { kind: 'previewed', answer: { ok: true, value: preview } });
    expect(phase).toMatchObject({
      kind: 'asking',
      error: refusal === null ? { code } : null,
      preview: { refusal: refusal === null ? null : { code: refusal } },
    });
  });
  test('does not close the open question', () => {
    expect(nextPhase(asking, { kind: 'known', commit: { kind: 'open' } })).toBe(asking);
    expect(nextPhase(running, { kind: 'known', commit: { kind: 'committing', attempt } })).toBe(running);
  });
});

test('nothing is deleted at a vendor unless the person takes the tick away; no copy is asked for unless they set it', () => {
  expect(keepFilesAtFirst(preview)).toBe(false);
  expect(keepFilesAtFirst({ ...preview, effect: 'sign-off-may-delete' })).toBe(true);
  expect(keepFilesAtFirst({ ...preview, effect: 'sign-off-only', keepsCopyChoice: false })).toBe(false);
});

describe('the dialog has one primary button', () => {
  const refusal = { code: 'file-changed', action: { kind: 'collect-again', jobId: 'job-1' } } as const;
  const refused: CommitPhase = { ...asking, preview: { ...preview, refusal } };

  test.each<[string, CommitPhase, boolean, ReturnType<typeof mainDeedOf>]>([
    ['the commit, while that is the question', asking, false, 'commit'],
    ['the commit, while it runs', running, false, 'commit'],
    ['what puts a refused commit right, and not the commit that can’t be', refused, true, 'put-right'],
    ['none, where nothing puts it right', refused, false, null],
    ['asking the vendor, while the answer is lost', { kind: 'unknown' }, false, 'settle'],
    ['closing, once it is committed', { kind: 'committed', receipt: receipt() }, false, 'close'],
    ['none, while the facts are read', { kind: 'loading' }, false, null],
    [
      'none, where the facts can’t be read',
      { kind: 'failed', error: { code: 'job-not-found' } },
      false,
      null,
    ],
  ])('%s', (_, phase, canPutRight, deed) => {
    expect(mainDeedOf(phase, canPutRight)).toBe(deed);
  });
});
