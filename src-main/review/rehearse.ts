import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { previewOf } from './preview.ts';

const rows = 500;
const line = (row: number) =>
  `00${481_516_234_200 + row},NO,"said ""yes"" twice",2026-10-15 08:01:${String(row % 60).padStart(2, '0')},${row / 100},,user${row}@example.com`;

/**
 * Reads the beginning of a table that nobody sees: a process compiles its code when that is first used, which a person
 * who opens the first table of the day would wait for.
 */
export async function rehearse(folder: string): Promise<void> {
  const own = path.join(folder, 'rehearsal');
  const file = path.join(own, 'sample.csv.gz');
  const text = Array.from({ length: rows }, (_, row) => `${line(row)}\n`).join('');
  try {
    await mkdir(own, { recursive: true });
    await writeFile(file, await promisify(gzip)(`id,country,note,at,price,blank,mail\n${text}`));
    await previewOf({ files: [file], kind: 'csv.gz', sheet: null, dialect: {}, partColumn: false }, own);
  } finally {
    await rm(own, { force: true, recursive: true });
  }
}
