import { createHmac } from 'node:crypto';

export interface PnAuthInfo3 {
  readonly algorithm: 'SHA256' | 'SHA384' | 'SHA512';
  readonly clientId: string;
  readonly userId: string;
  /** The shared key; its UTF-8 bytes key the HMAC. */
  readonly sharedKey: string;
  /** When the request is dated, epoch ms. */
  readonly at: number;
  readonly timestamp: 'utc-z' | 'utc-bare';
}

/**
 * The vendor's self-signed authorization, made fresh for each request: it counts for 15 minutes and may not lie in the
 * vendor's future. `clientId:userId:timestamp` is signed; address, method and body are not.
 */
export function pnAuthInfo3(info: PnAuthInfo3): string {
  const stamp = timestampText(info.at, info.timestamp);
  const signature = createHmac(info.algorithm.toLowerCase(), Buffer.from(info.sharedKey, 'utf8'))
    .update(`${info.clientId}:${info.userId}:${stamp}`, 'utf8')
    .digest('base64');
  return `PNAUTHINFO3-HMAC-${info.algorithm} Credential=${info.userId}/${stamp} Signature=${signature}`;
}

/** Whole seconds, cut and not rounded: rounding up would date the request into the vendor's future. */
export function timestampText(at: number, form: 'utc-z' | 'utc-bare'): string {
  const bare = new Date(Math.floor(at / 1000) * 1000).toISOString().slice(0, 19);
  return form === 'utc-z' ? `${bare}Z` : bare;
}

/** A clock that is this far from the vendor's is wrong, whatever else may be. */
const tolerance = 10 * 60_000;
/** `Date` is cut to the second, and a server may be one second apart from its neighbour. */
const granularity = 2_000;

/**
 * Whether a refused sign-in comes from this computer's clock: it is more than ten minutes off, or dated the request
 * later than the vendor's own `Date` (RFC 9110 §6.6.1).
 */
export function clockIsToBlame(about: {
  readonly dateHeader: string | null;
  readonly now: number;
  readonly behindMs: number;
}): boolean {
  const vendorTime = about.dateHeader === null ? Number.NaN : Date.parse(about.dateHeader);
  if (Number.isNaN(vendorTime)) return false;
  return (
    Math.abs(about.now - vendorTime) > tolerance || about.now - about.behindMs > vendorTime + granularity
  );
}
