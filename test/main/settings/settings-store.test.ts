import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSettings, defaultSettings } from '../../../src-main/settings/settings-store.ts';
import type { Settings } from '../../../src-preload/contract/settings.ts';
import { createMemoryFile } from '../../support/memory-file.ts';

const defaults = defaultSettings('/home/kim/Documents');

describe('settings', () => {
  test('of someone who has chosen nothing', () => {
    const settings = createSettings({ file: createMemoryFile('settings.json'), defaults });
    expect(settings.get()).toEqual({
      downloadsFolder: join('/home/kim/Documents', 'Docket'),
      theme: 'system',
      language: 'system',
      practice: false,
      parallelTransfers: 2,
      zoom: 100,
      characterKeys: true,
      notifications: 'all',
      quietUntil: null,
      tray: true,
      staysInTray: false,
      startsAtLogIn: false,
    });
    expect(settings.notices).toEqual([]);
  });

  test('that were chosen are there after a restart, and only those are stored', () => {
    const file = createMemoryFile('settings.json');
    const settings = createSettings({ file, defaults });
    const heard: Settings[] = [];
    const stop = settings.onChange((changed) => heard.push(changed));
    settings.update({ theme: 'dark' });
    settings.setPractice(true);
    stop();
    settings.update({ parallelTransfers: 4 });
    expect(heard.map(({ theme, practice }) => [theme, practice])).toEqual([
      ['dark', false],
      ['dark', true],
    ]);
    expect(JSON.parse(file.text ?? '')).toEqual({ theme: 'dark', practice: true, parallelTransfers: 4 });
    expect(createSettings({ file, defaults }).get()).toEqual({
      ...defaults,
      theme: 'dark',
      practice: true,
      parallelTransfers: 4,
    });
  });

  test('a key that is passed without a value changes nothing', () => {
    const settings = createSettings({ file: createMemoryFile('settings.json'), defaults });
    settings.update({ theme: 'light' });
    expect(settings.update({ theme: undefined }).theme).toBe('light');
  });

  test('a key of a later Docket does no harm', () => {
    const file = createMemoryFile('settings.json', '{"theme":"dark","later":[1]}');
    const settings = createSettings({ file, defaults });
    expect(settings.notices).toEqual([]);
    expect(settings.get().theme).toBe('dark');
  });

  test.each([
    ['is cut off', '{"theme":"da'],
    ['holds a value that does not exist', '{"theme":"pink"}'],
    ['holds a value of another kind', '{"parallelTransfers":"2"}'],
    ['holds a value out of bounds', '{"parallelTransfers":99}'],
  ])('a file that %s is set aside, told, and the defaults hold', (_case, text) => {
    const file = createMemoryFile('settings.json', text);
    const settings = createSettings({ file, defaults });
    expect(settings.get()).toEqual(defaults);
    expect(settings.notices).toEqual([{ code: 'settings-damaged', subject: 'settings.json.corrupt-1' }]);
    expect(file.aside).toEqual([text]);
  });

  test('a damaged file that can not even be set aside is told under its own name', () => {
    const file = createMemoryFile('settings.json', '{');
    file.setAside = () => {
      throw new Error('disk');
    };
    expect(createSettings({ file, defaults }).notices).toEqual([
      { code: 'settings-damaged', subject: 'settings.json' },
    ]);
  });

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EBUSY', 'file-locked'],
    ['EACCES', 'folder-unwritable'],
    ['EROFS', 'folder-unwritable'],
  ])('a disk that answers %s is told as %s, and nothing has changed', (code, expected) => {
    const file = createMemoryFile('settings.json');
    const settings = createSettings({ file, defaults });
    const heard: Settings[] = [];
    settings.onChange((changed) => heard.push(changed));
    file.refuses = { code };
    expect(() => settings.update({ theme: 'dark' })).toThrow(
      expect.objectContaining({
        code: expected,
        error: expect.objectContaining({ subject: 'settings.json' }),
      }),
    );
    expect(settings.get()).toEqual(defaults);
    expect(heard).toEqual([]);
  });
});

describe('the downloads folder', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'docket-downloads-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test('is taken when it can be written to, and left as it was found', async () => {
    const settings = createSettings({ file: createMemoryFile('settings.json'), defaults });
    expect((await settings.setDownloadsFolder(dir)).downloadsFolder).toBe(dir);
    expect(readdirSync(dir)).toEqual([]);
  });

  test.each([
    ['is not there', () => join(dir, 'nowhere'), 'folder-missing'],
    ['is a file', () => join(dir, 'file'), 'folder-missing'],
    ['is no full path', () => '.', 'folder-missing'],
    // The kernel's own folder takes no file from anyone, not even from root.
    ...(process.platform === 'linux'
      ? [['can not be written to', () => '/proc', 'folder-unwritable'] as const]
      : []),
  ] as readonly (readonly [string, () => string, string])[])(
    'that %s is refused by name, and the old one stays',
    async (_case, path, code) => {
      writeFileSync(join(dir, 'file'), '');
      const settings = createSettings({ file: createMemoryFile('settings.json'), defaults });
      await expect(settings.setDownloadsFolder(path())).rejects.toMatchObject({
        error: { code, subject: path(), action: { kind: 'choose-folder' } },
      });
      expect(settings.get()).toEqual(defaults);
    },
  );
});
