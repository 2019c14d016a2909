import type { Page } from '@playwright/test';
import type { HistoryKind } from '../../../src-preload/contract/history.ts';
import { words } from './shown-words.ts';

/** Everything that happened. */
export function historyScreen(page: Page) {
  const table = page.getByRole('grid', { name: words.history.tableLabel });
  return {
    table,
    search: page.getByRole('searchbox', { name: words.history.search }),
    /** Sets one of the filters. */
    async choose(filter: string, option: string) {
      await page.getByRole('combobox', { name: filter }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    clear: page.getByRole('button', { name: words.historyTools.clear }).first(),
    async save(as: string) {
      await page.getByRole('button', { name: words.historyTools.save, exact: true }).click();
      await page.getByRole('menuitem', { name: as }).click();
    },
    emptyTitle: page.getByText(words.history.emptyTitle),
    entry: (kind: HistoryKind, title: string) =>
      table.getByRole('button', { name: words.history.details(words.history.kind(kind), title) }),
    row: (kind: HistoryKind, title: string) =>
      table.getByRole('row').filter({
        has: page.getByRole('button', { name: words.history.details(words.history.kind(kind), title) }),
      }),
    /** All facts of one entry, from its dialog. */
    async facts(kind: HistoryKind, title: string): Promise<string> {
      await this.entry(kind, title).click();
      const dialog = page.getByRole('dialog');
      const text = (await dialog.innerText()).replace(/\s+/g, ' ');
      await dialog.getByRole('button', { name: words.history.close }).click();
      return text;
    },
  };
}
