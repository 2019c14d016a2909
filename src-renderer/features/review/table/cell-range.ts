import type { Place } from '../desk/desk-state.ts';

/** The chosen cells: rows by their places in the view, columns as they are shown. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly number[];
}

/** All cells between two corners; null where a corner's column isn't shown any more. */
export function rangeOf(a: Place, b: Place, shown: readonly number[]): CellRange | null {
  const from = shown.indexOf(a.column);
  const to = shown.indexOf(b.column);
  if (from === -1 || to === -1) return null;
  return {
    firstRow: Math.min(a.row, b.row),
    lastRow: Math.max(a.row, b.row),
    columns: shown.slice(Math.min(from, to), Math.max(from, to) + 1),
  };
}

export function cellsIn({ firstRow, lastRow, columns }: CellRange): number {
  return (lastRow - firstRow + 1) * columns.length;
}

/** As a spreadsheet takes it: tabs and lines; a cell with either in it stands in quotes, doubled within. */
export function asTabbed(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
}

function quoted(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The same for mail and word processors; `mso-number-format:'\@'` keeps Excel from reading ids as numbers. */
export function asHtml(header: readonly string[] | null, rows: readonly (readonly string[])[]): string {
  const line = (tag: string, cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag} style="mso-number-format:'\\@';white-space:pre-wrap">${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const head = header === null ? '' : line('th', header);
  return `<table>${head}${rows.map((cells) => line('td', cells)).join('')}</table>`;
}
