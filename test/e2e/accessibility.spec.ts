import { accessibilityCheck } from '../support/accessibility-findings.ts';
import { expect, test } from '../support/docket-test.ts';
import { connectionDialog, detailsFor } from '../support/pages/connections.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { pressAt, tabTo, typeAt } from '../support/pages/keyboard.ts';
import { words } from '../support/pages/shown-words.ts';
import { type LookAt, walkScreens } from '../support/walk-screens.ts';

test('every screen and dialog is accessible, in light and in dark', async ({ docket }) => {
  test.setTimeout(180_000);
  const vendors = await docket.vendors();
  vendors.mypreferences.addExport();
  const { window } = await docket.launch();
  const pages = docketPages(window);
  const accessible = accessibilityCheck(window);
  const check: LookAt = async (where, passing) => {
    // What is just fading in or out has no contrast to speak of.
    if (passing === undefined) await expect(window.locator('.fui-Toast')).toHaveCount(0, { timeout: 15_000 });
    await accessible(where);
  };

  await expect(pages.firstStart.title).toBeVisible();
  await walkScreens(window, vendors, check);
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
