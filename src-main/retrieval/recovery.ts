import type { LedgerPart } from '../jobs/ledger.ts';

/**
 * What to do with one part after a pause, a crash or a restart: what the ledger remembers × what lies on disk. The size on
 * disk is the truth; in doubt both files are kept and a new name is taken.
 */
export interface FoundOnDisk {
  /** Size of the file under its final name; null when there is none. */
  readonly final: number | null;
  /** Size of `<name>.part`; null when there is none. */
  readonly part: number | null;
}

export type RecoveryAction =
  /** Collected, checked and in place; its bytes are read again before the export counts as collected. */
  | { readonly kind: 'keep' }
  /** The app ended while the file got its name: it is ours if it has the checked SHA-256. If not, `otherwise`. */
  | { readonly kind: 'confirm-final'; readonly otherwise: 'continue' | 'new-name' }
  /** Go on from the part's size on disk. */
  | { readonly kind: 'continue' }
  | { readonly kind: 'from-start' }
  /** The name is taken by something that isn't ours for sure: leave all as it is, begin under another name. */
  | { readonly kind: 'new-name' };

export function decideRecovery(
  part: Pick<LedgerPart, 'state' | 'bytes' | 'sha256'>,
  found: FoundOnDisk,
): RecoveryAction {
  switch (part.state) {
    case 'done':
      if (found.final === null) return found.part === null ? { kind: 'from-start' } : { kind: 'continue' };
      return found.final === part.bytes ? { kind: 'keep' } : { kind: 'new-name' };
    case 'partial':
      if (found.final === null) return found.part === null ? { kind: 'from-start' } : { kind: 'continue' };
      if (part.sha256 !== null && found.final === part.bytes)
        return { kind: 'confirm-final', otherwise: found.part === null ? 'new-name' : 'continue' };
      // Something else has taken the name: the part is ours none the less, and gets another one when it is whole.
      return { kind: found.part === null ? 'new-name' : 'continue' };
    case 'waiting':
      if (found.final !== null) return { kind: 'new-name' };
      // Nothing of the part's origin is known yet, so its bytes can't be matched with an answer.
      return found.part === null ? { kind: 'from-start' } : { kind: 'new-name' };
  }
}
