import { describe, expect, it, onTestFinished } from 'vitest';
import { createListeners } from '../../../src-main/computer/listeners.ts';
import { createSteadyPower } from '../../../src-main/computer/steady-power.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

function steady() {
  const clock = createVirtualClock();
  const raw = { awake: true, online: true };
  const changes = createListeners();
  const networks = createListeners();
  const told: string[] = [];
  const power = createSteadyPower(
    {
      isAwake: () => raw.awake,
      isOnline: () => raw.online,
      onChange: changes.add,
      onOtherNetwork: networks.add,
    },
    clock,
    () => told.push('connections dropped'),
  );
  power.onChange(() =>
    told.push(`${power.isAwake() ? 'awake' : 'asleep'} ${power.isOnline() ? 'online' : 'offline'}`),
  );
  power.onOtherNetwork(() => told.push('other network'));
  onTestFinished(power.stop);
  return {
    clock,
    told,
    power,
    otherNetwork: networks.tell,
    set(change: Partial<typeof raw>) {
      Object.assign(raw, change);
      changes.tell();
    },
  };
}

it('bad news is told at once, good news after a second', async () => {
  const { clock, set, told } = steady();
  set({ online: false });
  expect(told).toEqual(['awake offline']);
  set({ online: true });
  await clock.advance(999);
  expect(told).toHaveLength(1);
  await clock.advance(1);
  expect(told).toEqual(['awake offline', 'awake online']);
});

it('good news that does not last is never told', async () => {
  const { clock, set, told } = steady();
  set({ online: false });
  set({ online: true });
  await clock.advance(500);
  set({ online: false });
  await clock.advance(60_000);
  expect(told).toEqual(['awake offline']);
});

describe('a network that comes and goes each second', () => {
  it('is offline until it holds, and makes no storm', async () => {
    const { clock, set, told } = steady();
    for (let n = 0; n < 300; n += 1) {
      set({ online: n % 2 === 1 });
      await clock.advance(1_000);
    }
    expect(told.length).toBeLessThanOrEqual(5);
    set({ online: true });
    await clock.advance(30_000);
    expect(told.at(-1)).toBe('awake online');
  });

  it('is trusted a little less with each loss, for some minutes', async () => {
    const { clock, set, told } = steady();
    const waits: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      set({ online: false });
      set({ online: true });
      const from = clock.now();
      const before = told.length;
      while (told.length === before) await clock.advance(500);
      waits.push(clock.now() - from);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    await clock.advance(5 * 60_000);
    set({ online: false });
    set({ online: true });
    await clock.advance(1_000);
    expect(told.at(-1)).toBe('awake online');
  });
});

describe('sleep', () => {
  it('drops all connections at waking, before anything is asked', async () => {
    const { clock, set, told } = steady();
    set({ awake: false });
    set({ awake: true });
    await clock.advance(1_000);
    expect(told).toEqual(['asleep online', 'connections dropped', 'awake online']);
  });

  it('is told as over together with the network that it wakes to', async () => {
    const { clock, set, told } = steady();
    set({ awake: false });
    set({ awake: true, online: false });
    await clock.advance(5_000);
    set({ online: true });
    await clock.advance(5_000);
    expect(told).toEqual([
      'asleep online',
      'connections dropped',
      'asleep offline',
      'awake offline',
      'awake online',
    ]);
  });
});

it('several addresses that change together are one other network', async () => {
  const { clock, otherNetwork, told } = steady();
  otherNetwork();
  await clock.advance(500);
  otherNetwork();
  await clock.advance(1_000);
  expect(told).toEqual(['other network']);
});

it('a clock that is set back while it waits for steadiness makes it wait no longer', async () => {
  const { clock, set, told } = steady();
  set({ online: false });
  set({ online: true });
  clock.setWallClock(-24 * 3_600_000);
  await clock.advance(1_000);
  expect(told.at(-1)).toBe('awake online');
});
