import type { Page } from '@playwright/test';
import type { CleanUpAge } from '../../../src-renderer/words/kinds.ts';
import { exactly, words } from './shown-words.ts';

/** Everything collected. */
export function filesScreen(page: Page) {
  const grid = page.getByRole('grid', { name: words.files.listLabel });
  const row = (name: string) => grid.getByRole('row').filter({ hasText: name });
  return {
    grid,
    row,
    rows: grid.getByRole('row').and(page.locator('[aria-selected]')),
    search: page.getByRole('searchbox', { name: words.files.search }),
    emptyTitle: page.getByText(words.files.emptyTitle),
    cleanUp: page.getByRole('button', { name: words.files.cleanUp }),
    async choose(filter: string, option: string) {
      await page.getByRole('combobox', { name: filter }).click();
      await page.getByRole('option', { name: exactly(option) }).click();
    },
    async menu(file: string, entry: string) {
      await grid.getByRole('button', { name: words.files.actions(file), exact: true }).click();
      await page.getByRole('menuitem', { name: exactly(entry) }).click();
    },
  };
}

/** Old committed files go to the bin. */
export function cleanUpDialog(page: Page) {
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    async choose(age: CleanUpAge) {
      await dialog.getByRole('combobox', { name: words.files.ageLabel }).click();
      await page.getByRole('option', { name: exactly(words.files.age(age)) }).click();
    },
    move: (files: number) => dialog.getByRole('button', { name: exactly(words.files.move(files)) }),
    close: dialog.getByRole('button', { name: words.files.close }),
  };
}
