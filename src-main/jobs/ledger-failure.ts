import { constants } from 'node:os';
import { z } from 'zod';
import { Failure } from '../ports/failure.ts';

/** The name under which the ledger is spoken of; its path and its SQL are nobody's business on screen. */
export const ledgerName = 'ledger.sqlite';

const sqliteErrorSchema = z.object({
  code: z.literal('ERR_SQLITE_ERROR'),
  errcode: z.number().int(),
  /** The system's own error number behind it, where there was one. */
  systemErrno: z.number().int().optional(),
});

/** ENOSPC; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows. */
const noRoom = new Set(
  process.platform === 'win32' ? [39, 112] : [constants.errno.ENOSPC, constants.errno.EDQUOT],
);

/** Primary result codes: https://www.sqlite.org/rescode.html */
const codes = {
  error: 1,
  perm: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  format: 24,
  notADatabase: 26,
};

/** SQLite's primary result code, or null for an error of another origin. */
export function sqliteCodeOf(thrown: unknown): number | null {
  const parsed = sqliteErrorSchema.safeParse(thrown);
  return parsed.success ? parsed.data.errcode & 0xff : null;
}

function isOutOfRoom(thrown: unknown): boolean {
  const { data } = sqliteErrorSchema.safeParse(thrown);
  return data?.systemErrno !== undefined && noRoom.has(data.systemErrno);
}

/** True when the file's content is at fault; a full disk or a lock is not, and the file stays where it is. */
export function meansDamage(thrown: unknown): boolean {
  if (thrown instanceof Failure) return thrown.code === 'ledger-damaged';
  if (isOutOfRoom(thrown)) return false;
  const code = sqliteCodeOf(thrown);
  return (
    code === codes.corrupt || code === codes.notADatabase || code === codes.format || code === codes.error
  );
}

/** The failure to tell; never SQL text, never a path. */
export function ledgerFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const code = sqliteCodeOf(thrown);
  const about = {
    subject: ledgerName,
    cause: thrown,
    ...(code === null ? {} : { detail: `SQLite ${code}` }),
  };
  // A log that can't grow reads as an input/output error: SQLite says "full" of the ledger's own pages only.
  if (code !== null && isOutOfRoom(thrown))
    return new Failure('disk-full', { ...about, action: { kind: 'try-again' } });
  switch (code) {
    case codes.full:
      return new Failure('disk-full', { ...about, action: { kind: 'try-again' } });
    case codes.busy:
    case codes.locked:
      return new Failure('file-locked', { ...about, action: { kind: 'try-again' } });
    case codes.perm:
    case codes.readOnly:
    case codes.cantOpen:
    case codes.ioError:
      return new Failure('folder-unwritable', { ...about, action: { kind: 'try-again' } });
    case codes.corrupt:
    case codes.notADatabase:
    case codes.format:
      return new Failure('ledger-damaged', about);
    default:
      return new Failure('unexpected', about);
  }
}
