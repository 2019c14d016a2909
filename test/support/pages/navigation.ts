import type { Page } from '@playwright/test';
import { startingWith, words } from './shown-words.ts';

export type Place = 'exports' | 'files' | 'history' | 'connections' | 'settings';

/** The left edge of the window. */
export function navigation(page: Page) {
  const edge = page.getByRole('navigation', { name: words.app.navigation });
  return {
    item: (place: Place) => edge.getByRole('button', { name: startingWith(words.app[place]) }),
    async goTo(place: Place) {
      await this.item(place).click();
    },
    practice: edge.getByRole('region', { name: words.app.practising }),
    stopPractising: edge.getByRole('button', { name: words.app.stopPractising }),
  };
}
