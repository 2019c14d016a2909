import {
  type Language,
  type LanguageChoice,
  languages,
  type PageLanguage,
  pageLanguages,
} from '../../src-preload/contract/languages.ts';

/** Other names for a language that Docket speaks: Norwegians are given bokmål, whatever form their system has. */
const alike: Readonly<Record<string, Language>> = { no: 'nb', nn: 'nb' };

/** The first of the system's languages that Docket speaks, else English. `preferred` are BCP 47 tags, the best first. */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const [name = ''] = tag.toLowerCase().split(/[-_]/);
    const spoken = alike[name] ?? languages.find((language) => language === name);
    if (spoken !== undefined) return spoken;
  }
  return 'en';
}

/** A language that was asked for on the command line, by tests. */
export function askedLanguage(tag: string): PageLanguage | null {
  return pageLanguages.find((language) => language === tag) ?? null;
}
