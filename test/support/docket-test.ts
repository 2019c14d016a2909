import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { openDesktop } from '../../scripts/desktop/private-desktop.mjs';
import { sandboxSwitches } from '../../scripts/runtime/sandbox.mjs';
import type { PracticeOptions } from '../../src-main/practice/practice-options.ts';
import { type PracticeVendors, startPracticeVendors } from '../../src-main/practice/practice-vendors.ts';
import { electronRuntime, type LaunchedDocket, type LaunchOptions, launchDocket } from './launch-docket.ts';
import { slowness } from './slow-machine.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A profile and a home of this test's own, and the app in it; everything is ended and removed afterwards. */
export interface DocketWorld {
  readonly profileDir: string;
  /** Stands in for the person's Documents folder. */
  readonly documents: string;
  launch(options?: Partial<LaunchOptions>): Promise<LaunchedDocket>;
  /** Starts the app without attaching to it and resolves with its exit code. */
  launchUntilExit(): Promise<number | null>;
  writeProfile(name: string, content: string): Promise<void>;
  profileFiles(): Promise<readonly string[]>;
  /**
   * Vendors on this machine that the test holds in its hand: ready at once, small, and empty but for what it adds.
   * The app knows nothing of them until their details are typed.
   */
  vendors(options?: PracticeOptions): Promise<PracticeVendors>;
  /** Errors that the page may log here; anything else fails the test. */
  expectPageErrors(pattern: RegExp): void;
}

export const test = base.extend<{ docket: DocketWorld }, { desktop: undefined }>({
  // Apps that run at once don't share a display, whose focus and clipboard there is one of, nor a keychain.
  desktop: [
    // biome-ignore lint/correctness/noEmptyPattern: the empty pattern says "none"
    async ({}, use, { parallelIndex }) => {
      // The first has the desktop that the command opened.
      if (parallelIndex === 0 || process.platform !== 'linux') return use(undefined);
      const desktop = await openDesktop({ keychain: process.env['DOCKET_TEST_KEYCHAIN'] !== '0' });
      Object.assign(process.env, desktop.env);
      await use(undefined);
      await desktop.close();
    },
    { scope: 'worker', auto: true },
  ],
  // Playwright reads the fixtures a fixture needs from this pattern.
  // biome-ignore lint/correctness/noEmptyPattern: the empty pattern says "none"
  docket: async ({}, use, testInfo) => {
    const home = await mkdtemp(path.join(tmpdir(), 'docket-e2e-'));
    const profileDir = path.join(home, 'profile');
    const documents = path.join(home, 'Documents');
    await mkdir(profileDir, { recursive: true });
    await mkdir(documents, { recursive: true });
    // https://www.freedesktop.org/wiki/Software/xdg-user-dirs/: where Chromium asks for the documents folder
    await mkdir(path.join(home, '.config'), { recursive: true });
    await writeFile(path.join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
    const env = { HOME: home, XDG_CONFIG_HOME: path.join(home, '.config') };
    const launched: LaunchedDocket[] = [];
    const started: PracticeVendors[] = [];
    const expected: RegExp[] = [];
    await use({
      profileDir,
      documents,
      async launch(options = {}) {
        const docket = await launchDocket({ profileDir, ...options, env: { ...env, ...options.env } });
        docket.window.setDefaultTimeout(40_000 * (slowness() ?? 1));
        launched.push(docket);
        return docket;
      },
      launchUntilExit() {
        const { executable, folder } = electronRuntime();
        const args = [
          ...sandboxSwitches(folder),
          '--disable-gpu',
          repository,
          `--user-data-dir=${profileDir}`,
        ];
        const child = spawn(executable, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
        return new Promise((resolve) => child.once('exit', resolve));
      },
      writeProfile: (name, content) => writeFile(path.join(profileDir, name), content),
      profileFiles: () => readdir(profileDir),
      async vendors(options = {}) {
        const rows = { profiles: 230, rowsPerPart: 400, parts: 2, licenceLines: 90, ...options.rows };
        const vendors = await startPracticeVendors({ pace: 0, preSeed: false, ...options, rows });
        started.push(vendors);
        return vendors;
      },
      expectPageErrors: (pattern) => expected.push(pattern),
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      // What the person would have seen, for whoever reads the report.
      await launched
        .at(-1)
        ?.window.screenshot({ path: testInfo.outputPath('window.png') })
        .catch(() => undefined);
    }
    for (const docket of launched) await docket.kill();
    for (const vendors of started) await vendors.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
    const surprising = launched
      .flatMap((docket) => docket.pageErrors)
      .filter((error) => !expected.some((pattern) => pattern.test(error)));
    expect(surprising, 'errors that the page logged').toEqual([]);
  },
});

export { expect } from '@playwright/test';
