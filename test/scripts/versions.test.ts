import { expect, test } from 'vitest';
import { isAtLeast, parseVersion } from '../../scripts/setup/versions.mjs';

test.each([
  ['v24.21.0', [24, 21, 0]],
  ['20.19', [20, 19, 0]],
  ['22', [22, 0, 0]],
  ['v25.0.0-nightly20260101', [25, 0, 0]],
])('%s is read as its numbers', (text, numbers) => {
  expect(parseVersion(text)).toEqual(numbers);
});

test.each(['', 'latest', 'x20'])('"%s" is no version', (text) => {
  expect(() => parseVersion(text)).toThrow('Not a version');
});

test.each([
  ['20.19.0', '20.19.0', true],
  ['20.20.2', '20.19.0', true],
  ['24.0.0', '20.19.0', true],
  ['20.9.0', '20.19.0', false],
  ['18.99.99', '20.19.0', false],
  ['20.19.0', '20.19.1', false],
])('%s against a minimum of %s: %s', (have, need, enough) => {
  expect(isAtLeast(have, need)).toBe(enough);
});
