import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { eventChannel } from '../../src-preload/contract/docket-api.ts';
import type { QuitPhase } from '../../src-preload/contract/quitting.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { quitDialog } from '../support/pages/quit-dialog.ts';
import { schedulesScreen } from '../support/pages/schedules.ts';
import { words } from '../support/pages/shown-words.ts';
import { killReview, slowReview } from '../support/review-process.ts';
import { pictures, seenAs, type TakePicture } from './pictures.ts';
import { proof } from './proof.ts';

test('the tour: practise, collect, review, commit, and look around', async ({ docket }) => {
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
  await pages.navigation.goTo('files');
  await expect(pages.files.emptyTitle).toBeVisible();
  await picture('files-empty', 'nothing is collected yet');
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
  await pages.newExport.chooseConnection('Practice games', words.vendors.name('mytracker'));
  const repeat = pages.newExport.dialog.getByLabel(words.asking.repeat, { exact: true });
  await repeat.selectOption({ label: words.asking.weekdays });
  await repeat.scrollIntoViewIfNeeded();
  await picture('schedule-new', 'the same again, every weekday');
  await pages.newExport.dialog.getByRole('button', { name: words.asking.setUp }).click();
  await expect(schedulesScreen(window).row(words.newExport.event('installs'))).toBeVisible();
  await picture('schedules', 'what Docket asks for by itself, and when');
  await schedulesScreen(window).pause(words.newExport.event('installs')).click();
  await pages.navigation.goTo('exports');

  await pages.exports.step('Installs, October', 'collect').click();
  await expect(pages.exports.stage('Installs, October', 'collecting')).toBeVisible();
  // Figures come a moment later, unless the computer is quicker than that.
  await expect(pages.exports.row('Installs, October'))
    .toContainText(/[kM]B of/, { timeout: 2000 })
    .catch(() => undefined);
  await picture('collecting', 'collecting, with figures', { wait: false });
  // The earlier one first: what stands out in the later one stands out against it.
  for (const title of [...newsletters, 'Installs, October']) {
    if (title !== 'Installs, October') await pages.exports.step(title, 'collect').click();
    await expect(pages.exports.stage(title, 'collected')).toBeVisible({ timeout: 60_000 });
  }
  await pages.exports.openPanel('Newsletter opt-ins');
  await picture('panel', 'an export with its way, its files and its next step');
  await pages.exports.closePanel('Newsletter opt-ins');

  const atFullSpeed = await slowReview(app);
  await pages.exports.step('Installs, October', 'review').click();
  await expect(pages.review.cell(0, 0)).not.toHaveText('', { timeout: 40_000 });
  await expect(window.getByRole('progressbar', { name: words.review.loadingLabel })).toBeVisible();
  await picture('review-loading', 'the first rows are there while the file is read to its end');
  await atFullSpeed();
  await pages.review.texts(0, 3);
  await expect(pages.review.facts).not.toContainText('first', { timeout: 60_000 });
  await pages.review.cells(2).nth(1).click();
  await pages.review.tab('summary');
  await expect(pages.review.panel).toContainText(words.reviewSummary.flags, { timeout: 60_000 });
  await picture('review', 'the table is read offline, with its leading zeros and its summary');
  await pages.review.cell(2, 3).click();
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
  await window.getByRole('button', { name: words.reviewSave.save }).click();
  await picture('review-save', 'what is shown can be saved, in the form that is needed');
  await window.keyboard.press('Escape');
  const slowly = await slowReview(app);
  await killReview(app);
  await expect(pages.bar(words.review.revivingTitle)).toBeVisible({ timeout: 20_000 });
  await picture('review-reviving', 'what reads the table has died: said, and opened again by itself');
  await slowly();
  await pages.review.back.click();
  await pages.exports.closePanel('Installs, October');
  await newsletterReview(window, picture);

  await pages.exports.step('Newsletter opt-ins', 'review').click();
  await expect(pages.review.facts).not.toContainText('first', { timeout: 60_000 });
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
  await proof(app, window, picture);
  await pages.navigation.goTo('connections');
  await picture('connections', 'the accounts');
  await pages.navigation.goTo('settings');
  await picture('settings', 'settings');
  await lookingAround(window, picture);
  await quitting(app, window, picture);
  await otherEyes(window, picture);
});

/** Practice has them for two months; in this order they are collected. */
const newsletters = ['Newsletter opt-ins, September', 'Newsletter opt-ins'] as const;

/** Profiles with their lists, against those of the month before. */
async function newsletterReview(window: Page, picture: TakePicture): Promise<void> {
  const pages = docketPages(window);
  const { review } = pages;
  const [september, october] = newsletters;
  await pages.exports.step(september, 'review').click();
  await expect(review.facts).toBeVisible({ timeout: 30_000 });
  await expect(review.facts).not.toContainText('first', { timeout: 60_000 });
  await review.tab('summary');
  await expect(review.panel).toContainText(words.reviewSummary.noPrevious, { timeout: 20_000 });
  await review.back.click();
  await pages.exports.closePanel(september);
  await pages.exports.step(october, 'review').click();
  await review.tab('summary');
  await expect(review.panel).toContainText(september, { timeout: 60_000 });
  await picture(
    'review-summary',
    'what stands out, also against last time; each line leads to what it is about',
  );
  await review.cell(1, 0).click();
  await review.tab('row');
  await review.panel.getByRole('table', { name: 'Consents' }).scrollIntoViewIfNeeded();
  await picture('review-row', 'one profile from top to bottom, its lists as small tables');
  await window.getByRole('button', { name: words.reviewTools.compare }).click();
  await expect(window.getByRole('tab', { name: /^Added/ })).toBeVisible({ timeout: 30_000 });
  await picture('review-compare', 'compared with the month before: what was added, what is gone');
  await window.getByRole('tab', { name: /^Changed/ }).click();
  await expect(window.locator('ins').first()).toBeVisible({ timeout: 20_000 });
  await picture('review-changed', 'and what has changed, cell by cell');
  await window.getByRole('button', { name: words.reviewCompare.backLabel }).click();
  await review.back.click();
  await pages.exports.closePanel(october);
}

/** What is reached from everywhere. */
async function lookingAround(window: Page, picture: TakePicture): Promise<void> {
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('dialog', { name: words.palette.title })).toBeVisible();
  await window.keyboard.type('news');
  await picture('palette', 'screens, exports and actions by a few letters');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.keyboard.press('F1');
  await expect(window.getByRole('dialog', { name: words.shortcuts.title })).toBeVisible();
  await picture('shortcuts', 'all keys on one page');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
}

/** As main says it while something is under way: here nothing is, and to want to quit would end the tour. */
async function quitting(app: ElectronApplication, window: Page, picture: TakePicture): Promise<void> {
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

/** High contrast, and a table at 200 %. */
async function otherEyes(window: Page, picture: TakePicture): Promise<void> {
  const pages = docketPages(window);
  const [september] = newsletters;
  await pages.navigation.goTo('settings');
  await pages.settings.chooseTheme('contrast');
  await picture('high-contrast-settings', 'the settings in high contrast');
  await pages.navigation.goTo('exports');
  await picture('high-contrast', 'the list in high contrast');
  await pages.exports.step(september, 'review').click();
  await expect(pages.review.facts).not.toContainText('first', { timeout: 60_000 });
  await picture('high-contrast-review', 'a table in high contrast');
  await pages.review.back.click();
  await pages.exports.closePanel(september);
  await pages.navigation.goTo('settings');
  await pages.settings.chooseTheme('system');
  await seenAs(window, 1280, 820, 2);
  await pages.navigation.goTo('exports');
  await pages.exports.step(september, 'review').click();
  await expect(pages.review.facts).not.toContainText('first', { timeout: 60_000 });
  await picture('review-zoomed', 'a table at 200 %');
}
