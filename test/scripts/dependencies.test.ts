import { describe, expect, test } from 'vitest';
import { dependenciesNeed, isInstalledAsLocked } from '../../scripts/setup/dependencies.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/ky': { version: '2.1.0', integrity: 'sha512-a' },
  'node_modules/@duckdb/win32': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};
const ky = { version: '2.1.0', integrity: 'sha512-a' };

describe('what is installed is compared with the lockfile', () => {
  test('the same packages are in place', () => {
    expect(isInstalledAsLocked(locked, { 'node_modules/ky': ky })).toBe(true);
  });
  test("another platform's binary may be absent", () => {
    const withIt = {
      'node_modules/ky': ky,
      'node_modules/@duckdb/win32': { version: '1.0.0', integrity: 'sha512-b' },
    };
    expect(isInstalledAsLocked(locked, withIt)).toBe(true);
  });
  test('a missing package is stale', () => {
    expect(isInstalledAsLocked(locked, {})).toBe(false);
  });
  test('another version is stale', () => {
    expect(isInstalledAsLocked(locked, { 'node_modules/ky': { ...ky, version: '2.0.0' } })).toBe(false);
  });
  test('the same version with other content is stale', () => {
    expect(isInstalledAsLocked(locked, { 'node_modules/ky': { ...ky, integrity: 'sha512-x' } })).toBe(false);
  });
  test('an optional package in another version is stale', () => {
    const wrong = {
      'node_modules/ky': ky,
      'node_modules/@duckdb/win32': { version: '0.9.0', integrity: 'sha512-b' },
    };
    expect(isInstalledAsLocked(locked, wrong)).toBe(false);
  });
  test('a package that the lockfile no longer names is stale', () => {
    expect(
      isInstalledAsLocked(locked, { 'node_modules/ky': ky, 'node_modules/left': { version: '1.0.0' } }),
    ).toBe(false);
  });
});

describe('an install is needed', () => {
  test('not when the stamp is of this lockfile, and nothing is compared then', () => {
    const asLocked = () => {
      throw new Error('compared');
    };
    expect(dependenciesNeed({ lockHash: 'a', stampedHash: 'a', asLocked })).toBe('in place');
  });
  test('not when somebody ran npm ci by hand', () => {
    expect(dependenciesNeed({ lockHash: 'a', stampedHash: undefined, asLocked: () => true })).toBe(
      'in place',
    );
  });
  test('when the lockfile has changed since', () => {
    expect(dependenciesNeed({ lockHash: 'b', stampedHash: 'a', asLocked: () => false })).toBe('install');
  });
  test('when nothing is installed', () => {
    expect(dependenciesNeed({ lockHash: 'a', stampedHash: undefined, asLocked: () => false })).toBe(
      'install',
    );
  });
});
