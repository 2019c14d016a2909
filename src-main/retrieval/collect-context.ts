import type { Ledger, LedgerPart } from '../jobs/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import type { Disk } from './disk.ts';
import type { FileChecks } from './file-checks-port.ts';
import type { PieceRoom } from './piece-room.ts';

/** What one collection works with; made for each run. */
export interface CollectContext {
  readonly disk: Disk;
  readonly checks: FileChecks;
  readonly room: PieceRoom;
  readonly clock: Clock;
  readonly log: Log;
  readonly ledger: Ledger;
  readonly jobId: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Bytes or rows of the current part, and its whole if known. */
  readonly onProgress: (done: number, total: number | null) => void;
}

export interface PartPaths {
  readonly final: string;
  readonly part: string;
}

/** Rejects as soon as the signal aborts, even if the work doesn't listen to it. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) {
      onAbort();
      work.catch(() => {});
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** A signal of one request: it ends with the collection, or alone when its answer isn't wanted. */
export function requestSignal(signal: AbortSignal): {
  readonly signal: AbortSignal;
  readonly letGo: () => void;
} {
  const own = new AbortController();
  const follow = () => own.abort(signal.reason);
  if (signal.aborted) follow();
  else signal.addEventListener('abort', follow, { once: true });
  return {
    signal: own.signal,
    letGo() {
      signal.removeEventListener('abort', follow);
      own.abort(new Failure('cancelled'));
    },
  };
}

/** A part that was put aside when its export was collected anew: kept on disk, no longer part of the retrieval. */
export function isSetAside(part: LedgerPart): boolean {
  return part.key.startsWith(setAsideKey);
}

export const setAsideKey = '~set-aside/';
