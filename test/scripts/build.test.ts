import { describe, expect, test } from 'vitest';
import { fingerprintOf, isBuildStale } from '../../scripts/setup/build.mjs';

const a = { path: 'src-main/index.ts', size: 10, changed: 1 };
const b = { path: 'src-main/shell/window.ts', size: 20, changed: 2 };

describe('the sources have one fingerprint', () => {
  test('in whatever order they are listed', () => {
    expect(fingerprintOf([a, b])).toBe(fingerprintOf([b, a]));
  });
  test.each([
    ['a file is added', [a, b, { path: 'src-main/new.ts', size: 0, changed: 3 }]],
    ['a file is removed, though nothing is newer', [a]],
    ['a file is changed', [a, { ...b, changed: 3 }]],
    ['a file is put back to an older time', [a, { ...b, changed: 1 }]],
    ['a file is renamed', [a, { ...b, path: 'src-main/shell/windows.ts' }]],
  ])('and another one when %s', (_, files) => {
    expect(fingerprintOf(files)).not.toBe(fingerprintOf([a, b]));
  });
});

describe('the build is stale', () => {
  test('not when nothing has changed and all of it is there', () => {
    expect(isBuildStale({ fingerprint: 'x', stamped: 'x', outputs: [true, true] })).toBe(false);
  });
  test('when there was none', () => {
    expect(isBuildStale({ fingerprint: 'x', stamped: undefined, outputs: [true, true] })).toBe(true);
  });
  test('when the sources have changed', () => {
    expect(isBuildStale({ fingerprint: 'y', stamped: 'x', outputs: [true, true] })).toBe(true);
  });
  test('when a part of it was deleted', () => {
    expect(isBuildStale({ fingerprint: 'x', stamped: 'x', outputs: [true, false] })).toBe(true);
  });
});
