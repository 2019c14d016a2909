/** A text that some filled cells of a column hold though the others are numbers (days, times), and how many do. */
export interface OddText {
  readonly text: string;
  readonly count: number;
}

/** The cells of a column that are none of what the column is: they keep their text, and are no part of a range. */
export interface OddCells {
  readonly count: number;
  /** Different ones, most frequent first; a very long one is cut. */
  readonly texts: readonly OddText[];
}

/** So many cells have to be what the column is: fewer could be so by chance. */
export const leastFitting = 10;
/** Different texts among the odd ones: more of them are words, and the column is one of words. */
export const mostOddTexts = 10;
/** What programs write where they have nothing to say; such a cell speaks against no type. */
const nothing = new Set(
  'n/a na #n/a n.a. null none nil nan - -- --- – — ? . .. ... tbd unknown #ref! #value! #div/0! #name? #num! #null!'.split(
    ' ',
  ),
);
/** Of other odd ones a column may have one in twenty; a lone one, the line of the totals, always. */
const oddShare = 1 / 20;

export const saysNothing = (text: string) => nothing.has(text.trim().toLowerCase());
export const mostOdd = (filled: number) => Math.max(1, filled * oddShare);

/** A column with so many cells of a type and these odd ones is of that type nevertheless. */
export function isNearly(fitting: number, odd: readonly OddText[]): boolean {
  const all = sum(odd);
  const telling = sum(odd.filter(({ text }) => !saysNothing(text)));
  return (
    fitting >= leastFitting &&
    fitting >= all &&
    odd.length <= mostOddTexts &&
    telling <= mostOdd(fitting + all)
  );
}

const sum = (odd: readonly OddText[]) => odd.reduce((total, { count }) => total + count, 0);
