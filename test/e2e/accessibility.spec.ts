import path from 'node:path';
import { accessibilityCheck } from '../support/accessibility-findings.ts';
import { answerSaveDialog } from '../support/collected-csv.ts';
import { expect, test } from '../support/docket-test.ts';
import { listen } from '../support/heard.ts';
import { movesSince } from '../support/moves.ts';
import { connectionDialog, detailsFor } from '../support/pages/connections.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { focusIsKept, pressAt, putAway, tabTo, typeAt } from '../support/pages/keyboard.ts';
import { words } from '../support/pages/shown-words.ts';
import { walkScreens } from '../support/walk/walk-screens.ts';

for (const which of ['desk', 'review'] as const) {
  test(`every state of the ${which} is accessible, in light and in dark`, async ({ docket }) => {
    // Some eighty states in two themes; a busy machine isn't a fault.
    test.setTimeout(600_000);
    // What was set aside at the start is said; the other walk has another beginning.
    if (which === 'desk') await docket.writeProfile('settings.json', '{ this is not json');
    const launched = await docket.launch();
    const accessible = accessibilityCheck(launched.window);
    await walkScreens(which, docket, launched, async (where) => {
      await accessible(where, where.endsWith('in passing'));
      expect.soft(await movesSince(launched.window), `${where} stands still`).toEqual([]);
    });
  });
}

test('the main job by keyboard alone: the focus is always seen, given back, and results are read out', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const { app, window } = await docket.launch();
  const pages = docketPages(window);
  const { keyboard } = window;

  await pressAt(window, pages.firstStart.connect);
  const choice = window.getByRole('dialog').getByRole('button', { name: words.vendors.name('mytracker') });
  await pressAt(window, choice);
  const form = connectionDialog(window, 'mytracker');
  const details = detailsFor(vendors, 'mytracker');
  await typeAt(window, form.box('name'), 'Games');
  await typeAt(window, form.box('apiUserId'), details.apiUserId ?? '');
  await typeAt(window, form.secret('secretKey'), details.secretKey ?? '');
  await pressAt(window, form.advanced);
  await typeAt(window, form.box('baseUrl'), details.baseUrl ?? '');
  await keyboard.press('Enter');
  await expect(form.works('Games')).toBeVisible();
  await expect(form.goOn('mytracker')).toBeFocused();
  await keyboard.press('Escape');

  await focusIsKept(window);
  await expect(pages.connections.row('Games')).toBeVisible();

  // A dialog that is put away gives the focus back to what opened it.
  await pressAt(window, pages.navigation.item('exports'));
  await pressAt(window, pages.exports.newExport);
  await putAway(window);
  await expect(pages.exports.newExport).toBeFocused();
  await keyboard.press('Enter');
  await expect(pages.newExport.dialog.locator(':focus')).toBeVisible();
  await typeAt(window, pages.newExport.title, 'Installs');
  await keyboard.press('Enter');
  await expect(pages.newExport.dialog).toBeHidden();
  await focusIsKept(window);
  // Escape puts the panel away; where a button's tip has come up meanwhile, that goes first.
  const panel = pages.exports.panel('Installs');
  await tabTo(window, panel.getByRole('button', { name: words.panel.close }));
  await expect(async () => {
    await keyboard.press('Escape');
    await expect(panel).toBeHidden({ timeout: 1000 });
  }).toPass({ timeout: 40_000 });
  await focusIsKept(window);

  const heard = await listen(window);
  const hear = (text: string) =>
    expect.poll(async () => (await heard()).some((said) => said.includes(text)), text).toBe(true);
  await pressAt(window, pages.exports.step('Installs', 'collect'));
  await expect(pages.exports.stage('Installs', 'collected')).toBeVisible();
  await hear(words.app.saysStage('Installs', words.exports.stage({ stage: 'collected' } as never)));
  await pressAt(window, pages.exports.step('Installs', 'review'));
  await expect(pages.review.facts).toBeVisible();
  await hear(words.review.shown(800, 800));
  // Into the table, two rows down, from the row's number to its first cell, and out again.
  await tabTo(window, pages.review.headers.first());
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowRight');
  await expect(window.locator(':focus')).toHaveAttribute('role', 'gridcell');
  await answerSaveDialog(app, path.join(docket.documents, 'saved.csv'));
  await pressAt(window, window.getByRole('button', { name: words.reviewSave.save }));
  await expect(window.getByRole('menuitem').first()).toBeFocused();
  await keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toContainText('saved.csv');
  await hear(words.reviewSave.savedTitle);
  await expect(window.getByRole('button', { name: words.reviewSave.close, exact: true })).toBeFocused();
  await keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await focusIsKept(window);

  await pressAt(window, window.getByRole('button', { name: words.review.mark }));
  await pressAt(window, pages.review.commit);
  await expect(pages.commit.cancel).toBeFocused();
  await pressAt(window, pages.commit.commit);
  await expect(pages.commit.committed('Installs')).toBeVisible();
  await hear(words.receipt.committed('Installs'));
  await expect(pages.commit.close).toBeFocused();
  await keyboard.press('Enter');
  await focusIsKept(window);
  await pressAt(window, pages.review.back);
  await expect(pages.exports.stage('Installs', 'committed')).toBeVisible();
  await focusIsKept(window);

  await pressAt(window, pages.exports.step('Installs', 'receipt'));
  await expect(pages.receipt.dialog).toContainText(words.receipt.fingerprint);
  await putAway(window);
  await expect(pages.exports.step('Installs', 'receipt')).toBeFocused();
  await keyboard.press('Enter');
  await pressAt(window, pages.receipt.showInHistory);
  await expect(pages.history.entry('committed', 'Installs')).toBeVisible();
  await focusIsKept(window);
});
