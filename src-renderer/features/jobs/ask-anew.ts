import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { words } from '../../words/words.ts';
import type { RequestField } from './new-export-form.ts';

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
