import path from 'node:path';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, resolveAppFile } from '../../../src-main/shell/app-files.ts';

const root = path.resolve('out', 'renderer');

test.each([
  ['app://docket/', 'index.html'],
  ['app://docket/index.html', 'index.html'],
  ['app://docket/assets/a%20b.js?x=1#y', path.join('assets', 'a b.js')],
  ['app://docket/assets/../index.html', 'index.html'],
])('%s is served from below the root', (url, file) => {
  expect(resolveAppFile(root, url)).toBe(path.join(root, file));
});

test.each([
  'app://other/index.html',
  'https://docket/index.html',
  'app://docket/%2e%2e%2fpackage.json',
  'app://docket/..%2f..%2fpackage.json',
  'app://docket/..%5c..%5cpackage.json',
  'app://docket/a%00.html',
  'app://docket/%',
  'nonsense',
])('%s is not served', (url) => {
  expect(resolveAppFile(root, url)).toBeNull();
});

test('an encoded path that climbs out never leaves the root', () => {
  const file = resolveAppFile(root, 'app://docket/a/%2e%2e/%2e%2e/%2e%2e/etc/passwd');
  expect(file === null || file.startsWith(root + path.sep)).toBe(true);
});

test('the policy begins with nothing and allows no inline script', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy.startsWith("default-src 'none'; ")).toBe(true);
  expect(policy).toContain("style-src 'self' 'nonce-abc'");
  expect(policy).not.toContain('unsafe');
});
