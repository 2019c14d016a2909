import { expect, type Locator, type Page } from '@playwright/test';
import { words } from './shown-words.ts';

/** The table of a collected export. */
export function reviewScreen(page: Page) {
  const region = (title: string): Locator =>
    page.getByRole('region', { name: words.review.tableLabel(title) });
  const cells = (row: number): Locator => page.locator(`[role="row"][row-index="${row}"] [role="gridcell"]`);
  return {
    region,
    /** "3 files · 1,204,118 rows · 14 columns", once the table is open. */
    facts: page.getByText(/files?\s·\s[\d,]+\srows?\s·\s[\d,]+\scolumns?/),
    /** The names of the columns in sight, from the left; the row numbers' own first. */
    headers: page.getByRole('columnheader'),
    /** A row by its place from 0; the first cell is its number. Only rows in sight are in the page. */
    cells,
    first: page.getByRole('button', { name: words.review.first }),
    last: page.getByRole('button', { name: words.review.last }),
    commit: page.getByRole('button', { name: words.review.commit }),
    back: page.getByRole('button', { name: words.review.backLabel }),
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
}
