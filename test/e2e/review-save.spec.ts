import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { answerSaveDialog, collectCsv, csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { words } from '../support/pages/shown-words.ts';

const rows = sampleRows(800);
const good = csvOf(sampleNames, rows);
const broken = `${good}0000,NO,1.10,2026-10-01 08:00:00,note,one cell too many\r\n`;

test('what is shown is saved and nothing else; broken lines are listed; the reading can be corrected', async ({
  docket,
}) => {
  test.setTimeout(180_000);
  const { app, window, pages, open } = await collectCsv(docket, broken, 'Installs');
  const { review } = pages;
  await open();

  // The line that is no row: counted, and listed with its number and its text.
  await expect(window.getByText(words.review.brokenTitle(1))).toBeVisible();
  await window.getByRole('button', { name: words.review.showBroken }).click();
  await expect(review.panel).toContainText(words.reviewPanel.brokenLine(rows.length + 2));
  await expect(review.panel).toContainText('one cell too many');

  // Filtered, without a column, in another order.
  await review.pick('country', words.reviewTools.filter);
  await window.getByRole('checkbox', { name: 'DK', exact: true }).check();
  await window.keyboard.press('Enter');
  const wanted = rows.filter(([, country]) => country === 'DK');
  await expect(review.shown(wanted.length, rows.length)).toBeVisible();
  await review.pick('note', words.reviewTools.hide);
  const [original = ''] = await collectedFiles(docket.documents);
  const before = await readFile(original);
  const target = path.join(docket.profileDir, '..', 'saved.csv');
  await answerSaveDialog(app, target);
  await window.getByRole('button', { name: words.reviewSave.save }).click();
  await window.getByRole('menuitem').first().click();
  const dialog = window.getByRole('dialog');
  await expect(dialog).toContainText('saved.csv', { timeout: 30_000 });
  await dialog.getByRole('button', { name: words.reviewSave.close }).click();
  await expect(window.getByRole('button', { name: words.reviewSave.save })).toBeFocused();
  expect(await readFile(target, 'utf8')).toBe(
    csvOf(
      sampleNames.slice(0, 4),
      wanted.map((cells) => cells.slice(0, 4)),
    ),
  );

  // The original is never written over, whatever is chosen.
  await answerSaveDialog(app, original);
  await window.getByRole('button', { name: words.reviewSave.save }).click();
  await window.getByRole('menuitem').first().click();
  await expect(dialog.getByText(words.reviewSave.failedTitle)).toBeVisible();
  await dialog.getByRole('button', { name: words.reviewSave.close }).click();
  expect((await readFile(original)).equals(before)).toBe(true);

  // Read with another separator: one column, and back to what was recognised.
  await window.getByRole('button', { name: /^How the file is read/ }).click();
  const form = window.getByRole('group').or(window.getByRole('dialog'));
  await form.getByRole('combobox', { name: words.reviewPanel.delimiter }).click();
  await window.getByRole('option', { name: 'semicolon' }).click();
  await window.getByRole('button', { name: words.reviewPanel.read }).click();
  await expect(review.headers).toHaveCount(2, { timeout: 30_000 });
  await window.getByRole('button', { name: /^How the file is read/ }).click();
  await window.getByRole('button', { name: words.reviewPanel.recognise }).click();
  await expect(review.header('idDevice')).toBeVisible({ timeout: 30_000 });
});
