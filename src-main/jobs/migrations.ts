import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';

const versionRowSchema = z.object({ user_version: z.number().int() });

/**
 * The ledger's shape, step by step; `PRAGMA user_version` counts the steps taken. A step that was released is never
 * changed: what comes later is a new step.
 */
export const migrations: readonly string[] = [
  // 1: exports, what is held of them, commits and the history
  `
  CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    data TEXT NOT NULL
  ) STRICT;

  CREATE TABLE parts (
    job_id TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (job_id, key)
  ) STRICT;

  CREATE TABLE files (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    data TEXT NOT NULL
  ) STRICT;

  CREATE TABLE attempts (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
    started_at INTEGER NOT NULL,
    data TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('committed', 'refused', 'unknown')),
    detail TEXT
  ) STRICT;

  -- A receipt outlives its export's row: it is the proof.
  CREATE TABLE receipts (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    data TEXT NOT NULL
  ) STRICT;

  CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    job_id TEXT,
    title TEXT NOT NULL,
    connection_name TEXT NOT NULL,
    provider TEXT,
    practice INTEGER NOT NULL,
    rows INTEGER,
    files INTEGER,
    bytes INTEGER,
    fingerprint TEXT,
    note TEXT
  ) STRICT;
  `,
  // 2: search in the history regardless of case, quick look-ups by export, and what was forgotten on purpose
  `
  ALTER TABLE history ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
  UPDATE history SET search_text = fold(title || char(10) || connection_name || char(10) || coalesce(note, '') || char(10) || by);
  CREATE INDEX history_by_job ON history (job_id, id);
  CREATE INDEX files_by_job ON files (job_id, position);
  CREATE INDEX attempts_by_job ON attempts (job_id);
  CREATE INDEX attempts_unsettled ON attempts (started_at) WHERE outcome IS NULL OR outcome = 'unknown';
  CREATE INDEX receipts_by_job ON receipts (job_id, at);

  CREATE TABLE forgotten (
    connection_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (connection_id, reference)
  ) STRICT;
  `,
  // 3: files outlive their export's row: they still lie on the disk, and receipts are about them
  `
  CREATE TABLE kept_files (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    connection_name TEXT NOT NULL,
    provider TEXT NOT NULL,
    practice INTEGER NOT NULL,
    collected_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    binned_at INTEGER,
    search_text TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX kept_files_by_job ON kept_files (job_id, position);
  CREATE INDEX kept_files_by_date ON kept_files (collected_at);
  CREATE INDEX history_by_time ON history (at);

  INSERT INTO kept_files (id, job_id, position, title, connection_name, provider, practice, collected_at, bytes, search_text, data)
  SELECT f.id, f.job_id, f.position, j.data ->> 'title', j.data ->> 'connectionName', j.data ->> 'provider',
    j.data ->> 'practice', coalesce(j.data ->> '$.retrieval.collectedAt', j.data ->> 'createdAt'), f.data ->> 'bytes',
    fold((f.data ->> 'name') || char(10) || (j.data ->> 'title') || char(10) || (j.data ->> 'connectionName')), f.data
  FROM files AS f JOIN jobs AS j ON j.id = f.job_id
  WHERE json_valid(j.data) AND json_valid(f.data) AND (j.data ->> 'title') IS NOT NULL AND (j.data ->> 'connectionName') IS NOT NULL
    AND (j.data ->> 'provider') IS NOT NULL AND (j.data ->> 'practice') IS NOT NULL AND (f.data ->> 'name') IS NOT NULL
    AND (f.data ->> 'bytes') IS NOT NULL AND coalesce(j.data ->> '$.retrieval.collectedAt', j.data ->> 'createdAt') IS NOT NULL;
  `,
];

/** Text as it is compared in a search: regardless of case in every script, which SQLite's own `lower` isn't. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

export function versionOf(db: DatabaseSyncInstance): number {
  return versionRowSchema.parse(db.prepare('PRAGMA user_version').get()).user_version;
}

/** Takes all missing steps in one transaction: an interrupted migration leaves the older ledger as it was. */
export function migrate(db: DatabaseSyncInstance, steps: readonly string[] = migrations): void {
  const from = versionOf(db);
  if (from >= steps.length) return;
  db.function('fold', { deterministic: true }, (text: unknown) => fold(String(text)));
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps.slice(from)) db.exec(step);
    db.exec(`PRAGMA user_version = ${steps.length}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
