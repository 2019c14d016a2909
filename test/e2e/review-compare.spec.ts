import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { expect, test } from '../support/docket-test.ts';
import { detailsFor } from '../support/pages/connections.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';

const patience = { timeout: 40_000 };

test('an export is compared with the one before; the table survives the death of its process', async ({
  docket,
}) => {
  test.setTimeout(240_000);
  const file = path.join(docket.profileDir, '..', 'served.csv');
  const september = sampleRows(400);
  // Two gone, one changed, three new; and a column more.
  const october = sampleRows(403)
    .slice(2)
    .map((cells, row) => [...(row === 5 ? cells.with(1, 'FI') : cells), 'x']);
  await writeFile(file, csvOf(sampleNames, september));
  const vendors = await docket.vendors({ publicFile: file });
  const port = Number(new URL(detailsFor(vendors, 'mytracker').baseUrl ?? '').port);
  const one = vendors.mytracker.addExport({ event: 'customEvents', fromPublicFile: true, parts: 1 });
  const { app, window } = await docket.launch();
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const pages = docketPages(window);
  const { review } = pages;
  await pages.connect(vendors, 'mytracker');
  await pages.track('mytracker', one, 'September');
  await pages.collect('September');
  await vendors.stop();

  await writeFile(file, csvOf([...sampleNames, 'region'], october));
  const later = await docket.vendors({ publicFile: file, ports: { mytracker: port } });
  later.mytracker.addExport({ event: 'customEvents' });
  const two = later.mytracker.addExport({ event: 'customEvents', fromPublicFile: true, parts: 1 });
  await pages.track('mytracker', two, 'October');
  await pages.collect('October');
  await later.stop();

  await pages.exports.step('October', 'review').click();
  await expect(review.facts).toContainText(/401\srows/, patience);
  await window.getByRole('button', { name: words.reviewTools.compare }).click();
  const screen = window.getByRole('region', { name: words.reviewCompare.title });
  await expect(screen.getByRole('tab', { name: words.reviewCompare.tab('added', 3) })).toBeVisible(patience);
  await expect(screen.getByRole('tab', { name: words.reviewCompare.tab('gone', 2) })).toBeVisible();
  await expect(screen).toContainText(words.reviewCompare.columnsNew(['region']));
  await screen.getByRole('tab', { name: words.reviewCompare.tab('changed', 1) }).click();
  // Struck through and named, not only coloured.
  await expect(screen.locator('ins').filter({ hasText: 'FI' })).toBeVisible(patience);
  await screen.getByRole('button', { name: words.reviewCompare.backLabel }).click();

  // The process behind the table dies: nothing needs doing.
  await expect(review.cell(0, 0)).toHaveText(october[0]?.[0] ?? '', patience);
  await app.evaluate(({ app: electron }) => {
    for (const { type, pid, name } of electron.getAppMetrics()) {
      if (type === 'Utility' && /review/i.test(name ?? '')) process.kill(pid, 'SIGKILL');
    }
  });
  await review.header('amount').click();
  await expect(review.cell(0, 2)).toHaveText('1.10', patience);
  await expect(review.header('amount')).toHaveAttribute('aria-sort', 'ascending');
  await review.last.click();
  await expect(review.cell(400, 0)).not.toHaveText('', patience);
});
