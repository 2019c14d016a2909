import { create } from 'zustand';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { JobView } from '../../src-preload/contract/jobs.ts';
import { emptyJobList, type JobList, listOf, withChanges } from './job-list.ts';

export interface JobsState {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: DocketError | null;
  readonly list: JobList;
  /** Changes that arrived before the snapshot: applied on top of it. */
  readonly early: { readonly changed: readonly JobView[]; readonly removed: readonly string[] };
}

const nothingEarly = { changed: [], removed: [] } as const;

export const useJobs = create<JobsState>()(() => ({
  phase: 'loading',
  error: null,
  list: emptyJobList,
  early: nothingEarly,
}));

export function afterSnapshot(state: JobsState, jobs: readonly JobView[]): JobsState {
  const list = withChanges(listOf(jobs), state.early.changed, state.early.removed);
  return { phase: 'ready', error: null, list, early: nothingEarly };
}

export function afterChanges(
  state: JobsState,
  changed: readonly JobView[],
  removed: readonly string[],
): JobsState {
  if (state.phase === 'ready') return { ...state, list: withChanges(state.list, changed, removed) };
  const gone = new Set(removed);
  const again = new Set(changed.map((job) => job.id));
  return {
    ...state,
    early: {
      changed: [...state.early.changed.filter((job) => !gone.has(job.id)), ...changed],
      removed: [...state.early.removed.filter((id) => !again.has(id)), ...removed],
    },
  };
}

/** One export; a row that uses it is drawn again only when that export changes. */
export function useJob(id: string | null): JobView | undefined {
  return useJobs((state) => (id === null ? undefined : state.list.byId.get(id)));
}

/** Puts the answer of a call into the list at once, without waiting for the event that follows. */
export function putJob(job: JobView): void {
  useJobs.setState((state) => afterChanges(state, [job], []));
}
