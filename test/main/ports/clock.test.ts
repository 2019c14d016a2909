import { describe, expect, test } from 'vitest';
import { sleep, systemClock } from '../../../src-main/ports/clock.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

describe('sleeping on a clock', () => {
  test('ends when its time has come, not before', async () => {
    const clock = createVirtualClock(0);
    const woken: number[] = [];
    void sleep(clock, 1000).then(() => woken.push(clock.now()));
    await clock.advance(999);
    expect(woken).toEqual([]);
    await clock.advance(1);
    expect(woken).toEqual([1000]);
  });

  test('ends with the reason of its signal, and leaves no timer behind', async () => {
    const clock = createVirtualClock();
    const stop = new AbortController();
    const sleeping = sleep(clock, 1000, stop.signal);
    stop.abort(new Error('stop'));
    await expect(sleeping).rejects.toThrow('stop');
    expect(clock.waiting).toEqual([]);
    await expect(sleep(clock, 1000, stop.signal)).rejects.toThrow('stop');
  });

  test('a wait longer than timers can hold does not fire at once', async () => {
    const fired: string[] = [];
    const cancel = systemClock.after(2 ** 40, () => fired.push('long'));
    await new Promise<void>((resolve) => systemClock.after(5, resolve));
    cancel();
    expect(fired).toEqual([]);
  });
});

describe('the virtual clock', () => {
  test('runs timers in order of time, those set meanwhile too, each at its own time', async () => {
    const clock = createVirtualClock(0);
    const ran: [string, number][] = [];
    const note = (name: string) => ran.push([name, clock.now()]);
    clock.after(300, () => note('c'));
    clock.after(100, () => {
      note('a');
      void Promise.resolve().then(() => clock.after(100, () => note('b')));
    });
    const cancel = clock.after(250, () => note('cancelled'));
    cancel();
    await clock.advance(300);
    expect(ran).toEqual([
      ['a', 100],
      ['b', 200],
      ['c', 300],
    ]);
  });

  test('jumps without running anything, as a computer that slept', async () => {
    const clock = createVirtualClock(0);
    const ran: number[] = [];
    clock.after(100, () => ran.push(clock.now()));
    clock.jump(5000);
    expect([ran, clock.waiting]).toEqual([[], [-4900]]);
    await clock.advance(0);
    expect(ran).toEqual([5000]);
  });
});
