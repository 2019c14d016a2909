import type { TransferProgress } from '../../src-preload/contract/retrievals.ts';
import type { Clock } from '../ports/clock.ts';

/** Speed is that of the last ten seconds: steady enough to read, quick enough to be true. */
const windowMs = 10_000;
/** Speed is not told before it means something. */
const shortestSpan = 500;
const sampleEvery = 250;

export interface ProgressMeter {
  /** `done` counts from the export's beginning, what lay on disk before included. */
  update(done: number, total: number | null): void;
  part(part: number, parts: number): void;
  read(): TransferProgress;
}

export function createProgressMeter(
  clock: Clock,
  jobId: string,
  unit: TransferProgress['unit'],
): ProgressMeter {
  let samples: readonly { readonly at: number; readonly done: number }[] = [];
  let done = 0;
  let total: number | null = null;
  let part = 1;
  let parts = 1;

  function speed(now: number): number | null {
    const oldest = samples.find((sample) => now - sample.at <= windowMs) ?? samples.at(-1);
    if (oldest === undefined || now - oldest.at < shortestSpan) return null;
    return Math.max(0, ((done - oldest.done) * 1000) / (now - oldest.at));
  }

  return {
    update(nextDone, nextTotal) {
      const now = clock.now();
      // Going back (a start from the first byte) makes the old samples a lie.
      if (nextDone < done) samples = [];
      done = nextDone;
      total = nextTotal;
      const last = samples.at(-1);
      if (last === undefined || now - last.at >= sampleEvery || now < last.at) {
        samples = [
          ...samples.filter((sample) => now >= sample.at && now - sample.at <= windowMs),
          { at: now, done },
        ];
      }
    },
    part(nextPart, nextParts) {
      part = nextPart;
      parts = nextParts;
    },
    read() {
      const perSecond = speed(clock.now());
      const left = total === null ? null : Math.max(0, total - done);
      const secondsLeft =
        left === null || perSecond === null || perSecond <= 0 ? null : Math.ceil(left / perSecond);
      return { jobId, unit, done, total, perSecond, secondsLeft, part, parts };
    },
  };
}

export interface ProgressBoard {
  add(meter: ProgressMeter): () => void;
  changed(): void;
  read(): readonly TransferProgress[];
  stop(): void;
}

/**
 * All transfers in one, the last one always told. To draw it more often would take from the transfer itself, and no eye
 * needs it.
 */
export function createProgressBoard(
  clock: Clock,
  tell: (all: readonly TransferProgress[]) => void,
  shortestGap = 400,
): ProgressBoard {
  const meters = new Set<ProgressMeter>();
  let toldAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;

  const read = () => Array.from(meters, (meter) => meter.read());
  function tellNow() {
    cancel = null;
    toldAt = clock.now();
    tell(read());
  }
  function changed() {
    if (cancel !== null) return;
    const gap = clock.now() - toldAt;
    // A wall clock that was set back would otherwise keep the board silent.
    if (gap >= shortestGap || gap < 0) tellNow();
    else cancel = clock.after(shortestGap - gap, tellNow);
  }
  return {
    add(meter) {
      meters.add(meter);
      changed();
      return () => {
        meters.delete(meter);
        changed();
      };
    },
    changed,
    read,
    stop() {
      cancel?.();
      cancel = null;
      meters.clear();
    },
  };
}
