import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type { CleanUpPlan, CleanUpResult } from '../../../src-preload/contract/files.ts';
import type { ProofProgress } from '../../../src-preload/contract/receipts.ts';
import { ask, docket } from '../../state/docket.ts';
import type { CleanUpAge } from '../../words/kinds.ts';

export type CleanUpState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'planned'; readonly plan: CleanUpPlan }
  | { readonly kind: 'moving'; readonly progress: ProofProgress | null; readonly stopping: boolean }
  | { readonly kind: 'done'; readonly result: CleanUpResult }
  | { readonly kind: 'failed'; readonly error: DocketError };

/** Before which instant something must have been committed, by this computer's calendar. */
export function committedBefore(age: CleanUpAge, now: number): number {
  const date = new Date(now);
  switch (age) {
    case 'any':
      return now + 1;
    case 'month':
      date.setDate(date.getDate() - 30);
      break;
    case 'quarter':
      date.setMonth(date.getMonth() - 3);
      break;
    case 'half':
      date.setMonth(date.getMonth() - 6);
      break;
    case 'year':
      date.setFullYear(date.getFullYear() - 1);
      break;
  }
  return date.getTime();
}

/** A plan, then its run; the plan that was shown is what is carried out. */
export function useCleanUp() {
  const [state, setState] = useState<CleanUpState>({ kind: 'looking' });
  const asked = useRef(0);

  useEffect(
    () =>
      docket().on('proof-progress', (progress) => {
        if (progress.task !== 'clean-up') return;
        setState((now) => (now.kind === 'moving' ? { ...now, progress } : now));
      }),
    [],
  );

  const plan = useCallback((age: CleanUpAge) => {
    asked.current += 1;
    const mine = asked.current;
    setState({ kind: 'looking' });
    void ask(docket().files.cleanUpPlan(committedBefore(age, Date.now()))).then((answer) => {
      if (mine !== asked.current) return;
      setState(answer.ok ? { kind: 'planned', plan: answer.value } : { kind: 'failed', error: answer.error });
    });
  }, []);

  const run = useCallback((fileIds: readonly string[]) => {
    asked.current += 1;
    setState({ kind: 'moving', progress: null, stopping: false });
    void ask(docket().files.cleanUp({ fileIds: [...fileIds] })).then((answer) => {
      setState(answer.ok ? { kind: 'done', result: answer.value } : { kind: 'failed', error: answer.error });
    });
  }, []);

  const stop = useCallback(() => {
    setState((now) => (now.kind === 'moving' ? { ...now, stopping: true } : now));
    void ask(docket().files.stopCleanUp());
  }, []);

  return { state, plan, run, stop } as const;
}
