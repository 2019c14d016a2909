import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../support/docket-test.ts';
import { longTitle, writeFullDesk } from '../support/full-desk.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';
import { pictures, seenAs, type TakePicture } from './pictures.ts';

test('the tour of a full desk: 10,000 exports, warnings, long names, small and large windows', async ({
  docket,
}) => {
  writeFullDesk(docket.profileDir, docket.documents);
  const { app, window } = await docket.launch();
  await size(app, window, 1280, 820);
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const pages = docketPages(window);
  const picture = pictures(window, { after: 80 });

  await expect(pages.exports.row(longTitle)).toBeVisible({ timeout: 30_000 });
  await picture('list-10000', 'ten thousand exports: what needs you, and what is about to be lost');
  await window.getByRole('button', { name: words.overview.part.review(2) }).click();
  await expect(pages.exports.row(longTitle)).toBeHidden();
  await picture('list-narrowed', 'a figure above the list leaves only those');
  await window.getByRole('button', { name: words.overview.part.review(2) }).click();
  await pages.exports.openPanel(longTitle);
  await picture('long-name', 'a name that nobody limited');
  await pages.exports.closePanel(longTitle);
  await screens(window, picture, '10000');

  await size(app, window, 1024, 640);
  await pages.navigation.goTo('exports');
  await picture('list-1024', 'the smallest window: the list');
  await pages.exports.openPanel(longTitle);
  await picture('panel-1024', 'an export in it');
  await pages.exports.closePanel(longTitle);
  await window.keyboard.press('F1');
  await expect(window.getByRole('dialog', { name: words.shortcuts.title })).toBeVisible();
  await picture('shortcuts-1024', 'a dialog in it');
  await window.keyboard.press('Escape');
  await screens(window, picture, '1024');

  await seenAs(window, 1280, 820, 2);
  await pages.navigation.goTo('exports');
  await window.mouse.move(400, 4);
  await picture('list-zoomed', 'the list at 200 %');
  await pages.navigation.goTo('settings');
  await window.mouse.move(400, 4);
  await picture('settings-zoomed', 'the settings at 200 %');
  await seenAs(window, 3840, 2160, 1);
  await pages.navigation.goTo('exports');
  await picture('list-4k', 'the list on a screen of 3840 × 2160');
  await pages.navigation.goTo('history');
  await expect(window.getByRole('row').nth(1)).toBeVisible();
  await picture('history-4k', 'the history on it');
});

/** The other screens, as they are with much on them. */
async function screens(window: Page, picture: TakePicture, kind: string): Promise<void> {
  const pages = docketPages(window);
  await pages.navigation.goTo('files');
  await expect(pages.files.rows.first()).toBeVisible({ timeout: 30_000 });
  await picture(`files-${kind}`, 'the files');
  await pages.navigation.goTo('history');
  await expect(window.getByRole('row').nth(1)).toBeVisible({ timeout: 30_000 });
  await picture(`history-${kind}`, 'the history');
  await pages.navigation.goTo('settings');
  await expect(pages.settings.title).toBeVisible();
  await picture(`settings-${kind}`, 'the settings');
}

async function size(app: ElectronApplication, window: Page, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
  await expect
    .poll(() => window.evaluate(() => `${innerWidth} × ${innerHeight}`))
    .toBe(`${width} × ${height}`);
}
