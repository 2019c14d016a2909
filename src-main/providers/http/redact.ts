/**
 * An address as it may be logged: origin and path, no query, no user info, and everything in the path that could be a
 * token masked: long digits (a MyPreferences access token stands in the path) and long runs of letters and digits.
 */
export function redactUrl(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return '(not an address)';
  }
  return `${url.protocol}//${url.host}${url.pathname.split('/').map(maskSegment).join('/')}`;
}

/** The host of an address, which is all that a Failure may name. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return '';
  }
}

function maskSegment(segment: string): string {
  if (/^\d{5,}$/.test(segment)) return '•••';
  return segment.replace(/[A-Za-z0-9+=_~-]{24,}/g, '•••').replace(/\d{7,}/g, '•••');
}
