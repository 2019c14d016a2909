import type { Locator, Page } from '@playwright/test';
import type { NextStep, Stage } from '../../../src-preload/contract/jobs.ts';
import { exactly, words } from './shown-words.ts';

/** What stands on the button of a step. */
function stepLabel(step: NextStep): string {
  return step === 'commit' ? words.exports.commitStep : words.exports.step(step);
}

/** Home: the list of exports and the panel beside it. */
export function exportsScreen(page: Page) {
  const grid = page.getByRole('grid', { name: words.exports.listLabel });
  const row = (title: string): Locator =>
    grid.getByRole('row').filter({ has: page.getByText(title, { exact: true }) });
  const panel = (title: string): Locator =>
    page.getByRole('complementary', { name: words.panel.label(title) });
  return {
    grid,
    row,
    panel,
    rows: grid.getByRole('row').and(page.locator('[aria-selected]')),
    stage: (title: string, stage: Stage) =>
      row(title).getByText(words.exports.stage({ stage } as never), { exact: true }),
    step: (title: string, step: NextStep) =>
      row(title).getByRole('button', { name: words.exports.stepFor(stepLabel(step), title), exact: true }),
    /** The title of the first export on the list. */
    async firstTitle(): Promise<string> {
      const name = await grid.getByRole('row').getByRole('button').last().getAttribute('aria-label');
      const [before = '', after = ''] = words.app.moreActions('\0').split('\0');
      return (name ?? '').slice(before.length, (name ?? '').length - after.length);
    },
    async openPanel(title: string) {
      await row(title).getByText(title, { exact: true }).click();
      return panel(title);
    },
    async closePanel(title: string) {
      await panel(title).getByRole('button', { name: words.panel.close }).click();
    },
    async menu(title: string, entry: string) {
      await row(title)
        .getByRole('button', { name: words.app.moreActions(title) })
        .click();
      await page.getByRole('menuitem', { name: exactly(entry) }).click();
    },
    search: page.getByRole('searchbox', { name: words.exports.search }),
    newExport: page.getByRole('button', { name: words.exports.newExport }).first(),
    checkAll: page.getByRole('button', { name: words.exports.refresh }),
    emptyTitle: page.getByText(words.exports.emptyTitle),
  };
}

/** The dialog that adds an export to the list. */
export function newExportDialog(page: Page) {
  const dialog = page.getByRole('dialog');
  const say = words.newExport;
  return {
    dialog,
    have: dialog.getByRole('tab', { name: say.have }),
    ask: dialog.getByRole('tab', { name: say.ask }),
    async chooseConnection(name: string, vendor: string) {
      await dialog.getByLabel(say.connection).selectOption({ label: say.connectionWith(name, vendor) });
    },
    reference: (vendor: 'mypreferences' | 'mytracker') =>
      dialog.getByLabel(new RegExp(`^${exactly(say.reference[vendor]).source.slice(1, -1)}\\*?$`)),
    // Either form has one; the other's is hidden.
    title: dialog.getByLabel(say.field('title').label, { exact: true }).filter({ visible: true }),
    add: dialog.getByRole('button', { name: say.addVerb }),
    askFor: dialog.getByRole('button', { name: say.askVerb }),
  };
}
