import { type PageLanguage, pageLanguages } from '../../src-preload/contract/languages.ts';

/** Where there is a page; words are also read outside of one. */
const { document: page } = globalThis as {
  readonly document?: { readonly documentElement: { readonly lang: string } };
};

/**
 * The language of this page, from its first byte on: main writes it into `<html lang>` at each load, so that another
 * choice is a matter of loading the page again. Outside of a page it is English.
 */
export const pageLanguage: PageLanguage =
  pageLanguages.find((known) => known === page?.documentElement.lang) ?? 'en';
