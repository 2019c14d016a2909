import { expect, it } from 'vitest';
import {
  decideRecovery,
  type FoundOnDisk,
  type RecoveryAction,
} from '../../../src-main/retrieval/recovery.ts';

const sha = 'a'.repeat(64);
type State = 'waiting' | 'partial' | 'done';
const said = (action: RecoveryAction) =>
  action.kind === 'confirm-final' ? `confirm-final, otherwise ${action.otherwise}` : action.kind;
const found = (final: number | null, part: number | null): FoundOnDisk => ({ final, part });

/** The ledger says: 50 bytes. */
const table: readonly (readonly [State, string | null, FoundOnDisk, string])[] = [
  ['waiting', null, found(null, null), 'from-start'],
  ['waiting', null, found(null, 20), 'new-name'],
  ['waiting', null, found(50, null), 'new-name'],
  ['waiting', null, found(50, 20), 'new-name'],
  ['partial', null, found(null, null), 'from-start'],
  ['partial', null, found(null, 0), 'continue'],
  ['partial', null, found(null, 20), 'continue'],
  ['partial', null, found(null, 80), 'continue'],
  ['partial', null, found(50, null), 'new-name'],
  ['partial', null, found(50, 20), 'continue'],
  ['partial', sha, found(50, null), 'confirm-final, otherwise new-name'],
  ['partial', sha, found(49, null), 'new-name'],
  ['partial', sha, found(49, 50), 'continue'],
  ['partial', sha, found(50, 50), 'confirm-final, otherwise continue'],
  ['partial', sha, found(null, 50), 'continue'],
  ['partial', sha, found(null, null), 'from-start'],
  ['done', sha, found(50, null), 'keep'],
  ['done', sha, found(50, 20), 'keep'],
  ['done', sha, found(49, null), 'new-name'],
  ['done', sha, found(51, 20), 'new-name'],
  ['done', sha, found(null, null), 'from-start'],
  ['done', sha, found(null, 50), 'continue'],
];

it.each(table)('a part that is %s (checked: %s) with %o on disk', (state, sha256, onDisk, action) => {
  expect(said(decideRecovery({ state, bytes: 50, sha256 }, onDisk))).toBe(action);
});

/**
 * The whole product: state × checked or not × what has the final name (against the ledger's 50 bytes) × whether a part
 * lies beside it, of whatever size. Columns: final none, smaller, equal, larger.
 */
const whole: Readonly<Record<string, Readonly<Record<'alone' | 'with a part', readonly string[]>>>> = {
  'waiting, unchecked': {
    alone: ['from-start', 'new-name', 'new-name', 'new-name'],
    'with a part': ['new-name', 'new-name', 'new-name', 'new-name'],
  },
  'waiting, checked': {
    alone: ['from-start', 'new-name', 'new-name', 'new-name'],
    'with a part': ['new-name', 'new-name', 'new-name', 'new-name'],
  },
  'partial, unchecked': {
    alone: ['from-start', 'new-name', 'new-name', 'new-name'],
    'with a part': ['continue', 'continue', 'continue', 'continue'],
  },
  'partial, checked': {
    alone: ['from-start', 'new-name', 'confirm-final, otherwise new-name', 'new-name'],
    'with a part': ['continue', 'continue', 'confirm-final, otherwise continue', 'continue'],
  },
  'done, unchecked': {
    alone: ['from-start', 'new-name', 'keep', 'new-name'],
    'with a part': ['continue', 'new-name', 'keep', 'new-name'],
  },
  'done, checked': {
    alone: ['from-start', 'new-name', 'keep', 'new-name'],
    'with a part': ['continue', 'new-name', 'keep', 'new-name'],
  },
};
const finals = [null, 49, 50, 51] as const;

it.each(
  Object.entries(whole).flatMap(([known, beside]) =>
    (['alone', 'with a part'] as const).flatMap((part) =>
      finals.map((final, column) => [known, final, part, beside[part][column] ?? ''] as const),
    ),
  ),
)('the ledger says %s, the final name has %s bytes, %s: %s', (known, final, beside, action) => {
  const [state, checked] = known.split(', ') as [State, string];
  const sha256 = checked === 'checked' ? sha : null;
  for (const part of beside === 'alone' ? [null] : [0, 49, 50, 51])
    expect(said(decideRecovery({ state, bytes: 50, sha256 }, found(final, part)))).toBe(action);
});
