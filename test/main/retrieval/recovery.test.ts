import { expect, it } from 'vitest';
import {
  decideRecovery,
  type FoundOnDisk,
  type RecoveryAction,
} from '../../../src-main/retrieval/recovery.ts';

const sha = 'a'.repeat(64);
type State = 'waiting' | 'partial' | 'done';
const found = (final: number | null, part: number | null): FoundOnDisk => ({ final, part });

/** The ledger says: 50 bytes. */
const table: readonly (readonly [State, string | null, FoundOnDisk, RecoveryAction['kind']])[] = [
  ['waiting', null, found(null, null), 'from-start'],
  ['waiting', null, found(null, 20), 'new-name'],
  ['waiting', null, found(50, null), 'new-name'],
  ['waiting', null, found(50, 20), 'new-name'],
  ['partial', null, found(null, null), 'from-start'],
  ['partial', null, found(null, 0), 'continue'],
  ['partial', null, found(null, 20), 'continue'],
  ['partial', null, found(null, 80), 'continue'],
  ['partial', null, found(50, null), 'new-name'],
  ['partial', null, found(50, 20), 'new-name'],
  ['partial', sha, found(50, null), 'confirm-final'],
  ['partial', sha, found(49, null), 'new-name'],
  ['partial', sha, found(50, 50), 'new-name'],
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
  expect(decideRecovery({ state, bytes: 50, sha256 }, onDisk)).toEqual({ kind: action });
});
