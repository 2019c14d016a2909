import { describe, expect, test } from 'vitest';
import { afterCommitEvent, type CommitEvent } from '../../../src-main/commit/commit-transitions.ts';
import type { CommitAsked, CommitState, Receipt } from '../../../src-preload/contract/commits.ts';

const attempt = { id: 'a', startedAt: 1, fingerprint: 'f'.repeat(64), keepFiles: true, by: 'kim' };
const receipt: Receipt = {
  id: 'r',
  jobId: 'j',
  title: 't',
  connectionName: 'c',
  by: 'kim',
  at: 2,
  fingerprint: 'f'.repeat(64),
  rows: 1,
  files: 1,
  bytes: 1,
  keepFiles: true,
  effect: 'vendor-closes',
  vendorAnswer: '200',
};
const error = { code: 'offline' } as const;
const lost = { code: 'timeout' } as const;
const asked: CommitAsked = { at: 3, answer: 'unclear', vendorStatus: 'Expired', decidable: true };
const askedEarly: CommitAsked = { at: 3, answer: 'not-yet', vendorStatus: null, decidable: false };

/** Every state that a commit can be in; `unknown` once for each thing that its transitions look at. */
const states = {
  open: { kind: 'open' },
  'open with a reason': { kind: 'open', lastError: lost },
  committing: { kind: 'committing', attempt },
  'unknown, never asked': { kind: 'unknown', attempt, lost },
  'unknown, not decidable': { kind: 'unknown', attempt, lost, asked: askedEarly },
  'unknown, decidable': { kind: 'unknown', attempt, lost, asked },
  committed: { kind: 'committed', receipt },
} as const satisfies Readonly<Record<string, CommitState>>;

const events = {
  prevented: { kind: 'prevented', error },
  begun: { kind: 'begun', attempt },
  'answer-lost': { kind: 'answer-lost', lost },
  asked: { kind: 'asked', asked },
  confirmed: { kind: 'confirmed', receipt },
  'not-done': { kind: 'not-done', error },
  'confirmed-by-hand': { kind: 'confirmed-by-hand', receipt },
  'reopened-by-hand': { kind: 'reopened-by-hand' },
} as const satisfies { readonly [E in CommitEvent['kind']]: Extract<CommitEvent, { kind: E }> };

type State = keyof typeof states;
type Event = keyof typeof events;

const openAgain: CommitState = { kind: 'open', lastError: error };
const unknown = states['unknown, never asked'];
const x = null;

/** The whole product. `x` can't happen, and throws. */
const table: Readonly<Record<State, readonly [...(CommitState | null)[]] & { length: 8 }>> = {
  //                         prevented  begun              answer-lost  asked                    confirmed         not-done   by hand: done     not done
  open: [openAgain, states.committing, x, x, x, x, x, x],
  'open with a reason': [openAgain, states.committing, x, x, x, x, x, x],
  committing: [x, x, unknown, x, states.committed, openAgain, x, x],
  'unknown, never asked': [x, x, x, { ...unknown, asked }, states.committed, openAgain, x, x],
  'unknown, not decidable': [x, x, x, { ...unknown, asked }, states.committed, openAgain, x, x],
  'unknown, decidable': [
    x,
    x,
    x,
    { ...unknown, asked },
    states.committed,
    openAgain,
    states.committed,
    { kind: 'open' },
  ],
  committed: [x, x, x, x, x, x, x, x],
};

const stateNames = Object.keys(states) as readonly State[];
const eventNames = Object.keys(events) as readonly Event[];
const cells = stateNames.flatMap((state) =>
  eventNames.map((event, at) => ({ state, event, after: table[state][at] ?? null })),
);

describe('a commit, facet × event', () => {
  test.each(cells.filter(({ after }) => after !== null))(
    '$state takes "$event"',
    ({ state, event, after }) => {
      expect(afterCommitEvent(states[state], events[event])).toEqual(after);
    },
  );

  test.each(cells.filter(({ after }) => after === null))(
    '$state can not take "$event"',
    ({ state, event }) => {
      expect(() => afterCommitEvent(states[state], events[event])).toThrow(
        `A commit that is ${states[state].kind}`,
      );
    },
  );

  test('the table is the whole product', () => {
    expect(cells).toHaveLength(7 * 8);
  });

  test('what Docket’s own end interrupted is unknown without a reason', () => {
    const after = afterCommitEvent(states.committing, { kind: 'answer-lost', lost: null });
    expect(after).toEqual({ kind: 'unknown', attempt });
    expect(after).not.toHaveProperty('lost');
  });
});
