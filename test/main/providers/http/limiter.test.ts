import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limits } from '../../../../src-main/providers/http/limiter.ts';
import { createLimiter } from '../../../../src-main/providers/http/limiter.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const never = new AbortController().signal;

function timed(limits: Limits) {
  const clock = createVirtualClock(0);
  const limiter = createLimiter(limits, clock);
  const turns: [name: string, at: number][] = [];
  const take = (name: string, signal = never) =>
    limiter.take(signal).then(() => void turns.push([name, clock.now()]));
  return { clock, limiter, turns, take };
}

describe('the limiter', () => {
  test('lets callers through in the order in which they came, spaced', async () => {
    const { clock, turns, take } = timed({ spacing: 1000 });
    for (const name of ['a', 'b', 'c']) void take(name);
    await clock.advance(5000);
    expect(turns).toEqual([
      ['a', 0],
      ['b', 1000],
      ['c', 2000],
    ]);
  });

  test('who gives up takes no turn and holds nobody back', async () => {
    const { clock, turns, take } = timed({ spacing: 1000 });
    const stop = new AbortController();
    void take('a');
    const b = take('b', stop.signal);
    void take('c');
    await clock.advance(500);
    stop.abort(new Error('left'));
    await expect(b).rejects.toThrow('left');
    await clock.advance(500);
    expect(turns).toEqual([
      ['a', 0],
      ['c', 1000],
    ]);
  });

  test('who gives up behind others does not let those behind pass them', async () => {
    const { clock, turns, take } = timed({ spacing: 1000 });
    const stop = new AbortController();
    for (const name of ['a', 'b']) void take(name);
    const c = take('c', stop.signal);
    void take('d');
    stop.abort(new Error('left'));
    await expect(c).rejects.toThrow('left');
    await clock.advance(3000);
    expect(turns).toEqual([
      ['a', 0],
      ['b', 1000],
      ['d', 2000],
    ]);
  });

  test('keeps a window full only', async () => {
    const { clock, turns, take } = timed({ windows: [{ ms: 1000, max: 2 }] });
    for (const name of ['a', 'b', 'c', 'd', 'e']) void take(name);
    await clock.advance(3000);
    expect(turns.map(([, at]) => at)).toEqual([0, 0, 1000, 1000, 2000]);
  });

  test('a block by the vendor holds those who wait already', async () => {
    const { clock, limiter, turns, take } = timed({ spacing: 1000 });
    for (const name of ['a', 'b']) void take(name);
    await clock.advance(10);
    limiter.blockUntil(7000);
    limiter.blockUntil(3000);
    await clock.advance(6989);
    expect(turns).toEqual([['a', 0]]);
    await clock.advance(1);
    expect(turns).toEqual([
      ['a', 0],
      ['b', 7000],
    ]);
  });

  test('a block longer than the patience is told, not sat out', async () => {
    const { limiter } = timed({});
    limiter.blockUntil(60_000);
    expect(await limiter.take(never, 59_999)).toEqual({ kind: 'blocked', until: 60_000 });
  });

  test('saves up a burst and then keeps the steady pace', async () => {
    const { clock, turns, take } = timed({ steady: { every: 4000, burst: 3 } });
    for (const name of ['a', 'b', 'c', 'd', 'e']) void take(name);
    await clock.advance(8000);
    expect(turns.map(([, at]) => at)).toEqual([0, 0, 0, 4000, 8000]);
    await clock.advance(3_600_000);
    for (const name of ['f', 'g', 'h', 'i']) void take(name);
    await clock.advance(4000);
    expect(turns.slice(5).map(([, at]) => at - 3_608_000)).toEqual([0, 0, 0, 4000]);
  });

  test('a clock that was set back does not stop the calls', async () => {
    const { clock, turns, take } = timed({ spacing: 1000, windows: [{ ms: 5000, max: 2 }] });
    await clock.advance(3_600_000);
    await take('a');
    clock.jump(-3_600_000);
    void take('b');
    await clock.advance(1000);
    expect(turns.map(([name]) => name)).toEqual(['a', 'b']);
  });

  test('no fixed window, wherever it begins, ever holds more than its limit', async () => {
    const limits = {
      spacing: 50,
      windows: [
        { ms: 1000, max: 5 },
        { ms: 60_000, max: 40 },
      ],
    } as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3000), { minLength: 60, maxLength: 60 }),
        fc.nat(60_000),
        async (pauses, phase) => {
          const { clock, turns, take } = timed(limits);
          for (const pause of pauses) {
            void take('x');
            await clock.advance(pause % 400);
          }
          while (turns.length < pauses.length) await clock.advanceToNext();
          for (const { ms, max } of limits.windows) {
            const counts = Map.groupBy(turns, ([, at]) => Math.floor((at + phase) / ms));
            for (const inWindow of counts.values()) expect(inWindow.length).toBeLessThanOrEqual(max);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
