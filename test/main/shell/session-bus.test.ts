import { expect, test } from 'vitest';
import { hasSessionBus } from '../../../src-main/shell/session-bus.ts';

const is = (path: string) => path === '/run/user/1/bus';

test.each<readonly [string, NodeJS.Platform, Record<string, string>, boolean]>([
  ['Windows needs none', 'win32', {}, true],
  ['no address and no runtime folder', 'linux', {}, false],
  ['the runtime folder’s own', 'linux', { XDG_RUNTIME_DIR: '/run/user/1' }, true],
  ['a runtime folder without it', 'linux', { XDG_RUNTIME_DIR: '/run/user/2' }, false],
  [
    'an address that is there',
    'linux',
    { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1/bus,guid=7' },
    true,
  ],
  ['an address that is gone', 'linux', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/no-bus' }, false],
  ['an abstract address is believed', 'linux', { DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x' }, true],
])('%s', (_, platform, environment, there) => {
  expect(hasSessionBus(platform, environment, is)).toBe(there);
});
