import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedParts {
  readonly method: string;
  /** Scheme, host, path and query exactly as they went out. */
  readonly url: string;
  readonly body: string;
}

/**
 * `METHOD&pct(url)&pct(body)`; the last ampersand stays when the body is empty.
 * https://docs.tracker.my.com/api/export-api/authentication
 */
function baseString(parts: SignedParts): string {
  return `${parts.method.toUpperCase()}&${percentEncode(parts.url)}&${percentEncode(parts.body)}`;
}

/** HMAC-SHA1 in base64, keyed with the secret as UTF-8. */
export function authHmacSignature(parts: SignedParts, secretKey: string): string {
  return createHmac('sha1', secretKey).update(baseString(parts)).digest('base64');
}

/** RFC 3986: only unreserved characters stay. `encodeURIComponent` alone leaves five more. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export interface TrackerAccount {
  readonly apiUserId: string;
  readonly secretKey: string;
}

/** Whether `Authorization: AuthHMAC <apiUserId>:<signature>` is right for this request. */
export function acceptsAuthHmac(
  header: string | undefined,
  parts: SignedParts,
  account: TrackerAccount,
): boolean {
  const [, user, signature] = /^AuthHMAC ([^:\s]+):([A-Za-z0-9+/]+={0,2})$/.exec(header ?? '') ?? [];
  if (user !== account.apiUserId || signature === undefined) return false;
  const expected = Buffer.from(authHmacSignature(parts, account.secretKey), 'base64');
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
