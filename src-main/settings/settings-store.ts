import { randomUUID } from 'node:crypto';
import { rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import { type Settings, type SettingsPatch, settingsSchema } from '../../src-preload/contract/settings.ts';
import { Failure } from '../ports/failure.ts';
import { readChecked, writeChecked } from './checked-file.ts';
import type { KeyValueFile } from './key-value-file.ts';

/** What a person chose. Each change is on disk when the call returns, then the listeners are told. */
export interface SettingsStore {
  get(): Settings;
  update(patch: SettingsPatch): Settings;
  /** Throws `folder-missing` or `folder-unwritable`, with the path as subject, before anything is changed. */
  setDownloadsFolder(path: string): Promise<Settings>;
  setPractice(on: boolean): Settings;
  onChange(listener: (settings: Settings) => void): () => void;
  /** What was wrong with the file at start. */
  readonly notices: readonly DocketError[];
}

/** The settings of someone who has chosen nothing. `documents`: the person's own documents folder. */
export function defaultSettings(documents: string): Settings {
  return {
    downloadsFolder: join(documents, 'Docket'),
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
  };
}

/** Settings over their file; a key that an older Docket didn't write takes its default. */
export function createSettings(options: {
  readonly file: KeyValueFile;
  readonly defaults: Settings;
}): SettingsStore {
  const { file, defaults } = options;
  // Only what was chosen is stored, so that a default which moves (the documents folder) moves along.
  const { value, notices } = readChecked(file, settingsSchema.partial(), {});
  const listeners = new Set<(settings: Settings) => void>();
  let chosen = withoutGaps(value);

  function change(patch: Gaps<Settings>): Settings {
    const next = { ...chosen, ...withoutGaps(patch) };
    writeChecked(file, next);
    chosen = next;
    const settings = { ...defaults, ...chosen };
    for (const listener of [...listeners]) listener(settings);
    return settings;
  }

  return {
    notices,
    get: () => ({ ...defaults, ...chosen }),
    update: (patch) => change(patch),
    async setDownloadsFolder(path) {
      await proveWritable(path);
      return change({ downloadsFolder: path });
    },
    setPractice: (on) => change({ practice: on }),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

type Gaps<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A key that is there without a value would hide its default. */
function withoutGaps(patch: Gaps<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

/** Writes and removes a file: access rights alone don't tell of read-only disks, quotas and network shares. */
async function proveWritable(path: string): Promise<void> {
  const found = isAbsolute(path) ? await stat(path).catch(() => null) : null;
  if (found === null || !found.isDirectory()) {
    throw new Failure('folder-missing', { subject: path, action: { kind: 'choose-folder' } });
  }
  const probe = join(path, `.docket-${randomUUID()}`);
  try {
    await writeFile(probe, '', { flag: 'wx' });
  } catch (cause) {
    throw new Failure('folder-unwritable', { subject: path, action: { kind: 'choose-folder' }, cause });
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
