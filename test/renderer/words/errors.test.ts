import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../../src-preload/contract/errors.ts';
import { languages } from '../../../src-preload/contract/languages.ts';
import { words as english } from '../../../src-renderer/words/en.ts';
import { errorText } from '../../../src-renderer/words/errors.ts';
import { words as norwegian } from '../../../src-renderer/words/nb.ts';
import { words as russian } from '../../../src-renderer/words/ru.ts';

const now = 1_800_000_000_000;
const forbidden = /\b(fetch|token|payload|endpoint|sync|execute|undefined|null|error code)\b/i;

const spoken = { en: english, ru: russian, nb: norwegian } as const;

describe.each(languages)('in %s', (language) => {
  const { errorText: said } = spoken[language];

  describe.each(errorCodes)('%s', (code) => {
    const texts = [said({ code }, now), said({ code, subject: 'Ξ-subject' }, now)];

    test('has a title, and whole sentences for the reason and the next step', () => {
      for (const { title, reason, nextStep } of texts) {
        expect(title).toMatch(/^[“«\p{Lu}].*[^.]$/u);
        expect(reason).toMatch(/^[“«\p{Lu}].*\.$/u);
        expect(nextStep).toMatch(/^\p{Lu}.*\.$/u);
      }
    });

    test('speaks without the words of programmers', () => {
      for (const { title, reason, nextStep } of texts) {
        expect(`${title} ${reason} ${nextStep}`).not.toMatch(forbidden);
      }
    });

    test('says in one line what can be done while Docket tries again by itself', () => {
      const { meanwhile } = said({ code }, now);
      if (meanwhile !== undefined) expect(meanwhile).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(said({ code }, now, now + 40_000).nextStep).toMatch(/40\u00a0[sс]\.$/u);
    });
  });

  test('no two errors have the same three sentences', () => {
    const all = errorCodes.map((code) => Object.values(said({ code }, now)).join(' '));
    expect(new Set(all).size).toBe(all.length);
  });
});

test('every code has words in every language', () => {
  // For the record: how many there are.
  console.info(
    `${errorCodes.length} error codes, each with a title, a reason and a next step in ${languages.length} languages`,
  );
  expect(errorCodes.length).toBeGreaterThan(80);
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
