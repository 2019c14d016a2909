import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { sandboxSwitches } from '../../scripts/runtime/sandbox.mjs';
import { runtimeNote } from '../../scripts/setup/places.mjs';
import { endStopped, treeOf } from './process-tree.ts';
import { slowDown, slowness } from './slow-machine.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Holds the app's `ready` until Playwright is attached; a window that opens earlier may go unseen. Playwright adds it by
 * itself only to an Electron that it finds by itself.
 */
const playwrightLoader = join(repository, 'node_modules/playwright-core/lib/server/electron/loader.js');

export interface LaunchOptions {
  /** Everything the app keeps lies below it, downloads aside. */
  readonly profileDir: string;
  /** `false` cuts the app off from the session's bus: there is no keychain then. Default: true. */
  readonly keychain?: boolean;
  /** Added to the environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Added to the command line. */
  readonly args?: readonly string[];
  /** Another app than Docket: a folder with a package.json. */
  readonly appDir?: string;
}

export interface LaunchedDocket {
  readonly app: ElectronApplication;
  /** The first window. */
  readonly window: Page;
  /** Errors of the page since its start: console errors, CSP violations, uncaught exceptions. */
  readonly pageErrors: readonly string[];
  /** What the main process wrote to stdout and stderr, in the order of arrival. */
  readonly output: () => string;
  /** Ends the app at once, as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
}

/** The Electron that the set-up found. Throws if the set-up has not run. */
export function electronRuntime(): { readonly executable: string; readonly folder: string } {
  const note: unknown = JSON.parse(readFileSync(runtimeNote, 'utf8'));
  if (
    typeof note === 'object' &&
    note !== null &&
    'executable' in note &&
    typeof note.executable === 'string' &&
    'folder' in note &&
    typeof note.folder === 'string'
  ) {
    return { executable: note.executable, folder: note.folder };
  }
  throw new Error('No Electron was found: run `npm run setup`.');
}

/** The environment of the app: this one's, with the changes, and with a dead bus when it shall have no keychain. */
export function environmentFor(
  own: Readonly<Record<string, string | undefined>>,
  changes: Readonly<Record<string, string | undefined>>,
  keychain: boolean,
): Record<string, string> {
  const cut = keychain ? {} : { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/no-bus' };
  const all = Object.entries({ ...own, ...cut, ...changes });
  return Object.fromEntries(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Starts the built app on the real Electron with a profile of its own, and waits for its first window. */
export async function launchDocket(options: LaunchOptions): Promise<LaunchedDocket> {
  const { executable, folder } = electronRuntime();
  const app = await _electron.launch({
    executablePath: executable,
    args: [
      '-r',
      playwrightLoader,
      ...sandboxSwitches(folder),
      ...(process.platform === 'linux' ? ['--disable-gpu'] : []),
      // What moves is waited for, and drawn by the processor here.
      '--force-prefers-reduced-motion',
      options.appDir ?? repository,
      `--user-data-dir=${options.profileDir}`,
      ...(options.args ?? []),
    ],
    cwd: repository,
    env: environmentFor(process.env, options.env ?? {}, options.keychain ?? true),
    timeout: 30_000,
  });
  let written = '';
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      written += chunk.toString('utf8');
    });
  }
  const pageErrors: string[] = [];
  const watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
    });
    page.on('pageerror', (error) => pageErrors.push(String(error)));
  };
  for (const page of app.windows()) watch(page);
  app.on('window', watch);
  let window: Page;
  try {
    window = await app.firstWindow({ timeout: 30_000 });
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`No window came up. The app wrote:\n${written}`, { cause: error });
  }
  const factor = slowness();
  // Another app than Docket has no handlers to slow down.
  if (factor !== null && options.appDir === undefined) await slowDown(app, window, factor);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    // A test that fails in between leaves what it has stopped as it is.
    const tree = process.platform === 'linux' && child.pid !== undefined ? treeOf(child.pid) : [];
    child.kill('SIGKILL');
    await gone;
    endStopped(tree);
  };
  return { app, window, pageErrors, output: () => written, kill };
}

/** The path of a file in the repository. */
export function inRepository(...parts: readonly string[]): string {
  return join(repository, ...parts);
}
