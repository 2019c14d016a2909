import { expect, it } from 'vitest';
import { type RetrievalEvent, retrievalAfter } from '../../../src-main/retrieval/retrieval-transitions.ts';
import type { RetrievalState } from '../../../src-preload/contract/retrievals.ts';

const collected = { fingerprint: 'a'.repeat(64), files: 1, rows: 1, bytes: 1, collectedAt: 1, verifiedAt: 1 };
const parts = [{ key: '0', name: 'a.csv', done: false }];
const states: readonly RetrievalState[] = [
  { kind: 'none' },
  { kind: 'collecting', parts },
  { kind: 'paused', by: 'person', parts },
  { kind: 'verifying' },
  { kind: 'collected', ...collected },
  { kind: 'broken', error: { code: 'gzip-corrupt' } },
];
const events: readonly RetrievalEvent[] = [
  { kind: 'begin', parts },
  { kind: 'go-on', parts },
  { kind: 'parts', parts },
  { kind: 'pause', by: 'offline', parts },
  { kind: 'verify' },
  { kind: 'finish', collected },
  { kind: 'checked', at: 2 },
  { kind: 'break', error: { code: 'export-gone' } },
  { kind: 'discard' },
];
/** Rows: states as above; columns: events as above; `-` throws. */
const table: readonly (readonly string[])[] = [
  ['collecting', '-', '-', '-', '-', '-', '-', '-', 'none'],
  ['-', 'collecting', 'collecting', 'paused', 'verifying', '-', '-', 'broken', 'none'],
  ['-', 'collecting', '-', 'paused', '-', '-', '-', 'broken', 'none'],
  ['-', 'collecting', 'collecting', 'paused', 'verifying', 'collected', '-', 'broken', 'none'],
  ['collecting', '-', '-', '-', '-', '-', 'collected', 'broken', 'none'],
  ['collecting', '-', '-', '-', '-', '-', '-', '-', 'none'],
];

it.each(
  states.flatMap((state, row) =>
    events.map(
      (event, column) => [state.kind, event.kind, table[row]?.[column] ?? '', state, event] as const,
    ),
  ),
)('%s + %s → %s', (_state, _event, expected, state, event) => {
  if (expected === '-') expect(() => retrievalAfter(state, event)).toThrow();
  else expect(retrievalAfter(state, event).kind).toBe(expected);
});

it('a pause keeps who, why and until when', () => {
  expect(
    retrievalAfter(
      { kind: 'collecting', parts },
      { kind: 'pause', by: 'error', parts, error: { code: 'timeout' }, until: 7 },
    ),
  ).toEqual({
    kind: 'paused',
    by: 'error',
    parts,
    error: { code: 'timeout' },
    until: 7,
  });
});

it('a later check changes the time of the check alone', () => {
  expect(retrievalAfter({ kind: 'collected', ...collected }, { kind: 'checked', at: 2 })).toEqual({
    kind: 'collected',
    ...collected,
    verifiedAt: 2,
  });
});
