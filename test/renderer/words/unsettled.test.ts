import { beforeAll, describe, expect, test } from 'vitest';
import type { CommitAsked, CommitState, Receipt } from '../../../src-preload/contract/commits.ts';
import { words } from '../../../src-renderer/words/en.ts';
import { setLocale } from '../../../src-renderer/words/locale.ts';
import { noon, receipt } from '../support/job-views.ts';

beforeAll(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));

const attempt = { id: 'a', startedAt: noon, fingerprint: 'f'.repeat(64), keepFiles: true, by: 'kim' };
const unknown = (lost?: { readonly code: 'timeout' }): Extract<CommitState, { kind: 'unknown' }> => ({
  kind: 'unknown',
  attempt,
  ...(lost === undefined ? {} : { lost }),
});
const asked = (over: Partial<CommitAsked>): CommitAsked => ({
  at: noon,
  answer: 'unclear',
  vendorStatus: null,
  decidable: false,
  ...over,
});
const tell = (about: CommitAsked | undefined) => words.unsettled.askedText(about, 'MyPreferences', noon);

describe('a commit whose answer was lost says', () => {
  test('why, or that Docket itself ended', () => {
    expect(words.unsettled.whyText(unknown({ code: 'timeout' }), noon)).toBe(
      'The vendor did not answer in time.',
    );
    expect(words.unsettled.whyText(unknown(), noon)).toBe('Docket ended before the answer came.');
  });

  test('when the vendor was last asked, and what it said', () => {
    expect(tell(undefined)).toBe('not yet');
    expect(tell(asked({ answer: 'not-yet' }))).toBe(
      'at 12:00: MyPreferences did not have it yet. It may still be on its way.',
    );
    expect(tell(asked({ vendorStatus: 'Expired' }))).toBe(
      'at 12:00: MyPreferences only says “Expired”, which leaves it open.',
    );
    expect(tell(asked({}))).toBe('at 12:00: MyPreferences no longer knows this export, and so can’t say.');
    expect(tell(asked({ answer: 'unanswered', error: { code: 'offline' } }))).toBe(
      'at 12:00, without an answer: This computer is offline.',
    );
  });
});

describe('a receipt says what it rests on', () => {
  const of = (over: Partial<Receipt>) =>
    words.receipt.answer({ ...receipt(), effect: 'vendor-closes', ...over });

  test.each([
    [{ vendorAnswer: '200', proof: 'answer' }, 'The vendor confirmed it (200)'],
    [{ vendorAnswer: '200', proof: 'late-answer' }, 'The vendor confirmed it, long after it was asked (200)'],
    [
      { vendorAnswer: 'settled: Retrieved', proof: 'status' },
      'Its answer was lost; asked later, the vendor said “Retrieved”.',
    ],
    // Written by an earlier version.
    [
      { vendorAnswer: 'settled: Retrieved' },
      'Its answer was lost; asked later, the vendor said “Retrieved”.',
    ],
    [
      { vendorAnswer: 'settled: confirmed', proof: 'status' },
      'Its answer was lost; asked later, the vendor said that it has the commit.',
    ],
    [
      { vendorAnswer: 'decided by hand', proof: 'hand' },
      'Its answer was lost, and the vendor could not say what became of the commit.',
    ],
  ] satisfies readonly (readonly [Partial<Receipt>, string])[])('%j', (over, text) => {
    expect(of(over)).toBe(text);
  });

  test('and who decided by hand, and how they know', () => {
    expect(words.receipt.decidedBy({ by: 'kim', remark: 'Jo, by phone', vendorSaid: null })).toBe(
      'kim: “Jo, by phone”',
    );
    expect(words.receipt.decidedBy({ by: 'kim', remark: null, vendorSaid: null })).toBe('kim');
  });
});

describe('the history says of a commit', () => {
  test.each([
    [
      'commit-settled',
      'settled: Retrieved',
      'Its answer was lost; asked later, the vendor said “Retrieved”.',
    ],
    ['commit-settled', 'commit-not-done', 'The commit was interrupted'],
    ['commit-unknown', 'interrupted', 'Docket ended before the answer came'],
    ['commit-confirmed-by-hand', 'offline', '“offline”'],
    ['commit-reopened-by-hand', '200', '“200”'],
  ] as const)('%s with “%s”', (kind, note, text) => {
    expect(words.history.note({ kind, note })).toBe(text);
  });
});
