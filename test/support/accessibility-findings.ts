import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Rules = 'all' | 'contrast';

/** What axe finds, as "rule: where". https://www.w3.org/TR/WCAG22/ levels A and AA. */
async function findings(page: Page, rules: Rules, passing: boolean): Promise<readonly string[]> {
  const isThere = await settled(page);
  // Axe is large, and stays in the page until it loads anew.
  const axe = new AxeBuilder(isThere ? { page, axeSource: '0' } : { page })
    .options({ resultTypes: ['violations'] })
    // Electron opens no second page, which axe would like to have for its report.
    .setLegacyMode(true)
    // Guards of Fluent's focus management: whoever lands on one is led on at once.
    .exclude('[data-tabster-dummy]')
    // What is said in passing is looked at where it is meant, and not over what lies below it.
    .exclude(passing ? '[data-tabster-dummy]' : '.fui-Toaster')
    // The rows of a table are all alike, and many.
    .exclude('.docket-row:nth-child(n+4)');
  const { violations } = await (rules === 'contrast'
    ? axe.withRules(['color-contrast'])
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`),
  );
}

/** Waits for what is just fading in or out, which has no contrast to speak of; answers whether axe is in the page. */
function settled(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.all(passing.map(({ finished }) => finished.catch(() => undefined)));
    return 'axe' in globalThis;
  });
}

/**
 * Looks at one state after another: by every rule in the one theme, by contrast, which is all that differs, in the other.
 * The themes take turns, so that each state changes them once.
 */
export function accessibilityCheck(page: Page) {
  const themes: ['light' | 'dark', 'light' | 'dark'] = ['light', 'dark'];
  return async (where: string, passing = false): Promise<void> => {
    for (const [turn, colorScheme] of themes.entries()) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect
        .soft(
          async () => expect(await findings(page, turn === 0 ? 'all' : 'contrast', passing)).toEqual([]),
          `${where}, ${colorScheme}`,
        )
        .toPass({ timeout: 40_000 });
    }
    themes.reverse();
  };
}
