import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { read as readWorkbook, utils } from '@e965/xlsx';
import { answerSaveDialog, csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { collectExports } from '../support/collected-exports.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { words } from '../support/pages/shown-words.ts';
import { holdInWork, holdReview, slowReview } from '../support/review-process.ts';

const rows = sampleRows(800);
const good = csvOf(sampleNames, rows);
const broken = `${good}0000,NO,1.10,2026-10-01 08:00:00,note,one cell too many\r\n`;

const names = csvOf(sampleNames, []);
/** Of the second part, whose own header is its line 1. */
const half = broken.indexOf('\n', broken.length / 2) + 1;

const lastLine = broken.slice(half).trimEnd().split('\r\n').length + 1;

test('what is shown is saved and nothing else; broken lines are listed; the reading can be corrected', async ({
  docket,
}) => {
  // Work is begun anew until it is caught in the middle.
  test.setTimeout(400_000);
  const { app, window, pages, open, press, leave } = await collectExports(docket, ({ mytracker }) => [
    {
      provider: 'mytracker',
      title: 'Installs',
      reference: mytracker.addExport({ content: [broken.slice(0, half), names + broken.slice(half)] }),
    },
    {
      provider: 'mytracker',
      title: 'Payments',
      reference: mytracker.addExport({ rowsPerPart: 60_000, parts: 2 }),
    },
  ]);
  const { review } = pages;
  await open('Installs');

  // The line that is no row: counted, and listed with its number and its text.
  await expect(pages.bar(words.review.brokenTitle(1))).toBeVisible();
  await window.getByRole('button', { name: words.review.showBroken }).click();
  await expect(review.panel).toContainText(words.reviewPanel.brokenLine(lastLine));
  await expect(review.panel).toContainText('one cell too many');

  // Filtered, without a column, in another order.
  await review.pick('country', words.reviewTools.filter);
  await window.getByRole('checkbox', { name: 'DK', exact: true }).check();
  await window.keyboard.press('Enter');
  const wanted = rows.filter(([, country]) => country === 'DK');
  await expect(review.shown(wanted.length, rows.length)).toBeVisible();
  await review.pick('note', words.reviewTools.hide);
  const [original = ''] = (await collectedFiles(docket.documents)).filter((name) =>
    name.includes('Installs'),
  );
  const before = await readFile(original);
  const target = path.join(docket.profileDir, '..', 'saved.csv');
  await answerSaveDialog(app, target);
  await window.getByRole('button', { name: words.reviewSave.save }).click();
  await window.getByRole('menuitem').first().click();
  const dialog = window.getByRole('dialog');
  await expect(dialog).toContainText('saved.csv');
  // The button to stop it has gone: the focus is on the one that took its place, and Escape leads out.
  await expect(dialog.getByRole('button', { name: words.reviewSave.close })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
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

  // Typed for Excel, ids as text; and for databases. What is written is told, and can be shown in its folder.
  const saveAs = async (kind: 'xlsx' | 'parquet') => {
    const file = path.join(docket.profileDir, '..', `saved.${kind}`);
    await answerSaveDialog(app, file);
    await window.getByRole('button', { name: words.reviewSave.save }).click();
    await window.getByRole('menuitem', { name: words.reviewSave.kind(kind) }).click();
    await expect(dialog).toContainText(`saved.${kind}`);
    await expect(dialog).toContainText(words.review.rows(wanted.length));
    await dialog.getByRole('button', { name: words.reviewSave.close }).click();
    return readFile(file);
  };
  const book = readWorkbook(await saveAs('xlsx'));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  expect(sheet['A2']).toMatchObject({ t: 's', v: wanted[0]?.[0] });
  expect(sheet['C2']).toMatchObject({ t: 'n', v: Number(wanted[0]?.[2]) });
  expect(utils.sheet_to_json(sheet)).toHaveLength(wanted.length);
  expect((await saveAs('parquet')).subarray(0, 4).toString()).toBe('PAR1');

  // Read with another separator: one column, and back to what was recognised.
  await window.getByRole('button', { name: /^How the file is read/ }).click();
  const form = window.getByRole('group').or(window.getByRole('dialog'));
  await form.getByRole('combobox', { name: words.reviewPanel.delimiter }).click();
  await window.getByRole('option', { name: 'semicolon' }).click();
  await window.getByRole('button', { name: words.reviewPanel.read }).click();
  await expect(review.headers).toHaveCount(2);
  await window.getByRole('button', { name: /^How the file is read/ }).click();
  await window.getByRole('button', { name: words.reviewPanel.recognise }).click();
  await expect(review.header('idDevice')).toBeVisible();
  await leave('Installs');

  // A long reading shows how far it is, and can be stopped: the first rows stay, and it can be read on.
  const atFullSpeed = await slowReview(app);
  await press('Payments');
  await expect(review.cell(0, 0)).not.toHaveText('');
  await expect(window.getByRole('progressbar', { name: words.review.loadingLabel })).toBeVisible();
  // Who has only the first rows before them has not seen all of it.
  const mark = window.getByRole('button', { name: words.review.mark });
  await expect(mark).toBeDisabled();
  await window.getByRole('button', { name: words.review.cancelLoad }).click();
  await atFullSpeed();
  await expect(pages.bar(words.review.cancelledTitle)).toBeVisible();
  await window.getByRole('button', { name: words.review.readOn }).click();
  await expect(review.facts).toContainText(/120,000\srows/);
  await expect(mark).toBeEnabled();

  // A row that isn't there within a moment is gone to all the same; its text comes when it has been read.
  const goOn = await holdReview(app);
  await review.goToRow(90_000);
  const far = window.locator('[data-row="89999"]');
  await expect(far.locator(':focus')).toBeVisible();
  await expect(far).toHaveAttribute('aria-busy', 'true');
  goOn();
  await expect(far).not.toHaveAttribute('aria-busy', 'true');
  await expect(far.locator('[data-column="0"]')).not.toHaveText('');

  // So do a sort, a search and a profile: each can be ended, and what was shown before stays.
  const taskBar = (kind: 'view' | 'find' | 'profile') =>
    window.getByRole('progressbar', { name: words.review.taskLabel[kind] });
  const cancel = window.getByRole('button', { name: words.review.cancelTask, exact: true });
  const columns = await review.headers.allInnerTexts();
  const column = (attempt: number) => columns[1 + (attempt % 4)]?.trim() ?? '';
  let wished = '';
  const sorted = await holdInWork(app, taskBar('view'), (attempt) => {
    wished = column(attempt);
    // By several columns it is other work than by each of them.
    return review.header(wished).click(attempt < 4 ? {} : { modifiers: ['Shift'] });
  });
  await expect(window.getByText(/of 120,000\srows read/).first()).toBeVisible();
  await cancel.click();
  await expect(taskBar('view')).toBeHidden();
  await expect(review.header(wished)).not.toHaveAttribute('aria-sort', 'ascending');
  sorted();
  await review.goToRow(1);
  await expect(window.locator('[data-row] :focus')).toBeVisible();
  await expect(review.header(wished)).not.toHaveAttribute('aria-sort', 'ascending');

  await window.keyboard.press('Control+f');
  const searched = await holdInWork(app, taskBar('find'), (attempt) => review.find.fill(`1${attempt}`));
  await cancel.click();
  await expect(taskBar('find')).toBeHidden();
  searched();
  await review.find.press('Enter');
  // Which of them depends on where the row is that the person looks at, and so on the sort before.
  await expect(window.getByText(/^[\d,]+ of [\d,]+$/)).toBeVisible();
  await review.find.press('Escape');

  const profiled = await holdInWork(app, taskBar('profile'), (attempt) =>
    review.pick(column(attempt), words.reviewTools.profile),
  );
  await cancel.click();
  await expect(taskBar('profile')).toBeHidden();
  profiled();
  await review.panel.getByRole('button', { name: words.reviewProfile.again, exact: true }).click();
  await expect(review.panel).toContainText(words.reviewProfile.distinct);

  // So does a long writing; nothing is left of what was stopped.
  const calmly = await slowReview(app);
  const long = path.join(docket.profileDir, '..', 'long.xlsx');
  await answerSaveDialog(app, long);
  await window.getByRole('button', { name: words.reviewSave.save }).click();
  await window.getByRole('menuitem', { name: words.reviewSave.kind('xlsx') }).click();
  await expect(dialog.getByRole('progressbar', { name: words.reviewSave.savingLabel })).toBeVisible();
  await dialog.getByRole('button', { name: words.reviewSave.stop }).click();
  await calmly();
  await expect(dialog).toBeHidden();
  expect((await readdir(path.dirname(long))).filter((name) => name.includes('long'))).toEqual([]);
  await leave('Payments');

  // Who has looked at the files elsewhere says so in the commit's dialog, which asks for it; the history keeps it.
  await pages.exports.menu('Payments', words.exports.commitStep);
  await expect(pages.commit.dialog).toContainText(words.commit.notReviewed);
  await expect(pages.commit.commit).toBeDisabled();
  await pages.commit.ownReview.check();
  await pages.commit.remark.fill('Sums agree with the shop');
  await pages.commit.commit.click();
  await expect(pages.commit.committed('Payments')).toBeVisible();
  await pages.commit.close.click();
  await pages.navigation.goTo('history');
  expect(await pages.history.facts('reviewed', 'Payments')).toContain('Sums agree with the shop');
});
