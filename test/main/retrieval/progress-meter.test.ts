import { describe, expect, it } from 'vitest';
import { createProgressBoard, createProgressMeter } from '../../../src-main/retrieval/progress-meter.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

describe('the progress meter', () => {
  it('tells speed and time left once they mean something', async () => {
    const clock = createVirtualClock();
    const meter = createProgressMeter(clock, 'job-1', 'bytes');
    meter.update(0, 10_000);
    expect(meter.read()).toMatchObject({ done: 0, total: 10_000, perSecond: null, secondsLeft: null });
    await clock.advance(1000);
    meter.update(1000, 10_000);
    expect(meter.read()).toMatchObject({ perSecond: 1000, secondsLeft: 9 });
  });
  it('forgets what is older than ten seconds', async () => {
    const clock = createVirtualClock();
    const meter = createProgressMeter(clock, 'job-1', 'bytes');
    let done = 0;
    for (let second = 0; second < 20; second += 1) {
      meter.update(done, null);
      done += second < 8 ? 10_000 : 100;
      await clock.advance(1000);
    }
    meter.update(done, null);
    expect(meter.read()).toMatchObject({ perSecond: 100, total: null, secondsLeft: null });
  });
  it('falls to zero when nothing comes, and never below', async () => {
    const clock = createVirtualClock();
    const meter = createProgressMeter(clock, 'job-1', 'rows');
    meter.update(500, 1000);
    await clock.advance(30_000);
    expect(meter.read()).toMatchObject({ perSecond: 0, secondsLeft: null });
    meter.update(0, 1000);
    await clock.advance(1000);
    meter.update(10, 1000);
    expect(meter.read().perSecond).toBe(10);
  });
  it('survives a clock that is set back', () => {
    const clock = createVirtualClock();
    const meter = createProgressMeter(clock, 'job-1', 'rows');
    meter.update(1, 10);
    clock.jump(-3_600_000);
    meter.update(2, 10);
    expect(meter.read().perSecond).toBeNull();
  });
});

describe('the progress board', () => {
  it('tells at most every 400 ms, the last state always', async () => {
    const clock = createVirtualClock();
    const told: number[] = [];
    const board = createProgressBoard(clock, (all) => told.push(all[0]?.done ?? -1));
    const meter = createProgressMeter(clock, 'job-1', 'bytes');
    const takeOff = board.add(meter);
    for (let done = 1; done <= 1000; done += 1) {
      meter.update(done, 1000);
      board.changed();
      if (done % 10 === 0) await clock.advance(10);
    }
    await clock.advance(1000);
    expect(told.length).toBeLessThanOrEqual(4);
    expect(told.at(-1)).toBe(1000);
    takeOff();
    await clock.advance(1000);
    expect(told.at(-1)).toBe(-1);
  });
});
