import { mkdirSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bridgeSteps } from '../support/bridge-steps.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { ask } from '../support/kill-bridge.ts';
import { startUnwatched } from '../support/kill-tree.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { errorText } from '../support/pages/shown-words.ts';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';

const megabyte = 1024;

/** Mounts, or skips the test with the reason; taken away again by the test's end. */
function smallDisk(folder: string, kilobytes: number): SmallDisk {
  const disk = mountSmallDisk(folder, kilobytes);
  if (typeof disk !== 'string') return disk;
  // biome-ignore lint/suspicious/noSkippedTests: skipped where nothing can be mounted, with the reason
  test.skip(true, disk);
  throw new Error(disk);
}

test('a folder that may only be read, a disk that fills up, a folder that vanishes: each is told, and “try again” ends it', async ({
  docket,
}) => {
  const disk = smallDisk(docket.documents, 60 * megabyte);
  try {
    const vendors = await docket.vendors({ rows: { rowsPerPart: 20_000, parts: 2 } });
    const id = vendors.mytracker.addExport();
    const { window } = await docket.launch();
    const pages = docketPages(window);
    const jobId = await bridgeSteps(window).track(vendors, 'mytracker', id, 'Installs');
    disk.readOnly(true);
    await pages.exports.step('Installs', 'collect').click();
    const unwritable = errorText({ code: 'folder-unwritable', subject: 'Docket' }, Date.now());
    await expect(window.getByText(unwritable.title).first()).toBeVisible();
    expect(await ask(window, 'jobs.get', jobId)).toMatchObject({ stage: 'ready', nextStep: 'collect' });
    disk.readOnly(false);

    disk.fill(20_000_000);
    await pages.exports.step('Installs', 'collect').click();
    await expect(pages.exports.step('Installs', 'resume')).toBeVisible();
    const panel = await pages.exports.openPanel('Installs');
    const jobs = await ask(window, 'jobs.list', {});
    const [job] = jobs;
    if (job?.retrieval.kind !== 'paused' || job.retrieval.error === undefined) throw new Error('not paused');
    const { error } = job.retrieval;
    expect(error).toMatchObject({ code: 'disk-full', detail: /^\d+ bytes needed, \d+ free$/ });
    const { title, reason } = errorText(error, Date.now());
    expect(reason).toMatch(/\(3\d\.\d.MB needed, (19|20)\.\d.MB free\)/);
    await expect(panel.getByText(title).first()).toBeVisible();
    await expect(panel.getByText(reason.replaceAll('\u00a0', ' ')).first()).toBeVisible();
    await window.screenshot({ path: test.info().outputPath('disk-full-light.png') });
    await window.emulateMedia({ colorScheme: 'dark' });
    await window.screenshot({ path: test.info().outputPath('disk-full-dark.png') });

    disk.makeRoom();
    const [empty = ''] = readdirSync(path.join(docket.documents, 'Docket'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isDirectory() && entry.name.endsWith('Installs'))
      .map((entry) => path.join(entry.parentPath, entry.name));
    rmSync(empty, { recursive: true });
    await pages.exports.step('Installs', 'resume').click();
    const missing = errorText({ code: 'folder-missing', subject: path.basename(empty) }, Date.now());
    await expect(panel.getByText(missing.title).first()).toBeVisible();
    await pages.exports.closePanel('Installs');
    await pages.exports.step('Installs', 'resume').click();
    await expect(pages.exports.stage('Installs', 'collected')).toBeVisible();
    const files = await collectedFiles(docket.documents);
    for (const [part, file] of files.entries())
      expect((await readFile(file)).equals(await vendors.mytracker.expectedFile(id, part))).toBe(true);
    expect(files).toHaveLength(2);
  } finally {
    disk.remove();
  }
});

test('a full disk under the ledger refuses the commit before its call, in words; with room it goes through', async ({
  docket,
}) => {
  const disk = smallDisk(docket.profileDir, 200 * megabyte);
  try {
    const vendors = await docket.vendors();
    const token = vendors.mypreferences.addExport();
    const launched = await docket.launch();
    const { window } = launched;
    const pages = docketPages(window);
    await bridgeSteps(window).track(vendors, 'mypreferences', token, 'Opt-ins');
    await pages.collect('Opt-ins');
    await pages.markReviewed('Opt-ins');
    await pages.openCommit('Opt-ins');
    disk.fill(0);
    await pages.commit.commit.click();
    const words = errorText({ code: 'disk-full', subject: 'ledger.sqlite' }, Date.now());
    await expect(pages.commit.dialog.getByText(words.reason).first()).toBeVisible();
    expect(vendors.mypreferences.commits).toEqual([]);
    await window.screenshot({ path: test.info().outputPath('ledger-full-light.png') });

    disk.makeRoom();
    await pages.commit.cancel.or(pages.commit.close).first().click();
    await pages.openCommit('Opt-ins');
    await pages.commit.commit.click();
    await expect(pages.commit.committed('Opt-ins')).toBeVisible();
    expect(vendors.mypreferences.commits).toHaveLength(1);
    await launched.kill();
  } finally {
    disk.remove();
  }
});

test('a second start hands over to the first while it collects, and never opens the ledger', async ({
  docket,
}) => {
  const vendors = await docket.vendors({ rows: { rowsPerPart: 20_000, parts: 1 } });
  const { mytracker } = vendors;
  const id = mytracker.addExport();
  const { app, window } = await docket.launch();
  const pages = docketPages(window);
  await bridgeSteps(window).track(vendors, 'mytracker', id, 'Installs');
  mytracker.faults.add({
    kind: 'slow',
    chunkBytes: 40_000,
    delayMs: 100,
    match: '.csv.gz',
    times: Number.POSITIVE_INFINITY,
  });
  await pages.exports.step('Installs', 'collect').click();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());

  const home = path.dirname(docket.profileDir);
  const second = startUnwatched(docket.profileDir, {
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
  });
  const opened = new Set<string>();
  const looking = setInterval(() => {
    for (const file of openFilesOf(second.pid)) opened.add(file);
  }, 2);
  const code = await new Promise((resolve) => second.once('exit', resolve));
  clearInterval(looking);
  expect(code).toBe(0);
  expect([...opened].length, 'files that were seen open').toBeGreaterThan(3);
  expect([...opened].filter((file) => file.includes('ledger'))).toEqual([]);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);

  await expect(pages.exports.stage('Installs', 'collected')).toBeVisible();
  const [file = ''] = await collectedFiles(docket.documents);
  expect((await readFile(file)).equals(await mytracker.expectedFile(id, 0))).toBe(true);
});

test('two profiles that collect the same export into the same folder at once keep out of each other’s way', async ({
  docket,
}) => {
  const vendors = await docket.vendors({ rows: { rowsPerPart: 20_000, parts: 2 } });
  const { mytracker } = vendors;
  const id = mytracker.addExport();
  const otherProfile = path.join(path.dirname(docket.profileDir), 'profile 2');
  mkdirSync(otherProfile);
  mytracker.faults.add({
    kind: 'slow',
    chunkBytes: 60_000,
    delayMs: 60,
    match: '.csv.gz',
    times: Number.POSITIVE_INFINITY,
  });
  const both = [await docket.launch(), await docket.launch({ profileDir: otherProfile })];
  for (const { window } of both) {
    const pages = docketPages(window);
    await bridgeSteps(window).track(vendors, 'mytracker', id, 'Installs');
    await pages.exports.step('Installs', 'collect').click();
  }
  for (const { window } of both)
    await expect(docketPages(window).exports.stage('Installs', 'collected')).toBeVisible();
  const files = await collectedFiles(docket.documents);
  expect(new Set(files.map((file) => path.dirname(file))).size).toBe(2);
  expect(files).toHaveLength(4);
  for (const [index, file] of files.entries())
    expect((await readFile(file)).equals(await mytracker.expectedFile(id, index % 2))).toBe(true);
});

/** What a process has open at this moment. https://man7.org/linux/man-pages/man5/proc_pid_fd.5.html */
function openFilesOf(pid: number | undefined): readonly string[] {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).flatMap((name) => {
      try {
        return [readlinkSync(path.join(folder, name))];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}
