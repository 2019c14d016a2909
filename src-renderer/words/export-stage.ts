import type { JobView, Stage } from '../../src-preload/contract/jobs.ts';
import { percent } from './numbers.ts';
import { vendors } from './vendors.ts';

/** What a language says of an export's stage. */
export interface StageWords {
  readonly stages: Readonly<Record<Stage, string>>;
  readonly waitingTurn: string;
  readonly preparing: (percent: string) => string;
  readonly tooLate: string;
  readonly pausedOffline: string;
  readonly pausedByVendor: (vendor: string) => string;
}

/** The vendor takes no commit of it any more. */
export function isTooLate(job: Pick<JobView, 'commit'>): boolean {
  return job.commit?.kind === 'open' && job.commit.lastError?.code === 'commit-too-late';
}

/** A row's stage: "Preparing 64 %". */
export function stageIn(say: StageWords): (job: JobView) => string {
  function paused(job: JobView): string {
    if (job.retrieval.kind !== 'paused') return say.stages.paused;
    switch (job.retrieval.by) {
      case 'offline':
        return say.pausedOffline;
      case 'rate-limit':
        return say.pausedByVendor(vendors.shortName(job.provider));
      case 'person':
      case 'error':
        return say.stages.paused;
    }
  }
  return (job) => {
    switch (job.stage) {
      case 'preparing':
        if (job.export.kind === 'queued') return say.waitingTurn;
        return job.export.kind === 'running' && job.export.percent !== undefined
          ? say.preparing(percent(job.export.percent))
          : say.stages.preparing;
      case 'paused':
        return paused(job);
      case 'reviewed':
        return isTooLate(job) ? say.tooLate : say.stages.reviewed;
      default:
        return say.stages[job.stage];
    }
  };
}
