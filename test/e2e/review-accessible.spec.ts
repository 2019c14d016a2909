import { accessibilityFindings } from '../support/accessibility-findings.ts';
import { collectCsv, csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { expect, test } from '../support/docket-test.ts';
import { pressAt, tabTo } from '../support/pages/keyboard.ts';
import { words } from '../support/pages/shown-words.ts';

const csv = `${csvOf(sampleNames, sampleRows(500))}one,cell,too,many,in,this\r\n`;

test('every state of the review is accessible, in light and in dark', async ({ docket }) => {
  test.setTimeout(240_000);
  const { window, pages, open } = await collectCsv(docket, csv, 'Installs', 2);
  const { review } = pages;
  const { keyboard } = window;
  const check = async (where: string) => {
    for (const [colorScheme, rules] of [
      ['light', 'all'],
      ['dark', 'contrast'],
    ] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect
        .soft(
          async () => expect(await accessibilityFindings(window, rules)).toEqual([]),
          `${where}, ${colorScheme}`,
        )
        .toPass({ timeout: 30_000 });
    }
  };
  await open();
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
  await window.getByRole('button', { name: words.reviewTools.compare }).click();
  await expect(window.getByText(words.reviewCompare.noneTitle)).toBeVisible();
  await check('nothing to compare with');
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
  await keyboard.press('Escape');
  await expect(review.header('amount')).toBeFocused();
  await keyboard.press('Alt+ArrowDown');
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
  await expect(window.getByText(words.reviewTools.copiedCells(4)).last()).toBeVisible();
  expect((await app.evaluate(({ clipboard }) => clipboard.readText())).split(/[\t\n]/)).toHaveLength(4);
  await pressAt(window, window.getByRole('button', { name: words.review.mark }));
  await expect(review.commit).toBeFocused();
  await pressAt(window, review.back);
  await expect(pages.exports.stage('Installs', 'reviewed')).toBeVisible();
});
