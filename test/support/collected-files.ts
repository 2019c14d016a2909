import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Every file below the Documents folder, in the order of names; those still on their way end in `.part`. */
export async function collectedFiles(documents: string): Promise<readonly string[]> {
  const names = await readdir(documents, { recursive: true, withFileTypes: true }).catch(() => []);
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Bytes of all files below the Documents folder, on their way or not: they only grow while something is collected. */
export async function bytesHere(documents: string): Promise<number> {
  return sizeOf(await collectedFiles(documents));
}

/** Bytes of all files below the Documents folder that are still on their way. */
export async function bytesOnTheWay(documents: string): Promise<number> {
  return sizeOf((await collectedFiles(documents)).filter((file) => file.endsWith('.part')));
}

async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => null))?.size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}
