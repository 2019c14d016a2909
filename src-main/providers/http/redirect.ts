/** What to do with a 3xx answer. */
export type Redirect =
  | { readonly kind: 'none' }
  | { readonly kind: 'follow'; readonly url: string; readonly sameOrigin: boolean }
  | { readonly kind: 'refuse' };

export const mostRedirects = 5;

/**
 * RFC 9110 §15.4. Only a GET follows 301, 302 and 303: a POST would turn into a GET, and its effect into a guess. An
 * address that leaves encryption is refused, as is one that isn't HTTP.
 */
export function redirectOf(method: string, from: string, status: number, location: string | null): Redirect {
  if (![301, 302, 303, 307, 308].includes(status)) return { kind: 'none' };
  if (location === null) return { kind: 'refuse' };
  if (method !== 'GET' && status !== 307 && status !== 308) return { kind: 'refuse' };
  const source = new URL(from);
  let target: URL;
  try {
    target = new URL(location, source);
  } catch {
    return { kind: 'refuse' };
  }
  if (target.protocol !== 'https:' && target.protocol !== source.protocol) return { kind: 'refuse' };
  if (!/^https?:$/.test(target.protocol) || target.username !== '' || target.password !== '')
    return { kind: 'refuse' };
  target.hash = '';
  return { kind: 'follow', url: target.href, sameOrigin: target.origin === source.origin };
}
