import { words as english } from './en.ts';
import { words as norwegian } from './nb.ts';
import { pageLanguage } from './page-language.ts';
import { pseudo } from './pseudo.ts';
import { words as russian } from './ru.ts';
import type { Words } from './words-type.ts';

const catalogues = {
  en: () => english,
  ru: () => russian,
  nb: () => norwegian,
  'en-XA': () => pseudo(english),
} as const satisfies Record<typeof pageLanguage, () => Words>;

/** Everything that Docket says on screen, in the page's language. */
export const words: Words = catalogues[pageLanguage]();
