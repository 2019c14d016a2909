import type { Receipt } from '../../src-preload/contract/commits.ts';
import type { HistoryEntry } from '../../src-preload/contract/history.ts';
import type { ProofProgress, ReceiptCheck, ReceiptPage } from '../../src-preload/contract/receipts.ts';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { SqliteLedger } from '../jobs/sqlite-ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';
import { fingerprintOf, manifestOf } from '../retrieval/fingerprint.ts';
import { type CheckPorts, checkFiles, noteOf } from './check-files.ts';

export interface ReceiptPorts extends CheckPorts {
  readonly book: Pick<JobBook, 'find'>;
  readonly ledger: Pick<SqliteLedger, 'kept' | 'commits' | 'history' | 'transaction'>;
  readonly clock: Clock;
  readonly user: string;
  readonly onProgress: (progress: ProofProgress) => void;
}

/** Receipts, to look at and to check against what lies on the disk. */
export interface Receipts {
  /** Throws `receipt-not-found`. */
  get(jobId: string): ReceiptPage;
  /**
   * Reads all its files again and notes in the history what was found. Throws `receipt-not-found`, `job-busy` when the
   * same check runs already, `cancelled`.
   */
  check(jobId: string): Promise<ReceiptCheck>;
  stopCheck(jobId: string): void;
  stop(): void;
}

export function createReceipts(ports: ReceiptPorts): Receipts {
  const { book, ledger, clock } = ports;
  const running = new Map<string, AbortController>();

  function receiptOf(jobId: string): Receipt {
    const receipt = ledger.commits.receipt(jobId);
    if (receipt === null) throw new Failure('receipt-not-found');
    return receipt;
  }

  /** Only entries of this receipt's own files: an export may have been collected and reviewed more than once. */
  function lastOf(receipt: Receipt, kind: HistoryEntry['kind']): HistoryEntry | null {
    const { entries } = ledger.history.list({ jobId: receipt.jobId, kinds: [kind], limit: 20 });
    return entries.find(({ fingerprint }) => fingerprint === receipt.fingerprint) ?? null;
  }

  const filesOf = (receipt: Receipt): readonly FileView[] => ledger.kept.of(receipt.jobId);

  function noteCheck(receipt: Receipt, found: Awaited<ReturnType<typeof checkFiles>>, at: number): void {
    ledger.transaction(() => {
      for (const { file, finding } of found) {
        // A person took it out of the bin again.
        if (finding.kind === 'same' && file.binnedAt !== undefined) ledger.kept.setBinned(file.id, null);
      }
      ledger.history.append({
        at,
        by: ports.user,
        kind: 'receipt-checked',
        jobId: receipt.jobId,
        title: receipt.title,
        connectionName: receipt.connectionName,
        provider: receipt.provider ?? book.find(receipt.jobId)?.provider ?? null,
        practice: receipt.practice ?? false,
        rows: receipt.rows,
        files: receipt.files,
        bytes: receipt.bytes,
        fingerprint: receipt.fingerprint,
        note: noteOf(found.map(({ finding }) => finding)),
      });
    });
  }

  return {
    get(jobId) {
      const receipt = receiptOf(jobId);
      const job = book.find(jobId);
      const files = filesOf(receipt);
      const reviewed = lastOf(receipt, 'reviewed');
      const checked = lastOf(receipt, 'receipt-checked');
      return {
        receipt,
        reference: job?.reference ?? null,
        onList: job !== null,
        files,
        manifest: manifestOf(files),
        listHolds: files.length > 0 && fingerprintOf(files) === receipt.fingerprint,
        review: reviewed === null ? null : { by: reviewed.by, at: reviewed.at, remark: reviewed.note },
        lastCheck: checked === null ? null : { by: checked.by, at: checked.at, note: checked.note },
      };
    },

    async check(jobId) {
      const receipt = receiptOf(jobId);
      if (running.has(jobId)) throw new Failure('job-busy', { subject: receipt.title });
      const controller = new AbortController();
      running.set(jobId, controller);
      try {
        const found = await checkFiles(ports, filesOf(receipt), controller.signal, (read) =>
          ports.onProgress({ task: 'receipt', jobId, ...read }),
        );
        const at = clock.now();
        noteCheck(receipt, found, at);
        return { jobId, at, findings: found.map(({ file, finding }) => ({ name: file.name, finding })) };
      } finally {
        running.delete(jobId);
      }
    },

    stopCheck: (jobId) => running.get(jobId)?.abort(new Failure('cancelled')),
    stop() {
      for (const controller of running.values()) controller.abort(new Failure('cancelled'));
    },
  };
}
