import type { Place } from '../desk/desk-state.ts';
import { chosenClass } from '../grid/grid-styles.ts';
import type { RowSlot } from '../grid/row-slots.ts';
import type { CellRange } from './cell-range.ts';
import { hitPattern } from './hit-pattern.ts';

/** What is marked in the cells in sight. */
export interface Marks {
  readonly text: string;
  readonly hit: Place | null;
  readonly range: CellRange | null;
}

export const highlightNames = { hit: 'docket-hit', current: 'docket-current-hit' } as const;

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
export function paint(root: HTMLElement, rows: Iterable<RowSlot>, { text, hit, range }: Marks): void {
  const pattern = hitPattern(text);
  // Asking for colours makes the page work out its styles at once: only where there is something to colour.
  if (pattern !== null) takeTheme(root);
  const hits = new Highlight();
  const current = new Highlight();
  current.priority = 1;
  const columns = new Set(range?.columns);
  for (const { row, cells } of rows) {
    const rowChosen = range !== null && row >= range.firstRow && row <= range.lastRow;
    for (const { element, shown } of cells) {
      const column = Number(element.dataset['column']);
      if (column < 0) continue;
      const chosen = rowChosen && columns.has(column);
      element.classList.toggle(chosenClass, chosen);
      element.setAttribute('aria-selected', String(chosen));
      if (pattern === null || shown === '') continue;
      markText(element, pattern, hit !== null && hit.row === row && hit.column === column ? current : hits);
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
