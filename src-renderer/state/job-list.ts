import type { Group, JobView } from '../../src-preload/contract/jobs.ts';
import { partOf } from './job-part.ts';

/** The renderer's copy of the list: exports by id, and their order within each group. */
export interface JobList {
  readonly byId: ReadonlyMap<string, JobView>;
  /** A new object only when the order, a group, a part or a searchable word changed: a mere update of a row keeps it. */
  readonly order: Readonly<Record<Group, readonly string[]>>;
}

export const emptyJobList: JobList = {
  byId: new Map(),
  order: { 'needs-you': [], 'on-its-way': [], done: [] },
};

/** Beyond so many changes at once, sorting anew is quicker than inserting one by one. */
const manyChanges = 200;

/** When the vendor's file disappears while nothing has been collected yet, else null. */
export function expiryOf(job: JobView): number | null {
  const holdsAll = job.retrieval.kind === 'collected' || job.retrieval.kind === 'verifying';
  return job.export.kind === 'ready' && !holdsAll ? (job.export.expiresAt ?? null) : null;
}

/** When an export came to its end. */
export function doneAt(job: JobView): number {
  return job.commit.kind === 'committed' ? job.commit.receipt.at : (job.readyAt ?? job.createdAt);
}

/**
 * Within one group: what expires first stands first; otherwise the newest. The id settles ties, so that rows never
 * swap places.
 */
export function compareJobs(a: JobView, b: JobView): number {
  const byTime = timeOrder(a, b);
  return byTime !== 0 ? byTime : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function timeOrder(a: JobView, b: JobView): number {
  switch (a.group) {
    case 'needs-you': {
      const expiryA = expiryOf(a) ?? Number.MAX_SAFE_INTEGER;
      const expiryB = expiryOf(b) ?? Number.MAX_SAFE_INTEGER;
      return expiryA - expiryB || (b.readyAt ?? b.createdAt) - (a.readyAt ?? a.createdAt);
    }
    case 'on-its-way':
      return b.createdAt - a.createdAt;
    case 'done':
      return doneAt(b) - doneAt(a);
  }
}

export function listOf(jobs: readonly JobView[]): JobList {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const groups: Record<Group, JobView[]> = { 'needs-you': [], 'on-its-way': [], done: [] };
  for (const job of byId.values()) groups[job.group].push(job);
  const idsOf = (group: Group) => groups[group].sort(compareJobs).map((job) => job.id);
  return {
    byId,
    order: { 'needs-you': idsOf('needs-you'), 'on-its-way': idsOf('on-its-way'), done: idsOf('done') },
  };
}

/** The list after some exports changed, came or went. */
export function withChanges(list: JobList, changed: readonly JobView[], removed: readonly string[]): JobList {
  if (changed.length === 0 && removed.length === 0) return list;
  const byId = new Map(list.byId);
  const moved: JobView[] = [];
  const left = new Set<string>();
  for (const id of removed) {
    if (byId.delete(id)) left.add(id);
  }
  // The same export may have changed several times before the list could take it: only its last state has a place.
  for (const job of new Map(changed.map((job) => [job.id, job])).values()) {
    const before = byId.get(job.id);
    byId.set(job.id, job);
    if (before !== undefined && standsSame(before, job)) continue;
    if (before !== undefined) left.add(job.id);
    moved.push(job);
  }
  if (left.size === 0 && moved.length === 0) return { byId, order: list.order };
  if (moved.length > manyChanges) return listOf([...byId.values()]);
  return { byId, order: reorder(list.order, byId, moved, left) };
}

function standsSame(before: JobView, after: JobView): boolean {
  return (
    before.group === after.group &&
    partOf(before) === partOf(after) &&
    timeOrder(before, after) === 0 &&
    before.title === after.title &&
    before.connectionName === after.connectionName
  );
}

function reorder(
  order: JobList['order'],
  byId: ReadonlyMap<string, JobView>,
  moved: readonly JobView[],
  left: ReadonlySet<string>,
): JobList['order'] {
  const keep = (ids: readonly string[]) => (left.size === 0 ? [...ids] : ids.filter((id) => !left.has(id)));
  const next: Record<Group, string[]> = {
    'needs-you': keep(order['needs-you']),
    'on-its-way': keep(order['on-its-way']),
    done: keep(order.done),
  };
  for (const job of moved) {
    const ids = next[job.group];
    ids.splice(placeOf(job, ids, byId), 0, job.id);
  }
  return next;
}

function placeOf(job: JobView, ids: readonly string[], byId: ReadonlyMap<string, JobView>): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = byId.get(ids[middle] ?? '');
    if (other !== undefined && compareJobs(other, job) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
