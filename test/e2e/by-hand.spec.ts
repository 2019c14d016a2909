import { bridgeSteps } from '../support/bridge-steps.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';

test('a commit that the vendor can not speak of is decided by hand in two steps, and its receipt says so', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const { mypreferences } = vendors;
  const token = mypreferences.addExport();
  const { window } = await docket.launch();
  const pages = docketPages(window);
  await bridgeSteps(window).track(vendors, 'mypreferences', token, 'Opt-ins');
  await pages.collect('Opt-ins');
  await pages.markReviewed('Opt-ins');

  // The commit arrives, its answer does not; and this vendor forgets what was committed.
  mypreferences.set({ loseCommitReply: 1, statusAfterCommit: 'not-found' });
  await pages.openCommit('Opt-ins');
  // As quick as a hand can press: the second finds nothing to press.
  await pages.commit.commit.dblclick();
  await expect(pages.commit.unknown).toBeVisible();
  expect(mypreferences.commits).toHaveLength(1);
  await pages.commit.close.click();
  await expect(pages.exports.stage('Opt-ins', 'unsettled')).toBeVisible();

  // Asked once more, the vendor still can't say: the person is shown what is known, and may decide.
  await pages.exports.step('Opt-ins', 'settle').click();
  await expect(pages.commit.unknown).toBeVisible();
  await pages.commit.decide.click();
  const { decide } = pages;
  await expect(decide.goOn).toBeDisabled();
  await decide.done('MyPreferences').check();
  await expect(decide.goOn).toBeDisabled();
  await decide.remark.fill('Jo at support, by phone');
  await decide.goOn.click();
  await expect(decide.back).toBeFocused();
  await decide.verb('done').click();

  await expect(pages.exports.stage('Opt-ins', 'committed')).toBeVisible();
  await pages.exports.step('Opt-ins', 'receipt').click();
  await expect(pages.receipt.dialog).toContainText('Jo at support, by phone');
  await expect(pages.receipt.dialog).toContainText('MyPreferences');
  await pages.receipt.showInHistory.click();
  await expect(pages.history.entry('commit-confirmed-by-hand', 'Opt-ins')).toBeVisible();
  expect(mypreferences.commits).toHaveLength(1);
  expect(mypreferences.requests.filter(({ target }) => /\/Commit\//.test(target))).toHaveLength(1);
});
