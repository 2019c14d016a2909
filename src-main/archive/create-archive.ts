import type { ProofProgress } from '../../src-preload/contract/receipts.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { SqliteLedger } from '../jobs/sqlite-ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Disk } from '../retrieval/disk.ts';
import type { FileChecks } from '../retrieval/file-checks-port.ts';
import { type ChoosePlace, createSavePlace } from '../review/save-place.ts';
import { createCleanUp } from './clean-up.ts';
import { createFilesList } from './files-list.ts';
import { createPaper, type PaperPorts } from './paper.ts';
import { createReceipts } from './receipts.ts';
import { createHistorySave } from './save-history.ts';

export interface ArchivePorts {
  readonly book: Pick<JobBook, 'find'>;
  readonly ledger: Pick<SqliteLedger, 'kept' | 'commits' | 'history' | 'transaction'>;
  readonly disk: Disk;
  readonly checks: FileChecks;
  readonly clock: Clock;
  readonly user: string;
  readonly log: Log;
  readonly ids: () => string;
  readonly choosePlace: ChoosePlace;
  /** Where a save dialog begins. */
  readonly folder: () => string;
  readonly moveToBin: (path: string) => Promise<void>;
  readonly paper: PaperPorts;
  readonly onProgress: (progress: ProofProgress) => void;
}

/** What was done and what is kept of it: receipts, collected files, the history on file and on paper. */
export function createArchive(ports: ArchivePorts) {
  const { ledger, folder } = ports;
  const onProgress = seldom(ports.clock, ports.onProgress);
  const receipts = createReceipts({ ...ports, onProgress });
  const cleanUp = createCleanUp({ ...ports, onProgress });
  const place = createSavePlace({ ...ports, originals: ledger.kept.all });
  return {
    receipts,
    cleanUp,
    place,
    files: createFilesList({ kept: ledger.kept, disk: ports.disk, isCleaningUp: cleanUp.isRunning }),
    outline: ledger.kept.outline,
    history: ledger.history,
    saveHistory: createHistorySave({ history: ledger.history, place, folder }),
    paper: createPaper({ paper: ports.paper, receipts, place, folder }),
    stop() {
      receipts.stop();
      cleanUp.stop();
    },
  };
}
export type Archive = ReturnType<typeof createArchive>;

const shortestInterval = 150;

/** A thousand small files are not a thousand events. The end is always told. */
function seldom(clock: Clock, tell: (progress: ProofProgress) => void): (progress: ProofProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = clock.now();
    if (progress.done < progress.total && now >= last && now - last < shortestInterval) return;
    last = now;
    tell(progress);
  };
}
