import { describe, expect, it, onTestFinished } from 'vitest';
import { watchComputer } from '../../../src-main/computer/watch-computer.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

function watched() {
  const clock = createVirtualClock();
  const probe = { online: true, at: 'wlan0 10.0.0.7' };
  const computer = watchComputer(clock, { isOnline: () => probe.online, addresses: () => probe.at });
  const told: string[] = [];
  computer.onChange(() =>
    told.push(`${computer.isAwake() ? 'awake' : 'asleep'} ${computer.isOnline() ? 'online' : 'offline'}`),
  );
  computer.onOtherNetwork?.(() => told.push('other network'));
  onTestFinished(computer.stop);
  return { clock, probe, computer, told };
}

describe('the network', () => {
  it('is looked at every three seconds, and each change is told once', async () => {
    const { clock, probe, told } = watched();
    probe.online = false;
    await clock.advance(3_000);
    await clock.advance(60_000);
    probe.online = true;
    await clock.advance(3_000);
    expect(told).toEqual(['awake offline', 'awake online']);
  });

  it('that is another one is told, by its addresses', async () => {
    const { clock, probe, told } = watched();
    probe.at = 'wlan0 192.168.1.4,tun0 10.8.0.2';
    await clock.advance(30_000);
    expect(told).toEqual(['other network']);
  });
});

describe('sleep', () => {
  it('is believed when the system says so, until it says that it is over', async () => {
    const { clock, computer, told } = watched();
    computer.suspended();
    clock.jump(3 * 24 * 3_600_000);
    computer.resumed();
    await clock.advance(60_000);
    expect(told).toEqual(['asleep online', 'awake online']);
  });

  it('tells at waking what the network is then', () => {
    const { computer, probe, told } = watched();
    computer.suspended();
    probe.online = false;
    computer.resumed();
    expect(told).toEqual(['asleep online', 'awake offline']);
  });

  it('that nobody told of is seen by its gap, and told afterwards', async () => {
    const { clock, told } = watched();
    await clock.advance(10_000);
    clock.jump(3_600_000);
    await clock.advance(3_000);
    expect(told).toEqual(['asleep online', 'awake online']);
    await clock.advance(600_000);
    expect(told).toHaveLength(2);
  });

  it('whose end nobody told of ends by its gap too', async () => {
    const { clock, computer, told } = watched();
    computer.suspended();
    clock.jump(3_600_000);
    await clock.advance(3_000);
    expect(told).toEqual(['asleep online', 'awake online']);
  });

  it('that was announced and did not come is given up after half a minute', async () => {
    const { clock, computer, told } = watched();
    computer.suspended();
    await clock.advance(25_000);
    expect(told).toEqual(['asleep online']);
    await clock.advance(10_000);
    expect(told).toEqual(['asleep online', 'awake online']);
  });

  it('is not mistaken for a look that is a little late, nor for a clock that is set back', async () => {
    const { clock, told } = watched();
    clock.jump(15_000);
    await clock.advance(3_000);
    clock.setWallClock(-3_600_000);
    await clock.advance(60_000);
    expect(told).toEqual([]);
  });
});
