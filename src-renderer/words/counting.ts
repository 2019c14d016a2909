import { number } from './numbers.ts';

/** Keeps a number and what it counts on one line. */
const hardSpace = '\u00a0';

/** Of the forms of a word, the one that goes with a number: `plural(3, 'row', 'rows')` is "rows". */
export type Plural<F extends readonly string[]> = (value: number, ...forms: F) => string;

/**
 * The plural rule of a language, by its forms in the order of `names`: English has one · other, Russian one · few · many.
 * https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export function pluralIn<F extends readonly string[]>(
  language: string,
  names: { readonly [K in keyof F]: Intl.LDMLPluralRule },
): Plural<F> {
  const rules = new Intl.PluralRules(language);
  return (value, ...forms) => {
    // Numbers are shown whole, so that is how they are counted.
    const at = names.indexOf(rules.select(Math.round(value)));
    return forms[at === -1 ? forms.length - 1 : at] ?? '';
  };
}

/** "1 file", "12 files": the number in the system's format, and the form that goes with it. */
export function countIn<F extends readonly string[]>(plural: Plural<F>): Plural<F> {
  return (value, ...forms) => `${number(value)}${hardSpace}${plural(value, ...forms)}`;
}
