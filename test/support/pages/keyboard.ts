import { expect, type Locator, type Page } from '@playwright/test';

const mostTabs = 80;

/** A person without a mouse: goes to a control with Tab, and nothing else. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const trail: string[] = [];
  for (let presses = 0; presses < mostTabs; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
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
