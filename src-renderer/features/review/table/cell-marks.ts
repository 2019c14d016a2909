import type { Place } from '../desk/desk-state.ts';
import type { CellRange } from './cell-range.ts';
import { columnIndexOf } from './column-ids.ts';
import { hitPattern } from './hit-pattern.ts';

/** What is marked in the cells in sight. */
export interface Marks {
  readonly text: string;
  readonly hit: Place | null;
  readonly range: CellRange | null;
}

export const highlightNames = { hit: 'docket-hit', current: 'docket-current-hit' } as const;
const chosenClass = 'docket-chosen';

const colours = {
  hit: '--colorPaletteYellowBackground2',
  hitText: '--colorPaletteYellowForeground2',
  current: '--colorBrandBackground',
  currentText: '--colorNeutralForegroundOnBrand',
} as const;
const sheet = new CSSStyleSheet();
let drawn = '';

/** Highlights can't use the theme's variables in every Chromium: the sheet holds what they stand for now. */
function takeTheme(root: HTMLElement): void {
  const style = getComputedStyle(root);
  const colour = (name: keyof typeof colours) => style.getPropertyValue(colours[name]).trim();
  const text = `
    ::highlight(${highlightNames.hit}) { background-color: ${colour('hit')}; color: ${colour('hitText')}; }
    ::highlight(${highlightNames.current}) {
      background-color: ${colour('current')}; color: ${colour('currentText')}; text-decoration: underline;
    }`;
  if (text === drawn) return;
  drawn = text;
  sheet.replaceSync(text);
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}

/**
 * Marks hits by the page's own highlights: the cells' elements stay as they are, so that scrolling stays quick.
 * https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API
 */
export function paint(root: HTMLElement, { text, hit, range }: Marks): void {
  takeTheme(root);
  const pattern = hitPattern(text);
  const hits = new Highlight();
  const current = new Highlight();
  current.priority = 1;
  const columns = new Set(range?.columns);
  for (const row of root.querySelectorAll<HTMLElement>('.ag-row[row-index]')) {
    const rowIndex = Number(row.getAttribute('row-index'));
    const rowChosen = range !== null && rowIndex >= range.firstRow && rowIndex <= range.lastRow;
    for (const cell of row.querySelectorAll<HTMLElement>('.ag-cell[col-id]')) {
      const column = columnIndexOf(cell.getAttribute('col-id'));
      if (column === null) continue;
      cell.classList.toggle(chosenClass, rowChosen && columns.has(column));
      if (pattern === null) continue;
      const into = hit !== null && hit.row === rowIndex && hit.column === column ? current : hits;
      markText(cell, pattern, into);
    }
  }
  show(highlightNames.hit, hits);
  show(highlightNames.current, current);
}

function show(name: string, highlight: Highlight): void {
  if (highlight.size === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, highlight);
}

function markText(cell: HTMLElement, pattern: RegExp, into: Highlight): void {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const { index, 0: found } of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + found.length);
      into.add(range);
    }
  }
}

export function clearMarks(): void {
  CSS.highlights.delete(highlightNames.hit);
  CSS.highlights.delete(highlightNames.current);
}
