import { relative } from 'node:path';
import type { ErrorCode } from '../../src-preload/contract/errors.ts';
import type { TransferProgress } from '../../src-preload/contract/retrievals.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook, VendorDesk } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { canReach, type Power } from '../ports/power.ts';
import { assertCollectable, assertNotCommitted, partsToSetAside } from './begin-again.ts';
import { discardFiles } from './discard-files.ts';
import { type Disk, systemDisk } from './disk.ts';
import { createFileChecks } from './file-checks.ts';
import type { FileChecks } from './file-checks-port.ts';
import { followPower } from './follow-power.ts';
import { makeJobFolder } from './job-folder.ts';
import { setAside } from './part-book.ts';
import { createProgressBoard } from './progress-meter.ts';
import { createRetrievalRun } from './retrieval-run.ts';
import { createRunQueue } from './run-queue.ts';
import { createStateWriter } from './state-writer.ts';
import { type VerifiedFiles, verifyFiles } from './verify-on-disk.ts';

export interface RetrievalPorts {
  readonly book: JobBook;
  readonly ledger: Ledger;
  readonly desk: VendorDesk;
  readonly clock: Clock;
  readonly power: Power;
  readonly log: Log;
  readonly settings: () => { readonly downloadsFolder: string; readonly parallelTransfers: number };
  readonly onProgress: (all: readonly TransferProgress[]) => void;
  readonly ids: () => string;
  readonly disk?: Disk;
  /** Default: on this thread. */
  readonly checks?: FileChecks;
}

export interface RetrievalService {
  /** Begins to collect, or goes on; returns as soon as that is noted. Throws `export-not-ready`, `already-committed` … */
  start(jobId: string, by?: 'Docket'): Promise<Job>;
  /** Returns when nothing of the export is being written any more. */
  pause(jobId: string): Promise<Job>;
  resume(jobId: string): Promise<Job>;
  /** Deletes what was collected. Refused once a commit has begun. */
  discard(jobId: string): Promise<Job>;
  /** After the start of the app: goes on with what the end of the app interrupted. */
  recoverAtStart(): Promise<void>;
  /** Reads all files again; throws `not-collected`, `file-missing`, `file-changed`. */
  verifyOnDisk(jobId: string): Promise<VerifiedFiles>;
  progress(): readonly TransferProgress[];
  /** The settings allow another number of transfers at once: what waits begins, what runs goes on. */
  settingsChanged(): void;
  /** Lets go of everything, so that the next start goes on. */
  shutdown(): Promise<void>;
}

/** What another folder puts right. */
const folderTroubles: ReadonlySet<ErrorCode> = new Set(['disk-full', 'folder-unwritable', 'folder-missing']);

export function createRetrievalService(ports: RetrievalPorts): RetrievalService {
  const { book, ledger, clock, power } = ports;
  const disk = ports.disk ?? systemDisk;
  const checks = ports.checks ?? createFileChecks(disk);
  const board = createProgressBoard(clock, ports.onProgress);
  const states = createStateWriter(ports);
  const run = createRetrievalRun({
    ...ports,
    disk,
    checks,
    board,
    states,
    wakeAt: (jobId, at) => queue.wakeAt(jobId, at),
  });
  const queue = createRunQueue({
    clock,
    log: ports.log,
    parallel: () => ports.settings().parallelTransfers,
    run: run.collect,
    onWake: (jobId) => {
      const job = book.find(jobId);
      const state = job?.retrieval;
      if (job === null || state === undefined) return;
      if (state.kind === 'collecting' || state.kind === 'verifying') queue.add(jobId);
      else if (state.kind === 'paused' && state.until !== undefined) goOn(jobId);
      else if (state.kind === 'paused' && state.by === 'offline' && canReach(power, job)) goOn(jobId);
    },
  });
  const stopFollowing = followPower({ book, clock, power, log: ports.log, queue, run, states, goOn });

  function goOn(jobId: string): Job {
    const job = states.move(jobId, { kind: 'go-on', parts: states.parts(jobId) });
    queue.add(jobId);
    return job;
  }

  async function begin(first: Job, by?: 'Docket'): Promise<Job> {
    let job = first;
    if (job.retrieval.kind === 'collected') {
      try {
        await verifyOnDisk(job.id);
        return book.get(job.id);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        ports.log.warn('collecting again', { jobId: job.id, code: error.code });
      }
    }
    assertCollectable(book.get(job.id));
    const folder = job.folder !== null && (await disk.folderExists(job.folder)) ? job.folder : null;
    if (folder === null) ledger.parts.clear(job.id);
    else if (job.retrieval.kind === 'broken')
      setAside({ ledger, jobId: job.id }, partsToSetAside(job.retrieval.error));
    else setAside({ ledger, jobId: job.id }, () => true);
    const home = folder ?? (await makeJobFolder(disk, ports.settings().downloadsFolder, job, clock.now()));
    // A commit may have begun while the folder was looked for.
    assertNotCommitted(book.get(job.id));
    run.forgetFailures(job.id);
    // As one: half of it, on a full disk, would be a collection that nobody runs.
    job = ledger.transaction(() => {
      ledger.files.replace(job.id, []);
      const begun = states.move(job.id, { kind: 'begin', parts: states.parts(job.id) }, { folder: home });
      book.record(begun, 'retrieval-started', by === undefined ? {} : { by });
      return begun;
    });
    queue.add(job.id);
    return job;
  }

  /**
   * After the disk or the folder refused, the person may have chosen another, or deleted the export's own: the export then
   * begins anew in a new one. What lies in the old folder stays.
   */
  async function moveToChosenFolder(job: Job): Promise<void> {
    const { downloadsFolder } = ports.settings();
    const refused = job.retrieval.kind === 'paused' ? job.retrieval.error?.code : undefined;
    if (refused === undefined || !folderTroubles.has(refused) || job.folder === null) return;
    const elsewhere = relative(downloadsFolder, job.folder).startsWith('..');
    // Deleted, then: a folder that only can't be reached now (a drive that was pulled) took the downloads folder with it.
    const deleted =
      refused === 'folder-missing' &&
      !(await disk.folderExists(job.folder)) &&
      (await disk.folderExists(downloadsFolder));
    if (!elsewhere && !deleted) return;
    const folder = await makeJobFolder(disk, downloadsFolder, job, clock.now());
    ledger.parts.clear(job.id);
    book.update(job.id, { folder });
  }

  async function start(jobId: string, by?: 'Docket'): Promise<Job> {
    const job = book.get(jobId);
    switch (job.retrieval.kind) {
      case 'collecting':
      case 'verifying':
        // It runs, or should: a pause that the ledger refused to note has ended the run and nothing else.
        queue.add(jobId);
        return job;
      case 'paused':
        assertNotCommitted(job);
        // What would wake it by itself stays until it goes on: the ledger may refuse that.
        run.forgetFailures(jobId);
        await moveToChosenFolder(job);
        return goOn(jobId);
      case 'none':
      case 'broken':
      case 'collected':
        assertNotCommitted(job);
        return begin(job, by);
    }
  }

  async function pause(jobId: string): Promise<Job> {
    book.get(jobId);
    await queue.stop(jobId);
    const job = book.get(jobId);
    const { kind } = job.retrieval;
    if (kind !== 'collecting' && kind !== 'verifying' && kind !== 'paused') return job;
    if (job.retrieval.kind === 'paused' && job.retrieval.by === 'person') return job;
    try {
      return states.move(jobId, { kind: 'pause', by: 'person', parts: states.parts(jobId) });
    } catch (error) {
      // Ended, and the ledger didn't take the note of it (a full disk): a row that says that it runs has to run.
      queue.wakeAt(jobId, clock.now() + 30_000);
      throw error;
    }
  }

  async function discard(jobId: string): Promise<Job> {
    assertNotCommitted(book.get(jobId));
    await queue.stop(jobId);
    let job = book.get(jobId);
    assertNotCommitted(job);
    if (job.retrieval.kind === 'none') return job;
    // A discard that a locked file interrupts must not look like a collected export, nor run on.
    if (job.retrieval.kind === 'collected')
      job = states.move(jobId, { kind: 'break', error: { code: 'cancelled' } });
    else if (job.retrieval.kind !== 'broken') {
      job = states.move(jobId, { kind: 'pause', by: 'person', parts: states.parts(jobId) });
    }
    await discardFiles(disk, ledger, job);
    ledger.parts.clear(jobId);
    ledger.files.replace(jobId, []);
    run.forgetFailures(jobId);
    job = states.move(jobId, { kind: 'discard' }, { folder: null });
    book.record(job, 'retrieval-discarded');
    return job;
  }

  async function recoverAtStart(): Promise<void> {
    for (const job of book.all()) {
      const state = job.retrieval;
      try {
        if (state.kind === 'collecting' || state.kind === 'verifying') goOn(job.id);
        else if (state.kind !== 'paused') continue;
        else if (state.by === 'offline' && canReach(power, job)) goOn(job.id);
        else if (state.until !== undefined) queue.wakeAt(job.id, state.until);
      } catch (error) {
        // One row that the ledger refuses must not keep the others from going on.
        ports.log.error('could not go on', { jobId: job.id, name: nameOf(error) });
        queue.wakeAt(job.id, clock.now() + 30_000);
      }
    }
  }

  async function verifyOnDisk(jobId: string): Promise<VerifiedFiles> {
    const job = book.get(jobId);
    if (job.retrieval.kind !== 'collected') throw new Failure('not-collected', { subject: job.title });
    const { fingerprint } = job.retrieval;
    const found = await verifyFiles(disk, checks, ledger.files.of(jobId), new AbortController().signal);
    if (found.fingerprint !== fingerprint) throw new Failure('file-changed', { subject: job.title });
    const now = book.find(jobId)?.retrieval;
    if (now?.kind === 'collected' && now.fingerprint === fingerprint)
      states.move(jobId, { kind: 'checked', at: clock.now() });
    return found;
  }

  return {
    start: (jobId, by) => queue.exclusively(jobId, () => start(jobId, by)),
    resume: (jobId) => queue.exclusively(jobId, () => start(jobId)),
    pause: (jobId) => queue.exclusively(jobId, () => pause(jobId)),
    discard: (jobId) => queue.exclusively(jobId, () => discard(jobId)),
    recoverAtStart,
    verifyOnDisk,
    progress: board.read,
    settingsChanged: queue.makeRoom,
    async shutdown() {
      stopFollowing();
      board.stop();
      await queue.close();
      await checks.close();
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Failure ? error.code : error instanceof Error ? error.name : typeof error;
}
