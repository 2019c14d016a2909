import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bridgeSteps } from '../support/bridge-steps.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { errorText, words } from '../support/pages/shown-words.ts';

test('a file that was changed after its check refuses the commit and is named; the vendor hears nothing', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const token = vendors.mypreferences.addExport();
  const { window } = await docket.launch();
  const pages = docketPages(window);
  await bridgeSteps(window).track(vendors, 'mypreferences', token, 'Opt-ins');
  await pages.collect('Opt-ins');
  await pages.markReviewed('Opt-ins');
  await pages.openCommit('Opt-ins');

  const [file = ''] = await collectedFiles(docket.documents);
  const bytes = await readFile(file);
  // One digit of one record, same length.
  const at = bytes.indexOf('1');
  bytes[at] = '2'.charCodeAt(0);
  await writeFile(file, bytes);

  await pages.commit.commit.click();
  const name = path.basename(file);
  const said = errorText({ code: 'file-changed', subject: name }, 0);
  await expect(pages.commit.dialog.getByText(said.title)).toBeVisible();
  await expect(pages.commit.dialog).toContainText(name);
  // The way out is a button of the dialog, beside the commit that can't be.
  await expect(pages.commit.commit).toBeDisabled();
  await expect(
    pages.commit.dialog.getByRole('button', { name: words.errorActions.collectAgain, exact: true }),
  ).toHaveCount(1);
  expect(vendors.mypreferences.commits).toEqual([]);
  expect(vendors.mypreferences.requests.filter(({ target }) => /commit/i.test(target))).toEqual([]);
  await pages.commit.cancel.click();

  await pages.navigation.goTo('history');
  await expect(pages.history.entry('commit-refused', 'Opt-ins').first()).toBeVisible();
  await expect(pages.history.entry('committed', 'Opt-ins')).toHaveCount(0);
});
