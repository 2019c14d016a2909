import path from 'node:path';

/** The file below `root` that an app:// URL names, or null when it points outside or isn't ours. */
export function resolveAppFile(root: string, url: string): string | null {
  let parsed: URL;
  let name: string;
  try {
    parsed = new URL(url);
    name = decodeURIComponent(parsed.pathname);
  } catch {
    return null;
  }
  if (parsed.protocol !== 'app:' || parsed.host !== 'docket') return null;
  // A decoded backslash or NUL has no place in our own file names, and means something else on each system.
  if (name.includes('\\') || name.includes('\0')) return null;
  const file = path.resolve(root, `.${name === '/' ? '/index.html' : name}`);
  const inside = path.relative(root, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

export function contentTypeOf(file: string): string {
  return types[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The page's policy: nothing but our own files, and styles that carry this load's nonce (Fluent injects them).
 * https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** In index.html, where the nonce of this load is put. */
export const noncePlaceholder = '__CSP_NONCE__';
/** In index.html, where the language of the page is put in place of English. */
export const languagePlaceholder = '<html lang="en">';
