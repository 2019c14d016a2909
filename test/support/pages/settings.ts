import type { Page } from '@playwright/test';
import { words } from './shown-words.ts';

export function settingsScreen(page: Page) {
  return {
    title: page.getByRole('heading', { level: 1, name: words.settings.title }),
    practise: page.getByRole('switch', { name: words.settings.practise }),
    theme: (theme: keyof typeof words.settings.themes) =>
      page.getByRole('radio', { name: words.settings.themes[theme] }),
  };
}
