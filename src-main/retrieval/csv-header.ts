/** What separates cells; of those that stand in a header equally often the first one counts. */
export const separators = [',', ';', '\t', '|'] as const;
const longest = 1024 * 1024;

/** The first record of a CSV, byte by byte: its text, and what separates its cells. */
export function createCsvHeader() {
  const bytes: number[] = [];
  /** What may separate cells, and how often it stands outside of quotes. */
  let found = new Map(separators.map((separator) => [separator.charCodeAt(0), 0]));

  const text = () =>
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\uFEFF/u, '')
      .replace(/\r$/u, '');

  return {
    keep(byte: number): void {
      if (bytes.length < longest) bytes.push(byte);
    },
    /** A byte outside of quotes: true if it may separate two cells. */
    separates(byte: number): boolean {
      const times = found.get(byte);
      if (times === undefined) return false;
      found.set(byte, times + 1);
      return true;
    },
    /** At the end of its line; false where that was Excel's own `sep=;`, and the header is yet to come. */
    end(): boolean {
      const told = /^sep=(.)$/iu.exec(text())?.[1]?.codePointAt(0);
      if (told === undefined) return true;
      bytes.length = 0;
      found = new Map([[told, 0]]);
      return false;
    },
    /** `text` is null when there is none, or only blanks. */
    facts() {
      const [separator, times] = [...found].reduce((most, one) => (one[1] > most[1] ? one : most));
      const whole = text();
      return { text: whole.trim() === '' ? null : whole, separator, oneColumn: times === 0 };
    },
  };
}
