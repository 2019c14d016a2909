import { appendFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { answerSaveDialog, csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { collectExports } from '../support/collected-exports.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { listTables } from '../support/listed-tables.ts';
import { words } from '../support/pages/shown-words.ts';

const report = 'New Commerce License-based Report, 1–31 Oct 2026';
const longest = 400_000;
const rows = sampleRows(60);

/** Windows-1251, in which Russian offices write CSV for Excel: the letters stand as in ISO 8859-5's neighbour. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });
}

function workbook(): Buffer {
  const book = utils.book_new();
  const licences = [
    ['Customer number', 'Product', 'Quantity'],
    ...rows.map((_, row) => [String(row).padStart(7, '0'), 'Visio Plan 2', row]),
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(licences), 'Licences');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Product'], ['=1+1']]), 'Totals');
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx' });
  return Buffer.from(bytes);
}

const json = `[
  { "id": 4815162342000000000, "name": "Bo", "price": 2, "seats": [] },
  { "id": 4815162342000000001, "name": "Åse",
    "price": 1.10, "seats": [ 2, 3 ] },
  { "id": 7, "name": null, "price": 3 }
]`;

const totals = ['day;amount', ...Array.from({ length: 40 }, (_, at) => `${10 + (at % 20)}.10.2026;1 234,50`)]
  .concat('Total;-')
  .join('\r\n');

/** Three rows, one with a cell of 100 MB. */
function writeEnormous(file: string): void {
  writeFileSync(file, 'id,text\r\n001,before\r\n002,');
  appendFileSync(file, Buffer.alloc(100_000_000, 'x'));
  appendFileSync(file, '\r\n003,behind\r\n');
}

test('every kind of file opens as what it is, and each ill one says what is wrong with it', async ({
  docket,
}) => {
  listTables(docket.profileDir, [
    { title: 'Licences', kind: 'json', rows: 3, write: (file) => writeFileSync(file, json) },
    { title: 'Totals', kind: 'csv', rows: 41, write: (file) => writeFileSync(file, totals) },
    { title: 'Enormous', kind: 'csv', rows: 3, write: writeEnormous },
  ]);
  const wide = Array.from({ length: 5000 }, (_, column) => `metric_${column}`);
  const { app, window, pages, open, press, leave } = await collectExports(docket, (vendors) => {
    const { mypreferences, mytracker, crayon } = vendors;
    crayon.addItem({ workbook: workbook(), from: '2026-10-01T00:00:00Z', to: '2026-10-31T00:00:00Z' });
    const csv = (title: string, content: string | Uint8Array) =>
      ({ provider: 'mytracker', title, reference: mytracker.addExport({ content: [content] }) }) as const;
    return [
      { provider: 'crayon', title: report, reference: '' },
      { provider: 'mypreferences', title: 'Profiles', reference: mypreferences.addExport({ total: 40 }) },
      { provider: 'mypreferences', title: 'Nobody', reference: mypreferences.addExport({ total: 0 }) },
      csv('Cyrillic', windows1251('Имя;Сумма\r\nАнна;1,10\r\nИван;007\r\n'.repeat(20))),
      csv('Header only', csvOf(sampleNames, [])),
      csv('Wide', csvOf(wide, [wide.map((_, column) => String(column))])),
      csv(
        'Long',
        csvOf(
          ['id', 'text'],
          [
            ['001', 'x'.repeat(longest)],
            ['002', 'two\r\nlines'],
          ],
        ),
      ),
      csv('Damaged', csvOf(sampleNames, rows)),
    ];
  });
  const { review } = pages;

  // A workbook in a ZIP: every sheet, ids with their zeros, a formula as its text.
  await open(report);
  expect(await review.texts(1, 3)).toEqual(['0000001', 'Visio Plan 2', '1']);
  await window.getByRole('combobox', { name: words.review.sheet }).click();
  await window.getByRole('option', { name: 'Totals' }).click();
  await expect(review.cell(0, 0)).toHaveText('=1+1');
  // The original, in its own program and in its folder.
  const outside = await app.evaluateHandle(({ shell }) => {
    const asked: string[] = [];
    Object.assign(shell, {
      openPath: async (path: string) => {
        asked.push(path);
        return '';
      },
      showItemInFolder: (path: string) => asked.push(path),
    });
    return asked;
  });
  for (const item of [words.reviewTools.openOriginal, words.reviewTools.revealOriginal]) {
    await window.getByRole('button', { name: words.reviewTools.more, exact: true }).click();
    await window.getByRole('menuitem', { name: item }).click();
  }
  const [zip = ''] = (await collectedFiles(docket.documents)).filter((name) => /\.(zip|xlsx)$/.test(name));
  await expect.poll(() => outside.evaluate((asked) => asked)).toEqual([zip, zip]);
  await leave(report);

  // Profiles: fields as columns, lists as small tables in the row's own panel, the record as it was written.
  await open('Profiles');
  await review.cell(2, 0).click();
  await window.keyboard.press('Enter');
  await expect(review.panel).toContainText('CustomerName.FirstName');
  await expect(review.panel.getByRole('table', { name: 'AlternateIds' })).toContainText('Loyalty');
  await review.panel.getByText(words.reviewPanel.exact).click();
  await expect(review.panel).toContainText('"ProfileId": 4815162342000000003');
  await leave('Profiles');

  // Letters of another encoding are recognised; a wrong guess can be made, and taken back, by hand.
  await open('Cyrillic');
  await expect(review.header('Сумма')).toBeVisible();
  expect(await review.texts(1, 2)).toEqual(['Иван', '007']);
  const reading = window.getByRole('button', { name: /^How the file is read/ });
  await expect(reading).toContainText('semicolon · Windows-1251');
  await reading.click();
  await window.getByRole('combobox', { name: words.reviewPanel.encoding }).click();
  await window.getByRole('option', { name: 'KOI8-R (Cyrillic)' }).click();
  await window.getByRole('button', { name: words.reviewPanel.read }).click();
  await expect(review.header('Сумма')).toHaveCount(0);
  await reading.click();
  await window.getByRole('button', { name: words.reviewPanel.recognise }).click();
  await expect(review.header('Сумма')).toBeVisible();
  await leave('Cyrillic');

  await open('Wide');
  await review.findColumn('metric_4321');
  await expect(window.locator(':focus')).toHaveText('4321');
  await leave('Wide');

  // A cell of any length: its beginning in the table, all of it below.
  await open('Long');
  await review.cell(0, 1).click();
  const whole = window.getByRole('region', { name: words.review.cellLabel });
  await whole.getByRole('button', { name: words.review.readMore }).click();
  await expect
    .poll(() => whole.evaluate((element) => element.textContent?.length ?? 0))
    .toBeGreaterThan(longest / 2);
  await expect(review.cell(1, 1)).toHaveText(/two.+lines/);
  await leave('Long');

  // JSON alone: one array over many lines, its numbers as they stand there.
  await open('Licences');
  expect(await review.texts(1, 3)).toEqual(['4815162342000000001', 'Åse', '1.10']);
  await review.cell(1, 0).click();
  await window.keyboard.press('Enter');
  await review.panel.getByText(words.reviewPanel.exact).click();
  await expect(review.panel).toContainText('"price": 1.10');
  await expect(review.panel).toContainText('"seats": [ 2, 3 ]');
  await leave('Licences');

  // A line of totals leaves days days and amounts amounts; it is told of, and one press away.
  await open('Totals');
  const flag = { column: 1, name: 'amount', type: 'number', count: 1, texts: ['-'] } as const;
  const said = words.reviewSummary.flag({ kind: 'odd-cells', ...flag });
  await window.getByRole('button', { name: said }).first().click();
  await expect(review.chips).toContainText('amount is not a number');
  await expect(review.shown(1, 41)).toBeVisible();
  await expect(review.cell(0, 0)).toHaveText('Total');
  await review.pick('amount', words.reviewTools.profile);
  await window.getByRole('button', { name: words.reviewTools.reset }).click();
  await expect(review.panel).toContainText('49,380');
  // Parquet has no room for the odd cells among numbers: the person is told what became of them.
  await answerSaveDialog(app, path.join(docket.profileDir, '..', 'totals.parquet'));
  await window.getByRole('button', { name: words.reviewSave.save }).click();
  await window.getByRole('menuitem', { name: words.reviewSave.kind('parquet') }).click();
  const saved = window.getByRole('dialog');
  await expect(saved).toContainText(words.reviewSave.textColumns(['day', 'amount']));
  await saved.getByRole('button', { name: words.reviewSave.close }).click();
  await review.pick('amount', words.reviewTools.filter);
  await expect(
    window.getByText(words.reviewFilter.oddOutside('number', 1, ['-']), { exact: false }),
  ).toBeVisible();
  await window.getByLabel(words.reviewFilter.least).fill('1 234,5');
  await window.keyboard.press('Enter');
  await expect(review.shown(40, 41)).toBeVisible();
  await leave('Totals');

  // A cell of 100 MB: the window holds its beginning, reads on by pieces, and goes on with the rows around it.
  await open('Enormous');
  await expect(review.cell(2, 0)).toHaveText('003');
  await review.cell(1, 1).click();
  await expect(whole).toContainText('xxxx');
  await whole.getByRole('button', { name: words.review.readMore }).click();
  await expect
    .poll(() => whole.evaluate((element) => element.textContent?.length ?? 0))
    .toBeGreaterThan(longest / 2);
  await window.keyboard.press('Control+f');
  await review.find.fill('behind');
  await expect(window.getByText(words.reviewTools.findAt(1, 1))).toBeVisible();
  await review.find.press('Escape');
  const memory = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .map(({ type, name, memory: { workingSetSize } }) => ({ of: name ?? type, mb: workingSetSize / 1000 })),
  );
  test.info().annotations.push({
    type: 'memory with a cell of 100 MB',
    description: memory.map(({ of, mb }) => `${of} ${Math.round(mb)} MB`).join(', '),
  });
  // The cell never comes into the window whole.
  expect(await whole.evaluate((element) => element.textContent?.length ?? 0)).toBeLessThan(5_000_000);
  await leave('Enormous');

  await press('Header only');
  await expect(window.getByText(words.review.noRowsTitle)).toBeVisible();
  await expect(window.getByRole('region', { name: words.review.cellLabel })).toHaveCount(0);
  await leave('Header only');
  await press('Nobody');
  await expect(window.getByRole('main').getByText(/This file is empty|has no rows/)).toBeVisible();
  await leave('Nobody');

  // Bytes that were turned on this disk since the check.
  const [file = ''] = (await collectedFiles(docket.documents)).filter((name) => name.includes('Damaged'));
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0x55, 40, 90));
  await press('Damaged');
  await expect(pages.bar('A file is damaged')).toBeVisible();
  await expect(window.getByRole('button', { name: words.errorActions.collectAgain })).toBeVisible();
  await leave('Damaged');
});
