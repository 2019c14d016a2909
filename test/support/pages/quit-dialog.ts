import type { Page } from '@playwright/test';
import { words } from './shown-words.ts';

/** The question before the app ends, and the wait for the answer to a commit. */
export function quitDialog(page: Page) {
  const dialog = page.getByRole('alertdialog').filter({
    has: page.getByRole('button', { name: words.quit.keepWorking, exact: true }),
  });
  return {
    dialog,
    keepWorking: dialog.getByRole('button', { name: words.quit.keepWorking, exact: true }),
    quit: dialog.getByRole('button', { name: words.quit.quit, exact: true }),
    quitNow: dialog.getByRole('button', { name: words.quit.quitNow, exact: true }),
  };
}
