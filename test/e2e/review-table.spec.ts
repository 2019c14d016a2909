import { collectCsv, csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { expect, test } from '../support/docket-test.ts';
import { words } from '../support/pages/shown-words.ts';

const rows = sampleRows(3000);
const csv = csvOf(sampleNames, rows);
const norway = rows.filter(([, country]) => country === 'NO');

test('a collected export is looked through offline: keyboard, order, filters, search, profile, columns', async ({
  docket,
}) => {
  const { app, window, pages, open } = await collectCsv(docket, csv, 'Installs', 2);
  const { review } = pages;
  const { keyboard } = window;
  await open();

  // Exactly as in the file, and countable for those who listen.
  expect(await review.texts(1, 4)).toEqual(rows[1]?.slice(0, 4));
  const grid = review.region('Installs').getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', String(rows.length + 1));
  await review.cell(0, 0).click();
  await keyboard.press('Control+End');
  await expect(review.cell(rows.length - 1, 0)).toHaveText(rows.at(-1)?.[0] ?? '');
  await expect(window.locator(`[data-row="${rows.length - 1}"]`).first()).toHaveAttribute(
    'aria-rowindex',
    String(rows.length + 1),
  );
  await review.goToRow(1234);
  await expect(window.locator('[data-row="1233"] :focus')).toBeVisible();
  await expect(review.cell(1233, 0)).toHaveText(rows[1233]?.[0] ?? '');

  // What can't be a row's number is marked; Escape gives the focus back to the cell.
  const rowField = window.getByRole('textbox', { name: words.reviewTools.goToRowLabel });
  await review.goToRow(0);
  await expect(rowField).toBeFocused();
  await expect(rowField).toHaveAttribute('aria-invalid', 'true');
  await keyboard.press('Escape');
  await expect(rowField).toHaveValue('');
  await expect(window.locator('[data-row="1233"] :focus')).toBeVisible();

  // Sorted by two columns: as numbers, not as texts.
  await review.header('country').click();
  await expect(review.header('country')).toHaveAttribute('aria-sort', 'ascending');
  await expect(review.cell(0, 1)).toHaveText('DK');
  await review.header('amount').click({ modifiers: ['Shift'] });
  const first = [...rows]
    .filter(([, country]) => country === 'DK')
    .sort((a, b) => Number(a[2]) - Number(b[2]))[0];
  await expect(review.cell(0, 2)).toHaveText(first?.[2] ?? '');
  await expect(review.header('amount')).toHaveAttribute('aria-sort', 'ascending');

  // One of a column's values, by keyboard.
  await review.pick('country', words.reviewTools.filter);
  await window.getByRole('checkbox', { name: 'NO', exact: true }).check();
  await keyboard.press('Enter');
  await expect(review.chips).toContainText('country is NO');
  await expect(review.shown(norway.length, rows.length)).toBeVisible();
  await expect(review.cell(0, 1)).toHaveText('NO');

  // A row is found by its number in whatever order; one that is left out is told to be so.
  const [, , , someone] = norway;
  const another = rows.findIndex(([, country]) => country === 'SE') + 1;
  await review.goToRow(rows.indexOf(someone ?? []) + 1);
  const gone = window.locator('[data-row]').filter({ has: window.locator(':focus') });
  await expect(gone).toContainText(someone?.[0] ?? '');
  await review.goToRow(another);
  await expect(window.getByRole('tooltip')).toHaveText(words.reviewTools.goToRowLeftOut(another, null));
  await expect(rowField).toBeFocused();
  await keyboard.press('Escape');
  await expect(window.getByRole('tooltip')).toHaveCount(0);

  // A number range on top of it.
  await review.pick('amount', words.reviewTools.filter);
  await window.getByLabel(words.reviewFilter.greatest).fill('100');
  await keyboard.press('Enter');
  const cheap = norway.filter(([, , amount]) => Number(amount) <= 100).length;
  await expect(review.shown(cheap, rows.length)).toBeVisible();
  await window.getByRole('button', { name: words.reviewTools.clearAll }).click();
  await expect(review.shown(rows.length, rows.length)).toBeVisible();

  // Search: marked, counted, next and previous.
  await keyboard.press('Control+f');
  await expect(review.find).toBeFocused();
  await keyboard.type('QUOTED');
  const hits = rows.filter(([, , , , note]) => note?.includes('quoted')).length;
  await expect(window.getByText(words.reviewTools.findAt(1, hits))).toBeVisible();
  await expect.poll(review.marked).toBeGreaterThan(0);
  await keyboard.press('Enter');
  await expect(window.getByText(words.reviewTools.findAt(2, hits))).toBeVisible();
  await keyboard.press('Shift+Enter');
  await expect(window.getByText(words.reviewTools.findAt(1, hits))).toBeVisible();
  await keyboard.press('Escape');
  await expect.poll(review.marked).toBe(0);

  // A column's profile; a bar is a filter.
  await review.pick('country', words.reviewTools.profile);
  await expect(review.panel).toContainText(words.reviewProfile.blankText({ rows: 3000, blank: 750 }));
  await review.panel.getByRole('button', { name: /^SE / }).click();
  await expect(review.chips).toContainText('country is SE');
  await expect(review.shown(750, rows.length)).toBeVisible();

  // Hide, keep at the left, find by name.
  await review.pick('note', words.reviewTools.hide);
  await expect(review.header('note')).toHaveCount(0);
  await review.pick('tsEvent', words.reviewTools.pin);
  await expect(review.headers.nth(1)).toHaveText('tsEvent');
  await review.findColumn('amou');
  await expect(window.locator(':focus')).toHaveAttribute('data-column', '2');

  // Wider and elsewhere, by keyboard and by mouse.
  const box = async (name: string) =>
    (await review.header(name).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const before = await box('country');
  await review.header('country').focus();
  await keyboard.press('Alt+ArrowRight');
  await expect.poll(async () => (await box('country')).width).toBe(before.width + 20);
  await keyboard.press('Shift+ArrowRight');
  await expect(review.headers.nth(4)).toHaveText(/^country/);
  await expect(review.header('country')).toBeFocused();
  const amount = await box('amount');
  await window.mouse.move(amount.x + amount.width - 1, amount.y + 10);
  await window.mouse.down();
  await window.mouse.move(amount.x + amount.width + 39, amount.y + 10, { steps: 4 });
  await window.mouse.up();
  await expect.poll(async () => (await box('amount')).width).toBeGreaterThan(amount.width + 30);
  const from = await box('country');
  await window.mouse.move(from.x + 20, from.y + 20);
  await window.mouse.down();
  await window.mouse.move((await box('amount')).x + 10, from.y + 20, { steps: 8 });
  await window.mouse.up();
  await expect(review.headers.nth(3)).toHaveText(/^country/);

  // Which file a row is from, on demand.
  await window.getByRole('button', { name: /^Columns/ }).click();
  await window.getByRole('switch', { name: words.reviewTools.partColumn }).click();
  await expect(review.header(words.review.part)).toBeAttached();
  await keyboard.press('Escape');
  await expect(review.shown(750, rows.length)).toBeVisible();

  // Chosen cells are copied as a table.
  await review.cell(0, 0).click();
  await review.cell(1, 1).click({ modifiers: ['Shift'] });
  await keyboard.press('Control+c');
  await expect(pages.toast(words.reviewTools.copiedCells(4))).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^\d{19}\tSE\r?\n\d{19}\tSE$/);

  // A choice that is drawn beyond the table's edge takes the table along.
  const start = (await review.cell(2, 1).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await window.mouse.move(start.x + 8, start.y + 8);
  await window.mouse.down();
  await window.mouse.move(start.x + 8, start.y + 60, { steps: 2 });
  const low = (await grid.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await window.mouse.move(start.x + 8, low.y + low.height + 40, { steps: 2 });
  const focusedRow = () =>
    window.evaluate(() => Number(document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row']));
  await expect.poll(focusedRow).toBeGreaterThan(60);
  await window.mouse.up();
  // The last of the movement may still be on its way.
  await expect(async () => {
    const said = words.review.chosenCells((await focusedRow()) - 1);
    await expect(window.getByText(said, { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  await keyboard.press('Control+Home');

  // The same kind of export opens as it was left.
  await review.back.click();
  await pages.exports.closePanel('Installs');
  await open();
  await expect(window.getByText(words.reviewTools.recalled)).toBeVisible();
  await expect(review.chips).toContainText('country is SE');
  await expect(review.shown(750, rows.length)).toBeVisible();
  await expect(review.headers.nth(1)).toHaveText('tsEvent');
  await expect(review.header('note')).toHaveCount(0);
  await window.getByRole('button', { name: words.reviewTools.reset }).click();
  await expect(review.headers.nth(1)).toHaveText('idDevice');
  await expect(review.shown(rows.length, rows.length)).toBeVisible();
});
