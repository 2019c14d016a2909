import { create } from 'zustand';
import type { ConnectionView } from '../../src-preload/contract/connections.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import { ask, docket } from './docket.ts';

interface ConnectionsState {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: DocketError | null;
  readonly connections: readonly ConnectionView[];
}

export const useConnections = create<ConnectionsState>()(() => ({
  phase: 'loading',
  error: null,
  connections: [],
}));

let newest = 0;

/** Reads all connections anew; an answer that a later call has overtaken is dropped. */
export async function loadConnections(): Promise<void> {
  newest += 1;
  const mine = newest;
  const answer = await ask(docket().connections.list());
  if (mine !== newest) return;
  if (answer.ok) useConnections.setState({ phase: 'ready', error: null, connections: answer.value });
  else useConnections.setState({ phase: 'failed', error: answer.error });
}
