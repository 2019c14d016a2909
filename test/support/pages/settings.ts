import { expect, type Page } from '@playwright/test';
import { words } from './shown-words.ts';

type Theme = keyof typeof words.settings.themes;

export function settingsScreen(page: Page) {
  const theme = (name: Theme) => page.getByRole('radio', { name: words.settings.themes[name] });
  return {
    title: page.getByRole('heading', { level: 1, name: words.settings.title }),
    practise: page.getByRole('switch', { name: words.settings.practise }),
    /** Chosen is what the main process has kept: the button says so once it has answered. */
    async chooseTheme(name: Theme) {
      await theme(name).click();
      await expect(theme(name)).toBeChecked();
    },
  };
}
