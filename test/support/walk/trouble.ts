import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collectedFiles } from '../collected-files.ts';
import { expect } from '../docket-test.ts';
import { putAway } from '../pages/keyboard.ts';
import { withoutEnd, words } from '../pages/shown-words.ts';
import type { Walk } from './walk.ts';

const hour = 3_600_000;
/** So long Crayon's queue holds what nobody collects. */
const held = 7 * 24 * hour;

/** The connections that the walk has made. */
interface Ids {
  readonly mytracker: string;
  readonly mypreferences: string;
}

async function toCollected(steps: Walk['steps'], jobId: string): Promise<void> {
  await steps.untilStage(jobId, 'ready');
  await steps.collect(jobId);
  await steps.untilStage(jobId, 'collected');
}

/** Before a loss, at the vendor, on the disk: what the list and its panels say of trouble. */
export async function walkTrouble(
  { app, window, vendors, pages, steps, look }: Walk,
  ids: Ids,
): Promise<void> {
  const { exports: list } = pages;
  const { crayon, mytracker, mypreferences } = vendors;
  const add = (title: string, seed: Parameters<typeof mytracker.addExport>[0] = {}) =>
    steps.add(ids.mytracker, mytracker.addExport(seed), title);
  crayon.addItem({ createdAt: Date.now() - held + 2 * hour });
  const making = await add('In the making', { state: 'in-progress', readyInMs: hour });
  const failed = await add('Not prepared', { state: 'user-error' });
  mytracker.set({ fileDamage: 'crc' });
  const stopped = await add('Cut short');
  await steps.untilStage(stopped, 'ready');
  await steps.collect(stopped);
  await steps.untilStage(stopped, 'broken');
  mytracker.set({ fileDamage: 'none' });
  await steps.untilStage(failed, 'failed');
  await steps.untilStage(making, 'preparing');

  // A long list holds only the rows in sight.
  const openFound = async (title: string) => {
    await list.search.fill(title);
    return list.openPanel(title);
  };
  await pages.navigation.goTo('connections');
  await pages.connections.test('My crayon').click();
  await pages.navigation.goTo('exports');
  await expect(window.getByRole('region', { name: words.overview.warnings })).toBeVisible();
  await look('warnings before a loss');
  await openFound('Not prepared');
  await look('panel of a failed export');
  await list.closePanel('Not prepared');
  await openFound('Cut short');
  // The long name of a file makes nothing run out of the panel.
  expect(
    await list.panel('Cut short').evaluate((panel) => {
      const boxes = [panel, ...panel.querySelectorAll('*')];
      return boxes.filter((box) => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 200).length;
    }),
  ).toBe(0);
  await look('panel of a stopped export');
  await list.closePanel('Cut short');
  await list.search.fill('In the making');
  await list
    .row('In the making')
    .getByRole('button', { name: words.app.moreActions('In the making') })
    .click();
  await expect(window.getByRole('menu')).toBeVisible();
  await look('menu of an export');
  await window.getByRole('menuitem', { name: words.exports.menu.cancel }).click();
  await expect(window.getByRole('alertdialog')).toBeVisible();
  await look('asked before it is done');
  await window.getByRole('button', { name: words.exports.confirm.cancel.no }).click();
  await window.getByRole('combobox', { name: words.exports.vendorFilter }).click();
  await expect(window.getByRole('listbox')).toBeVisible();
  await look('choice of a vendor');
  await putAway(window);
  await list.search.fill('nothing of that name');
  await expect(window.getByRole('heading', { name: words.exports.noMatchTitle })).toBeVisible();
  await look('no export matches');
  await list.search.fill('');

  // The vendor refuses the account: what comes of it stands above the list.
  const waiting = await steps.add(
    ids.mypreferences,
    mypreferences.addExport({ state: 'processing', readyInMs: hour }),
    'Refused',
  );
  await steps.untilStage(waiting, 'preparing');
  mypreferences.set({ forbidden: true });
  await steps.check(waiting);
  await expect(pages.bar(words.overview.blocked('My mypreferences'))).toBeVisible();
  await look('a connection that stands still');
  mypreferences.set({ forbidden: false });
  await steps.check(waiting);

  // The system has no program for a file.
  const whole = await add('Whole');
  await toCollected(steps, whole);
  await list.search.fill('Whole');
  await list.menu('Whole', words.exports.commitStep);
  await pages.commit.ownReview.check();
  await look('a commit that asks for the review');
  await pages.commit.cancel.click();
  await steps.review(whole);
  await app.evaluate(({ shell }) => {
    Object.assign(shell, { openPath: async () => 'no program' });
  });
  const panel = await openFound('Whole');
  const [before = '', after = ''] = words.panel.open('\0').split('\0');
  await panel
    .getByRole('button')
    .and(panel.locator(`[aria-label^="${before}"][aria-label*="${withoutEnd(after)}"]`))
    .first()
    .click();
  const toast = window
    .locator('.fui-Toast')
    .filter({ has: window.getByRole('button', { name: words.app.dismiss }) });
  // What is pointed at stays.
  await toast.hover();
  await look('what went wrong, said in passing');
  // It may have gone by itself meanwhile.
  await toast
    .getByRole('button', { name: words.app.dismiss })
    .click({ timeout: 1000 })
    .catch(() => undefined);
  await list.closePanel('Whole');
  await list.search.fill('');
}

/** Commits that don't come to their end, and what a person may decide then. */
export async function walkLostCommits(
  { window, vendors, documents, pages, steps, look }: Walk,
  ids: Ids,
): Promise<void> {
  const { exports: list, commit, decide } = pages;
  const { mypreferences } = vendors;
  for (const title of ['Opt-outs', 'Preferences']) {
    const id = await steps.add(ids.mypreferences, mypreferences.addExport(), title);
    await toCollected(steps, id);
    await steps.review(id);
  }

  await list.search.fill('Whole');
  await pages.openCommit('Whole');
  const [file = ''] = (await collectedFiles(documents)).filter((name) => name.includes('Whole'));
  const bytes = await readFile(file);
  await writeFile(file, bytes.with(bytes.length - 12, (bytes.at(-12) ?? 0) ^ 1));
  await commit.commit.click();
  const refusal = words.errorText({ code: 'file-changed', subject: path.basename(file) }, 0);
  await expect(commit.dialog.getByText(refusal.title)).toBeVisible();
  await look('a commit that is refused');
  await commit.cancel.click();

  mypreferences.set({ loseCommitReply: 1, statusAfterCommit: 'not-found' });
  await list.search.fill('Opt-outs');
  await pages.openCommit('Opt-outs');
  await commit.commit.click();
  await expect(commit.unknown).toBeVisible({ timeout: 40_000 });
  await look('an answer that was lost');
  await commit.decide.click();
  await decide.done(words.vendors.nameOf('mypreferences')).check();
  await decide.remark.fill('Jo');
  await look('deciding by hand');
  await decide.goOn.click();
  await look('deciding by hand, asked once more');
  await decide.verb('done').click();
  await expect(list.stage('Opt-outs', 'committed')).toBeVisible();
  await expect(window.getByRole('alertdialog')).toHaveCount(0);
  await list.search.fill('');
}
