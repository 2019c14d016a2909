import type { ErrorCode } from '../../src-preload/contract/errors.ts';

/**
 * The failures after which the vendor surely has not acted: nothing was sent, or the request was turned away as such.
 * Whatever is not among them leaves the commit unknown, a 404 too: a colleague may have committed before us.
 */
const surelyNotDone: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  // Never left this computer
  'offline',
  'unreachable',
  'certificate-untrusted',
  'proxy-sign-in',
  'connection-not-found',
  'secret-missing',
  'keychain-locked',
  'keychain-timeout',
  'keychain-refused',
  'keychain-unavailable',
  'reference-invalid',
  'not-offered',
  // Turned away: 401, 403, 400, 429
  'sign-in-refused',
  'clock-wrong',
  'permission-denied',
  'request-rejected',
  'rate-limited',
  'commit-refused',
]);

export function isSurelyNotDone(code: ErrorCode): boolean {
  return surelyNotDone.has(code);
}
