import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from '@playwright/test';
import { eventChannel } from '../../src-preload/contract/docket-api.ts';
import type { QuitPhase } from '../../src-preload/contract/quitting.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { type DocketWorld, expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { quitDialog } from '../support/pages/quit-dialog.ts';
import { words } from '../support/pages/shown-words.ts';

const folder = fileURLToPath(new URL('../../out/tour', import.meta.url));
const themes = ['light', 'dark'] as const;

test('the tour: practise, collect, review, commit, and look around', async ({ docket }) => {
  await rm(folder, { recursive: true, force: true });
  for (const theme of themes) await mkdir(path.join(folder, theme), { recursive: true });
  const { app, window } = await docket.launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 820));
  await expect.poll(() => window.evaluate(() => `${innerWidth} × ${innerHeight}`)).toBe('1280 × 820');
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const pages = docketPages(window);
  const picture = pictures(window);

  await expect(pages.firstStart.title).toBeVisible();
  await picture('first-start', 'a first start explains Docket on one screen');
  await pages.navigation.goTo('history');
  await expect(pages.history.emptyTitle).toBeVisible();
  await picture('history-empty', 'nothing has happened yet');
  await pages.navigation.goTo('connections');
  await picture('connections-empty', 'no vendor is connected');
  await pages.connections.connect.click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await picture('choice-of-vendors', 'which vendor?');
  const form = await pages.connections.choose('mypreferences');
  await form.type({ clientId: 'ACME_CORP', userId: 'Jane.Doe', sharedKey: 'not-a-real-key' });
  await picture('connection-dialog', 'the details of a real account are typed');
  await form.dialog.getByRole('button', { name: words.connections.cancel }).click();

  await pages.navigation.goTo('exports');
  await pages.firstStart.practise.click();
  await expect(pages.exports.step('Newsletter opt-ins', 'collect')).toBeVisible({ timeout: 20_000 });
  const report = window.getByText(/^New Commerce/).first();
  await expect(report).toBeVisible({ timeout: 20_000 });
  await picture('list', 'one click, and three practice vendors have exports waiting');
  await pages.exports.newExport.click();
  await picture('new-export', 'asking a vendor for an export');
  await window.keyboard.press('Escape');

  await pages.exports.step('Installs, October', 'collect').click();
  await expect(pages.exports.stage('Installs, October', 'collecting')).toBeVisible();
  // Figures come a moment later, unless the computer is quicker than that.
  await expect(pages.exports.row('Installs, October'))
    .toContainText(/[kM]B of/, { timeout: 2000 })
    .catch(() => undefined);
  await picture('collecting', 'collecting, with figures', { wait: false });
  await pages.exports.step('Newsletter opt-ins', 'collect').click();
  for (const title of ['Installs, October', 'Newsletter opt-ins']) {
    await expect(pages.exports.stage(title, 'collected')).toBeVisible({ timeout: 60_000 });
  }
  await pages.exports.openPanel('Newsletter opt-ins');
  await picture('panel', 'an export with its way, its files and its next step');
  await pages.exports.closePanel('Newsletter opt-ins');

  await pages.exports.step('Installs, October', 'review').click();
  await expect(pages.review.facts).toBeVisible({ timeout: 30_000 });
  await pages.review.texts(0, 3);
  await expect(pages.review.facts).not.toContainText('first', { timeout: 60_000 });
  await pages.review.cells(2).nth(1).click();
  await pages.review.tab('summary');
  await picture('review', 'the table is read offline, with its leading zeros and its summary');
  await pages.review.tab('column');
  await expect(pages.review.panel).toContainText(words.reviewProfile.distinct, { timeout: 20_000 });
  await picture('review-profile', 'what is in a column; a bar leads to its rows');
  await pages.review.panel.getByRole('list').getByRole('button').first().click();
  await expect(pages.review.chips).toBeVisible();
  await window.keyboard.press('Control+f');
  await window.keyboard.type('1');
  await expect.poll(pages.review.marked, { timeout: 20_000 }).toBeGreaterThan(0);
  await picture('review-search', 'filtered and searched: chips say what is left out, hits are marked');
  await window.keyboard.press('Escape');
  await pages.review.header('idCountry').focus();
  await window.keyboard.press('Alt+ArrowDown');
  await picture('review-column', 'all that can be done with a column');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: words.reviewTools.reset }).click();
  await window.getByRole('button', { name: words.reviewTools.compare }).click();
  await expect(window.getByRole('region', { name: words.reviewCompare.title })).toBeVisible();
  await expect(window.getByText(words.reviewCompare.noneTitle)).toBeVisible({ timeout: 20_000 });
  await picture('review-compare', 'there is nothing yet to compare this first one with');
  await window.getByRole('button', { name: words.reviewCompare.backLabel }).first().click();
  await pages.review.back.click();
  await pages.exports.closePanel('Installs, October');

  await pages.exports.step('Newsletter opt-ins', 'review').click();
  await expect(pages.review.facts).toBeVisible({ timeout: 30_000 });
  await pages.review.markReviewed('Numbers agree with the campaign plan');
  await pages.review.commit.click();
  await expect(pages.commit.commit).toBeEnabled();
  await picture('commit-dialog', 'the irreversible step says all before it is taken');
  await pages.commit.commit.click();
  await expect(pages.commit.committed('Newsletter opt-ins')).toBeVisible({ timeout: 30_000 });
  await picture('committed', 'committed: the receipt');
  await pages.commit.close.click();
  await pages.review.back.click();
  await pages.exports.closePanel('Newsletter opt-ins');

  await pages.markReviewed('Installs, October');
  await pages.openCommit('Installs, October');
  const file = (await collectedFiles(docket.documents)).find((name) => name.endsWith('.csv.gz')) ?? '';
  const bytes = await readFile(file);
  bytes[bytes.length - 12] = (bytes[bytes.length - 12] ?? 0) ^ 1;
  await writeFile(file, bytes);
  await pages.commit.commit.click();
  await expect(pages.commit.dialog).toContainText(path.basename(file), { timeout: 30_000 });
  await picture('refused', 'a file that was changed on disk is not committed');
  await pages.commit.cancel.click();

  await picture('list-later', 'what needs you, what is on its way, what is done');
  await pages.exports.step('Newsletter opt-ins', 'receipt').click();
  await picture('receipt', 'a receipt is there to look at again');
  await pages.receipt.done.click();
  await pages.exports.search.fill('nothing of that name');
  await picture('no-match', 'a search without a match');
  await pages.exports.search.fill('');
  await pages.navigation.goTo('history');
  await expect(pages.history.entry('committed', 'Newsletter opt-ins')).toBeVisible();
  await picture('history', 'everything that happened');
  await pages.navigation.goTo('connections');
  await picture('connections', 'the accounts');
  await pages.navigation.goTo('settings');
  await picture('settings', 'settings');
  await quitting(app, window, picture);

  await lostAnswer(docket, window, picture);
});

/** The rare case: a commit's answer is lost at a vendor that can't say afterwards what became of it. */
async function lostAnswer(docket: DocketWorld, window: Page, picture: ReturnType<typeof pictures>) {
  const pages = docketPages(window);
  const vendors = await docket.vendors();
  const token = vendors.mypreferences.addExport();
  await pages.connect(vendors, 'mypreferences', { name: 'Head office' });
  await pages.track('mypreferences', token, 'Opt-outs, autumn');
  await pages.collect('Opt-outs, autumn');
  await pages.markReviewed('Opt-outs, autumn');
  vendors.mypreferences.set({ loseCommitReply: 1, statusAfterCommit: 'not-found' });
  await pages.openCommit('Opt-outs, autumn');
  await pages.commit.commit.click();
  await expect(pages.commit.unknown).toBeVisible({ timeout: 40_000 });
  await picture('answer-lost', 'an answer that was lost: what is known, and that nothing needs doing');
  await pages.commit.decide.click();
  await pages.decide.done('MyPreferences').check();
  await pages.decide.remark.fill('Jo at their support, by phone');
  await picture('decide', 'where the vendor can’t say, a person may');
  await pages.decide.goOn.click();
  await picture('decide-sure', 'asked once more, with nothing chosen for them');
  await pages.decide.verb('done').click();
  await pages.exports.step('Opt-outs, autumn', 'receipt').click();
  await picture('receipt-by-hand', 'the receipt says what it rests on');
  await pages.receipt.done.click();
}

/** As main says it while something is under way: here nothing is, and to want to quit would end the tour. */
async function quitting(
  app: ElectronApplication,
  window: Page,
  picture: ReturnType<typeof pictures>,
): Promise<void> {
  const tell = (phase: QuitPhase, commits: number) =>
    app.evaluate(
      ({ BrowserWindow }, [channel, payload]) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send(channel, 'attention', payload),
      [eventChannel, { kind: 'quit', phase, commits }] as const,
    );
  await tell('asking', 1);
  await expect(quitDialog(window).quit).toBeVisible();
  await picture('quit', 'quitting while a commit is under way asks once');
  await tell('waiting', 1);
  await expect(quitDialog(window).quitNow).toBeVisible();
  await picture('quit-waiting', 'and then waits for the vendor’s answer');
  await tell('none', 0);
  await expect(quitDialog(window).dialog).toBeHidden();
}

/** Says what is seen, and takes its picture in light and in dark. `wait`: until what is said in passing has gone. */
function pictures(window: Page) {
  let taken = 0;
  return async (name: string, said: string, { wait = true } = {}): Promise<void> => {
    taken += 1;
    const number = String(taken).padStart(2, '0');
    if (wait) await expect(window.locator('.fui-Toast')).toHaveCount(0, { timeout: 15_000 });
    for (const theme of themes) {
      await window.emulateMedia({ colorScheme: theme });
      // The page repaints in the frame after it has heard of the change.
      await window.evaluate(
        () => new Promise<void>((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen()))),
      );
      await window.screenshot({
        path: path.join(folder, theme, `${number}-${name}.png`),
        animations: 'disabled',
      });
    }
    console.log(`  ${number} ${said}`);
  };
}
