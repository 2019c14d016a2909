import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../../../src-preload/contract/calls.ts';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { Comparison } from '../../../../src-preload/contract/review-compare.ts';
import { ask, docket } from '../../../state/docket.ts';
import { newestOnly } from '../desk/desk-parts.ts';

export type Earlier = CallOutput<'review.earlier'>;

export type ComparisonState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'none' }
  | { readonly kind: 'working' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'ready'; readonly comparison: Comparison; readonly run: number }
  | { readonly kind: 'failed'; readonly error: DocketError };

export interface ComparisonHold {
  readonly earlier: Earlier;
  readonly jobId: string | null;
  readonly state: ComparisonState;
  /** The newest with this earlier one, also while it is made anew by another key. */
  readonly comparison: Comparison | null;
  readonly choose: (jobId: string) => void;
  /** Undefined: as suggested. */
  readonly compareBy: (key: readonly number[] | undefined) => void;
  readonly stop: () => void;
}

/** Compares the open table with an earlier one: the newest of them first, by the suggested key. */
export function useComparison(handle: string): ComparisonHold {
  const [earlier, setEarlier] = useState<Earlier>([]);
  const [jobId, setJobId] = useState<string | null>(null);
  const [state, setState] = useState<ComparisonState>({ kind: 'looking' });
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const newest = useRef(newestOnly());
  const runs = useRef(0);

  const compare = useCallback(
    async (with_: string, key: readonly number[] | undefined) => {
      const current = newest.current.next();
      setState({ kind: 'working' });
      const answer = await ask(
        docket().review.compare({ handle, jobId: with_, ...(key === undefined ? {} : { key: [...key] }) }),
      );
      if (!current()) return;
      runs.current += 1;
      if (answer.ok) setComparison(answer.value);
      if (answer.ok) setState({ kind: 'ready', comparison: answer.value, run: runs.current });
      else if (answer.error.code === 'cancelled') setState({ kind: 'stopped' });
      else setState({ kind: 'failed', error: answer.error });
    },
    [handle],
  );

  useEffect(() => {
    const held = newest.current;
    let wanted = true;
    void ask(docket().review.earlier(handle)).then((answer) => {
      if (!wanted) return;
      if (!answer.ok) return setState({ kind: 'failed', error: answer.error });
      const [first] = answer.value;
      setEarlier(answer.value);
      if (first === undefined) return setState({ kind: 'none' });
      setJobId(first.jobId);
      void compare(first.jobId, undefined);
    });
    return () => {
      wanted = false;
      held.stop();
      void ask(docket().review.cancel({ handle, what: 'compare' }));
    };
  }, [handle, compare]);

  return {
    earlier,
    jobId,
    state,
    comparison,
    choose: (next) => {
      setJobId(next);
      setComparison(null);
      void compare(next, undefined);
    },
    compareBy: (key) => {
      if (jobId !== null) void compare(jobId, key);
    },
    stop: () => void ask(docket().review.cancel({ handle, what: 'compare' })),
  };
}
