import path from 'node:path';
import { openLedger } from '../../src-main/jobs/sqlite-ledger.ts';
import { systemClock } from '../../src-main/ports/clock.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { sampleJob } from '../support/sample-job.ts';

test('10,000 exports show, scroll to the end and are searched', async ({ docket }) => {
  const { ledger } = openLedger({
    file: path.join(docket.profileDir, 'ledger.sqlite'),
    clock: systemClock,
    user: 'tester',
  });
  const now = Date.now();
  ledger.transaction(() => {
    for (let index = 0; index < 10_000; index += 1) {
      ledger.jobs.put(
        sampleJob({
          id: `job-${index}`,
          title: `Installs ${String(index).padStart(5, '0')}`,
          reference: String(700_000 + index),
          createdAt: now - index * 60_000,
          readyAt: now - index * 60_000,
        }),
      );
    }
  });
  ledger.close();

  const { window } = await docket.launch();
  const { exports: list } = docketPages(window);
  await expect(list.rows.first()).toBeVisible();
  await expect(list.grid).toHaveAttribute('aria-rowcount', /^10,?00\d$/);
  const drawn = await list.rows.count();
  expect(drawn).toBeLessThan(100);

  const first = await list.rows.first().innerText();
  await list.rows.first().focus();
  await window.keyboard.press('End');
  await expect(window.locator(':focus')).toHaveAttribute('aria-rowindex', '10001');
  const last = await window.locator(':focus').innerText();
  expect(last).not.toBe(first);
  expect(await list.rows.count()).toBeLessThan(100);

  await list.search.fill('installs 07342');
  await expect(list.row('Installs 07342')).toBeVisible();
  await expect(list.rows).toHaveCount(1);
  await list.search.fill('');
  await expect(list.grid).toHaveAttribute('aria-rowcount', '10001');
});
