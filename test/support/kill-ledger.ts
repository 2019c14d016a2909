import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Job } from '../../src-main/jobs/job.ts';
import type { Ledger, LedgerPart } from '../../src-main/jobs/ledger.ts';
import { openLedger } from '../../src-main/jobs/sqlite-ledger.ts';
import { systemClock } from '../../src-main/ports/clock.ts';
import type { HistoryEntry } from '../../src-preload/contract/history.ts';
import type { FileView } from '../../src-preload/contract/retrievals.ts';

/** What a dead run's ledger says of one export. */
export interface LeftBehind {
  readonly job: Job | null;
  readonly parts: readonly LedgerPart[];
  readonly files: readonly FileView[];
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
  readonly notices: readonly string[];
}

/** Reads a copy, so that the next run finds ledger and log exactly as the dead one left them. */
export function readLedgerCopy(profileDir: string, jobId: string): LeftBehind {
  return withLedgerCopy(profileDir, (ledger, notices) => ({
    job: ledger.jobs.get(jobId),
    parts: ledger.parts.of(jobId),
    files: ledger.files.of(jobId),
    history: [...ledger.history.list({ limit: 500, jobId }).entries].reverse(),
    notices,
  }));
}

/** How many bytes of the parts the ledger knows to be safe on the disk. */
export function bytesMarked(profileDir: string): number {
  return withLedgerCopy(profileDir, (ledger) =>
    ledger.jobs
      .all()
      .flatMap((job) => ledger.parts.of(job.id))
      .reduce((sum, part) => sum + part.bytes, 0),
  );
}

function withLedgerCopy<T>(profileDir: string, read: (ledger: Ledger, notices: readonly string[]) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'docket-ledger-'));
  try {
    for (const suffix of ['', '-wal']) {
      const from = path.join(profileDir, `ledger.sqlite${suffix}`);
      if (existsSync(from)) copyFileSync(from, path.join(folder, `ledger.sqlite${suffix}`));
    }
    const { ledger, notices } = openLedger({
      file: path.join(folder, 'ledger.sqlite'),
      clock: systemClock,
    });
    try {
      return read(
        ledger,
        notices.map(({ code }) => code),
      );
    } finally {
      ledger.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Watches for a text in the ledger's write-ahead log: it is seen the moment it is written, before it is synced and before
 * anything that follows it. What lies there already doesn't count.
 */
export function watchLog(profileDir: string, text: string): () => boolean {
  const file = path.join(profileDir, 'ledger.sqlite-wal');
  const before = timesIn(file, text);
  let seen = stampOf(file);
  return () => {
    const now = stampOf(file);
    if (now === seen) return false;
    seen = now;
    return timesIn(file, text) > before;
  };
}

function stampOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? '' : `${found.size} ${found.mtimeNs}`;
}

function timesIn(file: string, text: string): number {
  return existsSync(file) ? readFileSync(file, 'latin1').split(text).length - 1 : 0;
}
