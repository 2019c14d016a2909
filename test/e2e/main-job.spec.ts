import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { gunzipSync } from 'node:zlib';
import type { PracticeVendors } from '../../src-main/practice/practice-vendors.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { type DocketWorld, expect, test } from '../support/docket-test.ts';
import { type DocketPages, docketPages } from '../support/pages/docket-pages.ts';

const me = userInfo().username;
const inGroups = /(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/;

test('MyPreferences: connect, collect, review offline, commit once, keep the receipt', async ({ docket }) => {
  const first = await docket.vendors();
  const token = first.mypreferences.addExport();
  const expected = first.mypreferences.expectedRecords(token);
  const { window } = await docket.launch();
  const pages = docketPages(window);
  await pages.connect(first, 'mypreferences', { pageSize: '100' });
  await pages.track('mypreferences', token, 'Opt-ins');
  await pages.collect('Opt-ins');

  const [file = '', ...others] = await collectedFiles(docket.documents);
  expect(others).toEqual([]);
  const text = await readFile(file, 'utf8');
  expect(text.split('\n').filter(Boolean)).toEqual(expected);

  const snapshot = first.snapshot();
  await first.stop();
  await pages.exports.step('Opt-ins', 'review').click();
  await expect(pages.review.facts).toContainText(/1\sfile · 230\srows · 37\scolumns/);
  await expect(pages.review.headers.first()).toHaveText('#');
  await expect(pages.review.headers.nth(1)).toHaveText('ProfileId');
  await expect(pages.review.headers.nth(2)).toHaveText('IsActive');
  expect(await pages.review.texts(0, 2)).toEqual(idAndState(expected[0]));
  await pages.review.last.click();
  expect(await pages.review.texts(229, 2)).toEqual(idAndState(expected[229]));
  await pages.review.markReviewed('All 230 are there');
  await pages.review.back.click();

  const again = await restarted(docket, first, snapshot);
  await pages.exports.closePanel('Opt-ins');
  await pages.openCommit('Opt-ins');
  await expect(pages.commit.dialog).toContainText('All 230 are there');
  await expect(pages.commit.commit).toHaveText(/^Commit 230\srecords$/);
  await expect(pages.commit.cancel).toBeFocused();
  await pages.commit.keep.check();
  await pages.commit.commit.click();
  await expect(pages.commit.committed('Opt-ins')).toBeVisible();
  expect(again.mypreferences.commits).toMatchObject([{ token, keepFiles: true }]);
  const calls = again.mypreferences.requests.filter(({ method }) => method === 'POST');
  expect(calls).toHaveLength(1);
  expect(calls[0]?.query['keepFiles']).toBe('true');
  await proveReceipt(pages, 'Opt-ins', '200');
});

test('MyTracker: connect, collect, review offline, sign off, keep the receipt', async ({ docket }) => {
  const vendors = await docket.vendors();
  const { mytracker } = vendors;
  const id = mytracker.addExport();
  const expected = await Promise.all([0, 1].map((part) => mytracker.expectedFile(id, part)));
  const lines = expected.map((bytes) => gunzipSync(bytes).toString('utf8').trimEnd().split('\n'));
  const { window } = await docket.launch();
  const pages = docketPages(window);
  await pages.connect(vendors, 'mytracker');
  await pages.track('mytracker', id, 'Installs');
  await pages.collect('Installs');

  const files = await collectedFiles(docket.documents);
  expect(files).toHaveLength(2);
  for (const [index, file] of files.entries()) {
    expect((await readFile(file)).equals(expected[index] as Buffer)).toBe(true);
  }

  await vendors.stop();
  await pages.exports.step('Installs', 'review').click();
  await expect(pages.review.facts).toContainText(/2\sfiles · 800\srows · 12\scolumns/);
  const names = lines[0]?.[0]?.split(',') ?? [];
  for (const place of [0, 1, 2]) {
    await expect(pages.review.headers.nth(place + 1)).toHaveText(names[place] ?? '');
  }
  expect(await pages.review.texts(0, 3)).toEqual(lines[0]?.[1]?.split(',').slice(0, 3));
  await pages.review.last.click();
  expect(await pages.review.texts(799, 3)).toEqual(lines[1]?.[400]?.split(',').slice(0, 3));
  await pages.review.markReviewed('');

  // The vendor offers no acknowledgement: the sign-off needs no network.
  await pages.review.commit.click();
  await expect(pages.commit.commit).toHaveText(/^Commit 800\srecords$/);
  await expect(pages.commit.keep).toHaveCount(0);
  await pages.commit.commit.click();
  await expect(pages.commit.committed('Installs')).toBeVisible();
  await proveReceipt(pages, 'Installs', /offers no way to be told|sign-off/);
});

test('Crayon: the queue lists itself; collect, review offline, sign off and delete, keep the receipt', async ({
  docket,
}) => {
  const first = await docket.vendors();
  const id = first.crayon.addItem({ state: 'processed' });
  const expected = await first.crayon.expectedFile(id);
  const sheet = first.crayon.expectedLines(id);
  const { window } = await docket.launch();
  const pages = docketPages(window);
  await pages.connect(first, 'crayon');
  await expect(pages.exports.rows).toHaveCount(1);
  const title = await pages.exports.firstTitle();
  await pages.collect(title);

  const [file = '', ...others] = await collectedFiles(docket.documents);
  expect(others).toEqual([]);
  expect((await readFile(file)).equals(expected)).toBe(true);

  const snapshot = first.snapshot();
  await first.stop();
  await pages.exports.step(title, 'review').click();
  await expect(pages.review.facts).toContainText(/1\sfile · 90\srows · 12\scolumns/);
  await expect(pages.review.headers.nth(1)).toHaveText('Customer');
  expect(await pages.review.texts(0, 3)).toEqual(sheet[0]?.slice(0, 3).map(String));
  await pages.review.last.click();
  expect(await pages.review.texts(89, 3)).toEqual(sheet[89]?.slice(0, 3).map(String));
  await pages.review.markReviewed('');

  const again = await restarted(docket, first, snapshot);
  await pages.review.commit.click();
  await pages.commit.keep.uncheck();
  await pages.commit.commit.click();
  await expect(pages.commit.committed(title)).toBeVisible();
  expect(again.crayon.deletions).toEqual([id]);
  // A token of before the vendor's restart is refused once and exchanged; the deletion itself is asked for once.
  const asked = again.crayon.requests.filter(({ method, status }) => method === 'DELETE' && status !== 401);
  expect(asked).toHaveLength(1);
  await proveReceipt(pages, title, '204');
});

/** The first two fields of a MyPreferences record, as its text has them. */
function idAndState(record: string | undefined): readonly string[] {
  const found = /"ProfileId"\s*:\s*(\d+)\s*,\s*"IsActive"\s*:\s*(\w+)/.exec(record ?? '');
  return [found?.[1] ?? '', found?.[2] ?? ''];
}

/** The vendors come back at the same addresses with all they knew. */
function restarted(
  docket: DocketWorld,
  before: PracticeVendors,
  snapshot: unknown,
): Promise<PracticeVendors> {
  const { mypreferences, mytracker, crayon } = before;
  return docket.vendors({
    snapshot,
    ports: {
      mypreferences: mypreferences.port,
      mytracker: mytracker.port,
      mytrackerStorage: mytracker.storage.port,
      crayon: crayon.port,
    },
  });
}

/** Closes the commit dialog, opens the receipt from the list, and finds the same proof in the history. */
async function proveReceipt(pages: DocketPages, title: string, answer: string | RegExp): Promise<void> {
  await pages.commit.close.click();
  await pages.navigation.goTo('exports');
  await expect(pages.exports.stage(title, 'committed')).toBeVisible();
  await pages.exports.step(title, 'receipt').click();
  const { dialog } = pages.receipt;
  await expect(dialog).toContainText(me);
  await expect(dialog).toContainText(answer);
  const receipt = (await dialog.innerText()).replace(/\s+/g, ' ');
  const fingerprint = inGroups.exec(receipt)?.[0];
  expect(fingerprint).toBeDefined();
  await pages.receipt.done.click();

  await pages.navigation.goTo('history');
  const facts = await pages.history.facts('committed', title);
  expect(facts).toContain(me);
  expect(facts).toContain(fingerprint);
  await expect(pages.history.entry('retrieval-collected', title)).toBeVisible();
  await expect(pages.history.entry('reviewed', title)).toBeVisible();
  const collected = await pages.history.facts('retrieval-collected', title);
  expect(collected).toContain(fingerprint);
}
