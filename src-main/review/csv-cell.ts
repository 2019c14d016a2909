/** A cell of a CSV: quoted where its content needs it. https://www.rfc-editor.org/rfc/rfc4180 */
export const csvCell = (cell: string, delimiter: ',' | ';' = ',') =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
