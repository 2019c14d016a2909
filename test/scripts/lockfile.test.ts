import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withAllPlatforms } from '../../scripts/setup/lockfile.mjs';

const owner = (names: readonly string[], dev = false) => ({
  version: '2.0.0',
  ...(dev ? { dev } : {}),
  optionalDependencies: Object.fromEntries(names.map((name) => [name, '2.0.0'])),
});

test('a binary that the lockfile lacks is added for its platform', () => {
  const packages = withAllPlatforms({ 'node_modules/tool': owner(['@tool/cli-darwin-arm64'], true) });
  expect(packages['node_modules/@tool/cli-darwin-arm64']).toEqual({
    version: '2.0.0',
    cpu: ['arm64'],
    dev: true,
    optional: true,
    os: ['darwin'],
  });
});

test.each([
  ['tool-linux-x64-gnu', ['tool-linux-x64-gnu'], ['glibc']],
  ['tool-linux-x64-musl', ['tool-linux-x64-musl'], ['musl']],
  ['tool-linux-x64', ['tool-linux-x64', 'tool-linux-x64-musl'], ['glibc']],
  ['tool-linux-x64', ['tool-linux-x64'], undefined],
  ['tool-win32-x64-msvc', ['tool-win32-x64-msvc'], undefined],
])('%s among %j asks for the C library %j', (name, names, libc) => {
  const packages = withAllPlatforms({ 'node_modules/tool': owner(names) });
  expect(packages[`node_modules/${name}`]?.libc).toEqual(libc);
});

test('what is there stays as it is, wherever it lies', () => {
  const given = {
    'node_modules/tool': owner(['tool-linux-x64', 'tool-win32-x64']),
    'node_modules/tool-linux-x64': { version: '2.0.0', integrity: 'sha512-a' },
    'node_modules/tool/node_modules/tool-win32-x64': { version: '2.0.0', integrity: 'sha512-b' },
  };
  expect(withAllPlatforms(given)).toEqual(given);
});

test('an optional package that is no binary of a platform is not invented', () => {
  const given = { 'node_modules/tool': owner(['fsevents', 'tool-wasm32-wasi']) };
  expect(withAllPlatforms(given)).toEqual(given);
});

test('the lockfile of this repository is complete', () => {
  const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
  expect(Object.keys(withAllPlatforms(packages))).toEqual(Object.keys(packages));
});
