import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/docket-test.ts';
import { launchDocket } from '../support/launch-docket.ts';

/** An app of a few lines: what is tested here is the Electron that the set-up found, and the way to start it. */
const program = `
const { app, BrowserWindow, utilityProcess } = require('electron');
const missing = () => [
  ...Object.entries({
    'Promise.withResolvers': Promise.withResolvers, 'Promise.try': Promise.try, 'Array.fromAsync': Array.fromAsync,
    'Object.groupBy': Object.groupBy, 'Set.union': Set.prototype.union, 'Iterator.map': globalThis.Iterator?.prototype.map,
    'AbortSignal.any': AbortSignal.any, 'Symbol.dispose': Symbol.dispose, crypto: globalThis.crypto,
  }),
].filter(([, thing]) => thing === undefined).map(([name]) => name);
if (process.parentPort) {
  process.parentPort.postMessage({ missing: missing(), args: process.argv.slice(2) });
} else {
  app.whenReady().then(async () => {
    const child = utilityProcess.fork(__filename, ['one', 'two']);
    const worker = await new Promise((resolve) => child.once('message', resolve));
    const about = [app.getName(), app.getVersion(), app.getAppPath(), app.getPath('userData'), app.isPackaged];
    globalThis.seen = { missing: missing(), worker, about };
    console.log('ready: ' + process.argv.at(-1));
    const window = new BrowserWindow();
    window.loadURL('data:text/html,<script>console.error("a page error")</script><h1>Hello</h1>');
  });
}`;

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docket-runtime-'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'probe', productName: 'Probe', version: '1.2.3', main: 'main.cjs' }),
  );
  writeFileSync(join(folder, 'main.cjs'), program);
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

test('an app gets its name, its version and its profile, and newer language features in both processes', async () => {
  const profileDir = join(folder, 'profile');
  const docket = await launchDocket({ profileDir, appDir: folder, args: ['--probe'] });
  await expect(docket.window.getByRole('heading')).toHaveText('Hello');
  expect(await docket.app.evaluate(() => Reflect.get(globalThis, 'seen'))).toEqual({
    missing: [],
    worker: { missing: [], args: ['one', 'two'] },
    about: ['Probe', '1.2.3', folder, profileDir, false],
  });
  expect(docket.output()).toContain('ready: --probe');
  await expect.poll(() => docket.pageErrors).toEqual(['a page error']);
  await docket.app.close();
});

test('an app that is killed is gone', async () => {
  const docket = await launchDocket({ profileDir: join(folder, 'profile'), appDir: folder });
  // Asked for now: Playwright forgets the process once the app is gone.
  const child = docket.app.process();
  await docket.kill();
  expect(child.signalCode).toBe('SIGKILL');
});

test('an app that cannot be loaded says why', async () => {
  writeFileSync(join(folder, 'main.cjs'), "throw new Error('broken on purpose')");
  await expect(launchDocket({ profileDir: join(folder, 'profile'), appDir: folder })).rejects.toThrow(
    'broken on purpose',
  );
});
