import type { Language } from '../../src-preload/contract/languages.ts';
import { en, type MainWords } from './en.ts';
import { nb } from './nb.ts';
import { ru } from './ru.ts';

const catalogues: Readonly<Record<Language, MainWords>> = { en, ru, nb };

/** What main says by itself: the menu, boxes of the system's own, and what stands outside of the window. */
export function mainWords(language: Language): MainWords {
  return catalogues[language];
}
