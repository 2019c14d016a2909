import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder } from '../setup/places.mjs';
import { runCommand } from '../setup/run-command.mjs';
import { ended, firstLine, spawnCompanion } from './companion.mjs';

/** What belongs to the person's own session and must not reach the private one. */
const foreign = /^(DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|SESSION_MANAGER|DBUS_.*|GNOME_KEYRING_.*|XDG_.*)$/;

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<ChildProcess>}
 */
async function startKeychain(env) {
  const keyring = spawnCompanion(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  keyring.stdin?.end('test');
  const question = ['--session', '--dest=org.freedesktop.DBus', '--print-reply', '/org/freedesktop/DBus'];
  const ask = [...question, 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  for (let tries = 0; tries < 100; tries++) {
    const { output } = await runCommand('dbus-send', ask, { env });
    if (output.includes('boolean true')) return keyring;
    if (keyring.exitCode !== null) break;
    await wait(50);
  }
  throw new Error('gnome-keyring-daemon did not come up');
}

/**
 * A desktop of its own for tests on Linux: a display of 1600 × 1000, a session bus, an unlocked keychain, a home
 * folder that is thrown away. The person's own display, keychain and files stay untouched.
 * @param {{readonly keychain: boolean}} options without a keychain there is no bus either
 * @returns {Promise<{readonly env: NodeJS.ProcessEnv, readonly close: () => Promise<void>}>}
 */
export async function openDesktop({ keychain }) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-desktop-'));
  const home = join(folder, 'home');
  const runtime = join(folder, 'run');
  for (const place of [home, join(home, 'Documents'), join(home, '.local', 'share')])
    mkdirSync(place, { recursive: true });
  mkdirSync(runtime, { mode: 0o700 });
  // https://www.freedesktop.org/wiki/Software/xdg-user-dirs/
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
  /** @type {ChildProcess[]} */
  const companions = [];
  const close = async () => {
    for (const companion of companions.reverse()) companion.kill('SIGTERM');
    await Promise.race([Promise.all(companions.map(ended)), wait(2000, undefined, { ref: false })]);
    for (const companion of companions) companion.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const screen = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
    const display = spawnCompanion('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    companions.push(display);
    /** @type {NodeJS.ProcessEnv} */
    const env = {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
      DISPLAY: `:${await firstLine(display, 3, 'Xvfb')}`,
      HOME: home,
      XDG_RUNTIME_DIR: runtime,
      XDG_DATA_HOME: join(home, '.local', 'share'),
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_SESSION_TYPE: 'x11',
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(runtime, 'no-bus')}`,
      // No accessibility bus: nothing listens to it here, and GTK would start one.
      NO_AT_BRIDGE: '1',
      LANG: 'C.UTF-8',
      LANGUAGE: 'en_US',
      DOCKET_CACHE: cacheFolder(),
      DOCKET_TEST_KEYCHAIN: keychain ? '1' : '0',
    };
    if (keychain) {
      const busArguments = ['--session', '--nofork', '--nopidfile', '--print-address=3'];
      const bus = spawnCompanion(
        'dbus-daemon',
        [...busArguments, `--address=unix:path=${join(runtime, 'bus')}`],
        {
          env,
          stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        },
      );
      companions.push(bus);
      env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus, 3, 'dbus-daemon');
      companions.push(await startKeychain(env));
    }
    return { env, close };
  } catch (error) {
    await close();
    throw error;
  }
}
