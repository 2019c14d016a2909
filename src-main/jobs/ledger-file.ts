import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Failure } from '../ports/failure.ts';
import { ledgerFailure, ledgerName, meansDamage } from './ledger-failure.ts';
import { migrate, migrations, versionOf } from './migrations.ts';

export interface OpenedLedgerFile {
  readonly db: DatabaseSyncInstance;
  /** Name of the first file that was set aside for damage; null when all was well. */
  readonly setAside: string | null;
  /** True when the damage cost the ledger itself, and a new one was begun. */
  readonly replaced: boolean;
}

/**
 * Opens the ledger's file, migrated to today's shape. A damaged one is set aside beside it, whole, and a new one begun.
 * Throws `Failure`: 'ledger-newer' (a later version of Docket wrote it: not touched), 'disk-full', 'folder-unwritable',
 * 'file-locked'.
 */
export function openLedgerFile(file: string, now: number): OpenedLedgerFile {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (writtenVersion(file) > migrations.length) throw newer();
    const strayLog = setAsideGarbageLog(file, now);
    try {
      return { db: openSound(file), setAside: strayLog, replaced: false };
    } catch (error) {
      if (!meansDamage(error)) throw error;
      const name = setAsideAll(file, now);
      return { db: openSound(file), setAside: name, replaced: true };
    }
  } catch (error) {
    if (isFileSystemError(error)) {
      throw new Failure(error.code === 'ENOSPC' ? 'disk-full' : 'folder-unwritable', {
        subject: ledgerName,
        detail: error.code,
        cause: error,
      });
    }
    throw ledgerFailure(error);
  }
}

function openSound(file: string): DatabaseSyncInstance {
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5_000 });
  try {
    if (versionOf(db) > migrations.length) throw newer();
    db.exec('PRAGMA journal_mode = WAL');
    // Durable when a call returns; on macOS only F_FULLFSYNC reaches the disk: https://www.sqlite.org/pragma.html#pragma_fullfsync
    db.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1');
    if (!isSound(db)) throw new Failure('ledger-damaged', { subject: ledgerName });
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function isSound(db: DatabaseSyncInstance): boolean {
  const row: unknown = db.prepare('PRAGMA quick_check(1)').get();
  return typeof row === 'object' && row !== null && Object.values(row)[0] === 'ok';
}

function newer(): Failure {
  return new Failure('ledger-newer', { subject: ledgerName });
}

/** `user_version` from the file's header, read without SQLite: https://www.sqlite.org/fileformat.html#user_version_number */
function writtenVersion(file: string): number {
  const header = firstBytes(file, 64);
  return header !== null && header.length === 64 && header.toString('latin1', 0, 15) === 'SQLite format 3'
    ? header.readInt32BE(60)
    : 0;
}

/**
 * SQLite passes over a write-ahead log whose header is not its own, and with it over what the log held. The log and a
 * copy of the ledger are set aside first. https://www.sqlite.org/fileformat.html#walformat
 */
function setAsideGarbageLog(file: string, now: number): string | null {
  const header = firstBytes(`${file}-wal`, 32);
  // A log that is empty or still all zeros never held a finished change: the header is synced before the first one.
  if (header === null || header.every((byte) => byte === 0)) return null;
  const magic = header.length === 32 ? header.readUInt32BE(0) : 0;
  if (magic === 0x377f0682 || magic === 0x377f0683) return null;
  const aside = freeName(file, now);
  if (existsSync(file)) copyFileSync(file, aside);
  renameSync(`${file}-wal`, `${aside}-wal`);
  rmSync(`${file}-shm`, { force: true });
  return basename(aside);
}

function setAsideAll(file: string, now: number): string {
  const aside = freeName(file, now);
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return basename(aside);
}

function freeName(file: string, now: number): string {
  const date = new Date(now).toISOString().slice(0, 10);
  const stem = join(dirname(file), basename(file, '.sqlite'));
  for (let n = 1; ; n += 1) {
    const name = `${stem}.corrupt-${date}${n === 1 ? '' : `-${n}`}.sqlite`;
    if (!existsSync(name) && !existsSync(`${name}-wal`)) return name;
  }
}

function firstBytes(file: string, length: number): Buffer | null {
  if (!existsSync(file)) return null;
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(handle, buffer, 0, length, 0));
  } finally {
    closeSync(handle);
  }
}

function isFileSystemError(thrown: unknown): thrown is Error & { readonly code: string } {
  return (
    thrown instanceof Error && 'syscall' in thrown && 'code' in thrown && typeof thrown.code === 'string'
  );
}
