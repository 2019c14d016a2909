import type { Page } from '@playwright/test';
import type { PracticeVendors } from '../../src-main/practice/practice-vendors.ts';
import { expect } from './docket-test.ts';
import { detailsFor } from './pages/connections.ts';
import { docketPages } from './pages/docket-pages.ts';
import { words } from './pages/shown-words.ts';

/** Looks at what is on screen. Some of it is only said in passing, over the screen that is meant. */
export type LookAt = (where: string, passing?: 'with what is said in passing') => Promise<void>;

/** From the first start through the main job to its entry in the history: every screen and dialog on the way is looked at. */
export async function walkScreens(window: Page, vendors: PracticeVendors, look: LookAt): Promise<void> {
  const pages = docketPages(window);
  const token = vendors.mypreferences.addExport();
  await look('first start');
  await pages.navigation.goTo('history');
  await expect(pages.history.emptyTitle).toBeVisible();
  await look('empty history');
  await pages.navigation.goTo('connections');
  await expect(window.getByText(words.connections.emptyTitle)).toBeVisible();
  await look('no connections');
  await pages.connections.connect.click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('choice of vendors');
  const form = await pages.connections.choose('mypreferences');
  await form.saveAndTest.click();
  await expect(form.dialog.getByText(words.connections.problem('missing')).first()).toBeVisible();
  await look('connection form with problems');
  await form.type(detailsFor(vendors, 'mypreferences'));
  await look('connection form');
  await form.saveAndTest.click();
  await expect(form.works('Newsletter')).toBeVisible();
  await look('connection works');
  await form.close.click();
  await look('connections');

  await pages.navigation.goTo('exports');
  await expect(pages.exports.emptyTitle).toBeVisible();
  await look('empty list');
  await pages.exports.newExport.click();
  await expect(pages.newExport.dialog).toBeVisible();
  await look('new export, asked for');
  await pages.newExport.have.click();
  await look('new export, by its number');
  await window.keyboard.press('Escape');
  await pages.track('mypreferences', token, 'Opt-ins');
  await look('list', 'with what is said in passing');
  await pages.exports.openPanel('Opt-ins');
  await look('panel');
  await pages.exports.closePanel('Opt-ins');
  await pages.collect('Opt-ins');
  await pages.exports.step('Opt-ins', 'review').click();
  await expect(pages.review.facts).toBeVisible({ timeout: 20_000 });
  await look('review');
  await pages.review.markReviewed('');
  await pages.review.commit.click();
  await expect(pages.commit.commit).toBeEnabled();
  await look('commit dialog');
  await pages.commit.commit.click();
  await expect(pages.commit.committed('Opt-ins')).toBeVisible({ timeout: 20_000 });
  await look('committed');
  await pages.commit.close.click();
  await pages.review.back.click();
  await pages.exports.closePanel('Opt-ins');
  await pages.exports.step('Opt-ins', 'receipt').click();
  await expect(pages.receipt.dialog).toBeVisible();
  await look('receipt');
  await pages.receipt.showInHistory.click();
  await expect(pages.history.entry('committed', 'Opt-ins')).toBeVisible();
  await look('history');
  await pages.history.entry('committed', 'Opt-ins').click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('an entry of the history');
  await window.keyboard.press('Escape');
}
