import { readdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';

/** The whole walk with three vendors: seven clicks for each export, one to begin, one to leave each table. */
const mostClicks = 26;

test('one click starts practice, and few more collect, review and commit an export of each vendor', async ({
  docket,
}) => {
  const launched = await docket.launch();
  const { window } = launched;
  const pages = docketPages(window);
  await countClicks(window);
  await pages.firstStart.practise.click();
  await expect(pages.navigation.practice).toBeVisible();
  await expect(pages.exports.step('Newsletter opt-ins', 'collect')).toBeVisible({ timeout: 20_000 });
  const report = /^New Commerce/;
  await expect(window.getByText(report).first()).toBeVisible({ timeout: 20_000 });
  const crayon = (await window.getByText(report).first().textContent()) ?? '';

  for (const title of ['Newsletter opt-ins', 'Installs, October', crayon]) {
    await expect(pages.exports.row(title).first()).toContainText(words.exports.practice);
    await pages.exports
      .row(title)
      .first()
      .getByRole('button', { name: /^Collect: / })
      .click();
    await expect(pages.exports.stage(title, 'collected').first()).toBeVisible({ timeout: 30_000 });
    await pages.exports.step(title, 'review').first().click();
    await expect(pages.review.facts).toBeVisible({ timeout: 20_000 });
    await pages.review.markReviewed('');
    await pages.review.commit.click();
    await expect(pages.commit.dialog.getByText(words.commit.practice)).toBeVisible();
    await pages.commit.commit.click();
    await expect(pages.commit.committed(title)).toBeVisible({ timeout: 30_000 });
    await pages.commit.close.click();
    await pages.review.back.click();
    await expect(pages.exports.stage(title, 'committed').first()).toBeVisible();
    await pages.exports.closePanel(title);
  }
  expect(await clicks(window)).toBeLessThanOrEqual(mostClicks);
  const files = await collectedFiles(docket.documents);
  expect(files).toHaveLength(5);

  // Practice goes on after a restart: what is done stays done, and the vendors still serve what is not.
  await launched.app.close();
  const second = await docket.launch();
  const again = docketPages(second.window);
  await expect(again.navigation.practice).toBeVisible();
  await expect(again.exports.stage('Newsletter opt-ins', 'committed')).toBeVisible();
  await again.exports.step('Event guests', 'collect').click({ timeout: 30_000 });
  await expect(again.exports.stage('Event guests', 'collected')).toBeVisible({ timeout: 30_000 });

  await again.navigation.stopPractising.click();
  await expect(again.firstStart.title).toBeVisible();
  await expect(again.navigation.practice).toBeHidden();
  // What was collected stays on the disk.
  expect(await collectedFiles(docket.documents)).toHaveLength(6);
  expect(await readdir(docket.documents)).toEqual(['Docket']);
});

async function countClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(globalThis, 'clicksSeen', 0);
    const count = () =>
      Reflect.set(globalThis, 'clicksSeen', Number(Reflect.get(globalThis, 'clicksSeen')) + 1);
    document.addEventListener('click', (event) => event.isTrusted && count(), true);
  });
}

function clicks(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(globalThis, 'clicksSeen')));
}
