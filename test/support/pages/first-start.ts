import type { Page } from '@playwright/test';
import { words } from './shown-words.ts';

/** The one screen that a new person sees. */
export function firstStart(page: Page) {
  return {
    title: page.getByRole('heading', { name: words.firstStart.title }),
    connect: page.getByRole('button', { name: words.firstStart.connect }),
    practise: page.getByRole('button', { name: words.firstStart.practise }),
  };
}
