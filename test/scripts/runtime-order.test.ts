import { describe, expect, test } from 'vitest';
import { failedLately, runtimeOrder } from '../../scripts/runtime/runtime-order.mjs';

const bare = {
  override: false,
  official: false,
  downloadFailedLately: false,
  substitute: false,
  platform: 'linux',
  arch: 'x64',
} as const;

describe('the Electron to use', () => {
  test('is the one the person names, whatever else is there', () => {
    expect(runtimeOrder({ ...bare, override: true, official: true, substitute: true })).toEqual(['override']);
  });
  test('is the official one when it is unpacked, even with the substitute beside it', () => {
    expect(runtimeOrder({ ...bare, official: true, substitute: true })).toEqual(['official']);
  });
  test('is downloaded on a bare machine, and substituted if that fails', () => {
    expect(runtimeOrder(bare)).toEqual(['download official', 'install substitute']);
  });
  test('is the substitute at once after a download failed', () => {
    expect(runtimeOrder({ ...bare, downloadFailedLately: true, substitute: true })).toEqual(['substitute']);
    expect(runtimeOrder({ ...bare, downloadFailedLately: true })).toEqual(['install substitute']);
  });
  test('is the official one again when a day has passed and the download works', () => {
    expect(runtimeOrder({ ...bare, substitute: true })).toEqual(['download official', 'substitute']);
  });
  test.each([
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['darwin', 'x64'],
    ['win32', 'x64'],
  ])('on %s-%s has no substitute, so its download is tried each time', (platform, arch) => {
    expect(runtimeOrder({ ...bare, platform, arch, downloadFailedLately: true })).toEqual([
      'download official',
    ]);
  });
});

describe('a failed download', () => {
  const hour = 60 * 60 * 1000;
  const note = { version: '45.4.1', at: 1_000_000 };
  test('is remembered for a day', () => {
    expect(failedLately(note, '45.4.1', note.at + 23 * hour)).toBe(true);
    expect(failedLately(note, '45.4.1', note.at + 24 * hour)).toBe(false);
  });
  test('of another version does not count', () => {
    expect(failedLately(note, '45.5.0', note.at + hour)).toBe(false);
  });
  test('in the future does not count: the clock was wrong', () => {
    expect(failedLately(note, '45.4.1', note.at - 1)).toBe(false);
  });
  test('that never was does not count', () => {
    expect(failedLately(undefined, '45.4.1', 0)).toBe(false);
  });
});
