import { createHash } from 'node:crypto';
import type { FileView } from '../../src-preload/contract/retrievals.ts';

/** What a fingerprint covers: design.md, "fingerprint". */
export type FingerprintedFile = Pick<FileView, 'name' | 'bytes' | 'sha256' | 'rows'>;

/** The canonical manifest: fixed key order, files sorted by the code units of their names, no spaces. */
export function manifestOf(files: readonly FingerprintedFile[]): string {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return JSON.stringify({
    docket: 1,
    files: sorted.map(({ name, bytes, sha256, rows }) => ({ name, bytes, sha256, rows })),
  });
}

/** SHA-256 of the manifest's UTF-8, in lower-case hexadecimal. */
export function fingerprintOf(files: readonly FingerprintedFile[]): string {
  return createHash('sha256').update(manifestOf(files), 'utf8').digest('hex');
}
