import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { eventChannel } from '../../src-preload/contract/docket-api.ts';
import type { ShowTarget } from '../../src-preload/contract/events.ts';
import { bridgeSteps } from '../support/bridge-steps.ts';
import { expect, test } from '../support/docket-test.ts';
import { connectionDialog } from '../support/pages/connections.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';
import { exitCode, wantToQuit } from '../support/quit-docket.ts';

interface Shown {
  readonly title: string;
  readonly body: string;
}

/** Notes what the system would show instead of showing it: a private desktop shows none. */
function watchNotifications(app: ElectronApplication) {
  return app.evaluate(({ Notification }) => {
    const seen: InstanceType<typeof Notification>[] = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: InstanceType<typeof Notification>) {
      seen.push(this);
    };
    (globalThis as unknown as { seen: typeof seen }).seen = seen;
  });
}
const shown = (app: ElectronApplication): Promise<readonly Shown[]> =>
  app.evaluate(() =>
    (globalThis as unknown as { seen: Shown[] }).seen.map(({ title, body }) => ({ title, body })),
  );
const clickLast = (app: ElectronApplication) =>
  app.evaluate(() => {
    (globalThis as unknown as { seen: { emit(event: string): void }[] }).seen.at(-1)?.emit('click');
  });
const windowIs = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);

const hour = 3_600_000;

/** Half a minute lies between two notifications; of other timers few are as long. */
const shortenPause = (app: ElectronApplication) =>
  app.evaluate(() => {
    const plain = globalThis.setTimeout;
    const shorter = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      plain(run, ms > 15_000 && ms <= 30_000 ? ms / 20 : ms, ...args);
    globalThis.setTimeout = Object.assign(shorter, plain) as typeof setTimeout;
  });

test('what happens while nobody looks is told by the system, and leads there', async ({ docket: world }) => {
  const vendors = await world.vendors();
  const docket = await world.launch();
  const { app, window: page } = docket;
  const pages = docketPages(page);
  const steps = bridgeSteps(page);
  const set = (patch: Parameters<Window['docket']['settings']['update']>[0]) =>
    page.evaluate((wanted) => window.docket.settings.update(wanted), patch);
  const { mytracker } = vendors;
  const connectionId = await steps.connect(vendors, 'mytracker');
  const reference = mytracker.addExport({ state: 'in-progress', readyInMs: hour });
  const jobId = await steps.add(connectionId, reference, 'Installs');
  await steps.untilStage(jobId, 'preparing');
  await watchNotifications(app);

  // The window is closed: Docket stays at work, and tells what came of it.
  await set({ staysInTray: true, startsAtLogIn: true, zoom: 150 });
  await pages.navigation.goTo('history');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => windowIs(app)).toBe(false);
  mytracker.finish(reference);
  await page.evaluate((id) => window.docket.jobs.check(id), jobId);
  await expect
    .poll(() => shown(app))
    .toEqual([{ title: '“Installs” is ready to collect', body: 'My mytracker' }]);
  await clickLast(app);
  await expect.poll(() => windowIs(app)).toBe(true);
  await expect(pages.exports.panel('Installs')).toBeVisible();

  // One after another, sooner than in half a minute.
  await shortenPause(app);
  const whileClosed = async (deed: () => Promise<unknown>, title: RegExp) => {
    const before = (await shown(app)).length;
    await pages.navigation.goTo('history');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => windowIs(app)).toBe(false);
    await deed();
    await expect.poll(async () => (await shown(app)).length).toBe(before + 1);
    expect((await shown(app)).at(-1)?.title).toMatch(title);
    await clickLast(app);
    await expect.poll(() => windowIs(app)).toBe(true);
  };
  await whileClosed(() => steps.collect(jobId), /^“Installs” is collected/);
  await expect(pages.exports.panel('Installs')).toBeVisible();
  // Two of a kind lead to the list.
  const [one, other] = [1, 2].map(() => mytracker.addExport({ state: 'in-progress', readyInMs: hour }));
  const waiting = [
    await steps.add(connectionId, one ?? '', 'Payments'),
    await steps.add(connectionId, other ?? '', 'Sessions'),
  ];
  for (const id of waiting) await steps.untilStage(id, 'preparing');
  await whileClosed(async () => {
    for (const id of [one, other]) mytracker.finish(id ?? '');
    for (const id of waiting) await steps.check(id);
  }, /^2 exports are ready/);
  // In so narrow a window the panel would lie over the list.
  await expect(pages.exports.panel('Installs')).toBeHidden();
  await expect(pages.exports.row('Payments')).toBeVisible();
  // The vendor refuses the account.
  const segments = await steps.connect(vendors, 'mypreferences');
  const token = vendors.mypreferences.addExport({ state: 'processing', readyInMs: hour });
  const refused = await steps.add(segments, token, 'Opt-ins');
  await steps.untilStage(refused, 'preparing');
  await whileClosed(() => {
    vendors.mypreferences.set({ forbidden: true });
    return steps.check(refused);
  }, /^The connection “My mypreferences” needs you/);
  // The dialog is there before the focus is in it.
  await expect(connectionDialog(page, 'mypreferences').dialog.locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // A schedule comes to nothing there.
  await whileClosed(
    () =>
      page.evaluate(async (account) => {
        const saved = await window.docket.schedules.save({
          connectionId: account,
          title: 'Opt-ins, daily',
          request: { provider: 'mypreferences', segmentName: 'Opt-ins' },
          period: 'same',
          rhythm: { kind: 'daily', time: '23:59' },
        });
        if (saved.ok) await window.docket.schedules.run(saved.value.id);
      }, segments),
    /^The schedule “Opt-ins, daily” could not ask/,
  );
  await expect(page.getByRole('heading', { level: 1, name: words.schedules.title })).toBeVisible();

  // Where all the others lead.
  const lead = (target: ShowTarget) =>
    app.evaluate(
      ({ BrowserWindow }, [channel, payload]) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send(channel, 'attention', payload),
      [eventChannel, target] as const,
    );
  await lead({ kind: 'show-connection', connectionId });
  await expect(connectionDialog(page, 'mytracker').dialog).toBeVisible();
  await lead({ kind: 'show', screen: 'schedules' });
  await expect(page.getByRole('heading', { level: 1, name: words.schedules.title })).toBeVisible();
  await lead({ kind: 'show', screen: 'shortcuts' });
  await expect(page.getByRole('dialog', { name: words.shortcuts.title })).toBeVisible();
  await lead({ kind: 'show', screen: 'exports' });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(pages.exports.row('Installs')).toBeVisible();

  // What else of the settings shows outside of the page.
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor()),
  ).toBe(1.5);
  const entry = path.join(world.documents, '..', '.config', 'autostart', 'docket.desktop');
  expect(await readFile(entry, 'utf8')).toContain('--docket-hidden');
  await set({ startsAtLogIn: false });
  expect(existsSync(entry)).toBe(false);
  const code = exitCode(docket);
  await wantToQuit(docket);
  expect(await code).toBe(0);
});
