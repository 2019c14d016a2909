import { csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { collectExports } from '../support/collected-exports.ts';
import { expect, test } from '../support/docket-test.ts';
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
  test.setTimeout(180_000);
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

  await window.getByRole('button', { name: words.reviewTools.compare }).click();
  await expect(
    window.getByRole('heading', { name: words.reviewCompare.heading('Installs, October') }),
  ).toBeFocused();
  const screen = window.getByRole('region', { name: words.reviewCompare.title });
  await expect(screen.getByRole('tab', { name: words.reviewCompare.tab('added', 3) })).toBeVisible(patience);
  await expect(screen.getByRole('tab', { name: words.reviewCompare.tab('gone', 2) })).toBeVisible();
  await expect(screen).toContainText(words.reviewCompare.columnsNew(['region']));
  await screen.getByRole('tab', { name: /^Changed/ }).click();
  // Struck through and named, not only coloured.
  await expect(screen.locator('ins').filter({ hasText: 'FI' })).toBeVisible(patience);
  await window.getByRole('button', { name: words.reviewCompare.backLabel }).click();

  // The process behind the table dies: the table says so, and nothing needs doing.
  await expect(review.cell(0, 0)).toHaveText(october[0]?.[0] ?? '', patience);
  const told = pages.bar(words.review.revivingTitle).waitFor(patience);
  await killReview(app);
  await told;
  await expect(pages.bar(words.review.revivingTitle)).toBeHidden(patience);
  await review.header('amount').click();
  await expect(review.cell(0, 2)).toHaveText('1.10', patience);
  await expect(review.header('amount')).toHaveAttribute('aria-sort', 'ascending');
  await review.last.click();
  await expect(review.cell(400, 0)).not.toHaveText('', patience);
});
