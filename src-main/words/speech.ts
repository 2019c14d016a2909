import { type LanguageChoice, type PageLanguage, spokenIn } from '../../src-preload/contract/languages.ts';
import { askedLanguage, languageOf } from './choose-language.ts';
import type { MainWords } from './en.ts';
import { mainWords } from './main-words.ts';

/** In which language Docket speaks at this moment, and its words outside of the page. */
export interface Speech {
  readonly page: () => PageLanguage;
  readonly words: () => MainWords;
}

export function createSpeech(ports: {
  readonly choice: () => LanguageChoice;
  /** The system's languages as BCP 47 tags, the best first. */
  readonly preferred: readonly string[];
  /** Of the command line, for tests: goes before any choice. */
  readonly asked: string;
}): Speech {
  const page = () => askedLanguage(ports.asked) ?? languageOf(ports.choice(), ports.preferred);
  return { page, words: () => mainWords(spokenIn(page())) };
}
