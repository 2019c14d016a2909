import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bridgeSteps } from '../support/bridge-steps.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { errorText, words } from '../support/pages/shown-words.ts';

test('a link that expires before it is collected gives a clear message and a next step, and loses nothing', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const { window } = await docket.launch();
  const pages = docketPages(window);
  await pages.connect(vendors, 'mytracker');
  const form = pages.newExport;
  await pages.exports.newExport.click();
  await form.title.fill('Installs');
  await form.askFor.click();
  await expect(form.dialog).toBeHidden();
  await pages.exports.closePanel('Installs');
  await expect(pages.exports.step('Installs', 'collect')).toBeVisible();

  const [item] = vendors.mytracker.snapshot();
  vendors.mytracker.expireLinks(item?.id ?? '');
  await pages.exports.step('Installs', 'collect').click();
  await expect(pages.exports.stage('Installs', 'expired')).toBeVisible();
  const panel = await pages.exports.openPanel('Installs');
  await expect(panel.getByText(errorText({ code: 'export-expired' }, 0).title)).toBeVisible();
  await pages.exports.closePanel('Installs');

  // The next step is the way on: the same export, asked for again.
  await pages.exports.step('Installs', 'repeat').click();
  await expect(pages.toast(words.exports.said.repeated('Installs'))).toBeVisible();
  await expect(pages.exports.row('Installs')).toHaveCount(2);
  const [old, fresh] = vendors.mytracker.snapshot();
  expect(old?.selectors).toEqual(fresh?.selectors);
  await pages.exports.closePanel('Installs');
  await pages.exports.step('Installs', 'collect').click();
  await expect(pages.exports.stage('Installs', 'collected')).toBeVisible();
  await expectParts(
    docket.documents,
    [0, 1].map((part) => vendors.mytracker.expectedFile(fresh?.id ?? '', part)),
  );
});

test('a link that dies half-way is exchanged for a fresh one, and the file goes on where it stopped', async ({
  docket,
}) => {
  const vendors = await docket.vendors({ rows: { rowsPerPart: 40_000, parts: 2 } });
  const { mytracker } = vendors;
  mytracker.set({ renewLinks: true });
  const id = mytracker.addExport();
  const { window } = await docket.launch();
  const pages = docketPages(window);
  await bridgeSteps(window).track(vendors, 'mytracker', id, 'Installs');

  const expected = [0, 1].map((part) => mytracker.expectedFile(id, part));
  const half = Math.floor(((await expected[1])?.length ?? 0) / 2);
  const oldName = path.basename(new URL(mytracker.links(id)[1] ?? '').pathname);
  // The line breaks half-way; the next try reaches the vendor, and the link dies before it is answered.
  mytracker.faults.add({ kind: 'cut', afterBytes: half, match: oldName });
  mytracker.faults.add({ kind: 'latency', ms: 1500, match: oldName, skip: 1 });
  const asked = () => mytracker.requests.filter((request) => request.target.includes(oldName));
  await pages.exports.step('Installs', 'collect').click();
  await expect.poll(() => asked().length).toBe(2);
  mytracker.expireLinks(id);
  await expect(pages.exports.stage('Installs', 'collected')).toBeVisible();

  await expectParts(docket.documents, expected);
  expect(asked().at(-1)?.status).toBe(403);
  const newName = path.basename(new URL(mytracker.links(id)[1] ?? '').pathname);
  expect(newName).not.toBe(oldName);
  const goneOn = mytracker.requests.find((request) => request.target.includes(newName));
  const start = Number(/^bytes=(\d+)-/.exec(goneOn?.headers['range'] ?? '')?.[1]);
  expect(start).toBeGreaterThan(0);
});

async function expectParts(documents: string, parts: readonly Promise<Buffer>[]): Promise<void> {
  const files = await collectedFiles(documents);
  expect(files).toHaveLength(parts.length);
  for (const [index, file] of files.entries()) {
    expect((await readFile(file)).equals(await (parts[index] as Promise<Buffer>))).toBe(true);
  }
}
