import type { ColumnType } from '../../src-preload/contract/review.ts';

/** Characters that a cell of Excel holds. https://support.microsoft.com/office/excel-specifications-and-limits */
export const longestSheetCell = 32_767;
export const mostSheetColumns = 16_384;

export const workbookParts = {
  '[Content_Types].xml':
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  // Styles: 0 general, 1 text, 2 day, 3 day and time, 4 heading.
  'xl/styles.xml':
    '<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" fontId="1" applyFont="1"/></cellXfs></styleSheet>',
} as const;

/** The sheet's beginning, for columns as wide as so many digits: Excel shows a moment that has no room as `####`. */
const sheetStart = (widths: readonly number[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

const widest = 60;
const narrowest = 7;

/** Room for the column's name and for the longest of these cells, within reason. */
function sheetWidth(name: string, cells: readonly (string | null)[]): number {
  const lengths = cells.map((cell) => longestLine(cell ?? ''));
  return Math.min(widest, Math.max(narrowest, longestLine(name), ...lengths) + 2);
}
const longestLine = (text: string) =>
  Math.max(
    ...text
      .slice(0, 1000)
      .split('\n')
      .map((line) => line.length),
  );

/** How a sheet begins: columns as wide as these first rows need, and their names. */
export function sheetHead(names: readonly string[], first: readonly (readonly (string | null)[])[]): string {
  const widths = names.map((name, at) =>
    sheetWidth(
      name,
      first.map((cells) => cells[at] ?? null),
    ),
  );
  return `${sheetStart(widths)}<row>${names.map(headingXml).join('')}</row>`;
}
export const sheetEnd = '</sheetData></worksheet>';

const headingXml = (text: string) =>
  `<c s="4" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/**
 * One cell. Text is an inline string, which no program ever runs as a formula, whatever it begins with; `typed` is the
 * number or the serial day that the text means, or null when it stays text.
 */
export function cellXml(text: string | null, type: ColumnType, typed: number | null): string {
  if (text === null || text === '') return '<c/>';
  if (typed !== null && Number.isFinite(typed)) {
    const style = type === 'date' ? ' s="2"' : type === 'timestamp' ? ' s="3"' : '';
    return `<c${style}><v>${typed}</v></c>`;
  }
  return `<c s="1" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Control characters go as `_x0001_`, and what looks like that already is escaped: ECMA-376, ST_Xstring. */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char)
    .replace(/[^ -\ufffd\t\n]/g, escapeCode);
}
/** What XML 1.0 has no room for; a carriage return would be read as a line feed. */
function escapeCode(char: string): string {
  // The upper half of a pair is no character by itself, and allowed as a pair.
  return char >= '\ufffe' || char < ' '
    ? `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    : char;
}

/** Days since 1899-12-30, as Excel counts; null before March 1900, where its calendar is wrong. */
export function serialDay(microseconds: number): number | null {
  const serial = microseconds / 86_400_000_000 + 25_569;
  return serial < 61 ? null : Math.round(serial * 86_400_000) / 86_400_000;
}
