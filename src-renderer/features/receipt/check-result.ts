import type { Finding, ReceiptCheck } from '../../../src-preload/contract/receipts.ts';
import { type FindingKind, findingKinds } from '../../words/kinds.ts';

export interface FoundGroup {
  readonly kind: Exclude<FindingKind, 'same'>;
  readonly found: readonly { readonly name: string; readonly finding: Finding }[];
}

export type Verdict = 'same' | 'moved' | 'in-bin' | 'trouble' | 'nothing-known';

/** What a check comes to: whether the data is as signed for, and what is not, the worst first. */
export function resultOf({ findings }: Pick<ReceiptCheck, 'findings'>): {
  readonly verdict: Verdict;
  readonly groups: readonly FoundGroup[];
  /** How many files give cause for worry. */
  readonly bad: number;
} {
  const groups = findingKinds.flatMap((kind): readonly FoundGroup[] => {
    const found = findings.filter(({ finding }) => finding.kind === kind);
    return kind === 'same' || found.length === 0 ? [] : [{ kind, found }];
  });
  const bad = groups
    .filter(({ kind }) => kind === 'changed' || kind === 'missing' || kind === 'unreadable')
    .reduce((sum, { found }) => sum + found.length, 0);
  const has = (kind: FindingKind) => groups.some((group) => group.kind === kind);
  const verdict =
    findings.length === 0
      ? 'nothing-known'
      : bad > 0
        ? 'trouble'
        : has('in-bin')
          ? 'in-bin'
          : has('moved')
            ? 'moved'
            : 'same';
  return { verdict, groups, bad };
}
