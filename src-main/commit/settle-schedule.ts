import type { Clock } from '../ports/clock.ts';
import type { Power } from '../ports/power.ts';

/** Waits between two attempts to find out; the last one repeats. Vendors are asked seldom: most are settled at once. */
const waits = [30_000, 120_000, 600_000, 1_800_000] as const;

/** Keeps asking until nothing is left unknown: after growing waits, and right after the computer is online again. */
export interface SettleSchedule {
  /** There is something to find out. */
  wanted(): void;
  /** Asks now rather than after the wait, when the computer is online; resolves when the round is over. */
  now(): Promise<void>;
  stop(): void;
}

/** `round` tries everything that is unknown and answers whether something still is. It never throws. */
export function createSettleSchedule(parts: {
  readonly clock: Clock;
  readonly power: Pick<Power, 'isOnline' | 'isAwake' | 'onChange'> | null;
  readonly round: () => Promise<boolean>;
}): SettleSchedule {
  const { clock, power } = parts;
  let cancel: (() => void) | null = null;
  /** Waits that have been sat out. A round at the start or when the network is back lengthens nothing. */
  let waited = 0;
  let open = false;
  let asking = false;
  let stopped = false;

  const canAsk = () => power === null || (power.isOnline() && power.isAwake());
  const stopListening = power?.onChange(() => {
    if (open && canAsk()) void ask();
  });

  function plan(): void {
    cancel?.();
    cancel = clock.after(waits[Math.min(waited, waits.length - 1)] ?? waits[0], () => {
      waited += 1;
      void ask();
    });
  }

  async function ask(): Promise<void> {
    if (asking || stopped) return;
    cancel?.();
    cancel = null;
    if (!canAsk()) return; // The change to online asks again.
    asking = true;
    open = await parts.round();
    asking = false;
    if (open && !stopped) plan();
  }

  return {
    wanted() {
      if (stopped) return;
      open = true;
      waited = 0;
      if (!asking) plan();
    },
    now: ask,
    stop() {
      stopped = true;
      cancel?.();
      stopListening?.();
    },
  };
}
