import { expect, test } from 'vitest';
import { askedLanguage, languageOf } from '../../../src-main/words/choose-language.ts';

test.each([
  [['en-US', 'ru-RU'], 'en'],
  [['ru-RU', 'en-US'], 'ru'],
  [['nb-NO'], 'nb'],
  [['no'], 'nb'],
  [['nn-NO', 'en-GB'], 'nb'],
  [['RU'], 'ru'],
  [['de-DE', 'fr-FR'], 'en'],
  [['de-DE', 'ru'], 'ru'],
  [['runic-x', 'nb_NO'], 'nb'],
  [[], 'en'],
] as const)('of a system that prefers %j, Docket speaks %s', (preferred, language) => {
  expect(languageOf('system', preferred)).toBe(language);
});

test('a choice goes before the system', () => {
  expect(languageOf('nb', ['ru-RU'])).toBe('nb');
});

test('only a language that Docket has can be asked for', () => {
  expect([askedLanguage('ru'), askedLanguage('en-XA'), askedLanguage('de'), askedLanguage('')]).toEqual([
    'ru',
    'en-XA',
    null,
    null,
  ]);
});
