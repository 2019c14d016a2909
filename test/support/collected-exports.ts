import type { ElectronApplication, Page } from '@playwright/test';
import type { PracticeVendors } from '../../src-main/practice/practice-vendors.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import { bridgeSteps } from './bridge-steps.ts';
import { type DocketWorld, expect } from './docket-test.ts';
import { type DocketPages, docketPages } from './pages/docket-pages.ts';

export interface CollectedExports {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly pages: DocketPages;
  /** Opens an export's table and waits until it is read to its end. */
  open(title: string): Promise<void>;
  /** Opens it, whatever comes of it. */
  press(title: string): Promise<void>;
  /** From the table back to the list. */
  leave(title: string): Promise<void>;
}

/** An export at a vendor. What stands in Crayon's queue comes onto the list by itself, under its title there. */
export interface ExportAtVendor {
  readonly provider: ProviderId;
  readonly reference: string;
  readonly title: string;
}

const patience = { timeout: 40_000 };

/** Exports that were collected, in this order, from vendors that have gone since: all that follows is offline. */
export async function collectExports(
  docket: DocketWorld,
  give: (vendors: PracticeVendors) => readonly ExportAtVendor[],
): Promise<CollectedExports> {
  const vendors = await docket.vendors();
  const exports = give(vendors);
  const { app, window } = await docket.launch();
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const pages = docketPages(window);
  const bridge = bridgeSteps(window);
  const connections = new Map<ProviderId, string>();
  for (const { provider, reference, title } of exports) {
    const connection = connections.get(provider) ?? (await bridge.connect(vendors, provider));
    connections.set(provider, connection);
    const id =
      provider === 'crayon' ? await bridge.listed(title) : await bridge.add(connection, reference, title);
    await bridge.untilStage(id, 'ready');
    await bridge.collect(id);
    await bridge.untilStage(id, 'collected');
  }
  await vendors.stop();
  const self = {
    app,
    window,
    pages,
    async press(title: string) {
      // A long list holds only the rows in sight.
      await pages.exports.search.fill(title);
      await pages.exports.step(title, 'review').click();
    },
    async open(title: string) {
      await self.press(title);
      await expect(pages.review.facts).toBeVisible(patience);
      // "first 199 rows" while it is being read.
      await expect(pages.review.facts).not.toContainText('first', patience);
    },
    async leave(title: string) {
      await pages.review.back.click();
      await pages.exports.closePanel(title);
    },
  };
  return self;
}
