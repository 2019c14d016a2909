import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { HistoryKind } from '../../src-preload/contract/history.ts';
import type { ExportState } from '../../src-preload/contract/jobs.ts';
import type { ExportReport } from '../providers/provider.ts';
import type { Job, JobPatch } from './job.ts';
import { isPreparing } from './stage.ts';

/** What a vendor's report changes in a job, and the line that it adds to the history. */
export interface Transition {
  readonly patch: JobPatch;
  readonly event: Extract<
    HistoryKind,
    'export-ready' | 'export-failed' | 'export-expired' | 'export-cancelled'
  > | null;
}

/** `now`: epoch ms of the report. */
export function applyReport(job: Job, report: ExportReport, now: number): Transition {
  const heard = { lastCheckedAt: now, checkError: null } satisfies JobPatch;
  // With our commit the vendor is expected to close or delete its copy: that is no news of this export.
  if (job.commit.kind !== 'open') return { patch: heard, event: null };
  const state = settledState(job.export, report.state, now);
  const news = state === report.state;
  return {
    patch: {
      ...heard,
      export: state,
      ...(news ? { vendorStatus: report.vendorStatus, vendorStatusUnknown: report.vendorStatusUnknown } : {}),
      announced: {
        rows: report.rows ?? job.announced.rows,
        bytes: report.bytes ?? job.announced.bytes,
        files: report.files ?? job.announced.files,
      },
      vendorDetails: report.details.length > 0 ? [...report.details] : job.vendorDetails,
      cancellable: report.cancellable && isPreparing(state),
      readyAt: job.readyAt ?? (state.kind === 'ready' ? now : null),
    },
    event: job.export.kind === state.kind ? null : eventOf(state),
  };
}

/** The vendor's word for the history. */
export function noteOf(job: Job): string {
  return job.export.kind === 'failed' && job.export.reason !== '' ? job.export.reason : job.vendorStatus;
}

/** A failed check says nothing of the export: all that was known stays. */
export function applyCheckError(error: DocketError): JobPatch {
  return { checkError: error };
}

/**
 * The state after a report. The vendor's word stands, but for one: `gone` is only the absence of a word. An export that
 * has ended stays what it was, and one that vanished after its time has expired.
 */
function settledState(before: ExportState, reported: ExportState, now: number): ExportState {
  if (reported.kind !== 'gone') return reported;
  switch (before.kind) {
    case 'failed':
    case 'cancelled':
    case 'expired':
      return before;
    case 'ready':
      return before.expiresAt !== undefined && before.expiresAt <= now ? { kind: 'expired' } : reported;
    case 'queued':
    case 'running':
    case 'gone':
      return reported;
    default:
      return assertNever(before);
  }
}

function eventOf(state: ExportState): Transition['event'] {
  switch (state.kind) {
    case 'queued':
    case 'running':
      return null;
    case 'ready':
      return 'export-ready';
    case 'failed':
      return 'export-failed';
    case 'cancelled':
      return 'export-cancelled';
    case 'expired':
    case 'gone':
      return 'export-expired';
    default:
      return assertNever(state);
  }
}
