import type { RetrievalState } from '../../src-preload/contract/retrievals.ts';
import type { Job, JobPatch } from '../jobs/job.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import { activeParts } from './part-book.ts';
import { type RetrievalEvent, retrievalAfter } from './retrieval-transitions.ts';

/** Every change of a job's retrieval facet goes through here, and so through the pure transitions. */
export interface StateWriter {
  move(jobId: string, event: RetrievalEvent, more?: Pick<JobPatch, 'folder'>): Job;
  /** The parts as the state shows them. */
  parts(jobId: string): Extract<RetrievalState, { kind: 'collecting' }>['parts'];
}

export function createStateWriter(ports: { readonly book: JobBook; readonly ledger: Ledger }): StateWriter {
  return {
    move: (jobId, event, more = {}) =>
      ports.book.update(jobId, (job) => ({ ...more, retrieval: retrievalAfter(job.retrieval, event) })),
    parts: (jobId) =>
      activeParts({ ledger: ports.ledger, jobId }).map(({ key, name, state }) => ({
        key,
        name,
        done: state === 'done',
      })),
  };
}
