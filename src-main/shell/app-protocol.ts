import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentSecurityPolicy, contentTypeOf, noncePlaceholder, resolveAppFile } from './app-files.ts';

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the renderer's files below `root` as app://docket/…, each page load with a CSP nonce of its own. */
export function serveAppFiles(root: string): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? resolveAppFile(root, request.url) : null;
    if (file === null) return new Response('Not found', { status: 404 });
    let content: Buffer;
    try {
      content = await readFile(file);
    } catch {
      return new Response('Not found', { status: 404 });
    }
    const type = contentTypeOf(file);
    const headers: Record<string, string> = { 'content-type': type, 'x-content-type-options': 'nosniff' };
    if (!type.startsWith('text/html')) return new Response(new Uint8Array(content), { headers });
    const nonce = randomBytes(18).toString('base64');
    headers['content-security-policy'] = contentSecurityPolicy(nonce);
    headers['cache-control'] = 'no-store';
    return new Response(content.toString('utf8').replaceAll(noncePlaceholder, nonce), { headers });
  });
}
