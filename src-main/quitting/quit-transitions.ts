import { assertNever } from '../../src-preload/contract/assert-never.ts';

/** Where quitting stands. */
export type Quitting =
  /** Nobody wants to quit. */
  | 'open'
  /** The person is asked in the window … */
  | 'asking'
  /** … or, since the window doesn't answer, by the system. */
  | 'asking-natively'
  /** The person wants to quit; the answer to a commit is waited for. */
  | 'waiting'
  | 'ending';

export type QuitEvent =
  /** A person closes the window or chooses "Quit". */
  | 'wanted'
  /** The session ends: log-out, shutdown, a signal. */
  | 'session-ends'
  /** The window doesn't show the question. */
  | 'unseen'
  | 'keep-working'
  | 'quit'
  /** Nothing is being committed any more. */
  | 'at-rest'
  /** What is waited for has taken too long. */
  | 'late';

export interface UnderWay {
  readonly transfers: number;
  readonly commits: number;
}

/** Quitting × event × what is under way → quitting. An event that means nothing in a state leaves it as it is. */
export function quittingAfter(state: Quitting, event: QuitEvent, underWay: UnderWay): Quitting {
  if (state === 'ending' || event === 'session-ends') return 'ending';
  switch (event) {
    case 'wanted':
      if (underWay.transfers + underWay.commits === 0) return 'ending';
      // Asked once: who wants it again finds the question where it is.
      return state === 'open' ? 'asking' : state;
    case 'unseen':
      return state === 'asking' ? 'asking-natively' : state;
    case 'keep-working':
      return 'open';
    case 'quit':
      if (state === 'open') return 'open';
      return state === 'waiting' || underWay.commits === 0 ? 'ending' : 'waiting';
    case 'at-rest':
    case 'late':
      // A native question that nobody answers must not keep the computer from ending its day either.
      return state === 'waiting' || (state === 'asking-natively' && event === 'late') ? 'ending' : state;
    default:
      return assertNever(event);
  }
}
