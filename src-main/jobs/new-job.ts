import type { Connection } from '../../src-preload/contract/connections.ts';
import type { ExportReport } from '../providers/provider.ts';
import type { Job } from './job.ts';
import { applyReport } from './transitions.ts';

/** A job as it comes onto the list: asked for a moment ago, nothing known of it yet. `reference` is as it may be shown. */
export function newJob(
  connection: Connection,
  about: {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly request: Job['request'];
    readonly now: number;
  },
): Job {
  return {
    id: about.id,
    connectionId: connection.id,
    connectionName: connection.name,
    provider: connection.config.provider,
    practice: connection.practice,
    title: about.title,
    reference: about.reference,
    createdAt: about.now,
    request: about.request,
    export: { kind: 'queued' },
    vendorStatus: '',
    vendorStatusUnknown: false,
    announced: { rows: null, bytes: null, files: null },
    vendorDetails: [],
    cancellable: false,
    retrieval: { kind: 'none' },
    folder: null,
    commit: { kind: 'open' },
    review: null,
    readyAt: null,
    lastCheckedAt: null,
    checkError: null,
  };
}

/** A job that the vendor already knows, as its report describes it. */
export function knownJob(job: Job, report: ExportReport, now: number): Job {
  return {
    ...job,
    ...applyReport(job, report, now).patch,
    createdAt: plausible(report.createdAt, now) ?? job.createdAt,
  };
}

/** A vendor's creation time without a zone may read as later than now: then it says nothing. */
function plausible(instant: number | undefined, now: number): number | null {
  return instant !== undefined && instant > 0 && instant <= now ? Math.floor(instant) : null;
}
