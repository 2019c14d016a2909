import { readFile } from 'node:fs/promises';
import { bridgeSteps } from '../support/bridge-steps.ts';
import { csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { collectExports } from '../support/collected-exports.ts';
import { bytesHere, collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { chooseAt, focusIsKept, pressAt, tabTo } from '../support/pages/keyboard.ts';
import { words } from '../support/pages/shown-words.ts';
import { killReview } from '../support/review-process.ts';

const patience = { timeout: 40_000 };
const september = sampleRows(400).map((cells) => [...cells, 'x']);
// Two gone, one changed, three new; a column more, and one that is blank in a third of the rows by now.
const october = sampleRows(403)
  .slice(2)
  .map((cells, row) => [
    ...(row === 5 ? cells.with(1, 'FI') : cells),
    row % 3 === 0 && row !== 5 ? '' : 'x',
    'north',
  ]);

test('an export is compared with the one before; the table survives the death of its process', async ({
  docket,
}) => {
  const { app, window, pages, open, leave } = await collectExports(docket, ({ mytracker }) => {
    const csv = (title: string, names: readonly string[], rows: readonly (readonly string[])[]) =>
      ({
        provider: 'mytracker',
        title,
        reference: mytracker.addExport({ content: [csvOf([...sampleNames, ...names], rows)] }),
      }) as const;
    return [
      csv('Installs, September', ['kind'], september),
      csv('Installs, October', ['kind', 'region'], october),
    ];
  });
  const { review } = pages;

  // The earlier one was looked at: what stands out now stands out against it.
  await open('Installs, September');
  await review.tab('summary');
  await expect(review.panel).toContainText(words.reviewSummary.noPrevious, patience);
  await leave('Installs, September');
  await open('Installs, October');
  await review.tab('summary');
  await expect(review.panel).toContainText('Installs, September', patience);
  const flag = (text: RegExp) => review.panel.getByRole('button', { name: text });
  await expect(flag(/^region is new since last time/)).toBeVisible();
  await flag(/^kind is blank in 33% of rows, last time 0%/).click();
  await expect(review.panel.getByRole('heading', { name: 'kind' })).toBeVisible();

  // From here to the way back by keyboard alone.
  const { keyboard } = window;
  await pressAt(window, window.getByRole('button', { name: words.reviewTools.compare }));
  await expect(
    window.getByRole('heading', { name: words.reviewCompare.heading('Installs, October') }),
  ).toBeFocused();
  const screen = window.getByRole('region', { name: words.reviewCompare.title });
  await expect(screen.getByRole('tab', { name: words.reviewCompare.tab('added', 3) })).toBeVisible(patience);
  await expect(screen.getByRole('tab', { name: words.reviewCompare.tab('gone', 2) })).toBeVisible();
  await expect(screen).toContainText(words.reviewCompare.columnsNew(['region']));
  await expect(screen.getByRole('gridcell').filter({ hasText: october.at(-1)?.[0] ?? '' })).toBeVisible();
  await tabTo(window, screen.getByRole('tab', { name: /^Added/ }));
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect(screen.getByRole('gridcell').filter({ hasText: september[0]?.[0] ?? '' })).toBeVisible(
    patience,
  );
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  // Struck through and named, not only coloured.
  await expect(screen.locator('ins').filter({ hasText: 'FI' })).toBeVisible(patience);
  await tabTo(window, screen.locator('[role="grid"] [tabindex="0"]'));
  await keyboard.press('ArrowDown');
  await expect(screen.locator('[data-row="0"] :focus')).toBeVisible();
  // By other columns: what stands in none of them only once can't be matched, and is told as such.
  await chooseAt(
    window,
    screen.getByRole('combobox', { name: words.reviewCompare.key }),
    words.reviewCompare.ownKey,
  );
  const own = window.getByRole('dialog', { name: words.reviewCompare.ownKeyTitle });
  await chooseAt(window, own.getByRole('combobox', { name: words.reviewCompare.ownKeyTitle }), 'country');
  await keyboard.press('Escape');
  await pressAt(window, own.getByRole('button', { name: words.reviewCompare.useKey }));
  await expect(screen.getByRole('tab', { name: /^Can’t be matched/ })).toBeVisible(patience);
  await focusIsKept(window);
  await pressAt(window, window.getByRole('button', { name: words.reviewCompare.backLabel }));

  // The process behind the table dies: the table says so, and nothing needs doing.
  await expect(review.cell(0, 0)).toHaveText(october[0]?.[0] ?? '', patience);
  await pages.whileBarAppears(words.review.revivingTitle, () => killReview(app));
  await expect(pages.bar(words.review.revivingTitle)).toBeHidden(patience);
  await review.header('amount').click();
  await expect(review.cell(0, 2)).toHaveText('1.10', patience);
  await expect(review.header('amount')).toHaveAttribute('aria-sort', 'ascending');
  await review.last.click();
  await expect(review.cell(400, 0)).not.toHaveText('', patience);
});

test('a transfer never notices that the process behind a table has died', async ({ docket }) => {
  const vendors = await docket.vendors({ rows: { rowsPerPart: 20_000, parts: 1 } });
  const { mytracker } = vendors;
  const { app, window } = await docket.launch();
  const [pages, steps] = [docketPages(window), bridgeSteps(window)];
  const connection = await steps.connect(vendors, 'mytracker');
  const content = [csvOf(sampleNames, sampleRows(50))];
  const table = await steps.add(connection, mytracker.addExport({ content }), 'Installs');
  await steps.untilStage(table, 'ready');
  await steps.collect(table);
  await steps.untilStage(table, 'collected');
  const reference = mytracker.addExport();
  const payments = await steps.add(connection, reference, 'Payments');
  await steps.untilStage(payments, 'ready');
  const hurry = mytracker.faults.add({
    kind: 'slow',
    chunkBytes: 2_048,
    delayMs: 100,
    match: '.csv.gz',
    times: Number.POSITIVE_INFINITY,
  });
  mytracker.forgetRequests();
  await steps.collect(payments);
  await expect.poll(() => bytesHere(docket.documents)).toBeGreaterThan(20_000);
  await pages.exports.step('Installs', 'review').click();
  await expect(pages.review.facts).toContainText(/50\srows/, patience);
  await pages.whileBarAppears(words.review.revivingTitle, () => killReview(app));
  const before = await bytesHere(docket.documents);
  await expect.poll(() => bytesHere(docket.documents)).toBeGreaterThan(before);
  hurry();
  await steps.untilStage(payments, 'collected');
  expect(mytracker.requests.filter(({ target }) => target.includes('.csv.gz'))).toHaveLength(1);
  const [file = ''] = (await collectedFiles(docket.documents)).filter((name) => name.includes('Payments'));
  expect((await readFile(file)).equals(await mytracker.expectedFile(reference, 0))).toBe(true);
  await expect(pages.review.cell(0, 0)).toHaveText(sampleRows(1)[0]?.[0] ?? '', patience);
});
