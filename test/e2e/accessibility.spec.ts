import { accessibilityFindings as findings } from '../support/accessibility-findings.ts';
import { expect, test } from '../support/docket-test.ts';
import { connectionDialog, detailsFor } from '../support/pages/connections.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { pressAt, tabTo, typeAt } from '../support/pages/keyboard.ts';
import { words } from '../support/pages/shown-words.ts';

test('every screen and dialog is accessible, in light and in dark', async ({ docket }) => {
  test.setTimeout(180_000);
  const vendors = await docket.vendors();
  const token = vendors.mypreferences.addExport();
  vendors.mypreferences.addExport();
  const { window } = await docket.launch();
  const pages = docketPages(window);
  const check = async (where: string, passing?: 'with what is said in passing') => {
    // What is just fading in or out has no contrast to speak of.
    if (passing === undefined) await expect(window.locator('.fui-Toast')).toHaveCount(0, { timeout: 15_000 });
    for (const [colorScheme, rules] of [
      ['light', 'all'],
      ['dark', 'contrast'],
    ] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect
        .soft(async () => expect(await findings(window, rules)).toEqual([]), `${where}, ${colorScheme}`)
        .toPass({ timeout: 20_000 });
    }
  };

  await expect(pages.firstStart.title).toBeVisible();
  await check('first start');
  await pages.navigation.goTo('history');
  await expect(pages.history.emptyTitle).toBeVisible();
  await check('empty history');
  await pages.navigation.goTo('connections');
  await expect(window.getByText(words.connections.emptyTitle)).toBeVisible();
  await check('no connections');
  await pages.connections.connect.click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await check('choice of vendors');
  const form = await pages.connections.choose('mypreferences');
  await form.saveAndTest.click();
  await expect(form.dialog.getByText(words.connections.problem('missing')).first()).toBeVisible();
  await check('connection form with problems');
  await form.type(detailsFor(vendors, 'mypreferences'));
  await check('connection form');
  await form.saveAndTest.click();
  await expect(form.works('Newsletter')).toBeVisible();
  await check('connection works');
  await form.close.click();
  await check('connections');

  await pages.navigation.goTo('exports');
  await expect(pages.exports.emptyTitle).toBeVisible();
  await check('empty list');
  await pages.exports.newExport.click();
  await expect(pages.newExport.dialog).toBeVisible();
  await check('new export, asked for');
  await pages.newExport.have.click();
  await check('new export, by its number');
  await window.keyboard.press('Escape');
  await pages.track('mypreferences', token, 'Opt-ins');
  await check('list', 'with what is said in passing');
  await pages.exports.openPanel('Opt-ins');
  await check('panel');
  await pages.exports.closePanel('Opt-ins');
  await pages.collect('Opt-ins');
  await pages.exports.step('Opt-ins', 'review').click();
  await expect(pages.review.facts).toBeVisible({ timeout: 20_000 });
  await check('review');
  await pages.review.markReviewed('');
  await pages.review.commit.click();
  await expect(pages.commit.commit).toBeEnabled();
  await check('commit dialog');
  await pages.commit.commit.click();
  await expect(pages.commit.committed('Opt-ins')).toBeVisible({ timeout: 20_000 });
  await check('committed');
  await pages.commit.close.click();
  await pages.review.back.click();
  await pages.exports.closePanel('Opt-ins');
  await pages.exports.step('Opt-ins', 'receipt').click();
  await expect(pages.receipt.dialog).toBeVisible();
  await check('receipt');
  await pages.receipt.showInHistory.click();
  await expect(pages.history.entry('committed', 'Opt-ins')).toBeVisible();
  await check('history');
  await pages.history.entry('committed', 'Opt-ins').click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await check('an entry of the history');
  await window.keyboard.press('Escape');
  await pages.navigation.goTo('settings');
  await expect(pages.settings.title).toBeVisible();
  await check('settings');
});

test('the main job by keyboard alone', async ({ docket }) => {
  const vendors = await docket.vendors();
  const id = vendors.mytracker.addExport();
  const { window } = await docket.launch();
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
  await expect(form.close).toBeFocused();
  await keyboard.press('Enter');

  await pressAt(window, pages.navigation.item('exports'));
  await pressAt(window, pages.exports.newExport);
  await tabTo(window, pages.newExport.ask);
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await typeAt(window, pages.newExport.reference('mytracker'), id);
  await typeAt(window, pages.newExport.title, 'Installs');
  await keyboard.press('Enter');
  await expect(pages.newExport.dialog).toBeHidden();
  // Escape puts the panel away.
  await tabTo(window, pages.exports.panel('Installs').getByRole('button', { name: words.panel.close }));
  await keyboard.press('Escape');
  await expect(pages.exports.panel('Installs')).toBeHidden();

  await pressAt(window, pages.exports.step('Installs', 'collect'));
  await expect(pages.exports.stage('Installs', 'collected')).toBeVisible({ timeout: 20_000 });
  await pressAt(window, pages.exports.step('Installs', 'review'));
  await expect(pages.review.facts).toBeVisible({ timeout: 20_000 });
  // Into the table, one row down, and out again.
  await tabTo(window, pages.review.headers.first());
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(window.locator(':focus')).toHaveAttribute('role', 'gridcell');
  await pressAt(window, window.getByRole('button', { name: words.review.mark }));
  await pressAt(window, pages.review.commit);
  await expect(pages.commit.cancel).toBeFocused();
  await pressAt(window, pages.commit.commit);
  await expect(pages.commit.committed('Installs')).toBeVisible({ timeout: 20_000 });
  await expect(pages.commit.close).toBeFocused();
  await keyboard.press('Enter');
  await pressAt(window, pages.review.back);
  await expect(pages.exports.stage('Installs', 'committed')).toBeVisible();
});
