import { existsSync } from 'node:fs';

/**
 * Whether the session's bus can be there: on Linux a tray icon lives on it, and without it Electron may spin at its end.
 * Addresses that aren't a path are believed.
 * https://dbus.freedesktop.org/doc/dbus-specification.html#addresses
 */
export function hasSessionBus(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): boolean {
  if (platform !== 'linux') return true;
  const runtime = environment['XDG_RUNTIME_DIR'];
  const address =
    environment['DBUS_SESSION_BUS_ADDRESS'] ?? (runtime === undefined ? '' : `unix:path=${runtime}/bus`);
  if (address === '') return false;
  return address.split(';').some((one) => {
    const [, path] = /^unix:(?:.*,)?path=([^,]+)/u.exec(one) ?? [];
    return path === undefined || exists(path);
  });
}
