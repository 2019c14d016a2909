import type { Page } from '@playwright/test';
import { exactly, startingWith, words } from './shown-words.ts';

/** The screen of requests that repeat. */
export function schedulesScreen(page: Page) {
  const say = words.schedules;
  return {
    open: () =>
      page
        .getByRole('navigation', { name: words.app.navigation })
        .getByRole('button', { name: startingWith(say.title) })
        .click(),
    row: (title: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) }),
    pause: (title: string) => page.getByRole('button', { name: exactly(say.pauseNamed(title)) }),
    goOn: (title: string) => page.getByRole('button', { name: exactly(say.goOnNamed(title)) }),
    run: (title: string) => page.getByRole('button', { name: exactly(say.runNamed(title)) }),
    edit: (title: string) => page.getByRole('button', { name: exactly(say.editNamed(title)) }),
    remove: (title: string) => page.getByRole('button', { name: exactly(say.removeNamed(title)) }),
    undo: page.getByRole('button', { name: say.undo }),
  };
}
