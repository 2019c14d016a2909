import { collectCsv, csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { expect, test } from '../support/docket-test.ts';
import { pressAt, tabTo } from '../support/pages/keyboard.ts';
import { words } from '../support/pages/shown-words.ts';

test('the table by keyboard alone: order, filter, profile, copy, search, back', async ({ docket }) => {
  test.setTimeout(180_000);
  const { app, window, pages, open } = await collectCsv(
    docket,
    csvOf(sampleNames, sampleRows(500)),
    'Installs',
  );
  const { review } = pages;
  const { keyboard } = window;
  await open();
  await tabTo(window, review.headers.first());
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(review.header('amount')).toBeFocused();
  await keyboard.press('Enter');
  await expect(review.header('amount')).toHaveAttribute('aria-sort', 'ascending');
  await expect(review.cell(0, 2)).toHaveText('0.10');
  await keyboard.press('Enter');
  await expect(review.header('amount')).toHaveAttribute('aria-sort', 'descending');
  // The menu gives the focus back to where it was opened.
  await keyboard.press('Alt+ArrowDown');
  await expect(window.getByRole('menuitem').first()).toBeFocused();
  await keyboard.press('Escape');
  await expect(review.header('amount')).toBeFocused();
  await keyboard.press('Alt+ArrowDown');
  await expect(window.getByRole('menuitem').first()).toBeFocused();
  for (let step = 0; step < 3; step += 1) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await window.getByLabel(words.reviewFilter.least).fill('900');
  await keyboard.press('Enter');
  const dear = sampleRows(500).filter(([, , amount]) => Number(amount) >= 900).length;
  await expect(review.shown(dear, 500)).toBeVisible();
  await tabTo(window, review.header('amount'));
  await keyboard.press('ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowLeft');
  await keyboard.press('Control+c');
  await expect(pages.toast(words.reviewTools.copiedCells(4))).toBeVisible();
  expect((await app.evaluate(({ clipboard }) => clipboard.readText())).split(/[\t\n]/)).toHaveLength(4);
  await pressAt(window, window.getByRole('button', { name: words.review.mark }));
  await expect(review.commit).toBeFocused();
  await pressAt(window, review.back);
  await expect(pages.exports.stage('Installs', 'reviewed')).toBeVisible();
});
