/** Fixed windows, as MyTracker counts: 10 calls a second, 100 a minute, 1000 an hour. */
const windows = [
  { ms: 1_000, max: 10 },
  { ms: 60_000, max: 100 },
  { ms: 3_600_000, max: 1_000 },
] as const;

export interface QuotaWindows {
  /** Counts a call; says which window it breaks, or null. */
  count(now: number): string | null;
}

export function createQuotaWindows(): QuotaWindows {
  const counts = windows.map(() => ({ window: -1, calls: 0 }));
  return {
    count(now) {
      let broken: string | null = null;
      for (const [index, { ms, max }] of windows.entries()) {
        const held = counts[index];
        if (held === undefined) continue;
        const window = Math.floor(now / ms);
        held.calls = held.window === window ? held.calls + 1 : 1;
        held.window = window;
        if (held.calls > max) broken = `${held.calls} calls in ${ms / 1000} s`;
      }
      return broken;
    },
  };
}
