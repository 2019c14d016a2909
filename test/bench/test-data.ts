import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Pseudo-random, the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

const countries = ['DE', 'US', 'BR', 'IN', 'FR', 'PL', 'JP', 'TR'];
export const header = 'idProfile,idDevice,idCountry,tsEvent,app,price,currency,token\n';

/** Rows as MyTracker's raw data has them; `noise` random characters in each decide how well they pack. */
function rowsOf(bytes: number, noise: number, seed: number): string {
  const next = randomNumbers(seed);
  const rows: string[] = [];
  for (let size = 0; size < bytes; ) {
    const token = Array.from({ length: Math.ceil(noise / 6) }, () => next().toString(36).padStart(6, '0'))
      .join('')
      .slice(0, noise);
    const row = `${next() % 5_000_000},device-${next() % 90_000},${countries[next() % 8]},2026-03-0${1 + (next() % 9)} 12:0${next() % 10}:00,com.example.game${next() % 12},${(next() % 4) * 5}.99,EUR,${token}\n`;
    rows.push(row);
    size += row.length;
  }
  return rows.join('');
}

const pieceSize = 8 * 1024 * 1024;

/** A file of about `bytes` bytes; `packed` makes each piece a gzip member. Answers the exact size. */
export function writeTable(
  file: string,
  options: { readonly bytes: number; readonly packed: boolean; readonly noise: number },
): number {
  const pieces = [1, 2, 3].map((seed) => {
    const text = Buffer.from(rowsOf(pieceSize, options.noise, seed));
    return options.packed ? gzipSync(text, { level: 4 }) : text;
  });
  const start = options.packed ? gzipSync(header) : Buffer.from(header);
  const handle = openSync(file, 'w');
  try {
    let size = writeSync(handle, start);
    for (let place = 0; size < options.bytes; place += 1) {
      size += writeSync(handle, pieces[place % pieces.length] ?? start);
    }
    return size;
  } finally {
    closeSync(handle);
  }
}
