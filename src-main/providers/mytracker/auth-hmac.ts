import { createHmac } from 'node:crypto';

/**
 * The `Authorization` header of one request (https://docs.tracker.my.com/api/export-api/authentication). It covers the
 * exact URL and body that go out; it holds no time, so that a retry may carry the same.
 */
export function authHmac(
  request: { readonly method: string; readonly url: string; readonly body: string },
  account: { readonly apiUserId: string; readonly secretKey: string },
): string {
  // The `&` before an empty body stays: without it the signature is another one.
  const base = `${request.method.toUpperCase()}&${percentEncode(request.url)}&${percentEncode(request.body)}`;
  const signature = createHmac('sha1', account.secretKey).update(base).digest('base64');
  return `AuthHMAC ${account.apiUserId}:${signature}`;
}

/** RFC 3986 §2.3: `encodeURIComponent` leaves `! ' ( ) *`, which the vendor's rawurlencode doesn't. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
