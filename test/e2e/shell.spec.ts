import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { callChannel, callNames, type DocketApi } from '../../src-preload/contract/docket-api.ts';
import { expect, test } from '../support/docket-test.ts';

declare global {
  interface Window {
    readonly docket: DocketApi;
  }
}

test('the page has the bridge of the contract and nothing of Node or Electron', async ({ docket }) => {
  const { window: page } = await docket.launch();
  const exposed = await page.evaluate(() => {
    const api = window.docket as unknown as Record<string, unknown>;
    return Object.entries(api).flatMap(([room, verbs]) =>
      typeof verbs === 'function' ? [room] : Object.keys(verbs as object).map((verb) => `${room}.${verb}`),
    );
  });
  expect(exposed.sort()).toEqual([...callNames, 'on'].sort());
  const foreign = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', '__electronLog'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(foreign).toEqual([]);
});

test('from start to quit the page logs no error and breaks no policy', async ({ docket }) => {
  const launched = await docket.launch();
  await launched.window.waitForLoadState('networkidle');
  const policy = await launched.window.evaluate(async () => {
    const answer = await fetch('app://docket/index.html');
    return answer.headers.get('content-security-policy');
  });
  expect(policy).toContain("default-src 'none'");
  await launched.app.close();
  expect(launched.pageErrors).toEqual([]);
});

test('files outside of the page folder are not served', async ({ docket }) => {
  docket.expectPageErrors(/status of 404/);
  const { window: page } = await docket.launch();
  const statuses = await page.evaluate(() =>
    Promise.all(
      [
        'app://docket/%2e%2e/%2e%2e/package.json',
        'app://docket/..%2f..%2fpackage.json',
        'app://docket/nothing.js',
      ].map(async (url) => (await fetch(url)).status),
    ),
  );
  expect(statuses).toEqual([404, 404, 404]);
});

test('the page can go nowhere, open nothing and is granted nothing', async ({ docket }) => {
  const { app, window: page } = await docket.launch();
  const opened = await page.evaluate(() => globalThis.open('https://example.org/') === null);
  expect(opened).toBe(true);
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  const granted = await page.evaluate(() => Notification.requestPermission());
  expect(granted).toBe('denied');
  expect(page.url()).toBe('app://docket/index.html');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the window is sandboxed and isolated', async ({ docket }) => {
  const { app } = await docket.launch();
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('a call from a window that is not the Docket window is refused with the reason', async ({ docket }) => {
  const { app } = await docket.launch();
  const answer = await app.evaluate(async ({ BrowserWindow, app: electronApp }) => {
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${electronApp.getAppPath()}/out/preload/index.cjs`, sandbox: true },
    });
    await other.loadURL('app://docket/index.html');
    const result: unknown = await other.webContents.executeJavaScript('window.docket.app.info()');
    other.destroy();
    return result;
  });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'call-refused', detail: expect.stringContaining('main frame') },
  });
});

test('a payload that the schema refuses and a call that is not declared are rejected with a reason', async ({
  docket,
}) => {
  const { app, window: page } = await docket.launch();
  const refused = await page.evaluate(() => window.docket.jobs.get(42 as unknown as string));
  expect(refused).toMatchObject({ ok: false, error: { code: 'call-invalid', subject: 'jobs.get' } });
  const undeclared = await app.evaluate(async ({ BrowserWindow, ipcMain }, channel) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      ._invokeHandlers;
    const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
    return {
      channels: [...handlers.keys()],
      answer: await handlers.get(channel)?.({ senderFrame: frame }, 'jobs.explode', 1),
    };
  }, callChannel);
  expect(undeclared.channels).toEqual([callChannel]);
  expect(undeclared.answer).toMatchObject({ ok: false, error: { code: 'call-unknown' } });
});

test('a second start with the same profile shows the first window and ends', async ({ docket }) => {
  const first = await docket.launch();
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const code = await docket.launchUntilExit();
  expect(code).toBe(0);
  await expect
    .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
});

test('the window comes back where it was, and onto the screen when that place is gone', async ({
  docket,
}) => {
  const first = await docket.launch();
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 50, width: 1000, height: 700 }),
  );
  await first.app.close();
  const second = await docket.launch();
  const bounds = () =>
    second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  await expect.poll(bounds).toMatchObject({ width: 1000, height: 700 });
  await second.app.close();

  const file = path.join(docket.profileDir, 'window.json');
  const place = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...place, x: 90_000, y: 90_000 }));
  const third = await docket.launch();
  const onScreen = () =>
    third.app.evaluate(({ BrowserWindow, screen }) => {
      const at = BrowserWindow.getAllWindows()[0]?.getBounds() ?? { x: -1, y: -1, width: 0, height: 0 };
      const area = screen.getPrimaryDisplay().workArea;
      return at.x >= area.x && at.y >= area.y && at.x + at.width <= area.x + area.width;
    });
  await expect.poll(onScreen).toBe(true);
});

test('a damaged settings file is set aside, the app starts and says so', async ({ docket }) => {
  await docket.writeProfile('settings.json', '{ this is not json');
  const { window: page } = await docket.launch();
  const info = await page.evaluate(() => window.docket.app.info());
  expect(info).toMatchObject({ ok: true, value: { notices: [{ code: 'settings-damaged' }] } });
  expect(await docket.profileFiles()).toContainEqual(expect.stringMatching(/^settings\.corrupt-/));
});

test('a damaged ledger is set aside, the app starts and says so', async ({ docket }) => {
  await docket.writeProfile(
    'ledger.sqlite',
    'this is not a database, but it is long enough to look like a file',
  );
  const { window: page } = await docket.launch();
  const info = await page.evaluate(() => window.docket.app.info());
  expect(info).toMatchObject({ ok: true, value: { notices: [{ code: 'ledger-damaged' }] } });
  expect(await docket.profileFiles()).toContainEqual(expect.stringMatching(/^ledger\.corrupt-/));
});
