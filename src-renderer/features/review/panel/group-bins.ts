/** Most buttons that a histogram of the panel's width has room for, 24 pixels each. */
const mostGroups = 11;

/** Neighbouring bins together, in as few groups as there is room for. */
export function groupBins<T>(bins: readonly T[]): readonly (readonly T[])[] {
  const size = Math.max(1, Math.ceil(bins.length / mostGroups));
  return Array.from({ length: Math.ceil(bins.length / size) }, (_, group) =>
    bins.slice(group * size, (group + 1) * size),
  );
}
