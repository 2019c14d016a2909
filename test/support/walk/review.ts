import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answerSaveDialog, csvOf, sampleNames, sampleRows } from '../collected-csv.ts';
import { collectedFiles } from '../collected-files.ts';
import { expect } from '../docket-test.ts';
import { putAway } from '../pages/keyboard.ts';
import { startingWith, words } from '../pages/shown-words.ts';
import type { Walk } from './walk.ts';

const changed = sampleRows(500).map((cells, row) => (row === 7 ? cells.with(1, 'FI') : cells));
const patience = { timeout: 40_000 };

/** In this order they are collected. */
const contents = {
  September: csvOf(sampleNames, sampleRows(500)),
  October: `${csvOf(sampleNames, changed)}one,cell,too,many,in,this\r\n`,
  Nothing: csvOf(sampleNames, []),
  Damaged: csvOf(sampleNames, sampleRows(60)),
} as const;
type Title = keyof typeof contents;

/** Every state of the table, its tools and panels. */
export async function walkReview({
  app,
  window,
  vendors,
  documents,
  pages,
  steps,
  look,
}: Walk): Promise<void> {
  const { review } = pages;
  const { keyboard } = window;
  const connection = await steps.connect(vendors, 'mytracker');
  for (const [title, content] of Object.entries(contents)) {
    const id = await steps.add(connection, vendors.mytracker.addExport({ content: [content] }), title);
    await steps.untilStage(id, 'ready');
    await steps.collect(id);
    await steps.untilStage(id, 'collected');
  }
  const press = async (title: Title) => {
    // A long list holds only the rows in sight.
    await pages.exports.search.fill(title);
    await pages.exports.step(title, 'review').click();
  };
  const open = async (title: Title) => {
    await press(title);
    await expect(review.facts).toBeVisible(patience);
    // "first 199 rows" while it is being read.
    await expect(review.facts).toContainText(/50\d/, patience);
  };
  const leave = async (title: Title) => {
    await review.back.click();
    await pages.exports.closePanel(title);
  };
  const tool = (name: string) => window.getByRole('button', { name: startingWith(name) });
  const say = words.reviewTools;
  // In a narrow window it lies over the table.
  const closePanel = () => review.panel.getByRole('button', { name: say.closePanel }).click();
  const away = async () => {
    await putAway(window);
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect(window.getByRole('menu')).toHaveCount(0);
  };

  await press('Nothing');
  await expect(window.getByText(words.review.noRowsTitle)).toBeVisible(patience);
  await look('no rows');
  await leave('Nothing');
  const [file = ''] = (await collectedFiles(documents)).filter((name) => name.includes('Damaged'));
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0x55, 40, 90));
  await press('Damaged');
  await expect(tool(words.errorActions.collectAgain)).toBeVisible(patience);
  await look('a damaged file');
  await leave('Damaged');

  await open('September');
  await window.getByRole('button', { name: say.compare }).click();
  await expect(window.getByText(words.reviewCompare.noneTitle)).toBeVisible(patience);
  await look('nothing to compare with');
  await window.getByRole('button', { name: words.reviewCompare.backLabel }).first().click();
  await leave('September');

  await open('October');
  await expect(pages.bar(words.review.brokenTitle(1))).toBeVisible();
  await review.tab('summary');
  await look('table with its summary');
  await review.tab('broken');
  await expect(review.panel).toContainText('too');
  await look('broken lines');
  await review.pick('amount', say.profile);
  await expect(review.panel).toContainText(words.reviewProfile.mean);
  await look('profile of numbers');
  await closePanel();
  await review.cell(3, 1).click();
  await keyboard.press('Enter');
  await expect(review.panel).toContainText(words.reviewPanel.row(4));
  await look('a row');
  await closePanel();
  await review.header('country').focus();
  await keyboard.press('Alt+ArrowDown');
  await expect(window.getByRole('menu')).toBeVisible();
  await look('menu of a column');
  await window.getByRole('menuitem', { name: say.filter }).click();
  await expect(window.getByRole('checkbox', { name: 'NO', exact: true })).toBeVisible();
  await look('filter by values');
  await away();
  await review.pick('tsEvent', say.filter);
  await expect(window.getByRole('dialog', { name: words.reviewFilter.title('tsEvent') })).toBeVisible();
  await look('filter by dates');
  await away();
  await review.pick('amount', say.filter);
  await look('filter by amounts');
  await window.getByLabel(words.reviewFilter.least).fill('100000');
  await keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: words.review.noMatchTitle })).toBeVisible();
  await look('no row matches');
  await window.getByRole('button', { name: say.clearAll }).first().click();
  await review.pick('country', say.filter);
  await window.getByRole('checkbox', { name: 'NO', exact: true }).check();
  await keyboard.press('Enter');
  await expect(review.chips).toBeVisible();
  await keyboard.press('Control+f');
  await keyboard.type('note 2');
  await expect.poll(review.marked).toBeGreaterThan(0);
  await look('chips and hits');
  await tool(say.columns).click();
  await look('list of columns');
  await away();
  await keyboard.press('Control+g');
  await expect(window.getByRole('textbox', { name: say.goToRowLabel })).toBeFocused();
  await keyboard.type('twelve');
  await keyboard.press('Enter');
  await look('going to a row');
  await keyboard.press('Escape');
  const [read = ''] = words.reviewPanel.dialectLabel('\0').split('\0');
  await tool(read.trimEnd()).click();
  await look('how the file is read');
  await away();
  await window.getByRole('button', { name: say.more, exact: true }).click();
  await expect(window.getByRole('menu')).toBeVisible();
  await look('what else can be done with a table');
  await away();
  await answerSaveDialog(app, path.join(documents, 'saved.csv'));
  await window.getByRole('button', { name: words.reviewSave.save }).click();
  await look('forms to save in');
  await window.getByRole('menuitem').first().click();
  await expect(window.getByRole('dialog')).toContainText(words.reviewSave.savedTitle, { timeout: 40_000 });
  await look('saved');
  await window.getByRole('dialog').getByRole('button', { name: words.reviewSave.close }).click();

  const { reviewCompare: compare } = words;
  await window.getByRole('button', { name: say.compare }).click();
  const side = (name: Parameters<typeof compare.side>[0]) =>
    window.getByRole('tab', { name: startingWith(compare.side(name)) });
  await expect(side('added')).toBeVisible(patience);
  await look('what was added');
  await side('gone').click();
  await expect(window.getByText(compare.nothing('gone'))).toBeVisible();
  await look('nothing on one side');
  await side('changed').click();
  await expect(window.locator('ins').first()).toBeVisible(patience);
  await look('what has changed');
  await window.getByRole('combobox').last().click();
  await window.getByRole('option', { name: compare.ownKey }).click();
  await expect(window.getByRole('dialog', { name: compare.ownKeyTitle })).toBeVisible();
  await look('columns that name a row');
  await away();
  await window.getByRole('button', { name: compare.backLabel }).click();
  await steps.set({ theme: 'contrast' });
  await look('table in high contrast');
  await leave('October');
}
