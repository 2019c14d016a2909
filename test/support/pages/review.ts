import { expect, type Locator, type Page } from '@playwright/test';
import { startingWith, words } from './shown-words.ts';

/** The table of a collected export. */
export function reviewScreen(page: Page) {
  const region = (title: string): Locator =>
    page.getByRole('region', { name: words.review.tableLabel(title) });
  const cells = (row: number): Locator =>
    page.locator(`[role="row"][data-row="${row}"] :is([role="rowheader"], [role="gridcell"])`);
  const header = (name: string): Locator =>
    page
      .getByRole('columnheader')
      .filter({ has: page.getByText(name, { exact: true }) })
      .first();
  const screen = {
    region,
    /** "3 files · 1,204,118 rows · 14 columns", once the table is open. */
    facts: page.getByText(/[\d,]+\s\p{L}+\s·\s(\p{L}+\s)*[\d,]+\s\p{L}+\s·\s[\d,]+\s\p{L}+/u),
    /** The names of the columns in sight, from the left; the row numbers' own first. */
    headers: page.getByRole('columnheader'),
    header,
    /** A row by its place from 0; the first cell is its number. Only rows in sight are in the page. */
    cells,
    /** A cell by its row's place and its column's index in the file. */
    cell: (row: number, column: number): Locator =>
      page.locator(`[role="row"][data-row="${row}"] [role="gridcell"][data-column="${column}"]`),
    first: page.getByRole('button', { name: words.review.first }),
    last: page.getByRole('button', { name: words.review.last }),
    commit: page.getByRole('button', { name: words.review.commit }),
    back: page.getByRole('button', { name: words.review.backLabel }),
    find: page.getByRole('textbox', { name: words.reviewTools.find }),
    panel: page.getByRole('complementary', { name: words.reviewTools.tabsLabel }),
    chips: page.getByRole('list', { name: words.reviewTools.activeFilters }),
    /** "48,211 of 1,204,118 rows shown", or all of them. */
    shown: (total: number, all: number): Locator =>
      page.locator('footer').getByText(words.review.shown(total, all), { exact: true }),
    async tab(name: keyof typeof words.reviewTools.tabs) {
      const tab = screen.panel.getByRole('tab', { name: words.reviewTools.tabs[name], exact: true });
      // The button is there with the table, and says whether the panel is.
      const toggle = page.getByRole('button', { name: words.reviewTools.panel, exact: true });
      if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click();
      await tab.click();
    },
    /** Opens a column's menu by keyboard and picks from it. */
    async pick(column: string, item: string) {
      await header(column).focus();
      await page.keyboard.press('Alt+ArrowDown');
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    },
    async findColumn(name: string) {
      await page.getByRole('button', { name: startingWith(words.reviewTools.columns) }).click();
      await page.getByRole('textbox', { name: words.reviewTools.columnSearch }).fill(name);
      await page.keyboard.press('Enter');
    },
    async goToRow(row: number) {
      await page.keyboard.press('Control+g');
      await page.getByRole('textbox', { name: words.reviewTools.goToRowLabel }).fill(String(row));
      await page.keyboard.press('Enter');
    },
    /** How many hits are marked in the cells in sight, the current one among them. */
    marked: () =>
      page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)),
    /** The shown texts of a row's cells in the order of the columns, without the row's number. */
    async texts(row: number, columns: number): Promise<readonly string[]> {
      await expect(cells(row).nth(columns)).not.toHaveText('');
      const found = await cells(row).evaluateAll((elements) =>
        elements
          .map((element) => ({
            at: Number(element.getAttribute('aria-colindex')),
            text: element.textContent ?? '',
          }))
          .sort((a, b) => a.at - b.at)
          .map(({ text }) => text),
      );
      return found.slice(1, columns + 1);
    },
    async markReviewed(remark: string) {
      if (remark !== '') await page.getByLabel(words.review.remark).fill(remark);
      await page.getByRole('button', { name: words.review.mark }).click();
      await expect(page.getByRole('button', { name: words.review.commit })).toBeVisible();
    },
  };
  return screen;
}
