export const paletteGroups = ['screens', 'exports', 'actions'] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

export interface PaletteEntry {
  readonly key: string;
  readonly group: PaletteGroup;
  readonly label: string;
  /** What stands beside it: stage and connection of an export. */
  readonly detail?: string;
  readonly keys?: readonly string[];
  /** Shown before anything is typed. */
  readonly atOnce: boolean;
  readonly run: () => void;
}

/** Found by its words, wherever they stand in its text; without case or accents. */
export interface Searchable {
  readonly entry: PaletteEntry;
  readonly label: string;
  readonly text: string;
}

export function searchable(entry: PaletteEntry): Searchable {
  const label = plainText(entry.label);
  return { entry, label, text: `${label} ${plainText(entry.detail ?? '')}` };
}

/** The entries that hold all the words, the closest first; within a group, the groups in the order of their best. */
export function rank(all: readonly Searchable[], search: string, limit: number): readonly PaletteEntry[] {
  const sought = plainText(search).trim();
  const words = sought.split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    const shown = all.filter(({ entry }) => entry.atOnce).map(({ entry }) => entry);
    return shown.slice(0, limit);
  }
  const found = all
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((one) => ({ entry: one.entry, score: scoreOf(one, sought, words) }))
    .sort((a, b) => a.score - b.score)
    .slice(0, limit);
  const best = new Map<PaletteGroup, number>();
  for (const { entry, score } of found) {
    if (!best.has(entry.group)) best.set(entry.group, score);
  }
  const groups = [...best].sort((a, b) => a[1] - b[1]).map(([group]) => group);
  return groups.flatMap((group) =>
    found.filter(({ entry }) => entry.group === group).map(({ entry }) => entry),
  );
}

/** Lower is closer. */
function scoreOf({ label }: Searchable, sought: string, words: readonly string[]): number {
  if (label === sought) return 0;
  if (label.startsWith(sought)) return 1;
  if (words.every((word) => label.startsWith(word) || label.includes(` ${word}`))) return 2;
  if (words.every((word) => label.includes(word))) return 3;
  return 4;
}

function plainText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
