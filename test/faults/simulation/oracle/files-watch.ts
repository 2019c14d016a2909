import { join } from 'node:path';
import type { Job } from '../../../../src-main/jobs/job.ts';
import { fingerprintOf } from '../../../../src-main/retrieval/fingerprint.ts';
import type { World } from '../the-world.ts';
import { exportOf } from './whose-export.ts';

/**
 * Collected means: each file would survive a power cut, and is byte for byte one content that the vendor had of one of
 * its parts; every part is there, once.
 */
export function checkCollected(world: World, job: Job, when: string): void {
  const { life, tree, violated } = world;
  const found = exportOf(world, job);
  if (life === null || found === null || job.retrieval.kind !== 'collected') return;
  const files = life.rooms.ledger.files.of(job.id);
  const { parts } = found.held;
  const about = `${job.provider} ${job.id} ${when}`;
  if (files.length !== parts.length) violated(`${about}: ${files.length} files for ${parts.length} parts`);
  if (fingerprintOf(files) !== job.retrieval.fingerprint)
    violated(`${about}: the fingerprint is not that of its files`);
  const left = new Set(parts);
  for (const file of files) {
    const path = join(file.folder, file.name);
    const bytes = tree.surely(path);
    if (bytes === null) {
      const there = tree.now.files.has(path);
      violated(`${about}: ${path} ${there ? 'would not survive a power cut' : 'is not there'}`);
      return;
    }
    const part = [...left].find(({ versions }) =>
      versions.some((one) => one.bytes.equals(bytes) && (file.rows === null || file.rows === one.rows)),
    );
    if (part === undefined) {
      violated(
        `${about}: ${path} (${bytes.length} bytes, ${file.rows} rows) is not what the vendor held: ${sizes(found.held.parts)}`,
      );
      return;
    }
    left.delete(part);
  }
}

/** Whether the files on the disk still have the fingerprint that is about to be committed. */
export function matchesDisk(world: World, job: Job): boolean {
  const { life, tree } = world;
  if (life === null || job.retrieval.kind !== 'collected') return false;
  const found = exportOf(world, job);
  return life.rooms.ledger.files.of(job.id).every((file) => {
    const bytes = tree.surely(join(file.folder, file.name));
    if (bytes === null || bytes.length !== file.bytes) return false;
    return (
      found === null ||
      found.held.parts.some(({ versions }) => versions.some((one) => one.bytes.equals(bytes)))
    );
  });
}

function sizes(
  parts: readonly { readonly versions: readonly { readonly bytes: Buffer; readonly rows: number }[] }[],
): string {
  return parts
    .map(({ versions }) => versions.map(({ bytes, rows }) => `${bytes.length}/${rows}`).join(' or '))
    .join(', ');
}
