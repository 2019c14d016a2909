import type { DocketError } from '../../src-preload/contract/errors.ts';
import { byTheClock, type Wait } from '../ports/wait.ts';
import { backOff, type Moment, restAfter } from './polling-schedule.ts';

/** How a connection fares between two checks. Times are epoch ms. */
export interface ConnectionLine {
  /** Ends when everything that was queued for this connection has run. */
  queue: Promise<unknown>;
  /** A check that nobody asked for is queued or runs. */
  running: boolean;
  failures: number;
  trouble: DocketError | null;
  /** After trouble: not asked before. */
  hold: Wait;
  /** After requests: not asked before, unless a person asks. */
  rest: Wait;
  /** When the vendor's own list is to be read next. */
  discover: Wait;
}

/** A vendor's own list is read at least this often, for exports that others have asked for. */
const discoverEvery = 5 * 60_000;

const none: Wait = { from: 0, at: 0 };

export function newLine(): ConnectionLine {
  return {
    queue: Promise.resolve(),
    running: false,
    failures: 0,
    trouble: null,
    hold: none,
    rest: none,
    discover: none,
  };
}

/** When the connection may be asked again without a person's wish. */
export function freeAt(line: ConnectionLine): number {
  return Math.max(line.hold.at, line.rest.at);
}

/** Notes how a check went; true when the connection works again after it hadn't. */
export function noteOutcome(line: ConnectionLine, trouble: DocketError | null, moment: Moment): boolean {
  const recovered = line.trouble !== null && trouble === null;
  const { now, random } = moment;
  line.trouble = trouble;
  if (trouble === null) {
    line.failures = 0;
    line.hold = none;
    if (recovered) line.rest = none;
    line.discover = { from: now, at: now + Math.round(discoverEvery * (0.85 + 0.3 * random)) };
  } else {
    line.failures += 1;
    const { failures } = line;
    line.hold = {
      from: now,
      at: now + backOff({ code: trouble.code, failures, until: untilOf(trouble) }, moment),
    };
  }
  return recovered;
}

/** After `requests` of them went out. */
export function noteRequests(line: ConnectionLine, requests: number, shortest: number, now: number): void {
  line.rest = { from: now, at: now + restAfter(requests, shortest) };
}

/** Whatever held the connection back no longer does. */
export function clearHold(line: ConnectionLine): void {
  line.failures = 0;
  line.hold = none;
  line.rest = none;
  line.discover = none;
}

/** After the clock was set back no wait is longer than it was. */
export function holdToClock(line: ConnectionLine, now: number): void {
  line.hold = byTheClock(line.hold, now);
  line.rest = byTheClock(line.rest, now);
  line.discover = byTheClock(line.discover, now);
}

/** Until when the vendor asked to be left alone. */
export function untilOf(error: DocketError | null): number | null {
  return error?.action?.kind === 'wait' ? error.action.until : null;
}
