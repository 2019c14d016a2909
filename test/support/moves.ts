import type { Page } from '@playwright/test';

/** Notes how long each movement of the page was to take, from now on; answers the longest, in milliseconds. */
export async function watchMoves(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const durations: number[] = [];
    Reflect.set(globalThis, 'movesSeen', durations);
    const plain = Element.prototype.animate;
    Element.prototype.animate = function animate(keyframes, options) {
      durations.push(Number(typeof options === 'object' ? options.duration : options) || 0);
      return plain.call(this, keyframes, options);
    };
    const longest = (times: string) =>
      Math.max(
        ...times.split(',').map((time) => Number.parseFloat(time) * (/ms$/.test(time.trim()) ? 1 : 1000)),
      );
    const note = (of: 'animationDuration' | 'transitionDuration') => (event: Event) => {
      if (event.target instanceof Element) durations.push(longest(getComputedStyle(event.target)[of]));
    };
    document.addEventListener('animationstart', note('animationDuration'), true);
    document.addEventListener('transitionrun', note('transitionDuration'), true);
  });
  return () => page.evaluate(() => Math.max(0, ...(Reflect.get(globalThis, 'movesSeen') as number[])));
}
