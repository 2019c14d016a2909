import { describe, expect, it } from 'vitest';
import { atTime, byTheClock } from '../../../src-main/ports/wait.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const hour = 3_600_000;

it.each([
  ['now', 100, { from: 100, at: 300 }],
  ['later', 250, { from: 100, at: 300 }],
  ['after its end', 900, { from: 100, at: 300 }],
  ['before its beginning: begun anew, as long as it was', 40, { from: 40, at: 240 }],
])('a wait from 100 to 300, seen %s', (_name, now, wait) => {
  expect(byTheClock({ from: 100, at: 300 }, now)).toEqual(wait);
});

describe('a timer by the wall clock', () => {
  function waiting(ms: number) {
    const clock = createVirtualClock();
    const began = clock.now();
    const ran: number[] = [];
    const cancel = atTime(clock, began + ms, () => ran.push(clock.now() - began));
    return { clock, ran, cancel };
  }

  it('runs once, at its time', async () => {
    const { clock, ran } = waiting(hour + 7);
    await clock.advance(2 * hour);
    expect([ran, clock.waiting]).toEqual([[hour + 7], []]);
  });

  it('that is already past runs in the next turn', async () => {
    const { clock, ran } = waiting(-hour);
    await clock.advance(0);
    expect(ran).toEqual([0]);
  });

  it('runs within half a minute when the clock is set ahead of it', async () => {
    const { clock, ran } = waiting(hour);
    await clock.advance(10_000);
    clock.setWallClock(2 * hour);
    await clock.advance(30_000);
    expect(ran).toHaveLength(1);
  });

  it('takes no longer than it would have when the clock is set back', async () => {
    const { clock, ran } = waiting(hour);
    await clock.advance(1_800_000);
    clock.setWallClock(-48 * hour);
    await clock.advance(1_800_000);
    expect(ran).toHaveLength(1);
  });

  it('can be cancelled at any time', async () => {
    const { clock, ran, cancel } = waiting(hour);
    await clock.advance(45_000);
    cancel();
    await clock.advance(2 * hour);
    expect([ran, clock.waiting]).toEqual([[], []]);
  });
});
