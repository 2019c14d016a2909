/** How often each fault, crash point, state and transition occurred: a simulation that never gets there proves nothing. */
export interface Coverage {
  count(what: string): void;
  readonly counts: Readonly<Record<string, number>>;
}

export function createCoverage(): Coverage {
  const counts: Record<string, number> = {};
  return {
    count(what) {
      counts[what] = (counts[what] ?? 0) + 1;
    },
    counts,
  };
}

export function sumOf(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const counts of all) {
    for (const [what, count] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + count;
  }
  return sum;
}
