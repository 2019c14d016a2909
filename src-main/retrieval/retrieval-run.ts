import { providerNames } from '../../src-preload/contract/connections.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook, VendorDesk } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import { applyReport, noteOf } from '../jobs/transitions.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { canReach, type Power } from '../ports/power.ts';
import { type AfterFailure, decideAfterFailure, decideRetry, namingVendor } from './after-failure.ts';
import { abortable } from './collect-context.ts';
import { collectExport, endOfExport } from './collect-export.ts';
import type { Disk } from './disk.ts';
import { withRoomLeft } from './disk-failure.ts';
import type { FileChecks } from './file-checks-port.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createPieceRoom } from './piece-room.ts';
import { createProgressMeter, type ProgressBoard, type ProgressMeter } from './progress-meter.ts';
import type { StateWriter } from './state-writer.ts';

export interface RetrievalRunPorts {
  readonly book: JobBook;
  readonly ledger: Ledger;
  readonly desk: VendorDesk;
  readonly clock: Clock;
  readonly power: Power;
  readonly log: Log;
  readonly ids: () => string;
  readonly disk: Disk;
  readonly checks: FileChecks;
  readonly board: ProgressBoard;
  readonly states: StateWriter;
  readonly wakeAt: (jobId: string, at: number) => void;
}

export interface RetrievalRun {
  /** One go at an export: to its end, or to the next pause. An abort leaves the state as it is. */
  collect(jobId: string, signal: AbortSignal): Promise<void>;
  forgetFailures(jobId: string): void;
  /** When the running collection last got something, or began: epoch ms; null when none runs. */
  movedAt(jobId: string): number | null;
}

export function createRetrievalRun(ports: RetrievalRunPorts): RetrievalRun {
  const { book, ledger, clock, power, states } = ports;
  /** Failures in a row; they count anew when a try got further than all before it. */
  const setbacks = new Map<string, { readonly failures: number; readonly furthest: number }>();
  const room = createPieceRoom();
  const moved = new Map<string, number>();

  async function collect(jobId: string, signal: AbortSignal): Promise<void> {
    const job = book.find(jobId);
    if (job === null || signal.aborted) return;
    if (job.retrieval.kind !== 'collecting' && job.retrieval.kind !== 'verifying') return;
    if (!canReach(power, job)) {
      states.move(jobId, { kind: 'pause', by: 'offline', parts: states.parts(jobId) });
      return;
    }
    moved.set(jobId, clock.now());
    let furthest = 0;
    let meter: ProgressMeter | null = null;
    let takeOff = () => {};
    try {
      const { client, reference } = await abortable(ports.desk.clientOf(job), signal);
      if (job.folder === null) throw new Failure('folder-missing', { subject: job.title });
      const files = await collectExport(
        { client, reference, announcedRows: job.announced.rows, newFileId: ports.ids },
        {
          disk: ports.disk,
          checks: ports.checks,
          room,
          clock,
          log: ports.log,
          ledger,
          jobId,
          folder: job.folder,
          signal,
          onProgress(done, total) {
            moved.set(jobId, clock.now());
            furthest = Math.max(furthest, done);
            meter?.update(done, total);
            ports.board.changed();
          },
        },
        {
          onParts(_parts, unit) {
            if (meter === null) {
              meter = createProgressMeter(clock, jobId, unit);
              takeOff = ports.board.add(meter);
            }
            if (!signal.aborted) states.move(jobId, { kind: 'parts', parts: states.parts(jobId) });
          },
          onPart: (part, parts) => meter?.part(part, parts),
          onVerifying() {
            if (!signal.aborted && book.find(jobId)?.retrieval.kind === 'collecting')
              states.move(jobId, { kind: 'verify' });
          },
        },
      );
      // What is done is done, even if a pause came in the very last moment.
      finish(jobId, files);
    } catch (error) {
      if (signal.aborted) return;
      await settle(jobId, error, furthest, signal);
    } finally {
      moved.delete(jobId);
      takeOff();
    }
  }

  function finish(jobId: string, files: readonly FileView[]) {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const rows = files.reduce<number | null>(
      (sum, file) => (sum === null || file.rows === null ? null : sum + file.rows),
      0,
    );
    const fingerprint = fingerprintOf(files);
    const now = clock.now();
    ledger.transaction(() => {
      ledger.files.replace(jobId, files);
      const job = states.move(jobId, {
        kind: 'finish',
        collected: { fingerprint, files: files.length, rows, bytes, collectedAt: now, verifiedAt: now },
      });
      book.record(job, 'retrieval-collected', { rows, files: files.length, bytes, fingerprint });
    });
    setbacks.delete(jobId);
  }

  async function settle(
    jobId: string,
    thrown: unknown,
    furthest: number,
    signal: AbortSignal,
  ): Promise<void> {
    const before = setbacks.get(jobId);
    const further = before === undefined || furthest > before.furthest;
    const failures = further ? 1 : before.failures + 1;
    setbacks.set(jobId, { failures, furthest: Math.max(furthest, before?.furthest ?? 0) });
    const context = () => ({
      now: clock.now(),
      online: canReach(power, book.get(jobId)),
      awake: power.isAwake(),
      failures,
    });

    const files = states.parts(jobId).map((part) => part.name);
    let error = namingVendor(asDocketError(thrown), providerNames[book.get(jobId).provider], files);
    error = await withRoomLeft(error, ports.disk, book.find(jobId)?.folder ?? null);
    if (signal.aborted) return;
    ports.log.warn('a collection stopped', {
      jobId,
      code: error.code,
      failures,
      ...(error.code === 'unexpected' ? { detail: error.detail } : {}),
    });
    const decision = decideAfterFailure(error, context());
    if (decision.kind !== 'ask-vendor') {
      hearOfEnd(jobId, error);
      apply(jobId, error, decision);
      return;
    }
    const answer = await askVendor(jobId, error, signal);
    if (signal.aborted) return;
    error = answer.error;
    const second: AfterFailure =
      answer.kind === 'end' ? { kind: 'broken' } : decideAfterFailure(error, context());
    // The vendor still offers it: one of its answers was wrong, and the next may be right.
    apply(jobId, error, second.kind === 'ask-vendor' ? decideRetry(context()) : second);
  }

  function apply(jobId: string, error: DocketError, decision: Exclude<AfterFailure, { kind: 'ask-vendor' }>) {
    if (decision.kind === 'broken') {
      const job = states.move(jobId, { kind: 'break', error });
      setbacks.delete(jobId);
      book.record(job, 'retrieval-broken', { note: error.code });
      return;
    }
    const parts = states.parts(jobId);
    switch (decision.by) {
      case 'offline':
        states.move(jobId, { kind: 'pause', by: 'offline', parts });
        return;
      case 'rate-limit':
        ports.wakeAt(jobId, decision.until);
        states.move(jobId, { kind: 'pause', by: 'rate-limit', parts, error, until: decision.until });
        return;
      case 'error':
        if (decision.until !== null) ports.wakeAt(jobId, decision.until);
        states.move(jobId, {
          kind: 'pause',
          by: 'error',
          parts,
          error,
          ...(decision.until === null ? {} : { until: decision.until }),
        });
    }
  }

  /** What the vendor said while it was asked for the files holds for the export itself: its next step is another one then. */
  function hearOfEnd(jobId: string, error: DocketError) {
    const kind = error.code === 'export-expired' ? 'expired' : error.code === 'export-gone' ? 'gone' : null;
    const job = book.get(jobId);
    if (kind === null || job.export.kind !== 'ready') return;
    const heard = book.update(jobId, { export: { kind }, lastCheckedAt: clock.now() });
    book.record(heard, 'export-expired', { note: error.detail ?? noteOf(heard) });
  }

  type VendorWord = { readonly kind: 'end' | 'goes-on'; readonly error: DocketError };

  /** What the vendor says of the export itself, after one of its files or pages was refused. */
  async function askVendor(jobId: string, error: DocketError, signal: AbortSignal): Promise<VendorWord> {
    try {
      const job = book.get(jobId);
      const { client, reference } = await abortable(ports.desk.clientOf(job), signal);
      const report = (await abortable(client.check([reference], signal), signal)).get(reference);
      if (report === undefined) return { kind: 'goes-on', error };
      if (report instanceof Error) return { kind: 'goes-on', error: asDocketError(report) };
      const { state } = report;
      const { patch, event } = applyReport(job, report, clock.now());
      const heard = book.update(jobId, patch);
      if (event !== null) book.record(heard, event, { note: noteOf(heard) });
      const end = endOfExport(state.kind);
      if (end !== null) return { kind: 'end', error: withRepeat(job, end) };
      // It still reads as ready, but its links died by its own date: there is nothing left to collect.
      if (
        error.code === 'link-expired' &&
        state.kind === 'ready' &&
        (state.expiresAt ?? clock.now() + 1) <= clock.now()
      ) {
        return { kind: 'end', error: withRepeat(job, { code: 'export-expired' }) };
      }
      return { kind: 'goes-on', error };
    } catch (failure) {
      return { kind: 'goes-on', error: asDocketError(failure) };
    }
  }

  return {
    collect,
    forgetFailures: (jobId) => setbacks.delete(jobId),
    movedAt: (jobId) => moved.get(jobId) ?? null,
  };
}

function withRepeat(job: Job, error: DocketError): DocketError {
  return job.request === null ? error : { ...error, action: { kind: 'repeat-export', jobId: job.id } };
}
