import type { LeftBehind } from './kill-ledger.ts';
import type { FileFound } from './kill-targets.ts';

export const collectPhases = [
  'while starting',
  'before the first byte',
  'in the middle of a part',
  'between parts',
  'while a part was checked',
  'checked, before its rename',
  'renamed, before the ledger knew',
  'all parts done, before the last note',
  'after the end',
] as const;
export const commitPhases = [
  'before the intent',
  'between intent and call',
  'on its way to the vendor',
  'carried out, before the answer was noted',
  'between intent and receipt',
  'after the receipt',
] as const;
export type Phase = (typeof collectPhases)[number] | (typeof commitPhases)[number];

/** What was under way when a collection was struck, from what the dead run left and what the vendor saw of it. */
export function collectPhaseOf(
  left: Pick<LeftBehind, 'job' | 'parts'>,
  files: readonly FileFound[],
  facts: { readonly expected: readonly Buffer[]; readonly requests: number },
): Phase {
  if (left.job?.retrieval.kind === 'collected') return 'after the end';
  if (facts.requests === 0) return 'while starting';
  const done = left.parts.filter(({ state }) => state === 'done').length;
  if (done === facts.expected.length) return 'all parts done, before the last note';
  const partial = left.parts.filter(({ state }) => state === 'partial');
  const has = (name: string) => files.some((file) => file.name === name);
  if (partial.some(({ name }) => has(name))) return 'renamed, before the ledger knew';
  if (partial.some(({ name, sha256 }) => sha256 !== null && has(`${name}.part`)))
    return 'checked, before its rename';
  const onTheWay = files.filter(({ name }) => name.endsWith('.part'));
  if (onTheWay.some(({ bytes }) => facts.expected.some((file) => file.length === bytes)))
    return 'while a part was checked';
  if (onTheWay.some(({ bytes }) => bytes > 0)) return 'in the middle of a part';
  return done > 0 ? 'between parts' : 'before the first byte';
}

/** The same of a commit. `arrived`: whether its call reached the vendor; null where there is none. */
export function commitPhaseOf(
  left: Pick<LeftBehind, 'job'>,
  vendor: { readonly arrived: boolean | null; readonly carriedOut: number },
): Phase {
  switch (left.job?.commit.kind) {
    case 'committed':
      return 'after the receipt';
    case 'committing':
    case 'unknown':
      if (vendor.arrived === null) return 'between intent and receipt';
      if (vendor.carriedOut > 0) return 'carried out, before the answer was noted';
      return vendor.arrived ? 'on its way to the vendor' : 'between intent and call';
    default:
      return 'before the intent';
  }
}
