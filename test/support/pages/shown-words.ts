import type { PageLanguage } from '../../../src-preload/contract/languages.ts';
import { words as english } from '../../../src-renderer/words/en.ts';
import { setLocale } from '../../../src-renderer/words/locale.ts';
import { words as norwegian } from '../../../src-renderer/words/nb.ts';
import { pseudo } from '../../../src-renderer/words/pseudo.ts';
import { words as russian } from '../../../src-renderer/words/ru.ts';
import type { Words } from '../../../src-renderer/words/words-type.ts';

// The private desktop speaks en_US: numbers in sentences read as the app writes them.
setLocale({ locale: 'en-US' });

/** What the window shows: English, unless `speak` said otherwise. */
export let words: Words = english;

const catalogues: Readonly<Record<PageLanguage, () => Words>> = {
  en: () => english,
  ru: () => russian,
  nb: () => norwegian,
  'en-XA': () => pseudo(english),
};

/** For a window that was started in another language; to be set back to English at the end of the test. */
export function speak(language: PageLanguage): void {
  words = catalogues[language]();
}

export { errorText } from '../../../src-renderer/words/errors.ts';
export { records } from '../../../src-renderer/words/values.ts';

/** A text with hard spaces as a pattern that takes any space, as accessible names and rendered text have them. */
export function loosely(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/\s+/g, '\\s+'));
}

/** The pseudo-language makes a text longer at its end, by what else stands in it. */
export function withoutEnd(text: string): string {
  return text.replace(/[~ ]*⟧$/, '');
}

/** As `loosely`, for a name that begins with the whole of these words, whatever their script. */
export function startingWith(text: string): RegExp {
  return new RegExp(`^${loosely(withoutEnd(text)).source}(?!\\p{L})`, 'u');
}

/** As `loosely`, for a text that must be all there is. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${loosely(text).source}$`);
}
