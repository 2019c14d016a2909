const plain = 'AaBCcDdEeFGgHhIiJjKkLlNnOoPRrSsTtUuWwYyZz';
const accented = 'ÂáƁÇçĎďÉéƑĞğĤĥÎîĴĵĶķĻĺÑñÖöÞŔřŠšŤťÛûŴŵÝýŽž';
const accents = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]));

/** What the text is made longer by: other languages need up to 40 per cent more room than English. */
const longer = 0.4;

const open = '⟦';
const close = '⟧';

/** "Collect" becomes "⟦Çöĺĺéçť~~~⟧". What is in brackets already stays as it is. */
function pseudoText(text: string): string {
  if (text.trim() === '') return text;
  let depth = 0;
  let letters = 0;
  const shown = [...text].map((letter) => {
    if (letter === open) depth += 1;
    if (letter === close) depth -= 1;
    if (depth > 0 || letter === close) return letter;
    letters += 1;
    return accents.get(letter) ?? letter;
  });
  return `${open}${shown.join('')}${padding(Math.ceil(letters * longer))}${close}`;
}

/** In pieces of a word's length, so that a longer text breaks into lines as words do. */
function padding(length: number): string {
  return '~'.repeat(length).replace(/~{6}(?=~{3})/g, '~~~~~~ ');
}

/**
 * A catalogue in a language that nobody speaks, for tests: text that comes from elsewhere stands out, and what is too
 * narrow for a longer language is cut off.
 */
export function pseudo<T>(said: T): T {
  return spoken(said) as T;
}

function spoken(said: unknown): unknown {
  if (typeof said === 'string') return pseudoText(said);
  if (typeof said === 'function') return (...given: unknown[]) => spoken(said(...given));
  if (Array.isArray(said)) return said.map(spoken);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, spoken(value)]));
}
