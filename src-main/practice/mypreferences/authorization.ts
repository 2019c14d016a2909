import { createHmac, timingSafeEqual } from 'node:crypto';

export type KeyedHash = 'sha256' | 'sha384' | 'sha512';

/**
 * The PNAUTHINFO3 signature: HMAC over `clientId:userId:timestamp` with the shared key as UTF-8, in standard base64.
 * URL, method and body are not signed.
 */
export function pnAuthSignature(parts: {
  readonly hash: KeyedHash;
  readonly clientId: string;
  readonly userId: string;
  readonly timestamp: string;
  readonly sharedKey: string;
}): string {
  return createHmac(parts.hash, parts.sharedKey)
    .update(`${parts.clientId}:${parts.userId}:${parts.timestamp}`)
    .digest('base64');
}

export interface PnAccount {
  readonly clientId: string;
  readonly userId: string;
  readonly sharedKey: string;
}

export type PnRefusal =
  | 'malformed'
  | 'unkeyed'
  | 'unknown-user'
  | 'no-timestamp'
  | 'future'
  | 'too-old'
  | 'signature';

/** How long a signed timestamp counts, in milliseconds: the vendor's default. */
const pnValidity = 15 * 60_000;

const headerForm =
  /^PNAUTHINFO3-HMAC-SHA(256|384|512)\s+Credential=(.+)\/([^/\s]+)\s+Signature=([A-Za-z0-9+/]+={0,2})$/i;

/** Judges an Authorization header as the vendor does; null means accepted. `now` is in milliseconds since the epoch. */
export function refusePnAuth(header: string, account: PnAccount, now: number): PnRefusal | null {
  // The form without a key exists and is discouraged; Docket must not fall back to it.
  if (/^PNAUTHINFO3-SHA\d+\s/i.test(header)) return 'unkeyed';
  const [, size, userId, timestamp, signature] = headerForm.exec(header) ?? [];
  if (size === undefined || userId === undefined || timestamp === undefined || signature === undefined)
    return 'malformed';
  if (userId !== account.userId) return 'unknown-user';
  const signedAt = readTimestamp(timestamp);
  if (signedAt === null) return 'no-timestamp';
  if (signedAt > now) return 'future';
  if (now - signedAt > pnValidity) return 'too-old';
  const hash: KeyedHash = size === '256' ? 'sha256' : size === '384' ? 'sha384' : 'sha512';
  const expected = Buffer.from(pnAuthSignature({ ...account, hash, timestamp }), 'base64');
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? null : 'signature';
}

/** ISO 8601; without a zone it is read as UTC. */
function readTimestamp(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.test(text)) return null;
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? null : at;
}
