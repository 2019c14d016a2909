import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/desktop.mjs', import.meta.url));

function inDesktop(options: readonly string[], program: string) {
  const run = spawnSync(process.execPath, [script, ...options, '--', process.execPath, '-e', program], {
    encoding: 'utf8',
  });
  return { code: run.status, output: run.stdout };
}

const keep = `const keytar = require('keytar');
(async () => {
  await keytar.setPassword('Docket', 'c1/sharedKey', 'pässword');
  const read = await keytar.getPassword('Docket', 'c1/sharedKey');
  await keytar.deletePassword('Docket', 'c1/sharedKey');
  console.log(JSON.stringify([read, await keytar.getPassword('Docket', 'c1/sharedKey')]));
})().catch((error) => console.log('failed: ' + error.message));`;

describe.runIf(process.platform === 'linux')('a private desktop', () => {
  test('keeps a secret in a real keychain and forgets it', () => {
    expect(inDesktop([], keep)).toEqual({ code: 0, output: '["pässword",null]\n' });
  });
  test('has no keychain when it shall have none', () => {
    expect(inDesktop(['--no-keychain'], keep).output).toMatch(/^failed: /);
  });
  test("passes on the program's exit code", () => {
    expect(inDesktop(['--no-keychain'], 'process.exit(7)').code).toBe(7);
  });
  test('is gone afterwards, with its home', () => {
    const { output } = inDesktop(['--no-keychain'], 'process.stdout.write(process.env.HOME)');
    expect(output).toContain('docket-desktop-');
    expect(existsSync(output)).toBe(false);
  });
  test('does not know the display, the bus and the folders of the person', () => {
    const program =
      "process.stdout.write(['DISPLAY', 'HOME', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'].filter((name) => process.env[name] === 'own').join())";
    const run = spawnSync(
      process.execPath,
      [script, '--no-keychain', '--', process.execPath, '-e', program],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          DISPLAY: 'own',
          HOME: 'own',
          XDG_RUNTIME_DIR: 'own',
          DBUS_SESSION_BUS_ADDRESS: 'own',
        },
      },
    );
    expect([run.status, run.stdout]).toEqual([0, '']);
  });
});
