import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import type { PageLanguage } from '../../src-preload/contract/languages.ts';
import {
  contentSecurityPolicy,
  contentTypeOf,
  languagePlaceholder,
  noncePlaceholder,
  resolveAppFile,
} from './app-files.ts';

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the renderer's files below `root` as app://docket/…, each page load with a CSP nonce of its own and in the
 * language that is chosen by then.
 */
export function serveAppFiles(root: string, language: () => PageLanguage): void {
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
    const page = content.toString('utf8').replaceAll(noncePlaceholder, nonce);
    return new Response(page.replace(languagePlaceholder, `<html lang="${language()}">`), { headers });
  });
}
