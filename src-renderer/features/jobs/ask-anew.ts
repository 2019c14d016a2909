import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { openDialog } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import type { RequestField } from './new-export-form.ts';

/** It failed for what was asked: the same once more would fail again, so the request is changed first. */
export function isAskedAnew(job: Pick<JobView, 'stage' | 'request' | 'canRepeat'>): boolean {
  return job.stage === 'failed' && job.request !== null && !job.canRepeat;
}

/** The one reason that asking for less puts right: https://docs.tracker.my.com/api/export-api/raw/get */
export function isTooMuch(state: JobView['export']): boolean {
  return state.kind === 'failed' && /^too (many lines|much export data)/i.test(state.reason.trim());
}

/** Why it failed, in words where its reason is known, else as the vendor says it; empty where nothing is said. */
export function failureOf(state: JobView['export']): string {
  if (state.kind !== 'failed') return '';
  return isTooMuch(state) ? words.panel.tooMuch : state.reason;
}

const firstBox: Readonly<Record<ProviderId, RequestField>> = {
  mypreferences: 'segmentName',
  mytracker: 'event',
  crayon: 'from',
};

/** The box that most likely has to change; the days, where there was too much. */
export function boxToChange(job: Pick<JobView, 'export' | 'provider'>): RequestField {
  return isTooMuch(job.export) ? 'from' : firstBox[job.provider];
}

/** Opens the vendor's form filled as it was. */
export function askAnew(job: JobView): void {
  openDialog({ kind: 'new-export', anewOf: job.id });
}
