// `npm run bench -- [NAME…]`: measures what design.md promises of speed; all benches without a name, and only then
// RESULTS.md is written.
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Bench, Row } from './bench.ts';
import { collectFiles, writeFiles } from './collect-files.bench.ts';
import { collectPages } from './collect-pages.bench.ts';
import { labFolder, openLab } from './lab.ts';
import { machine, tableOf, writeResults } from './results.ts';
import { reviewEngine, reviewLarge } from './review.bench.ts';
import { reviewWindow } from './review-window.bench.ts';

const benches: readonly Bench[] = [collectFiles, collectPages, reviewEngine, reviewLarge, reviewWindow];

const names = process.argv.slice(2);
const chosen = names.length === 0 ? benches : benches.filter(({ name }) => names.includes(name));
if (chosen.length === 0)
  throw new Error(`No such bench. There are: ${benches.map(({ name }) => name).join(', ')}`);

const started = performance.now();
const load = loadavg()[0] ?? 0;
const folder = labFolder();
try {
  console.log('… writing the files');
  const lab = await openLab(folder, writeFiles(folder));
  try {
    const rows: Row[] = [];
    for (const bench of chosen) {
      console.log(`… ${bench.name}`);
      rows.push(...(await bench.run(lab)));
    }
    const about = { versions: lab.versions, at: new Date(), load };
    console.log(`\n${machine(about)}\n\n${tableOf(rows)}\n`);
    if (names.length === 0) writeResults(fileURLToPath(new URL('RESULTS.md', import.meta.url)), rows, about);
    console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
    process.exitCode = rows.some(({ limit }) => limit?.kept === false) ? 1 : 0;
  } finally {
    await lab.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
