import type { Page } from '@playwright/test';

/**
 * What has moved on the page since it was last asked, and what moves now: each with what of it changed.
 * To fade or to pulse in its place is no movement. https://www.w3.org/TR/WCAG22/#animation-from-interactions
 */
export function movesSince(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const still = new Set(['offset', 'computedOffset', 'easing', 'composite', 'opacity']);
    const movesOf = ({ effect }: Animation): string[] => {
      if (!(effect instanceof KeyframeEffect)) return [];
      const { duration = 0, iterations = 1 } = effect.getComputedTiming();
      if (Number(duration) <= 1 && iterations < 2) return [];
      const moved = new Set(effect.getKeyframes().flatMap((frame) => Object.keys(frame)));
      const seen = [...moved].filter((key) => !still.has(key));
      return seen.length === 0 ? [] : [`${effect.target?.className ?? ''}: ${seen}`];
    };
    const running = () =>
      document.getAnimations().filter(({ playState }) => playState === 'running' || playState === 'paused');
    const seenBefore: unknown = Reflect.get(globalThis, 'movesSeen');
    if (seenBefore instanceof Set) {
      const moves = [...seenBefore, ...running().flatMap(movesOf)];
      seenBefore.clear();
      return [...new Set(moves)];
    }
    const seen = new Set<string>();
    Reflect.set(globalThis, 'movesSeen', seen);
    const note = (animations: readonly Animation[]) => {
      for (const move of animations.flatMap(movesOf)) seen.add(move);
    };
    const plain = Element.prototype.animate;
    Element.prototype.animate = function animate(keyframes, options) {
      const animation = plain.call(this, keyframes, options);
      note([animation]);
      return animation;
    };
    for (const begins of ['animationstart', 'transitionrun']) {
      document.addEventListener(
        begins,
        ({ target }) => {
          if (target instanceof Element) note(target.getAnimations());
        },
        true,
      );
    }
    return running().flatMap(movesOf);
  });
}
