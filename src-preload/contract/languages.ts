import { z } from 'zod';

/** The languages that Docket speaks, as BCP 47 tags. */
export const languages = ['en', 'ru', 'nb'] as const;
export type Language = (typeof languages)[number];

/** The person's choice; 'system' takes the first of the system's languages that Docket speaks, else English. */
export const languageChoiceSchema = z.enum(['system', ...languages]);
export type LanguageChoice = z.infer<typeof languageChoiceSchema>;

/**
 * `en-XA` is the pseudo-language, for tests only: English with accents, longer, in brackets, so that text which doesn't
 * come from the catalogue stands out. https://cldr.unicode.org/ names its locales of this kind so.
 */
export const pseudoLanguage = 'en-XA';
export const pageLanguages = [...languages, pseudoLanguage] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** The language of the text, for plural rules and the like. */
export function spokenIn(language: PageLanguage): Language {
  return language === pseudoLanguage ? 'en' : language;
}

/** The shape of a catalogue in any language: the same keys, any text; functions that take as much. */
export type Said<T> = T extends string
  ? string
  : T extends (...given: infer G) => infer R
    ? (...given: G) => Said<R>
    : { readonly [K in keyof T]: Said<T[K]> };
