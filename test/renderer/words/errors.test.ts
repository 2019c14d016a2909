import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../../src-preload/contract/errors.ts';
import { errorText } from '../../../src-renderer/words/errors.ts';

const now = 1_800_000_000_000;
const forbidden = /\b(fetch|token|payload|endpoint|sync|execute|undefined|null|error code)\b/i;

describe.each(errorCodes)('%s', (code) => {
  const texts = [errorText({ code }, now), errorText({ code, subject: 'Ξ-subject' }, now)];

  test('has a title, and whole sentences for the reason and the next step', () => {
    for (const { title, reason, nextStep } of texts) {
      expect(title).toMatch(/^[“A-ZΞ].*[^.]$/u);
      expect(reason).toMatch(/^[“A-ZΞ].*\.$/u);
      expect(nextStep).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('speaks without the words of programmers', () => {
    for (const { title, reason, nextStep } of texts) {
      expect(`${title} ${reason} ${nextStep}`).not.toMatch(forbidden);
    }
  });
});

test('the vendor that can’t be reached is named', () => {
  expect(errorText({ code: 'unreachable', subject: 'Crayon' }, now).title).toBe('Docket can’t reach Crayon');
  expect(errorText({ code: 'unreachable' }, now).title).toBe('Docket can’t reach the vendor');
});

test('what is not found is named as what it is: a vendor looks for it, a number or a name is looked for', () => {
  const vendor = errorText({ code: 'not-found', subject: 'MyTracker' }, now);
  expect(vendor.title).toBe('MyTracker does not find this');
  const typed = errorText({ code: 'not-found', subject: '99999999' }, now);
  expect(typed.title).toBe('The vendor does not find this');
  expect(typed.reason).toContain('nothing under “99999999”');
});

test('the file that was changed is named', () => {
  expect(errorText({ code: 'file-changed', subject: 'profiles.ndjson' }, now).reason).toContain(
    '“profiles.ndjson”',
  );
});

test('where the vendor says how long to wait, the next step says so', () => {
  const action = { kind: 'wait', until: now + 40_000 } as const;
  expect(errorText({ code: 'rate-limited', action }, now).nextStep).toContain('40\u00a0s');
});

test('a wait that is over is not counted below zero', () => {
  const action = { kind: 'wait', until: now - 1 } as const;
  expect(errorText({ code: 'rate-limited', action }, now).nextStep).toBe('Wait a little; then it can go on.');
});

test('where Docket tries again by itself, the next step says when, after what can be done meanwhile', () => {
  const again = now + 40_000;
  expect(errorText({ code: 'unreachable', subject: 'Crayon' }, now, again).nextStep).toBe(
    'Check your internet connection; Docket tries again in 40\u00a0s.',
  );
  expect(errorText({ code: 'connection-lost', subject: 'Crayon' }, now, again).nextStep).toBe(
    'Nothing needs doing: Docket tries again in 40\u00a0s.',
  );
});
