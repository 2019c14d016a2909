import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { corruptNameOf } from '../../../src-main/settings/key-value-file.ts';
import { createKeyValueFile, type WholeStore } from '../../../src-main/settings/store-file.ts';

// electron-store is `conf` with Electron's folders: the part that writes is tested without Electron.
const fromStore = createRequire(createRequire(import.meta.url).resolve('electron-store'));
const { default: Conf } = (await import(fromStore.resolve('conf'))) as {
  default: new (options: Readonly<Record<string, unknown>>) => WholeStore;
};

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'docket-settings-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function open(folder = dir) {
  return createKeyValueFile({
    dir: folder,
    name: 'settings',
    now: () => Date.UTC(2026, 10, 21, 9, 14),
    openStore: (place) =>
      new Conf({
        cwd: place.dir,
        configName: place.name,
        configFileMode: 0o600,
        clearInvalidConfig: true,
        accessPropertiesByDotNotation: false,
      }),
  });
}

describe('a settings file', () => {
  test('that is not there reads as undefined, and is not made by reading', () => {
    expect(open().read()).toBeUndefined();
    expect(readdirSync(dir)).toEqual([]);
  });

  test('is replaced as a whole, keeps keys with dots, and is for this person only', () => {
    open().write({ theme: 'dark', 'a.b': 1 });
    open().write({ 'a.b': 2 });
    expect(open().read()).toEqual({ 'a.b': 2 });
    expect(readdirSync(dir)).toEqual(['settings.json']);
    if (process.platform !== 'win32') expect(statSync(join(dir, 'settings.json')).mode & 0o777).toBe(0o600);
  });

  test.each(['{"theme":', '', '[1]', '"text"', 'null', '\u0000\u0000'])(
    'that holds %j throws when read, is kept under another name, and can then be written',
    (text) => {
      writeFileSync(join(dir, 'settings.json'), text);
      const file = open();
      expect(() => file.read()).toThrow();
      const aside = file.setAside();
      file.write({ theme: 'light' });
      expect(aside).toBe('settings.corrupt-2026-11-21T09-14-00-000Z.json');
      expect(readFileSync(join(dir, aside), 'utf8')).toBe(text);
      expect(open().read()).toEqual({ theme: 'light' });
    },
  );

  test('that can not be written throws with the disk’s own code', () => {
    const folder = join(dir, 'profile');
    writeFileSync(folder, 'a file where the folder should be');
    expect(() => open(folder).write({ a: 1 })).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^E/) }),
    );
  });
});

test.each([
  ['settings.json', 'settings.corrupt-1970-01-01T00-00-00-000Z.json'],
  ['ledger', 'ledger.corrupt-1970-01-01T00-00-00-000Z'],
])('%s is set aside as %s', (name, expected) => {
  expect(corruptNameOf(name, 0)).toBe(expected);
});
