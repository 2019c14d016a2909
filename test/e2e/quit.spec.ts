import { readFile } from 'node:fs/promises';
import type { PracticeVendors } from '../../src-main/practice/practice-vendors.ts';
import { bridgeSteps } from '../support/bridge-steps.ts';
import { bytesHere, bytesOnTheWay, collectedFiles } from '../support/collected-files.ts';
import { type DocketWorld, expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { quitDialog } from '../support/pages/quit-dialog.ts';
import { loosely, words } from '../support/pages/shown-words.ts';
import { exitCode, wantToQuit } from '../support/quit-docket.ts';

/** A MyTracker export on its way, slow enough to be met there; `hurry` lets the rest come at once. */
async function transferUnderWay(world: DocketWorld) {
  const vendors = await world.vendors({ rows: { rowsPerPart: 20_000, parts: 2 } });
  const { mytracker } = vendors;
  const reference = mytracker.addExport();
  const docket = await world.launch();
  const steps = bridgeSteps(docket.window);
  const jobId = await steps.track(vendors, 'mytracker', reference, 'Installs');
  const hurry = mytracker.faults.add({
    kind: 'slow',
    chunkBytes: 2_048,
    delayMs: 100,
    match: '.csv.gz',
    times: Number.POSITIVE_INFINITY,
  });
  await steps.collect(jobId);
  await expect.poll(() => bytesOnTheWay(world.documents)).toBeGreaterThan(20_000);
  return { docket, steps, vendors, reference, jobId, hurry, question: quitDialog(docket.window) };
}

async function expectWhole(world: DocketWorld, { mytracker }: PracticeVendors, reference: string) {
  const files = await collectedFiles(world.documents);
  expect(files).toHaveLength(2);
  for (const [part, file] of files.entries())
    expect((await readFile(file)).equals(await mytracker.expectedFile(reference, part))).toBe(true);
  // It went on behind what was safe on disk.
  const [first] = mytracker.requests.flatMap(({ headers }) => headers['range'] ?? []);
  expect(first).toMatch(/^bytes=[1-9]\d*-$/);
}

/** All is committed but for the vendor's answer, which comes with `answer`. */
async function commitUnderWay(world: DocketWorld) {
  const vendors = await world.vendors();
  const { mypreferences } = vendors;
  const docket = await world.launch();
  const steps = bridgeSteps(docket.window);
  const jobId = await steps.track(vendors, 'mypreferences', mypreferences.addExport(), 'Opt-ins');
  await steps.collect(jobId);
  await steps.untilStage(jobId, 'collected');
  await steps.review(jobId);
  const answer = mypreferences.faults.add({ kind: 'latency', ms: 300_000, match: '/Commit/' });
  await steps.commit(jobId);
  await steps.untilStage(jobId, 'committing');
  // Before the call is out, what happens to it is another story.
  await expect.poll(() => mypreferences.requests.some(({ target }) => /\/Commit\//.test(target))).toBe(true);
  return { docket, steps, vendors, jobId, answer, question: quitDialog(docket.window) };
}

test('quitting with a transfer under way asks once; it goes on, or goes on at the next start', async ({
  docket: world,
}) => {
  const { docket, vendors, reference, hurry, jobId, question } = await transferUnderWay(world);
  const closeWindow = () =>
    docket.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await wantToQuit(docket);
  await expect(question.dialog).toContainText(words.quit.title);
  await expect(question.dialog).toContainText('“Installs” is being collected');
  await expect(question.keepWorking).toBeFocused();
  // The window's own close button asks the same question, and no second one.
  await closeWindow();
  await expect(question.dialog).toHaveCount(1);
  await question.keepWorking.click();
  await expect(question.dialog).toBeHidden();
  const before = await bytesHere(world.documents);
  await expect.poll(() => bytesHere(world.documents)).toBeGreaterThan(before);

  await closeWindow();
  const code = exitCode(docket);
  await question.quit.click();
  expect(await code).toBe(0);
  hurry();
  vendors.mytracker.forgetRequests();
  const again = await world.launch();
  await bridgeSteps(again.window).untilStage(jobId, 'collected');
  await expectWhole(world, vendors, reference);
});

test('the end of the session asks nobody and ends cleanly, with a transfer under way', async ({
  docket: world,
}) => {
  const { docket } = await transferUnderWay(world);
  const code = exitCode(docket);
  const from = Date.now();
  docket.app.process().kill('SIGTERM');
  expect(await code).toBe(0);
  expect(Date.now() - from).toBeLessThan(20_000);
});

test('a window that hangs is no prison: the system’s own box asks instead', async ({ docket: world }) => {
  const { docket } = await transferUnderWay(world);
  const code = exitCode(docket);
  await docket.app.evaluate(({ app, BrowserWindow, dialog }) => {
    // The person presses "Quit" in the box.
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    setImmediate(() => app.quit());
  });
  expect(await code).toBe(0);
});

test('quitting with a commit under way waits for the vendor’s answer, says so, and closes by itself', async ({
  docket: world,
}) => {
  const { docket, vendors, answer, question } = await commitUnderWay(world);
  const code = exitCode(docket);
  await wantToQuit(docket);
  await expect(question.dialog).toContainText('The commit of “Opt-ins” is being sent');
  await question.quit.click();
  await expect(question.dialog).toContainText(loosely('Waiting for MyPreferences’ answer'));
  // Wanted once more, nothing is asked anew and nothing is cut short.
  await wantToQuit(docket);
  answer();
  expect(await code).toBe(0);
  expect(vendors.mypreferences.commits).toHaveLength(1);
});

test('quitting at once with a commit under way: the vendor is asked at the next start', async ({
  docket: world,
}) => {
  const { docket, vendors, answer, question, jobId } = await commitUnderWay(world);
  await wantToQuit(docket);
  await question.quit.click();
  const code = exitCode(docket);
  await question.quitNow.click();
  expect(await code).toBe(0);
  answer();
  await expect.poll(() => vendors.mypreferences.commits.length).toBe(1);
  const again = await world.launch();
  await bridgeSteps(again.window).untilStage(jobId, 'committed');
  expect(vendors.mypreferences.commits).toHaveLength(1);
});

test('at sleep transfers pause, and go on over new connections; a commit’s answer counts as lost', async ({
  docket: world,
}) => {
  const { docket, steps, vendors, reference, jobId, hurry } = await transferUnderWay(world);
  await docket.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(docketPages(docket.window).exports.row('Installs')).toContainText('Paused');
  hurry();
  vendors.mytracker.forgetRequests();
  await docket.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await steps.untilStage(jobId, 'collected');
  await expectWhole(world, vendors, reference);
  await docket.kill();

  const commit = await commitUnderWay(world);
  await commit.docket.app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  });
  await commit.steps.untilStage(commit.jobId, 'unsettled');
  expect(commit.vendors.mypreferences.commits).toHaveLength(0);
});
