import { describe, expect, it } from 'vitest';
import { createQuitKeeper } from '../../../src-main/quitting/quit-keeper.ts';
import type { UnderWay } from '../../../src-main/quitting/quit-transitions.ts';
import { createVirtualClock, settle } from '../../support/virtual-clock.ts';

function house(underWay: UnderWay) {
  const clock = createVirtualClock();
  const did: string[] = [];
  const state = { underWay };
  let rest = () => {};
  const atRest = new Promise<void>((resolve) => {
    rest = resolve;
  });
  let native: (answer: 'keep-working' | 'quit') => void = () => {};
  let signal: AbortSignal | null = null;
  const keeper = createQuitKeeper({
    clock,
    underWay: () => state.underWay,
    commitsAtRest: () => atRest,
    show: (phase, commits) => did.push(`${phase} ${commits}`),
    bringToFront: () => did.push('to front'),
    end: () => did.push('end'),
    askNatively: (_what, given) => {
      signal = given;
      did.push('native');
      return new Promise((resolve) => {
        native = resolve;
      });
    },
  });
  return {
    clock,
    did,
    keeper,
    state,
    nativelyAborted: () => signal?.aborted,
    nativeAnswer: (answer: 'keep-working' | 'quit') => native(answer),
    async commitsEnd() {
      state.underWay = { ...state.underWay, commits: 0 };
      rest();
      await settle();
    },
  };
}

const transfers: UnderWay = { transfers: 3, commits: 0 };
const commit: UnderWay = { transfers: 0, commits: 1 };

it('with nothing under way the app may end at once, and nobody is asked', () => {
  const { did, keeper, clock } = house({ transfers: 0, commits: 0 });
  expect([keeper.mayQuit(), keeper.mayQuit(), did, clock.waiting]).toEqual([true, true, [], []]);
});

describe('with transfers under way', () => {
  it('the person is asked once, in the window, however often quitting is wanted', async () => {
    const { did, keeper, clock } = house(transfers);
    expect([keeper.mayQuit(), keeper.mayQuit()]).toEqual([false, false]);
    keeper.answer('shown');
    await clock.advance(3_600_000);
    expect(did).toEqual(['to front', 'asking 0', 'to front']);
  });

  it('"Keep working" puts the question away, and the next wish asks anew', () => {
    const { did, keeper } = house(transfers);
    keeper.mayQuit();
    keeper.answer('shown');
    keeper.answer('keep-working');
    keeper.mayQuit();
    expect(did).toEqual(['to front', 'asking 0', 'none 0', 'to front', 'asking 0']);
  });

  it('"Quit" ends the app', () => {
    const { did, keeper } = house(transfers);
    keeper.mayQuit();
    keeper.answer('quit');
    expect([did.at(-1), keeper.mayQuit()]).toEqual(['end', true]);
  });

  it('that finish while the question stands, a second wish needs no answer', () => {
    const { keeper, state } = house(transfers);
    keeper.mayQuit();
    state.underWay = { transfers: 0, commits: 0 };
    expect(keeper.mayQuit()).toBe(true);
  });

  it('log-out, shutdown and signals ask nobody, even while the question stands', () => {
    for (const asked of [false, true]) {
      const { did, keeper, clock } = house(transfers);
      if (asked) keeper.mayQuit();
      keeper.sessionEnds();
      keeper.sessionEnds();
      expect([did.filter((what) => what === 'end'), keeper.mayQuit(), clock.waiting]).toEqual([
        ['end'],
        true,
        [],
      ]);
    }
  });

  it('an answer that nobody asked for changes nothing', () => {
    const { did, keeper } = house(transfers);
    keeper.answer('quit');
    keeper.answer('shown');
    expect(did).toEqual([]);
  });
});

describe('a window that does not show the question', () => {
  it.each(['keep-working', 'quit'] as const)('is helped out by the system’s own box: %s', async (answer) => {
    const { did, keeper, clock, nativeAnswer } = house(transfers);
    keeper.mayQuit();
    await clock.advance(3_000);
    expect(did.at(-1)).toBe('native');
    nativeAnswer(answer);
    await settle();
    expect(did.at(-1)).toBe(answer === 'quit' ? 'end' : 'none 0');
  });

  it('comes to life after all: its answer counts, and the box goes away', async () => {
    const { did, keeper, clock, nativelyAborted } = house(transfers);
    keeper.mayQuit();
    await clock.advance(3_000);
    keeper.answer('shown');
    keeper.answer('keep-working');
    expect([did.at(-1), nativelyAborted()]).toEqual(['none 0', true]);
  });

  it('and a box that nobody answers: after a minute the app ends, since all goes on later', async () => {
    const { did, keeper, clock, nativelyAborted } = house(transfers);
    keeper.mayQuit();
    await clock.advance(63_000);
    expect([did.at(-1), nativelyAborted()]).toEqual(['end', true]);
  });
});

describe('with a commit under way', () => {
  it('"Quit" waits for the vendor’s answer, says so, and then ends by itself', async () => {
    const { did, keeper, commitsEnd, clock } = house(commit);
    keeper.mayQuit();
    keeper.answer('shown');
    keeper.answer('quit');
    expect(did.at(-1)).toBe('waiting 1');
    await commitsEnd();
    expect([did.at(-1), clock.waiting]).toEqual(['end', []]);
  });

  it('a second "Quit" while waiting brings the window to front, the button ends the app', () => {
    const { did, keeper } = house(commit);
    keeper.mayQuit();
    keeper.answer('quit');
    expect([keeper.mayQuit(), did.at(-1)]).toEqual([false, 'to front']);
    keeper.answer('quit');
    expect(did.at(-1)).toBe('end');
  });

  it('"Keep working" while waiting stays, also when the answer comes later', async () => {
    const { did, keeper, commitsEnd, clock } = house(commit);
    keeper.mayQuit();
    keeper.answer('quit');
    keeper.answer('keep-working');
    await commitsEnd();
    await clock.advance(120_000);
    expect(did.at(-1)).toBe('none 0');
  });

  it('is waited for no longer than a minute', async () => {
    const { did, keeper, clock } = house(commit);
    keeper.mayQuit();
    keeper.answer('quit');
    await clock.advance(59_999);
    expect(did.at(-1)).toBe('waiting 1');
    await clock.advance(1);
    expect(did.at(-1)).toBe('end');
  });

  it('that ends while the question stands, the question no longer speaks of it', async () => {
    const { did, keeper, commitsEnd } = house({ transfers: 1, commits: 1 });
    keeper.mayQuit();
    keeper.answer('shown');
    await commitsEnd();
    expect(did.slice(-2)).toEqual(['asking 1', 'asking 0']);
  });
});
