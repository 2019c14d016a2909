import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding, ReceiptPage } from '../../../../src-preload/contract/receipts.ts';
import { commandFor } from '../../../../src-renderer/features/receipt/check-commands.ts';
import { resultOf } from '../../../../src-renderer/features/receipt/check-result.ts';
import { aboutFacts, lastCheckOf, restsOn } from '../../../../src-renderer/features/receipt/receipt-facts.ts';
import { words } from '../../../../src-renderer/words/en.ts';
import { setLocale } from '../../../../src-renderer/words/locale.ts';

beforeAll(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));
afterAll(() => setLocale({}));

const same: Finding = { kind: 'same' };
const verdictOf = (...findings: readonly Finding[]) =>
  resultOf({ findings: findings.map((finding, n) => ({ name: `${n}.csv`, finding })) });

describe('what a check comes to', () => {
  test('is fine only when every file is as signed for', () => {
    expect(verdictOf(same, same)).toEqual({ verdict: 'same', groups: [], bad: 0 });
  });

  test('is trouble when one is changed, missing or can’t be read, whatever the others are', () => {
    const bad: readonly Finding[] = [
      { kind: 'changed', bytes: 1 },
      { kind: 'missing' },
      { kind: 'unreadable', error: { code: 'file-locked' } },
    ];
    for (const finding of bad)
      expect(verdictOf(same, finding, { kind: 'in-bin', at: 1 }).verdict).toBe('trouble');
    expect(verdictOf(...bad).bad).toBe(3);
  });

  test('says moved or in the bin when nothing worse is found, and never that all is fine', () => {
    const moved: Finding = { kind: 'moved', folder: '/elsewhere', name: 'b.csv' };
    expect(verdictOf(same, moved).verdict).toBe('moved');
    expect(verdictOf(moved, { kind: 'in-bin', at: 1 }).verdict).toBe('in-bin');
  });

  test('names the worst first', () => {
    const { groups } = verdictOf(
      { kind: 'in-bin', at: 1 },
      { kind: 'missing' },
      { kind: 'changed', bytes: 2 },
    );
    expect(groups.map(({ kind }) => kind)).toEqual(['changed', 'missing', 'in-bin']);
  });

  test('of no known files claims nothing', () => {
    expect(verdictOf().verdict).toBe('nothing-known');
  });

  test('has a sentence for each finding and a next step for each that is not as signed for', () => {
    const findings: readonly Finding[] = [
      same,
      { kind: 'changed', bytes: 5 },
      { kind: 'moved', folder: '/f', name: 'n' },
      { kind: 'missing' },
      { kind: 'in-bin', at: 1 },
      { kind: 'unreadable', error: { code: 'file-locked' } },
    ];
    for (const finding of findings) {
      expect(words.receiptPage.finding('a.csv', finding, { when: 'at 09:14', reason: 'r' })).toContain(
        'a.csv',
      );
      if (finding.kind !== 'same')
        expect(words.receiptPage.nextStep(finding.kind).length).toBeGreaterThan(20);
    }
  });
});

describe('the commands to check by hand', () => {
  test('are those that each system comes with', () => {
    expect(commandFor('windows', 'a b.csv')).toBe('certutil -hashfile "a b.csv" SHA256');
    expect(commandFor('mac', 'a b.csv')).toBe("shasum -a 256 'a b.csv'");
    expect(commandFor('linux', 'a b.csv')).toBe("sha256sum 'a b.csv'");
  });

  test('take a hostile name for a name', () => {
    expect(commandFor('linux', "'; rm -rf ~; '.csv")).toBe("sha256sum ''\\''; rm -rf ~; '\\''.csv'");
    expect(commandFor('mac', '-rf.csv')).toBe("shasum -a 256 './-rf.csv'");
    expect(commandFor('linux', '$(id)`id`.csv')).toBe("sha256sum '$(id)`id`.csv'");
  });
});

const page: ReceiptPage = {
  receipt: {
    id: 'r-1',
    jobId: 'job-1',
    title: 'Opt-ins',
    connectionName: 'ACME',
    provider: 'mypreferences',
    by: 'kim',
    at: Date.UTC(2026, 10, 21, 9, 14),
    fingerprint: 'a'.repeat(64),
    rows: 12_431,
    files: 1,
    bytes: 8_200_000,
    keepFiles: false,
    effect: 'vendor-closes',
    vendorAnswer: '200',
    proof: 'answer',
  },
  reference: '••••4711',
  onList: true,
  files: [],
  manifest: '{}',
  listHolds: false,
  review: { by: 'lee', at: Date.UTC(2026, 10, 21, 9), remark: 'looks right' },
  lastCheck: null,
};
const textOf = (facts: ReturnType<typeof restsOn>) =>
  facts.map(({ label, value }) => `${label}: ${value}`).join('\n');

describe('the facts on the paper', () => {
  test('say what, from whom, and under which number', () => {
    const text = textOf(aboutFacts(page));
    for (const part of ['12,431', '8.2', 'MyPreferences', 'ACME', '••••4711', 'r-1'])
      expect(text).toContain(part);
  });

  test('say on what it rests: the vendor, the review, the check before it', () => {
    const text = textOf(restsOn(page));
    expect(text).toContain('The vendor confirmed it (200)');
    expect(text).toContain('Reviewed by lee');
    expect(text).toContain('“looks right”');
    expect(text).toContain(words.receiptPage.verified);
  });

  test('of a commit that a person decided name the person and claim no vendor’s word', () => {
    const receipt = {
      ...page.receipt,
      proof: 'hand' as const,
      sentAt: page.receipt.at - 60_000,
      vendorAnswer: 'decided by hand',
      decision: { by: 'jo', remark: 'They told me on the phone', vendorSaid: null },
    };
    const text = textOf(restsOn({ ...page, receipt }));
    expect(text).toContain('jo: “They told me on the phone”');
    expect(text).not.toContain('The vendor confirmed');
    expect(text).not.toContain('Known since');
  });

  test('without reference, vendor and review leave these out', () => {
    const { provider: _, ...old } = page.receipt;
    const bare = { ...page, receipt: old, reference: null, review: null };
    expect(textOf([...aboutFacts(bare), ...restsOn(bare)])).not.toMatch(/Reference|Vendor:|Reviewed/);
  });

  test('say when it was last checked, by whom and what was found', () => {
    expect(lastCheckOf(page)).toBe(words.receiptPage.neverChecked);
    const lastCheck = { by: 'kim', at: page.receipt.at, note: 'same:1' };
    expect(lastCheckOf({ ...page, lastCheck })).toBe(
      'Last checked on 21 Nov 2026, 09:14 by kim: 1\u00a0file as signed for.',
    );
  });
});
