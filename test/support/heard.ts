import type { Page } from '@playwright/test';

declare global {
  /** What was read out since `listen`. */
  var docketHeard: string[] | undefined;
}

/**
 * Hears as a screen reader does: what changes within a live region that was there before. A region that comes together
 * with its words is not heard by all. https://www.w3.org/TR/wai-aria-1.2/#live_region_roles
 */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    globalThis.docketHeard = heard;
    const live = '[role=status],[role=alert],[role=log],[aria-live=polite],[aria-live=assertive]';
    const known = new WeakSet<Element>(document.querySelectorAll(live));
    new MutationObserver((changes) => {
      const added = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]));
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(live);
        if (region === null || region === undefined || !known.has(region)) continue;
        const text = region.textContent?.trim() ?? '';
        if (text !== '' && heard.at(-1) !== text) heard.push(text);
      }
      for (const node of added) {
        if (!(node instanceof Element)) continue;
        for (const region of [node, ...node.querySelectorAll(live)])
          if (region.matches(live)) known.add(region);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => globalThis.docketHeard ?? []);
}
