import type { DocketError } from '../../src-preload/contract/errors.ts';
import { backOff } from './polling-schedule.ts';

/** How a connection fares between two checks. Times are epoch ms. */
export interface ConnectionLine {
  /** Ends when everything that was queued for this connection has run. */
  queue: Promise<unknown>;
  /** A check that nobody asked for is queued or runs. */
  running: boolean;
  failures: number;
  notBefore: number;
  trouble: DocketError | null;
  /** When the vendor's own list is to be read next. */
  discoverAt: number;
}

/** A vendor's own list is read at least this often, for exports that others have asked for. */
const discoverEvery = 5 * 60_000;

export function newLine(): ConnectionLine {
  return {
    queue: Promise.resolve(),
    running: false,
    failures: 0,
    notBefore: 0,
    trouble: null,
    discoverAt: 0,
  };
}

/** Notes how a check went; true when the connection works again after it hadn't. */
export function noteOutcome(
  line: ConnectionLine,
  trouble: DocketError | null,
  now: number,
  random: () => number,
): boolean {
  const recovered = line.trouble !== null && trouble === null;
  line.trouble = trouble;
  if (trouble === null) {
    clearHold(line);
    line.discoverAt = now + Math.round(discoverEvery * (0.85 + 0.3 * random()));
  } else {
    line.failures += 1;
    line.notBefore =
      now + backOff({ code: trouble.code, failures: line.failures, now, until: untilOf(trouble) }, random());
  }
  return recovered;
}

/** Whatever held the connection back no longer does. */
export function clearHold(line: ConnectionLine): void {
  line.failures = 0;
  line.notBefore = 0;
  line.discoverAt = 0;
}

/** Until when the vendor asked to be left alone. */
export function untilOf(error: DocketError | null): number | null {
  return error?.action?.kind === 'wait' ? error.action.until : null;
}
