import { readdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';

/** From the first start to a committed receipt. */
const most = { clicks: 12, words: 1 };

test('from the first start to a committed receipt in practice: 12 clicks and one typed word at most', async ({
  docket,
}) => {
  const launched = await docket.launch();
  const { window } = launched;
  const pages = docketPages(window);
  await expect(pages.firstStart.practise).toBeVisible();
  await countEffort(window);
  await pages.firstStart.practise.click();
  await expect(pages.navigation.practice).toBeVisible();
  const title = 'Newsletter opt-ins';
  await pages.exports.step(title, 'collect').click();
  await expect(pages.exports.row(title)).toContainText(words.exports.practice);
  await expect(pages.exports.stage(title, 'collected')).toBeVisible();
  await pages.exports.step(title, 'review').click();
  await expect(pages.review.facts).toBeVisible();
  await pages.review.markReviewed('');
  await pages.review.commit.click();
  await expect(pages.commit.dialog.getByText(words.commit.practice)).toBeVisible();
  await pages.commit.commit.click();
  await expect(pages.commit.committed(title)).toBeVisible();
  await expect(pages.commit.dialog).toContainText(words.receipt.fingerprint);
  const effort = await effortSeen(window);
  expect(effort.clicks).toBeGreaterThan(1);
  expect(effort.clicks).toBeLessThanOrEqual(most.clicks);
  expect(effort.words).toBeLessThanOrEqual(most.words);
  console.log(`from the first start to the receipt: ${effort.clicks} clicks, ${effort.words} words typed`);
  await pages.commit.close.click();
  await pages.review.back.click();
  await expect(pages.exports.stage(title, 'committed')).toBeVisible();
  await pages.exports.closePanel(title);
  // Whoever counts must be able to: three words more, and as many clicks as were made.
  await pages.exports.search.pressSequentially('new commerce report');
  expect(await effortSeen(window)).toEqual({ clicks: effort.clicks + 3, words: effort.words + 3 });
  await pages.exports.search.fill('');

  // The other two practice vendors have theirs as well.
  const report =
    (await window
      .getByText(/^New Commerce/)
      .first()
      .textContent()) ?? '';
  for (const other of ['Installs, October', report]) {
    await pages.exports.step(other, 'collect').first().click();
    await expect(pages.exports.step(other, 'review').first()).toBeVisible();
  }
  expect(await collectedFiles(docket.documents)).toHaveLength(5);

  // Practice goes on after a restart: what is done stays done, and the vendors still serve what is not.
  await launched.app.close();
  const second = await docket.launch();
  const again = docketPages(second.window);
  await expect(again.navigation.practice).toBeVisible();
  await expect(again.exports.stage(title, 'committed')).toBeVisible();
  await again.exports.step('Event guests', 'collect').click();
  await expect(again.exports.stage('Event guests', 'collected')).toBeVisible();

  await again.navigation.stopPractising.click();
  await expect(again.firstStart.title).toBeVisible();
  await expect(again.navigation.practice).toBeHidden();
  // What was collected stays on the disk.
  expect(await collectedFiles(docket.documents)).toHaveLength(6);
  expect(await readdir(docket.documents)).toEqual(['Docket']);
});

interface Effort {
  readonly clicks: number;
  readonly words: number;
}

/** The page counts by itself what the person does from now on: clicks, and words in its boxes. */
async function countEffort(page: Page): Promise<void> {
  await page.evaluate(() => {
    const effort = { clicks: 0, typed: '' };
    Reflect.set(globalThis, 'effortSeen', effort);
    document.addEventListener(
      'click',
      (event) => {
        if (event.isTrusted) effort.clicks += 1;
      },
      true,
    );
    document.addEventListener(
      'beforeinput',
      (event) => {
        effort.typed += event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
      },
      true,
    );
    // Another box, another word.
    document.addEventListener('focusin', () => {
      effort.typed += ' ';
    });
  });
}

function effortSeen(page: Page): Promise<Effort> {
  return page.evaluate(() => {
    const { clicks, typed } = Reflect.get(globalThis, 'effortSeen') as { clicks: number; typed: string };
    return { clicks, words: typed.split(/\s+/).filter((word) => word !== '').length };
  });
}
