import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { QuitAnswer, QuitPhase } from '../../src-preload/contract/quitting.ts';
import type { Clock } from '../ports/clock.ts';
import { type QuitEvent, type Quitting, quittingAfter, type UnderWay } from './quit-transitions.ts';

/** What quitting needs of the desktop. */
export interface QuitDesktop {
  /** Brings the window before the person's eyes. */
  readonly bringToFront: () => void;
  /** Asks in a box of the system's own, until the signal aborts. */
  readonly askNatively: (underWay: UnderWay, signal: AbortSignal) => Promise<'keep-working' | 'quit'>;
  /** Ends the app; nothing holds it up any more. */
  readonly end: () => void;
}

export interface QuitPorts extends QuitDesktop {
  readonly clock: Clock;
  readonly underWay: () => UnderWay;
  /** Settles when nothing is being committed any more. */
  readonly commitsAtRest: () => Promise<void>;
  /** Tells the window what to show, and how many commits are under way. */
  readonly show: (phase: QuitPhase, commits: number) => void;
}

export interface QuitKeeper {
  /** A person wants to quit. Answers whether the app may end now; if not, the person is being asked. */
  mayQuit(): boolean;
  /** Nothing holds the end up any more. */
  isEnding(): boolean;
  /** The session ends: nobody is asked, nothing is waited for. */
  sessionEnds(): void;
  /** What the window answers to the question. */
  answer(answer: QuitAnswer): void;
}

/** A window that doesn't show the question for so long is hung, or gone. */
const unseenAfter = 3_000;
const unansweredAfter = 60_000;
/** Most vendors answer within seconds. What isn't known by then is found out at the next start. */
const waitForAnswer = 60_000;

/** Asks before what is under way is interrupted: once, and never when nothing is. */
export function createQuitKeeper(ports: QuitPorts): QuitKeeper {
  const { clock } = ports;
  let state: Quitting = 'open';
  /** Undoes what was set up for the state. */
  let leave = () => {};
  let seen = () => {};

  function on(event: QuitEvent): void {
    const before = state;
    state = quittingAfter(state, event, ports.underWay());
    if (state === before) return;
    leave();
    leave = () => {};
    enter(state);
  }

  function enter(now: Quitting): void {
    switch (now) {
      case 'open':
        ports.show('none', 0);
        return;
      case 'asking':
        seen = clock.after(unseenAfter, () => on('unseen'));
        leave = all(
          seen,
          atRest(() => show('asking')),
        );
        ports.bringToFront();
        show('asking');
        return;
      case 'asking-natively':
        leave = askNatively();
        return;
      case 'waiting':
        leave = all(
          clock.after(waitForAnswer, () => on('late')),
          atRest(() => on('at-rest')),
        );
        show('waiting');
        return;
      case 'ending':
        ports.end();
        return;
      default:
        assertNever(now);
    }
  }

  const show = (phase: QuitPhase) => ports.show(phase, ports.underWay().commits);

  /** Calls back when no commit is under way any more, unless that is cancelled before. */
  function atRest(then: () => void): () => void {
    let wanted = ports.underWay().commits > 0 || state === 'waiting';
    if (wanted) void ports.commitsAtRest().then(() => wanted && then());
    return () => {
      wanted = false;
    };
  }

  function askNatively(): () => void {
    const asked = new AbortController();
    const cancel = clock.after(unansweredAfter, () => on('late'));
    void ports
      .askNatively(ports.underWay(), asked.signal)
      .catch(() => 'quit' as const)
      .then((answer) => {
        if (!asked.signal.aborted) on(answer);
      });
    return () => {
      cancel();
      asked.abort();
    };
  }

  return {
    mayQuit() {
      if (quittingAfter(state, 'wanted', ports.underWay()) === 'ending') {
        leave();
        state = 'ending';
        return true;
      }
      if (state === 'open') on('wanted');
      else ports.bringToFront();
      return false;
    },
    isEnding: () => state === 'ending',
    sessionEnds: () => on('session-ends'),
    answer(answer) {
      if (answer !== 'shown') on(answer);
      // It may be thought about for as long as the person likes.
      else if (state === 'asking') seen();
    },
  };
}

function all(...ends: readonly (() => void)[]): () => void {
  return () => {
    for (const end of ends) end();
  };
}
