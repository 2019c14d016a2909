import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bridgeSteps } from '../support/bridge-steps.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { records } from '../support/pages/shown-words.ts';

/** US zip codes, a public file of 2 MB with leading zeros; no field of it holds a line break. */
const publicFile = fileURLToPath(
  new URL('../../node_modules/vega-datasets/data/zipcodes.csv', import.meta.url),
);

test('a real public file is collected and reviewed with every row that it has', async ({ docket }) => {
  const lines = (await readFile(publicFile, 'utf8'))
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const [header = '', ...rows] = lines;
  expect(rows.length).toBeGreaterThan(40_000);
  const vendors = await docket.vendors({ publicFile });
  const id = vendors.mytracker.addExport({ event: 'customEvents', fromPublicFile: true, parts: 3 });
  const { window } = await docket.launch();
  const pages = docketPages(window);
  await bridgeSteps(window).track(vendors, 'mytracker', id, 'Zip codes');
  await pages.collect('Zip codes');
  await expect(pages.exports.row('Zip codes')).toContainText(records(rows.length));

  await vendors.stop();
  await pages.exports.step('Zip codes', 'review').click();
  const count = rows.length.toLocaleString('en-US');
  await expect(pages.review.facts).toContainText(new RegExp(`3\\sfiles · ${count}\\srows`));
  const names = header.split(',');
  for (const [place, name] of names.slice(0, 3).entries()) {
    await expect(pages.review.headers.nth(place + 1)).toHaveText(name);
  }
  expect(await pages.review.texts(0, 3)).toEqual(rows[0]?.split(',').slice(0, 3));
  await pages.review.last.click();
  expect(await pages.review.texts(rows.length - 1, 3)).toEqual(rows.at(-1)?.split(',').slice(0, 3));
});
