/** The form of a noun that a number takes: https://cldr.unicode.org/index/cldr-spec/plural-rules */
export function pluralIn(
  language: string,
): (count: number, one: string, few: string, many?: string) => string {
  const rules = new Intl.PluralRules(language);
  return (count, one, few, many = few) => {
    const rule = rules.select(count);
    return rule === 'one' ? one : rule === 'few' ? few : many;
  };
}
