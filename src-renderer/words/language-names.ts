import type { Language } from '../../src-preload/contract/languages.ts';

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ru: 'Русский',
  nb: 'Norsk bokmål',
};
