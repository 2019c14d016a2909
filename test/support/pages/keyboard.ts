import { expect, type Locator, type Page } from '@playwright/test';

const mostTabs = 80;

/** A person without a mouse: goes to a control with Tab, and nothing else; and must see where they are. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const trail: string[] = [];
  for (let presses = 0; presses < mostTabs; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      // Some marks come with the next frame.
      await expect.poll(() => page.evaluate(unmarkedFocus), { timeout: 20_000 }).toBeNull();
      return;
    }
    await page.keyboard.press('Tab');
    trail.push(
      await page.evaluate(() => {
        const { activeElement: at } = document;
        return `${at?.tagName} ${at?.getAttribute('aria-label') ?? at?.textContent?.slice(0, 30) ?? ''}`;
      }),
    );
  }
  throw new Error(`${wanted} is not reached with Tab, which goes: ${trail.join(' → ')}`);
}

/**
 * What holds the focus without a mark around or below it, or nothing at all; null when all is well. Runs in the page.
 * https://www.w3.org/TR/WCAG22/#focus-visible
 */
function unmarkedFocus(): string | null {
  const { activeElement: at } = document;
  if (at === null || at === document.body) return 'the focus is lost';
  const clear = (colour: string) => colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour);
  const isMarked = (element: Element, part?: string) => {
    const style = getComputedStyle(element, part);
    if (part !== undefined && style.content === 'none') return false;
    const outlined =
      style.outlineStyle !== 'none' &&
      Number.parseFloat(style.outlineWidth) > 0 &&
      !clear(style.outlineColor);
    // A box has a line below it that grows.
    const edged =
      part !== undefined &&
      ['Top', 'Bottom'].some((side) => {
        const width = Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`));
        return width >= 2 && !clear(style.getPropertyValue(`border-${side.toLowerCase()}-color`));
      });
    return outlined || edged || (style.boxShadow !== 'none' && part === undefined);
  };
  const near = [at, at.parentElement, ...at.children].filter((one) => one !== null);
  const marked =
    near.some((one) => isMarked(one, '::after') || isMarked(one, '::before')) ||
    isMarked(at) ||
    (at.parentElement !== null && isMarked(at.parentElement));
  return marked
    ? null
    : `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent?.slice(0, 40) ?? ''}`;
}

/**
 * Escape, as soon as what has opened holds the focus: it is drawn a moment earlier, and a key in between goes to what lies
 * below it. People look before they press.
 */
export async function putAway(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const { activeElement: at } = document;
          const layers = '[role=dialog],[role=alertdialog],[role=menu],[role=listbox],.fui-PopoverSurface';
          return at?.closest(layers) != null || at?.getAttribute('aria-expanded') === 'true';
        }),
      'what has opened holds the focus',
    )
    .toBe(true);
  await page.keyboard.press('Escape');
}

/** Something has gone that held the focus: another thing has it, and not the bare page. */
export async function focusIsKept(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body),
    )
    .toBe(true);
}

/** Tab, then Enter. */
export async function pressAt(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Tab, then types over what stands there. */
export async function typeAt(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Tab to a list that opens, then down to one of its options. */
export async function chooseAt(page: Page, list: Locator, option: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.press('Enter');
  const named = { name: option, exact: true };
  // Where several can be chosen they are boxes to tick.
  const wanted = page.getByRole('option', named).or(page.getByRole('menuitemcheckbox', named));
  await expect(wanted).toBeVisible();
  const active = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? '');
  const own = await wanted.evaluate(({ id }) => id);
  // The list says a moment after a key where it is by now; a key pressed before goes too far.
  await expect.poll(active).not.toBe('');
  await page.keyboard.press('Home');
  const first = page.getByRole('option').or(page.getByRole('menuitemcheckbox')).first();
  const start = await first.evaluate(({ id }) => id);
  await expect.poll(active).toBe(start);
  for (let presses = 0, at = start; at !== own; presses += 1) {
    if (presses === mostTabs) throw new Error(`${option} is not reached`);
    const before = at;
    await page.keyboard.press('ArrowDown');
    await expect.poll(active).not.toBe(before);
    at = await active();
  }
  await page.keyboard.press('Enter');
}
