import type { Receipt } from '../../../src-preload/contract/commits.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import type { RetrievalState } from '../../../src-preload/contract/retrievals.ts';

export const noon = Date.UTC(2026, 10, 21, 12, 0, 0);
export const fingerprint = 'a'.repeat(64);

/** A row as main sends it: ready to collect, unless told otherwise. */
export function jobView(change: Partial<JobView> = {}): JobView {
  return {
    id: 'job-1',
    connectionId: 'connection-1',
    connectionName: 'ACME',
    provider: 'mypreferences',
    practice: false,
    title: 'Newsletter opt-ins',
    reference: '•••• 4711',
    createdAt: noon - 3_600_000,
    request: null,
    export: { kind: 'ready' },
    vendorStatus: 'Ready',
    vendorStatusUnknown: false,
    announced: { rows: null, bytes: null, files: null },
    vendorDetails: [],
    retrieval: { kind: 'none' },
    commit: { kind: 'open' },
    review: null,
    stage: 'ready',
    nextStep: 'collect',
    group: 'needs-you',
    canCancel: false,
    canRepeat: false,
    readyAt: null,
    lastCheckedAt: null,
    nextCheckAt: null,
    checkError: null,
    ...change,
  };
}

export function collected(
  change: Partial<Extract<RetrievalState, { kind: 'collected' }>> = {},
): RetrievalState {
  return {
    kind: 'collected',
    fingerprint,
    files: 1,
    rows: 12_431,
    bytes: 8_200_000,
    collectedAt: noon - 600_000,
    verifiedAt: noon - 600_000,
    ...change,
  };
}

export function receipt(change: Partial<Receipt> = {}): Receipt {
  return {
    id: 'receipt-1',
    jobId: 'job-1',
    title: 'Newsletter opt-ins',
    connectionName: 'ACME',
    by: 'marta',
    at: noon,
    fingerprint,
    rows: 12_431,
    files: 1,
    bytes: 8_200_000,
    keepFiles: false,
    effect: 'vendor-closes',
    vendorAnswer: '200',
    ...change,
  };
}
