import { useEffect, useState } from 'react';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { Profile } from '../../../../src-preload/contract/review-insight.ts';
import { ask, docket } from '../../../state/docket.ts';
import { useDeskState } from '../desk/desk-context.ts';
import { loadOf } from '../desk/desk-state.ts';

export type ProfileState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'working' }
  | { readonly kind: 'ready'; readonly profile: Profile }
  | { readonly kind: 'stopped'; readonly again: () => void }
  | { readonly kind: 'failed'; readonly error: DocketError };

/** A column's profile over the rows that are shown; the order of the rows makes no difference to it. */
export function useProfile(column: number): ProfileState {
  const handle = useDeskState(({ table }) => table?.handle);
  const ready = useDeskState(({ table }) => loadOf(table) === 'ready');
  const rows = useDeskState(({ shown }) => JSON.stringify(shown?.query.filters ?? []));
  const viewId = useDeskState(({ shown }) =>
    shown === null || shown.query.filters.length === 0 ? undefined : shown.viewId,
  );
  const [state, setState] = useState<ProfileState>({ kind: 'working' });
  const [run, setRun] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same filters give the same profile, whatever the view
  useEffect(() => {
    if (handle === undefined || !ready) return setState({ kind: 'waiting' });
    let wanted = true;
    let answered = false;
    // What is shown stays until the new one is there.
    setState((before) => (before.kind === 'ready' ? before : { kind: 'working' }));
    const input = { handle, column, ...(viewId === undefined ? {} : { viewId }) };
    void ask(docket().review.profile(input)).then((answer) => {
      answered = true;
      if (!wanted) return;
      if (answer.ok) return setState({ kind: 'ready', profile: answer.value });
      if (answer.error.code === 'cancelled')
        return setState({ kind: 'stopped', again: () => setRun((before) => before + 1) });
      setState({ kind: 'failed', error: answer.error });
    });
    return () => {
      wanted = false;
      // Nobody looks at it any more.
      if (!answered) void ask(docket().review.cancel({ handle, what: 'profile' }));
    };
  }, [handle, ready, column, rows, run]);
  return state;
}
