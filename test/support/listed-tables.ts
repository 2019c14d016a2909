import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { openLedger } from '../../src-main/jobs/sqlite-ledger.ts';
import { systemClock } from '../../src-main/ports/clock.ts';
import type { FileKind } from '../../src-preload/contract/retrievals.ts';
import { sampleJob } from './sample-job.ts';

interface ListedTable {
  readonly title: string;
  readonly kind: FileKind;
  readonly rows: number;
  /** Writes the file. */
  readonly write: (file: string) => void;
}

/** What stands in for SHA-256 sums: opening a table doesn't read them. */
const sum = '0'.repeat(64);

/** Puts files onto the list of a profile as if they had been collected: those that no practice vendor sends. */
export function listTables(profileDir: string, tables: readonly ListedTable[]): void {
  const folder = path.join(profileDir, '..', 'listed');
  mkdirSync(folder, { recursive: true });
  const { ledger } = openLedger({
    file: path.join(profileDir, 'ledger.sqlite'),
    clock: systemClock,
    user: 'somebody',
  });
  const now = Date.now();
  for (const [place, { title, kind, rows, write }] of tables.entries()) {
    const id = `listed-${place}`;
    const name = `${id}.${kind}`;
    write(path.join(folder, name));
    const bytes = statSync(path.join(folder, name)).size;
    const collected = { fingerprint: sum, files: 1, rows, bytes, collectedAt: now, verifiedAt: now };
    ledger.transaction(() => {
      ledger.jobs.put(
        sampleJob({
          id,
          title,
          reference: id,
          createdAt: now,
          readyAt: now,
          folder,
          connectionId: `connection-${id}`,
          retrieval: { kind: 'collected', ...collected },
        }),
      );
      ledger.files.replace(id, [
        { id: `file-${id}`, jobId: id, name, folder, kind, bytes, sha256: sum, rows },
      ]);
    });
  }
  ledger.close();
}
