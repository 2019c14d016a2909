import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type { JobDetail, JobView } from '../../../src-preload/contract/jobs.ts';
import { ask, docket } from '../../state/docket.ts';
import { reviewAhead } from './review-ahead.ts';

export type DetailState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly detail: JobDetail }
  | { readonly kind: 'failed'; readonly error: DocketError };

/** The files of an export; read again when what we hold of it changes. */
export function useJobDetail(job: JobView): { readonly state: DetailState; readonly reload: () => void } {
  const [state, setState] = useState<DetailState>({ kind: 'loading' });
  const newest = useRef(0);
  const reload = useCallback(() => {
    newest.current += 1;
    const mine = newest.current;
    void ask(docket().jobs.get(job.id)).then((answer) => {
      if (mine !== newest.current) return;
      setState(answer.ok ? { kind: 'ready', detail: answer.value } : { kind: 'failed', error: answer.error });
    });
  }, [job.id]);
  const held = job.retrieval.kind === 'collected' ? job.retrieval.fingerprint : job.retrieval.kind;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `held` says when there is something new to read
  useEffect(reload, [reload, held]);
  const reviewable = job.retrieval.kind === 'collected';
  useEffect(() => {
    if (reviewable) reviewAhead();
  }, [reviewable]);
  return { state, reload };
}
