import type { Page } from '@playwright/test';

/** Text that doesn't come from the catalogue, or a label that is cut off. */
export interface TextFinding {
  readonly what: 'stray' | 'cut off';
  /** The element, as far as it can be named, and where the text stands: 'text' or an attribute. */
  readonly place: string;
  readonly text: string;
}

/**
 * Reads every visible text and every name of a page in the pseudo-language. What stands outside of the brackets must be
 * data: `isData` gets each such piece, the whole text with spaces trimmed and the brackets' content taken out. Cells of
 * tables are data by themselves. A text is cut off where its box hides a part of it and no tooltip shows it whole.
 */
export async function textFindings(
  page: Page,
  isData: (text: string) => boolean,
): Promise<readonly TextFinding[]> {
  const { pieces, cut } = await page.evaluate(readPage);
  return [
    ...pieces
      .map(({ place, text }) => ({ place, text, left: outsideOfBrackets(text) }))
      .filter(({ left }) => /\p{L}/u.test(left) && !isData(left))
      .map(({ place, text }) => ({ what: 'stray' as const, place, text })),
    ...cut.map(({ place, text }) => ({ what: 'cut off' as const, place, text })),
  ];
}

function outsideOfBrackets(text: string): string {
  let depth = 0;
  let left = '';
  for (const letter of text) {
    if (letter === '⟦') depth += 1;
    else if (letter === '⟧') depth -= 1;
    else if (depth === 0) left += letter;
  }
  return left.replace(/\s+/g, ' ').trim();
}

interface Piece {
  readonly place: string;
  readonly text: string;
}

/** Runs in the page. */
function readPage(): { readonly pieces: readonly Piece[]; readonly cut: readonly Piece[] } {
  const pieces: Piece[] = [];
  const cut: Piece[] = [];
  const names = [
    'aria-label',
    'aria-description',
    'aria-valuetext',
    'aria-roledescription',
    'title',
    'placeholder',
    'alt',
  ];
  const placeOf = (element: Element): string => {
    const role = element.getAttribute('role');
    const around = element.closest(
      '[role=dialog],[role=alertdialog],[role=menu],[role=grid],section,nav,main,aside',
    );
    const near = around === null || around === element ? '' : `${around.tagName.toLowerCase()} > `;
    return `${near}${element.tagName.toLowerCase()}${role === null ? '' : `[role=${role}]`}`;
  };
  const isCell = (element: Element) =>
    element.closest('[role=gridcell],[role=columnheader],[role=rowheader]') !== null;
  const shown = (element: Element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    element.closest('[aria-hidden=true]') === null;

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (element === null || text === '' || element.closest('script,style,textarea') !== null) continue;
    if (element.tagName === 'OPTION' ? !shown(element.parentElement ?? element) : !shown(element)) continue;
    if (!isCell(element)) pieces.push({ place: `${placeOf(element)} text`, text });
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!shown(element)) continue;
    for (const name of names) {
      const text = element.getAttribute(name)?.trim() ?? '';
      if (text !== '' && !isCell(element)) pieces.push({ place: `${placeOf(element)} ${name}`, text });
    }
    if (!(element instanceof HTMLElement)) continue;
    const own = [...element.childNodes].some(
      (child) => child.nodeType === 3 && child.textContent?.trim() !== '',
    );
    // The whole text of a cell stands below its table.
    if (!own || element.tagName === 'OPTION' || isCell(element)) continue;
    const style = getComputedStyle(element);
    // What only a screen reader reads is a pixel wide.
    if (element.clientWidth <= 2 || element.clientHeight <= 2) continue;
    const wide = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const high = /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 2;
    const told = element.closest('[title],[aria-describedby],[data-tooltip]') !== null;
    if ((wide || high) && !told)
      cut.push({ place: placeOf(element), text: element.textContent?.trim() ?? '' });
    // What reaches beyond the window can't be read either, unless it can be scrolled to.
    const range = document.createRange();
    range.selectNodeContents(element);
    const { right, left } = range.getBoundingClientRect();
    const beyond = right > innerWidth + 1 || left < -1;
    if (beyond && !wide && !scrolls(element))
      cut.push({ place: `${placeOf(element)} beyond the window`, text: element.textContent?.trim() ?? '' });
  }
  return { pieces, cut };

  function scrolls(from: Element): boolean {
    for (let at: Element | null = from; at !== null; at = at.parentElement) {
      const { overflowX } = getComputedStyle(at);
      if ((overflowX === 'auto' || overflowX === 'scroll') && at.scrollWidth > at.clientWidth + 1)
        return true;
    }
    return false;
  }
}
