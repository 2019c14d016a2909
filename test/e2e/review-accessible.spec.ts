import { collectCsv, csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { expect, test } from '../support/docket-test.ts';
import { chooseAt, pressAt, tabTo, typeAt } from '../support/pages/keyboard.ts';
import { words } from '../support/pages/shown-words.ts';

test('the table by keyboard alone: order, filter, profile, copy, search, back', async ({ docket }) => {
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

  // Text, dates and blanks: each column by what it is.
  const menu = async (column: string) => {
    await tabTo(window, review.headers.locator('..').locator('[role="columnheader"][tabindex="0"]'));
    await keyboard.press('Home');
    for (let steps = 0; steps < sampleNames.length; steps += 1) {
      if (await review.header(column).evaluate((head) => head === document.activeElement)) break;
      await keyboard.press('ArrowRight');
    }
    await expect(review.header(column)).toBeFocused();
    await keyboard.press('Alt+ArrowDown');
    await expect(window.getByRole('menuitem').first()).toBeFocused();
  };
  const filter = async (column: string) => {
    await menu(column);
    await keyboard.press(words.reviewTools.filter.slice(0, 1));
    await expect(window.getByRole('menuitem', { name: words.reviewTools.filter, exact: true })).toBeFocused();
    await keyboard.press('Enter');
    await expect(window.getByRole('dialog', { name: words.reviewFilter.title(column) })).toBeVisible();
  };
  const kind = (say: keyof typeof words.reviewFilter.kinds) =>
    chooseAt(
      window,
      window.getByRole('combobox', { name: words.reviewFilter.kind }),
      words.reviewFilter.kinds[say],
    );
  const left = (keeps: (cells: readonly string[]) => boolean) => sampleRows(500).filter(keeps).length;
  const isDear = ([, , amount]: readonly string[]) => Number(amount) >= 900;
  await filter('tsEvent');
  await window.getByLabel(words.reviewFilter.from).fill('2026-10-10T00:00');
  await keyboard.press('Enter');
  const late = (cells: readonly string[]) => isDear(cells) && (cells[3] ?? '') >= '2026-10-10';
  await expect(review.shown(left(late), 500)).toBeVisible();
  await filter('country');
  await kind('blank');
  await pressAt(window, window.getByRole('button', { name: words.reviewFilter.apply }));
  const blank = (cells: readonly string[]) => late(cells) && cells[1] === '';
  await expect(review.shown(left(blank), 500)).toBeVisible();
  await filter('note');
  await kind('text');
  await chooseAt(
    window,
    window.getByRole('combobox', { name: words.reviewFilter.how, exact: true }),
    words.reviewFilter.hows.ends,
  );
  await typeAt(window, window.getByRole('textbox', { name: words.reviewFilter.text }), ' 7');
  await keyboard.press('Enter');
  const sevens = (cells: readonly string[]) => blank(cells) && (cells[4] ?? '').endsWith(' 7');
  await expect(review.shown(left(sevens), 500)).toBeVisible();
  await expect(review.chips.getByRole('listitem')).toHaveCount(4);
  // A filter that goes gives the focus to the next one, the last of all to the head where the person was.
  await pressAt(window, review.chips.getByRole('listitem').nth(1).getByRole('button').last());
  await expect(review.chips.getByRole('listitem')).toHaveCount(3);
  await expect(review.chips.getByRole('listitem').nth(1).getByRole('button').last()).toBeFocused();
  await pressAt(window, window.getByRole('button', { name: words.reviewTools.clearAll }));
  await expect(review.shown(500, 500)).toBeVisible();
  await expect(review.header('note')).toBeFocused();

  // A filter that is put away unchanged gives the focus back at once, however often.
  for (let times = 0; times < 3; times += 1) {
    await filter('country');
    await keyboard.press('Escape');
    await expect(review.header('country')).toBeFocused();
  }

  // How numbers spread: a bar is a filter, too.
  await menu('amount');
  await keyboard.press(words.reviewTools.profile.slice(0, 1));
  await keyboard.press('Enter');
  await expect(review.panel).toContainText(words.reviewProfile.histogram);
  await pressAt(window, review.panel.getByRole('list').getByRole('button').first());
  await expect(review.chips).toContainText('amount');
  await pressAt(window, review.chips.getByRole('button').last());
  await expect(review.header('amount')).toBeFocused();
  await expect(review.shown(500, 500)).toBeVisible();

  await tabTo(window, review.headers.locator('..').locator('[role="columnheader"][tabindex="0"]'));
  await keyboard.press('ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowLeft');
  await keyboard.press('Control+c');
  await expect(pages.toast(words.reviewTools.copiedCells(4))).toBeVisible();
  expect((await app.evaluate(({ clipboard }) => clipboard.readText())).split(/[\t\n]/)).toHaveLength(4);
  await typeAt(window, window.getByLabel(words.review.remark), 'Sums agree with the bank');
  await pressAt(window, window.getByRole('button', { name: words.review.mark }));
  await expect(review.commit).toBeFocused();
  await pressAt(window, review.back);
  await expect(pages.exports.stage('Installs', 'reviewed')).toBeVisible();
  await pages.navigation.goTo('history');
  expect(await pages.history.facts('reviewed', 'Installs')).toContain('Sums agree with the bank');
});
