import { expect, test } from 'vitest';
import { createSpeech } from '../../../src-main/words/speech.ts';
import type { LanguageChoice } from '../../../src-preload/contract/languages.ts';

test('what main says follows the choice of this moment', () => {
  let choice: LanguageChoice = 'system';
  const speech = createSpeech({ choice: () => choice, preferred: ['nb-NO'], asked: '' });
  expect([speech.page(), speech.words().menu.file]).toEqual(['nb', 'Fil']);
  choice = 'ru';
  expect([speech.page(), speech.words().menu.file]).toEqual(['ru', 'Файл']);
});

test('a language of the command line goes before the choice, and the pseudo-language’s menu is English', () => {
  const speech = createSpeech({ choice: () => 'ru', preferred: [], asked: 'en-XA' });
  expect([speech.page(), speech.words().menu.file]).toEqual(['en-XA', 'File']);
});
