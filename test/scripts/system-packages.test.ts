import { expect, test } from 'vitest';
import { missingPackages } from '../../scripts/setup/system-packages.mjs';

test('an installed package is not missing, with or without its architecture', () => {
  expect(missingPackages(['xvfb', 'libnss3'], 'xvfb installed\nlibnss3:amd64 installed\n')).toEqual([]);
});

test('a package that was removed and left its configuration is missing', () => {
  expect(missingPackages(['dbus'], 'dbus config-files\n')).toEqual(['dbus']);
});

test('the name after the time_t transition will do', () => {
  expect(missingPackages(['libasound2'], 'libasound2t64:amd64 installed\n')).toEqual([]);
});

test('a package that is only a part of another name is missing', () => {
  expect(missingPackages(['dbus'], 'dbus-x11 installed\n')).toEqual(['dbus']);
});

test('nothing listed means all are missing, in the order asked for', () => {
  expect(missingPackages(['xvfb', 'dbus'], '')).toEqual(['xvfb', 'dbus']);
});
