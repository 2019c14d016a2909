import type { Job } from '../../../../src-main/jobs/job.ts';
import { newJob } from '../../../../src-main/jobs/new-job.ts';
import type { ExportReport } from '../../../../src-main/providers/provider.ts';
import type { CommitAttempt, Receipt } from '../../../../src-preload/contract/commits.ts';
import type { Connection } from '../../../../src-preload/contract/connections.ts';
import type { RetrievalState } from '../../../../src-preload/contract/retrievals.ts';

export const noon = Date.UTC(2026, 0, 15, 12);
export const fingerprint = 'a'.repeat(64);
export const otherFingerprint = 'b'.repeat(64);

export const games: Connection = {
  id: 'games',
  name: 'Games',
  practice: false,
  createdAt: noon,
  config: { provider: 'mytracker', baseUrl: 'https://tracker.my.com', apiUserId: '77658', createBy: 'body' },
};
export const licences: Connection = {
  id: 'licences',
  name: 'Licences',
  practice: false,
  createdAt: noon,
  config: {
    provider: 'crayon',
    baseUrl: 'https://api.crayon.com',
    clientId: 'c',
    userName: 'u',
    downloadAs: 'bytes',
  },
};
export const acme: Connection = {
  id: 'acme',
  name: 'ACME',
  practice: false,
  createdAt: noon,
  config: {
    provider: 'mypreferences',
    baseUrl: 'https://pm.mypreferences.com/Profiles/v4',
    clientId: 'ACME',
    userId: 'Jane.Doe',
    authorization: { kind: 'pnauthinfo3', algorithm: 'SHA256', clockBehindSeconds: 5, timestamp: 'utc-z' },
    preset: 'v4',
    paths: { initiate: 'i', status: 's', data: 'd', commit: 'c' },
    pageSize: 1000,
  },
};

export function someJob(change: Partial<Job> = {}, connection: Connection = games): Job {
  const id = change.id ?? 'job-1';
  return {
    ...newJob(connection, { id, reference: `${id}-ref`, title: `Title of ${id}`, request: null, now: noon }),
    ...change,
  };
}

export function someReport(change: Partial<ExportReport> = {}): ExportReport {
  return {
    reference: '4',
    state: { kind: 'running' },
    vendorStatus: 'In progress',
    vendorStatusUnknown: false,
    rows: null,
    bytes: null,
    files: null,
    cancellable: true,
    details: [],
    ...change,
  };
}

export const collected: RetrievalState = {
  kind: 'collected',
  fingerprint,
  files: 1,
  rows: 3,
  bytes: 30,
  collectedAt: noon,
  verifiedAt: noon,
};
export const attempt: CommitAttempt = {
  id: 'attempt-1',
  startedAt: noon,
  fingerprint,
  keepFiles: null,
  by: 'kim',
};
export const receipt: Receipt = {
  id: 'receipt-1',
  jobId: 'job-1',
  title: 'Title of job-1',
  connectionName: 'Games',
  by: 'kim',
  at: noon,
  fingerprint,
  rows: 3,
  files: 1,
  bytes: 30,
  keepFiles: null,
  effect: 'sign-off-only',
  vendorAnswer: 'sign-off: no call',
};
