import { bridgeSteps } from '../support/bridge-steps.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';

test('a commit whose answer is lost is explained, settles by itself, and was sent once', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const { mypreferences } = vendors;
  const token = mypreferences.addExport();
  const { app, window } = await docket.launch();
  const pages = docketPages(window);
  await bridgeSteps(window).track(vendors, 'mypreferences', token, 'Opt-ins');
  await pages.collect('Opt-ins');
  await pages.markReviewed('Opt-ins');

  // The commit arrives, its answer does not; and for a while the vendor cannot be asked.
  mypreferences.set({ loseCommitReply: 1 });
  const takeBack = mypreferences.faults.add({
    kind: 'answer',
    status: 503,
    match: /Status/i,
    times: Number.POSITIVE_INFINITY,
  });
  await pages.openCommit('Opt-ins');
  await pages.commit.commit.click();
  await expect(pages.commit.unknown).toBeVisible();
  expect(mypreferences.commits).toHaveLength(1);

  takeBack();
  // The computer wakes: Docket asks at once. Left alone it asks after half a minute.
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  });
  await expect(pages.commit.committed('Opt-ins')).toBeVisible();
  await pages.commit.close.click();
  await expect(pages.exports.stage('Opt-ins', 'committed')).toBeVisible();
  expect(mypreferences.commits).toHaveLength(1);
  await pages.navigation.goTo('history');
  await expect(pages.history.entry('commit-unknown', 'Opt-ins')).toBeVisible();
});
