import { expect, type Page } from '@playwright/test';
import type { PracticeVendors } from '../../../src-main/practice/practice-vendors.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { commitDialog, decideDialog, receiptDialog } from './commit-dialog.ts';
import { connectionDialog, connectionsScreen, type Details, detailsFor } from './connections.ts';
import { exportsScreen, newExportDialog } from './exports.ts';
import { cleanUpDialog, filesScreen } from './files.ts';
import { firstStart } from './first-start.ts';
import { historyScreen } from './history.ts';
import { navigation } from './navigation.ts';
import { receiptPage } from './receipt-page.ts';
import { reviewScreen } from './review.ts';
import { settingsScreen } from './settings.ts';
import { words } from './shown-words.ts';

/** Every screen and dialog of one window, and what people do across them. */
export function docketPages(page: Page) {
  const pages = {
    page,
    navigation: navigation(page),
    firstStart: firstStart(page),
    exports: exportsScreen(page),
    newExport: newExportDialog(page),
    connections: connectionsScreen(page),
    connectionDialog: (vendor: ProviderId) => connectionDialog(page, vendor),
    review: reviewScreen(page),
    commit: commitDialog(page),
    decide: decideDialog(page),
    receipt: receiptDialog(page),
    receiptPage: receiptPage(page),
    files: filesScreen(page),
    cleanUp: cleanUpDialog(page),
    history: historyScreen(page),
    settings: settingsScreen(page),
    /** The latest of those with these words; what is read out to a screen reader at the same time is another element. */
    toast: (text: string | RegExp) => page.locator('.fui-Toast', { hasText: text }).last(),

    /** A bar with these words; what is read out when it comes up is another element. */
    bar: (text: string | RegExp) => page.locator('.fui-MessageBar').getByText(text),

    /** Does something, and waits until a bar with these words has been there, however short its time. */
    async whileBarAppears(text: string, deed: () => Promise<void>) {
      const appeared = await page.evaluateHandle((wanted) => {
        const isThere = () =>
          [...document.querySelectorAll('.fui-MessageBar')].some((bar) => bar.textContent?.includes(wanted));
        const seen = new Promise<void>((resolve) => {
          const watch = new MutationObserver(() => {
            if (!isThere()) return;
            watch.disconnect();
            resolve();
          });
          watch.observe(document.body, { subtree: true, childList: true, characterData: true });
        });
        return { seen };
      }, text);
      await deed();
      await appeared.evaluate(({ seen }) => seen);
    },

    /** Opens the empty form for a vendor. */
    async openConnectionForm(vendor: ProviderId) {
      await pages.navigation.goTo('connections');
      await pages.connections.connect.click();
      return pages.connections.choose(vendor);
    },

    /** Types an account's details, saves, and waits for the vendor's yes. Ends on the list of exports. */
    async connect(vendors: PracticeVendors, vendor: ProviderId, over: Details = {}): Promise<Details> {
      const details = { ...detailsFor(vendors, vendor), ...over };
      const form = await pages.openConnectionForm(vendor);
      await form.type(details);
      await form.saveAndTest.click();
      await expect(form.works(details.name ?? '')).toBeVisible();
      await form.close.click();
      await pages.navigation.goTo('exports');
      return details;
    },

    /** Adds an export by the number that the person has. Its panel is closed again. */
    async track(vendor: 'mypreferences' | 'mytracker', reference: string, title: string) {
      await pages.exports.newExport.click();
      await pages.newExport.have.click();
      await pages.newExport.reference(vendor).fill(reference);
      await pages.newExport.title.fill(title);
      await pages.newExport.add.click();
      await expect(pages.newExport.dialog).toBeHidden();
      await pages.exports.closePanel(title);
    },

    /** Collects an export that is ready and waits until every byte is checked. */
    async collect(title: string) {
      await pages.exports.step(title, 'collect').click();
      await expect(pages.exports.stage(title, 'collected')).toBeVisible({ timeout: 40_000 });
    },

    /** Opens the table, marks it as reviewed, and goes back to the list. */
    async markReviewed(title: string, remark = '') {
      await pages.exports.step(title, 'review').click();
      await expect(pages.review.facts).toBeVisible({ timeout: 40_000 });
      await pages.review.markReviewed(remark);
      await pages.review.back.click();
      // Back on the list the export's panel is open.
      await pages.exports.closePanel(title);
      await expect(pages.exports.stage(title, 'reviewed')).toBeVisible();
    },

    /** Opens the commit dialog and waits for the facts. */
    async openCommit(title: string) {
      await pages.exports.step(title, 'commit').click();
      await expect(pages.commit.dialog.getByText(words.commit.title(title))).toBeVisible();
      await expect(pages.commit.commit).toBeEnabled();
    },
  };
  return pages;
}
export type DocketPages = ReturnType<typeof docketPages>;
