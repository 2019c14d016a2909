import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const steps = fileURLToPath(import.meta.resolve('../../support/keychain-steps.ts'));

function isInstalled(tool: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
}
// Not on macOS and Windows, where a test would write to the person's own keychain.
const tools = process.platform === 'linux' && ['dbus-run-session', 'gnome-keyring-daemon'].every(isInstalled);

function lastLine(text: string): unknown {
  return JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');
}

describe.runIf(tools)('a real gnome-keyring', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'docket-keyring-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));

  function env(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    // No display: a prompt can't open, which stands for the person who closes it.
    const {
      DISPLAY: _display,
      WAYLAND_DISPLAY: _wayland,
      DBUS_SESSION_BUS_ADDRESS: _bus,
      ...kept
    } = process.env;
    const data = { XDG_DATA_HOME: join(home, 'data'), XDG_CACHE_HOME: join(home, 'cache') };
    return {
      ...kept,
      ...data,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      ...more,
    };
  }

  /** A session with the keyring unlocked by `password`, in which each list of steps is a new process of Docket. */
  async function session(
    password: string,
    ...lists: readonly (readonly string[])[]
  ): Promise<readonly unknown[]> {
    const script = [
      'printf %s "$0" | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &',
      'keyring=$!',
      // The daemon has unlocked (or not) before it takes its name on the bus.
      'until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q true; do sleep 0.05; done',
      ...lists.map((list) => `"${process.execPath}" "${steps}" ${list.map((step) => `'${step}'`).join(' ')}`),
      'kill $keyring; wait $keyring 2>/dev/null; exit 0',
    ].join('\n');
    const { stdout } = await run('dbus-run-session', ['--', 'sh', '-c', script, password], {
      env: env(),
      timeout: 50_000,
    });
    return stdout
      .trimEnd()
      .split('\n')
      .filter((line) => line.startsWith('['))
      .map(lastLine);
  }

  test('keeps a secret over a restart, gives it back, and forgets it', async () => {
    expect(
      await session(
        'open sesame',
        ['state', 'place', 'write:canary é 漢', 'place'],
        ['read', 'remove', 'place'],
        ['read', 'state'],
      ),
    ).toEqual([
      ['available', 'missing', 'keychain', 'keychain'],
      ['canary é 漢', 'removed', 'missing'],
      [null, 'available'],
    ]);
  });

  test('that is locked is told as locked, keeps what it holds, and works again when unlocked', async () => {
    await session('open sesame', ['write:canary']);
    expect(await session('wrong', ['place', 'read', 'write:other', 'remove', 'state'])).toEqual([
      ['unreachable', 'keychain-locked', 'keychain-locked', 'keychain-locked', 'locked'],
    ]);
    expect(await session('open sesame', ['read'])).toEqual([['canary']]);
  });

  test('is unlocked in the desktop of the tests', async () => {
    const desktop = join(root, 'scripts/desktop.mjs');
    const { stdout } = await run(
      process.execPath,
      [desktop, '--', process.execPath, steps, 'state', 'write:canary', 'read', 'remove', 'read'],
      { env: process.env, timeout: 50_000 },
    );
    expect(lastLine(stdout)).toEqual(['available', 'keychain', 'canary', 'removed', null]);
  });

  test.each([
    ['no bus', 'unix:path=/nonexistent/bus'],
    ['a bus that is switched off', 'disabled:'],
  ])('is replaced by this session’s memory when there is %s', async (_case, address) => {
    const { stdout } = await run(
      process.execPath,
      [steps, 'state', 'place', 'write:canary', 'place', 'read', 'remove', 'read'],
      {
        env: env({ DBUS_SESSION_BUS_ADDRESS: address }),
        timeout: 50_000,
      },
    );
    expect(lastLine(stdout)).toEqual([
      'unavailable',
      'missing',
      'session',
      'session',
      'canary',
      'removed',
      null,
    ]);
  });
});
