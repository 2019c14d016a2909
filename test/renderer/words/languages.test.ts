import { describe, expect, test } from 'vitest';
import { languages } from '../../../src-preload/contract/languages.ts';
import { type Said, saidIn } from '../../support/said-in.ts';

/** What the page says and what main says. */
const saidBy = (language: string): readonly Said[] => [
  ...saidIn('src-renderer', 'words', language),
  ...saidIn('src-main', 'words').filter(({ place }) => place.startsWith(`${language}.ts`)),
];

/** Names, formats and keys, which are the same in every language, and the vendors' own terms. */
const latinInRussian = new Set(
  `Docket MyPreferences MyTracker Crayon PossibleNOW Cloud iQ Electron Chromium Excel CSV Parquet JSON UTF OAuth API
   HMAC SHA256 SHA384 SHA512 SHA PNAUTHINFO3 Apple SKAN SDK ID CRM Wi Fi DOS IBM KOI8 R LE BE Windows macOS Linux PDF UTC Z Ctrl Alt Shift Enter
   Esc Escape Tab Home End Page Up Down F1 K clientId segmentName accessToken idRawExport Client https apiv1 crayon com`
    .split(/\s+/)
    .map((word) => word.toLowerCase()),
);
/** Examples that stand for what the vendor has, which is not translated. */
const examples = /Newsletter opt-ins|Customers EU & UK|Jane\.Doe|jane\.doe@example\.com|ACME_CORP/g;

/** Everyday English words that no Norwegian sentence holds. */
const englishWords =
  /\b(the|and|is|are|was|were|of|you|your|this|that|with|from|not|yet|its|file|files|row|rows|column|columns|export|exports|collect|collected|review|reviewed|commit|committed|receipt|vendor|open|close|again|show|hide|save|saved|check|checked|when|what|who|which|more|most|none|nothing|every|each|between|before|after|until)\b/i;

test('Russian holds no Latin words but names', () => {
  const stray = saidBy('ru').flatMap(({ place, text }) =>
    (text.replace(examples, '').match(/[A-Za-z][A-Za-z0-9]*/g) ?? [])
      .filter((word) => !latinInRussian.has(word.toLowerCase()))
      .map((word) => `${place}: ${word} (${text})`),
  );
  expect(stray).toEqual([]);
});

test('Norwegian holds no English words', () => {
  const said = saidBy('nb').filter(({ text }) => englishWords.test(text.replace(examples, '')));
  expect(said.map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
});

test.each(['ru', 'nb'])('%s sets quotes «so»', (language) => {
  expect(saidBy(language).filter(({ text }) => /["“”„]/.test(text))).toEqual([]);
});

test('a Russian dash never begins a line: a hard space stands before it', () => {
  expect(saidBy('ru').filter(({ text }) => /[^\u00a0]—/.test(text))).toEqual([]);
});

describe.each(languages)('%s', (language) => {
  const said = saidBy(language);

  test('is said from end to end', () => {
    expect(said.length).toBeGreaterThan(1000);
  });

  test('has no double spaces or stops', () => {
    expect(said.filter(({ text }) => / {2}|\.\.|,,| ,/.test(text))).toEqual([]);
  });
});
