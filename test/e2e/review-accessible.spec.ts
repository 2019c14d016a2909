import path from 'node:path';
import { accessibilityCheck } from '../support/accessibility-findings.ts';
import { answerSaveDialog, collectCsv, csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { collectExports } from '../support/collected-exports.ts';
import { expect, test } from '../support/docket-test.ts';
import { pressAt, tabTo } from '../support/pages/keyboard.ts';
import { words } from '../support/pages/shown-words.ts';

const changed = sampleRows(500).map((cells, row) => (row === 7 ? cells.with(1, 'FI') : cells));
const csv = `${csvOf(sampleNames, changed)}one,cell,too,many,in,this\r\n`;

test('every state of the review is accessible, in light and in dark', async ({ docket }) => {
  test.setTimeout(240_000);
  const { app, window, pages, open, press, leave } = await collectExports(docket, ({ mytracker }) => {
    const of = (title: string, content: string) =>
      ({ provider: 'mytracker', title, reference: mytracker.addExport({ content: [content] }) }) as const;
    return [
      of('Installs, September', csvOf(sampleNames, sampleRows(498))),
      of('Installs, October', csv),
      of('Nothing', csvOf(sampleNames, [])),
    ];
  });
  const { review } = pages;
  const { keyboard } = window;
  const check = accessibilityCheck(window);
  await press('Nothing');
  await expect(window.getByText(words.review.noRowsTitle)).toBeVisible({ timeout: 30_000 });
  await check('no rows');
  await leave('Nothing');
  await open('Installs, October');
  await expect(window.getByText(words.review.brokenTitle(1))).toBeVisible();
  await review.tab('summary');
  await check('table with its summary');
  await review.tab('broken');
  await expect(review.panel).toContainText('too');
  await check('broken lines');
  await review.pick('amount', words.reviewTools.profile);
  await expect(review.panel).toContainText(words.reviewProfile.mean);
  await check('profile of numbers');
  await review.cell(3, 1).click();
  await keyboard.press('Enter');
  await expect(review.panel).toContainText(words.reviewPanel.row(4));
  await check('a row');
  await review.header('country').focus();
  await keyboard.press('Alt+ArrowDown');
  await expect(window.getByRole('menu')).toBeVisible();
  await check('menu of a column');
  await window.getByRole('menuitem', { name: words.reviewTools.filter }).click();
  await expect(window.getByRole('checkbox', { name: 'NO', exact: true })).toBeVisible();
  await check('filter by values');
  await window.getByRole('checkbox', { name: 'NO', exact: true }).check();
  await keyboard.press('Enter');
  await expect(review.chips).toContainText('country is NO');
  await keyboard.press('Control+f');
  await keyboard.type('note 2');
  await expect.poll(review.marked).toBeGreaterThan(0);
  await check('chips and hits');
  await window.getByRole('button', { name: /^Columns/ }).click();
  await check('list of columns');
  await keyboard.press('Escape');
  await window.getByRole('button', { name: /^How the file is read/ }).click();
  await check('how the file is read');
  await keyboard.press('Escape');
  await answerSaveDialog(app, path.join(docket.profileDir, '..', 'saved.csv'));
  // What lies below an open menu is no target while it is open.
  await window.getByRole('button', { name: words.reviewTools.closePanel }).click();
  await window.getByRole('button', { name: words.reviewSave.save }).click();
  await check('forms to save in');
  await window.getByRole('menuitem').first().click();
  await expect(window.getByRole('dialog')).toContainText('saved.csv', { timeout: 30_000 });
  await check('saved');
  await window.getByRole('dialog').getByRole('button', { name: words.reviewSave.close }).click();
  await window.getByRole('button', { name: words.reviewTools.compare }).click();
  await window.getByRole('tab', { name: /^Changed/ }).click({ timeout: 30_000 });
  await expect(window.locator('ins').first()).toBeVisible({ timeout: 30_000 });
  await check('what has changed');
  await window.getByRole('button', { name: words.reviewCompare.backLabel }).click();
  await leave('Installs, October');
  await pages.exports.menu('Installs, October', words.exports.commitStep);
  await pages.commit.ownReview.check();
  await check('a commit that asks for the review');
});

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
