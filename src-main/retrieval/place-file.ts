import { type Clock, sleep } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';
import { type Disk, errnoOf } from './disk.ts';
import { diskFailure } from './disk-failure.ts';

/** Virus scanners and indexers hold a fresh file open on Windows for some seconds: 7.75 s of patience in all. */
const patience: readonly number[] = [50, 100, 200, 400, 1_000, 2_000, 4_000];

/**
 * Gives a file its name and makes that durable. Never replaces: answers `taken`, with nothing changed, when something has
 * that name. Throws `file-locked` when another program holds the file for too long.
 */
export async function placeFile(
  disk: Disk,
  clock: Clock,
  move: { readonly from: string; readonly to: string; readonly folder: string; readonly name: string },
  signal: AbortSignal,
): Promise<'placed' | 'taken'> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await disk.rename(move.from, move.to);
      break;
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return 'taken';
      if (!isHeld(error)) throw diskFailure(error, move.name);
      const wait = patience[attempt];
      if (wait === undefined) {
        throw new Failure('file-locked', { subject: move.name, action: { kind: 'try-again' }, cause: error });
      }
      await sleep(clock, wait, signal);
    }
  }
  try {
    await disk.syncFolder(move.folder);
  } catch (error) {
    throw diskFailure(error, move.name);
  }
  return 'placed';
}

function isHeld(error: unknown): boolean {
  const code = errnoOf(error);
  return code === 'EPERM' || code === 'EBUSY' || (code === 'EACCES' && process.platform === 'win32');
}
