import { expect, it } from 'vitest';
import {
  type QuitEvent,
  type Quitting,
  quittingAfter,
  type UnderWay,
} from '../../../src-main/quitting/quit-transitions.ts';

const nothing: UnderWay = { transfers: 0, commits: 0 };
const transfers: UnderWay = { transfers: 3, commits: 0 };
const commits: UnderWay = { transfers: 0, commits: 1 };
const both: UnderWay = { transfers: 3, commits: 1 };
const all = { nothing, transfers, commits, both };

type Row = Readonly<Record<keyof typeof all, Quitting>>;
const always = (state: Quitting): Row => ({ nothing: state, transfers: state, commits: state, both: state });
/** Ends when nothing is under way, else … */
const unless = (state: Quitting): Row => ({ ...always(state), nothing: 'ending' });
/** Ends when no commit is under way, else … */
const unlessCommit = (state: Quitting): Row => ({ ...always('ending'), commits: state, both: state });

const table: Readonly<Record<Quitting, Readonly<Record<QuitEvent, Row>>>> = {
  open: {
    wanted: unless('asking'),
    'session-ends': always('ending'),
    unseen: always('open'),
    'keep-working': always('open'),
    quit: always('open'),
    'at-rest': always('open'),
    late: always('open'),
  },
  asking: {
    wanted: unless('asking'),
    'session-ends': always('ending'),
    unseen: always('asking-natively'),
    'keep-working': always('open'),
    quit: unlessCommit('waiting'),
    'at-rest': always('asking'),
    late: always('asking'),
  },
  'asking-natively': {
    wanted: unless('asking-natively'),
    'session-ends': always('ending'),
    unseen: always('asking-natively'),
    'keep-working': always('open'),
    quit: unlessCommit('waiting'),
    'at-rest': always('asking-natively'),
    late: always('ending'),
  },
  waiting: {
    wanted: unless('waiting'),
    'session-ends': always('ending'),
    unseen: always('waiting'),
    'keep-working': always('open'),
    quit: always('ending'),
    'at-rest': always('ending'),
    late: always('ending'),
  },
  ending: {
    wanted: always('ending'),
    'session-ends': always('ending'),
    unseen: always('ending'),
    'keep-working': always('ending'),
    quit: always('ending'),
    'at-rest': always('ending'),
    late: always('ending'),
  },
};

const rows = Object.entries(table).flatMap(([state, events]) =>
  Object.entries(events).flatMap(([event, row]) =>
    Object.entries(row).map(([underWay, after]) => [state, event, underWay, after] as const),
  ),
);

it.each(rows)('%s, %s, with %s under way → %s', (state, event, underWay, after) => {
  expect(quittingAfter(state as Quitting, event as QuitEvent, all[underWay as keyof typeof all])).toBe(after);
});
