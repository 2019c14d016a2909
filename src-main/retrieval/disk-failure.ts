import type { DocketError, ErrorCode } from '../../src-preload/contract/errors.ts';
import { ledgerName } from '../jobs/ledger-failure.ts';
import { Failure } from '../ports/failure.ts';
import { type Disk, errnoOf } from './disk.ts';

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'folder-unwritable',
  EPERM: 'folder-unwritable',
  EROFS: 'folder-unwritable',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  ENODEV: 'folder-missing',
  ENXIO: 'folder-missing',
  EBUSY: 'file-locked',
  ETXTBSY: 'file-locked',
  EIO: 'disk-error',
  ESTALE: 'disk-error',
  EREMOTEIO: 'disk-error',
};

/** What a person can be told of a system error; `subject` is the file's or folder's name. Failures pass through. */
export function diskFailure(thrown: unknown, subject: string): unknown {
  const errno = errnoOf(thrown);
  if (thrown instanceof Failure || errno === null) return thrown;
  const code = codes[errno];
  if (code === undefined) return new Failure('unexpected', { subject, detail: errno, cause: thrown });
  return new Failure(code, {
    subject,
    detail: errno,
    action:
      code === 'folder-missing' || code === 'folder-unwritable' || code === 'disk-full'
        ? { kind: 'choose-folder' }
        : { kind: 'try-again' },
    cause: thrown,
  });
}

/** Runs disk work; its system errors come out as Failures about `subject`. */
export async function onDisk<T>(subject: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskFailure(error, subject);
  }
}

/** A full disk is told with the bytes that are free where the files lie, unless it was told with more. */
export async function withRoomLeft(
  error: DocketError,
  disk: Pick<Disk, 'freeBytes'>,
  folder: string | null,
): Promise<DocketError> {
  // The ledger's disk may be another one.
  if (error.code !== 'disk-full' || error.subject === ledgerName || folder === null) return error;
  if (/ free$/u.test(error.detail ?? '')) return error;
  const free = await disk.freeBytes(folder);
  return free === null ? error : { ...error, detail: `${free} free` };
}
