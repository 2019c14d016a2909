import { type FindingKind, findingKinds } from './kinds.ts';

export interface FindingCount {
  readonly kind: FindingKind;
  readonly value: number;
}

/** Reads `same:2,changed:1`, the worst first; null for anything else. */
export function findingCounts(note: string): readonly FindingCount[] | null {
  const counts = note.split(',').flatMap((piece): readonly FindingCount[] => {
    const [, name, digits] = /^([a-z-]+):(\d+)$/.exec(piece) ?? [];
    const kind = findingKinds.find((known) => known === name);
    return kind === undefined ? [] : [{ kind, value: Number(digits) }];
  });
  if (counts.length === 0) return null;
  return [...counts].sort((a, b) => findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind));
}
