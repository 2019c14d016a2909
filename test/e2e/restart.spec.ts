import { readFile } from 'node:fs/promises';
import { bridgeSteps } from '../support/bridge-steps.ts';
import { bytesOnTheWay, collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { bytesMarked } from '../support/kill-ledger.ts';
import type { LaunchedDocket } from '../support/launch-docket.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { quitDocket } from '../support/quit-docket.ts';

const ends: readonly (readonly [string, (docket: LaunchedDocket) => Promise<void>])[] = [
  ['quit', async (docket) => void (await quitDocket(docket))],
  ['a power cut', (docket) => docket.kill()],
];

for (const [name, end] of ends) {
  test(`MyPreferences pages go on after ${name}: every record once, to the byte`, async ({ docket }) => {
    const vendors = await docket.vendors({ rows: { profiles: 230 } });
    const { mypreferences } = vendors;
    const token = mypreferences.addExport();
    const first = await docket.launch();
    const pages = docketPages(first.window);
    await bridgeSteps(first.window).track(vendors, 'mypreferences', token, 'Opt-ins', { pageSize: 50 });
    // The third page never comes to its end.
    const takeBack = mypreferences.faults.add({
      kind: 'stall',
      afterBytes: 100,
      match: /offset=101\b/,
      times: Number.POSITIVE_INFINITY,
    });
    await pages.exports.step('Opt-ins', 'collect').click();
    await expect.poll(() => bytesOnTheWay(docket.documents)).toBeGreaterThan(0);
    await expect
      .poll(() => mypreferences.requests.some(({ target }) => /offset=101\b/.test(target)))
      .toBe(true);
    await expect.poll(() => bytesMarked(docket.profileDir)).toBeGreaterThan(0);
    await end(first);
    takeBack();
    mypreferences.forgetRequests();

    const second = await docket.launch();
    const again = docketPages(second.window);
    await expect(again.exports.stage('Opt-ins', 'collected')).toBeVisible();
    const files = await collectedFiles(docket.documents);
    expect(files).toHaveLength(1);
    const text = await readFile(files[0] ?? '', 'utf8');
    expect(text.split('\n').filter(Boolean)).toEqual(mypreferences.expectedRecords(token));
    // It went on behind what was safe on disk.
    const offsets = mypreferences.requests.flatMap(({ query }) => query['offset'] ?? []).map(Number);
    expect(offsets).not.toContain(1);
    expect(mypreferences.commits).toEqual([]);
  });

  test(`MyTracker parts go on after ${name}: no byte twice, none missing`, async ({ docket }) => {
    const vendors = await docket.vendors({ rows: { rowsPerPart: 20_000, parts: 2 } });
    const { mytracker } = vendors;
    const id = mytracker.addExport();
    const first = await docket.launch();
    const pages = docketPages(first.window);
    await bridgeSteps(first.window).track(vendors, 'mytracker', id, 'Installs');
    const expected = await Promise.all([0, 1].map((part) => mytracker.expectedFile(id, part)));
    const takeBack = mytracker.faults.add({
      kind: 'slow',
      chunkBytes: 2_048,
      delayMs: 100,
      match: '.csv.gz',
      times: Number.POSITIVE_INFINITY,
    });
    await pages.exports.step('Installs', 'collect').click();
    await expect.poll(() => bytesOnTheWay(docket.documents)).toBeGreaterThan(30_000);
    await expect.poll(() => bytesMarked(docket.profileDir)).toBeGreaterThan(0);
    await end(first);
    takeBack();
    mytracker.forgetRequests();

    const second = await docket.launch();
    const again = docketPages(second.window);
    await expect(again.exports.stage('Installs', 'collected')).toBeVisible();
    const files = await collectedFiles(docket.documents);
    expect(files).toHaveLength(2);
    for (const [index, file] of files.entries()) {
      expect((await readFile(file)).equals(expected[index] as Buffer)).toBe(true);
    }
    const ranges = mytracker.requests.flatMap(({ headers }) => headers['range'] ?? []);
    expect(ranges.some((range) => !range.startsWith('bytes=0-'))).toBe(true);
  });
}
