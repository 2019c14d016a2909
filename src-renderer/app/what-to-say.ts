import type { JobView, Stage } from '../../src-preload/contract/jobs.ts';
import type { TransferProgress } from '../../src-preload/contract/retrievals.ts';
import type { JobList } from '../state/job-list.ts';

/** Stages that an export comes to by itself. What a person does is answered where they do it. */
const byThemselves: ReadonlySet<Stage> = new Set<Stage>([
  'ready',
  'collected',
  'broken',
  'failed',
  'expired',
  'gone',
]);

/** Exports whose new stage is worth reading out. */
export function stagesToSay(before: JobList, after: JobList): readonly JobView[] {
  const said: JobView[] = [];
  for (const job of after.byId.values()) {
    const old = before.byId.get(job.id);
    // Most rows are the same object: going through thousands costs nothing.
    if (old === job || old === undefined || old.stage === job.stage) continue;
    const stopped = job.stage === 'paused' && job.group === 'needs-you' && old.stage === 'collecting';
    const byPerson = job.retrieval.kind === 'paused' && job.retrieval.by === 'person';
    if (byThemselves.has(job.stage) || (stopped && !byPerson)) said.push(job);
  }
  return said;
}

const step = 25;

/** Remembers how far each transfer was; answers those that have come past a quarter, a half, three quarters. */
export function progressSteps(): (
  transfers: ReadonlyMap<string, TransferProgress>,
) => readonly { readonly jobId: string; readonly percent: number }[] {
  let held = new Map<string, number>();
  return (transfers) => {
    const next = new Map<string, number>();
    const passed: { readonly jobId: string; readonly percent: number }[] = [];
    for (const [jobId, { done, total }] of transfers) {
      if (total === null || total <= 0) continue;
      const percent = Math.min(75, Math.floor((done / total) * (100 / step)) * step);
      const before = held.get(jobId);
      next.set(jobId, Math.max(percent, before ?? 0));
      if (before !== undefined && percent > before) passed.push({ jobId, percent });
    }
    held = next;
    return passed;
  };
}
