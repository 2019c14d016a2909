import { bridgeSteps } from '../support/bridge-steps.ts';
import { expect, test } from '../support/docket-test.ts';
import { movesSince } from '../support/moves.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { putAway } from '../support/pages/keyboard.ts';
import { words } from '../support/pages/shown-words.ts';

test('screens, exports and actions by a few keys; what was done is taken back; the focus returns', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const { window } = await docket.launch();
  const pages = docketPages(window);
  const steps = bridgeSteps(window);
  const { keyboard } = window;
  const connectionId = await steps.connect(vendors, 'mytracker');
  for (const title of ['Installs', 'Payments'])
    await steps.add(connectionId, vendors.mytracker.addExport(), title);
  const palette = window.getByRole('dialog', { name: words.palette.title });
  const box = palette.getByRole('combobox');
  const option = (name: string | RegExp) => palette.getByRole('option', { name });
  await expect(pages.exports.row('Installs')).toBeVisible();

  // From where the focus is, and back there.
  await pages.exports.newExport.focus();
  await keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await expect(option(words.app.history)).toBeVisible();
  await keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(pages.exports.newExport).toBeFocused();

  await keyboard.press('Control+k');
  await keyboard.type('nothing like it');
  await expect(palette).toContainText(words.palette.none('nothing like it'));
  await expect(
    window.getByRole('status').filter({ hasText: words.palette.none('nothing like it') }),
  ).toHaveCount(1);
  await box.fill('pay');
  await expect(option(/^Payments/)).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Enter');
  await expect(pages.exports.panel('Payments')).toBeVisible();
  await keyboard.press('Control+3');
  await expect(window.getByRole('heading', { level: 1, name: words.app.history })).toBeVisible();
  await keyboard.press('/');
  await expect(pages.exports.search).toBeFocused();
  await keyboard.type('?');
  await expect(pages.exports.search).toHaveValue('?');
  await pages.exports.search.fill('');

  await pages.exports.newExport.focus();
  await keyboard.press('?');
  const page = window.getByRole('dialog', { name: words.shortcuts.title });
  await expect(page).toBeVisible();
  await putAway(window);
  await expect(page).toBeHidden();
  await expect(pages.exports.newExport).toBeFocused();

  // Forgotten without a question, and back.
  await pages.exports.openPanel('Installs');
  await pages.exports.closePanel('Installs');
  await pages.exports.menu('Installs', words.exports.menu.forget);
  await expect(pages.exports.row('Installs')).toBeHidden();
  await window.getByRole('button', { name: words.app.undo, exact: true }).click();
  await expect(pages.exports.row('Installs')).toBeFocused();
  await pages.exports.menu('Payments', words.exports.menu.forget);
  await expect(pages.exports.row('Payments')).toBeHidden();
  await keyboard.press('Control+z');
  await expect(pages.exports.row('Payments')).toBeVisible();

  // For who wants no motion nothing moves: the same dialog that does otherwise.
  const openAndClose = async () => {
    await keyboard.press('Control+k');
    await expect(box).toBeFocused();
    await keyboard.press('Escape');
    await expect(palette).toBeHidden();
    await pages.exports.openPanel('Installs');
    await pages.exports.closePanel('Installs');
  };
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await movesSince(window);
  await openAndClose();
  expect(await movesSince(window)).toEqual([]);
  await window.emulateMedia({ reducedMotion: 'no-preference' });
  await openAndClose();
  expect(await movesSince(window)).not.toEqual([]);
});
