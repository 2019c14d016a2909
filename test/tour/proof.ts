import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { ask } from '../support/kill-bridge.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';
import type { TakePicture } from './pictures.ts';

/** What was done can be shown: the history's facts, the receipt as a page and what a check of it finds, the files. */
export async function proof(app: ElectronApplication, window: Page, picture: TakePicture): Promise<void> {
  const pages = docketPages(window);
  const title = 'Newsletter opt-ins';
  await pages.history.choose(words.historyTools.groupLabel, words.historyTools.group('commits'));
  await picture('history-filtered', 'the history, commits only');
  await pages.history.entry('committed', title).click();
  await picture('history-entry', 'all facts of one entry');
  await window.getByRole('dialog').getByRole('button', { name: words.historyTools.receipt }).click();
  await expect(pages.receiptPage.paper(title)).toBeVisible();
  await picture('receipt-page', 'a receipt as a page, as it is printed');
  await pages.receiptPage.check.click();
  await expect(pages.receiptPage.found).toContainText(words.receiptPage.allSameHint);
  await picture('receipt-checked', 'its files were read again: exactly as signed for');
  await pages.navigation.goTo('files');
  await expect(pages.files.rows.first()).toBeVisible();
  await picture('files', 'everything collected, by date');
  await pages.files.cleanUp.click();
  await pages.cleanUp.choose('any');
  await expect(pages.cleanUp.dialog).toContainText(title);
  await picture('clean-up', 'exactly what would move to the bin');
  await window.keyboard.press('Escape');
  const signed = await ask(window, 'files.list', { search: title, state: 'committed' });
  const { folder = '', name = '' } = signed.entries[0] ?? {};
  await appendFile(path.join(folder, name), ' ');
  await pages.files.choose(words.files.stateLabel, words.files.state('committed'));
  await pages.files.menu(name, words.files.receipt);
  await pages.receiptPage.check.click();
  await expect(pages.receiptPage.found).toContainText(words.receiptPage.nextStep('changed'));
  await picture('receipt-changed', 'a file was changed since: which, and what to do');
  await window.emulateMedia({ media: 'print' });
  await picture('receipt-on-paper', 'the same receipt on paper');
  await window.emulateMedia({ media: null });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
  await pages.navigation.goTo('history');
  await picture('history-small', 'the history in the smallest window');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 820));
}
