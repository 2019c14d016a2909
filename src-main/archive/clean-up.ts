import { join } from 'node:path';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { CleanUpPlan, CleanUpResult, KeptFile } from '../../src-preload/contract/files.ts';
import type { ProofProgress } from '../../src-preload/contract/receipts.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { SqliteLedger } from '../jobs/sqlite-ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import type { Disk } from '../retrieval/disk.ts';
import { onDisk } from '../retrieval/disk-failure.ts';
import type { FileChecks } from '../retrieval/file-checks-port.ts';
import { fingerprintOf } from '../retrieval/fingerprint.ts';

export interface CleanUpPorts {
  readonly book: Pick<JobBook, 'find'>;
  readonly ledger: Pick<SqliteLedger, 'kept' | 'commits' | 'history' | 'transaction'>;
  readonly disk: Pick<Disk, 'size' | 'identity'>;
  readonly checks: Pick<FileChecks, 'hash'>;
  /** Moves a file to the system's bin, or rejects and leaves it where it is. */
  readonly moveToBin: (path: string) => Promise<void>;
  readonly clock: Clock;
  readonly user: string;
  readonly log: Log;
  readonly onProgress: (progress: ProofProgress) => void;
}

/** Old committed files, on their way to the system's bin. Nothing is ever deleted, and nothing moves unless it is as signed for. */
export interface CleanUp {
  /** What was committed before an instant; a glance at the disk, nothing is read and nothing moved. */
  plan(committedBefore: number): Promise<CleanUpPlan>;
  /**
   * Reads each file, moves it if it is what the receipt is about, and notes it; one after another, so that what one file
   * refuses keeps none of the others. Throws `job-busy` when a clean-up runs already.
   */
  run(fileIds: readonly string[]): Promise<CleanUpResult>;
  isRunning(): boolean;
  stop(): void;
}

type Stayed = CleanUpResult['stayed'][number];

/** A bin that refuses the first files will refuse the others. */
const refusalsAtFirst = 2;

export function createCleanUp(ports: CleanUpPorts): CleanUp {
  const { book, ledger, disk, checks, clock } = ports;
  let running: AbortController | null = null;

  /** The receipt covers exactly these files, and nothing is open about the export. */
  function isSignedFor(files: readonly KeptFile[]): boolean {
    const [first] = files;
    if (first === undefined) return false;
    const receipt = ledger.commits.receipt(first.jobId);
    const job = book.find(first.jobId);
    if (job !== null && job.commit.kind !== 'committed') return false;
    return receipt !== null && fingerprintOf(files) === receipt.fingerprint;
  }

  async function troubleAtAGlance(file: KeptFile): Promise<DocketError | null> {
    try {
      const size = await onDisk(file.name, () => disk.size(join(file.folder, file.name)));
      if (size === null) return { code: 'file-missing', subject: file.name };
      return size === file.bytes ? null : { code: 'file-changed', subject: file.name };
    } catch (thrown) {
      return asDocketError(thrown);
    }
  }

  async function move(
    fileId: string,
    signed: (jobId: string) => boolean,
    signal: AbortSignal,
    onRead: (read: number) => void,
  ): Promise<KeptFile> {
    const file = ledger.kept.get(fileId);
    if (file === null) throw new Failure('file-missing');
    const { name, jobId } = file;
    if (file.binnedAt !== undefined) throw new Failure('file-in-bin', { subject: name });
    if (!signed(jobId)) throw new Failure('file-not-committed', { subject: name });
    const path = join(file.folder, name);
    const before = await onDisk(name, () => disk.identity(path));
    if (before === null) throw new Failure('file-missing', { subject: name });
    const real = await onDisk(name, () => checks.hash(path, signal, onRead));
    signal.throwIfAborted();
    if (real.sha256 !== file.sha256 || real.bytes !== file.bytes)
      throw new Failure('file-changed', { subject: name });
    // What was written while we read is not what was read.
    if ((await onDisk(name, () => disk.identity(path))) !== before)
      throw new Failure('file-changed', { subject: name });
    // Noted first: a ledger that can't take the note leaves the file where it is.
    ledger.kept.setBinned(fileId, clock.now());
    try {
      await toBin(path, name);
    } catch (thrown) {
      ledger.kept.setBinned(fileId, null);
      throw thrown;
    }
    ledger.history.append({
      at: clock.now(),
      by: ports.user,
      kind: 'file-binned',
      jobId,
      title: file.title,
      connectionName: file.connectionName,
      provider: file.provider,
      practice: file.practice,
      rows: file.rows,
      files: 1,
      bytes: file.bytes,
      fingerprint: ledger.commits.receipt(jobId)?.fingerprint ?? null,
      note: name,
    });
    return file;
  }

  async function toBin(path: string, name: string): Promise<void> {
    try {
      await ports.moveToBin(path);
    } catch (thrown) {
      ports.log.warn('the bin refused a file', {
        error: thrown instanceof Error ? thrown.name : typeof thrown,
      });
      throw new Failure('bin-unavailable', { subject: name, cause: thrown });
    }
    if ((await onDisk(name, () => disk.size(path))) !== null)
      throw new Failure('bin-unavailable', { subject: name });
  }

  async function runAll(fileIds: readonly string[], signal: AbortSignal): Promise<CleanUpResult> {
    const wanted = [...new Set(fileIds)];
    const sizes = wanted.map((id) => ledger.kept.get(id)?.bytes ?? 0);
    const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
    const moved: KeptFile[] = [];
    const stayed: Stayed[] = [];
    const known = new Map<string, boolean>();
    const signed = (jobId: string): boolean => {
      const answer = known.get(jobId) ?? isSignedFor(ledger.kept.of(jobId));
      known.set(jobId, answer);
      return answer;
    };
    let done = 0;
    let refusals = 0;
    for (const [at, fileId] of wanted.entries()) {
      if (signal.aborted || (moved.length === 0 && refusals >= refusalsAtFirst)) break;
      const { name = '', title = '' } = ledger.kept.get(fileId) ?? {};
      const tell = (read: number) =>
        ports.onProgress({ task: 'clean-up', jobId: null, done: done + read, total, name });
      tell(0);
      try {
        moved.push(await move(fileId, signed, signal, tell));
      } catch (thrown) {
        if (signal.aborted) break;
        const error = asDocketError(thrown);
        if (error.code === 'bin-unavailable') refusals += 1;
        stayed.push({ name, title, error });
      }
      done += sizes[at] ?? 0;
    }
    return {
      moved: { files: moved.length, bytes: moved.reduce((sum, { bytes }) => sum + bytes, 0) },
      stayed,
      stopped: moved.length + stayed.length < wanted.length,
    };
  }

  return {
    async plan(committedBefore) {
      const exports: CleanUpPlan['exports'][number][] = [];
      const staying: Stayed[] = [];
      for (const files of byExport(ledger.kept.committedBefore(committedBefore))) {
        const [first] = files;
        // Part of it may be in the bin already: the receipt is about all of it.
        if (!isSignedFor(ledger.kept.of(first.jobId))) {
          const error = { code: 'file-not-committed', subject: first.name } as const;
          staying.push(...files.map(({ name, title }) => ({ name, title, error })));
          continue;
        }
        const going: KeptFile[] = [];
        for (const file of files) {
          const error = await troubleAtAGlance(file);
          if (error === null) going.push(file);
          else staying.push({ name: file.name, title: file.title, error });
        }
        if (going.length === 0 || first.committedAt === null) continue;
        const { jobId, title, connectionName, provider, practice, committedAt } = first;
        exports.push({
          ...{ jobId, title, connectionName, provider, practice, committedAt },
          fileIds: going.map(({ id }) => id),
          names: going.map(({ name }) => name),
          files: going.length,
          bytes: going.reduce((sum, { bytes }) => sum + bytes, 0),
        });
      }
      return {
        exports,
        total: {
          files: exports.reduce((sum, { files }) => sum + files, 0),
          bytes: exports.reduce((sum, { bytes }) => sum + bytes, 0),
        },
        staying,
      };
    },

    async run(fileIds) {
      if (running !== null) throw new Failure('job-busy');
      running = new AbortController();
      try {
        return await runAll(fileIds, running.signal);
      } finally {
        running = null;
      }
    },
    isRunning: () => running !== null,
    stop: () => running?.abort(new Failure('cancelled')),
  };
}

function byExport(files: readonly KeptFile[]): readonly (readonly [KeptFile, ...KeptFile[]])[] {
  const groups = new Map<string, [KeptFile, ...KeptFile[]]>();
  for (const file of files) {
    const group = groups.get(file.jobId);
    if (group === undefined) groups.set(file.jobId, [file]);
    else group.push(file);
  }
  return [...groups.values()];
}
