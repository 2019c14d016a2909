/** More of a cell than fits into its column is read below the table. */
const longest = 400;

/** A cell on one line: line breaks are shown as signs, nothing else is changed. */
export function cellText(text: string | null | undefined): string {
  if (text === null || text === undefined) return '';
  const start = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return start.replace(/\r\n|\r|\n/g, ' ⏎ ');
}
