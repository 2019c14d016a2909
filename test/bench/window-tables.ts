import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openLedger } from '../../src-main/jobs/sqlite-ledger.ts';
import { systemClock } from '../../src-main/ports/clock.ts';
import { type LaunchedDocket, launchDocket } from '../support/launch-docket.ts';
import { sampleJob } from '../support/sample-job.ts';
import { writeReviewTable } from './review-tables.ts';

/** The exports on the list of the window, by their titles. */
export const small = 'One thousand';
export const million = 'One million';
export const tenMillion = 'Ten million';

/** What stands in for SHA-256 sums: nothing is committed here, and opening a table doesn't read them. */
const sum = '0'.repeat(64);

/** A profile whose list holds three exports as if they had been collected: made tables of 1,000, 1 M and 10 M rows. */
export async function writeCollected(folder: string): Promise<string> {
  const profileDir = path.join(folder, 'profile');
  const files = path.join(folder, 'collected');
  for (const place of [profileDir, files]) mkdirSync(place, { recursive: true });
  const { ledger } = openLedger({
    file: path.join(profileDir, 'ledger.sqlite'),
    clock: systemClock,
    user: 'bench',
  });
  const now = Date.now();
  for (const [title, name, rows] of [
    [small, 'k1.csv.gz', 1_000],
    [million, 'm1.csv.gz', 1_000_000],
    [tenMillion, 'm10.csv', 10_000_000],
  ] as const) {
    await writeReviewTable(path.join(files, name), rows);
    const bytes = statSync(path.join(files, name)).size;
    const id = `job-${rows}`;
    const kind = name.endsWith('.gz') ? 'csv.gz' : 'csv';
    const collected = { fingerprint: sum, files: 1, rows, bytes, collectedAt: now, verifiedAt: now };
    ledger.transaction(() => {
      // Each is the only one of its kind: an earlier one would be read as well, to compare with.
      ledger.jobs.put(
        sampleJob({
          id,
          title,
          reference: String(rows),
          createdAt: now,
          readyAt: now,
          folder: files,
          connectionId: `connection-${rows}`,
          retrieval: { kind: 'collected', ...collected },
        }),
      );
      ledger.files.replace(id, [
        { id: `file-${rows}`, jobId: id, name, folder: files, kind, bytes, sha256: sum, rows },
      ]);
    });
  }
  ledger.close();
  return profileDir;
}

/** The app over that profile, with a home of its own. */
export async function openWindow(folder: string, profileDir: string): Promise<LaunchedDocket> {
  const home = path.join(folder, 'window-home');
  const config = path.join(home, '.config');
  mkdirSync(path.join(home, 'Documents'), { recursive: true });
  mkdirSync(config);
  writeFileSync(path.join(config, 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
  const env = { HOME: home, XDG_CONFIG_HOME: config };
  const docket = await launchDocket({ profileDir, keychain: false, env });
  docket.window.setDefaultTimeout(180_000);
  return docket;
}
