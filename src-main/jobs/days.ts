/** The first instant of a day by this computer's calendar. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Neighbours with the same key, in the order given. */
export function runsOf<T>(
  items: readonly T[],
  keyOf: (item: T) => number,
): readonly (readonly [T, ...T[]])[] {
  const runs: [T, ...T[]][] = [];
  let last: number | null = null;
  for (const item of items) {
    const key = keyOf(item);
    const run = runs.at(-1);
    if (run !== undefined && key === last) run.push(item);
    else runs.push([item]);
    last = key;
  }
  return runs;
}
