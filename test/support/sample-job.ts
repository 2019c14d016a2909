import type { Job } from '../../src-main/jobs/job.ts';
import type { Connection } from '../../src-preload/contract/connections.ts';

/** A connection to MyTracker that a test changes as it needs. */
export function sampleConnection(over: Partial<Connection> = {}): Connection {
  return {
    id: 'connection-1',
    name: 'Games',
    config: {
      provider: 'mytracker',
      baseUrl: 'https://tracker.example',
      apiUserId: '77658',
      createBy: 'body',
    },
    practice: false,
    createdAt: 1,
    ...over,
  };
}

/** An export that is ready at the vendor, of which nothing is held yet. */
export function sampleJob(over: Partial<Job> = {}): Job {
  return {
    id: 'job-1',
    connectionId: 'connection-1',
    connectionName: 'Games',
    provider: 'mytracker',
    practice: false,
    title: 'Installs, October',
    reference: '4',
    createdAt: 1,
    request: null,
    export: { kind: 'ready' },
    vendorStatus: 'Success!',
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
    ...over,
  };
}
