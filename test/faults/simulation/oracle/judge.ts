import type { Call, Outcome } from '../network/simulated-network.ts';

/** What the person asked for, which is all that may be committed, deleted or taken off the list. */
export interface Asked {
  readonly commits: { readonly jobId: string; readonly fingerprint: string; used: boolean }[];
  readonly discards: Set<string>;
  readonly forgets: Set<string>;
  /** Exports whose collected files somebody else has touched. */
  readonly tampered: Set<string>;
}

/** Judges the engine after every step, by what the vendors hold, what the disk would keep, and what the person asked. */
export interface Oracle {
  readonly asked: Asked;
  noSecret(where: string, value: unknown): void;
  mayRemove(path: string): boolean;
  ledgerChanged(): void;
  onDeparture(call: Call): void;
  onOutcome(call: Call, outcome: Outcome): void;
  /** After each event, when everything has come to rest. */
  afterStep(): void;
  /** A run has begun over what an earlier one left. */
  afterRestart(): void;
  atEnd(): void;
}
