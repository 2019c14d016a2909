import { networkInterfaces } from 'node:os';
import { net, powerMonitor } from 'electron';
import { type WatchedComputer, watchComputer } from '../computer/watch-computer.ts';
import type { Clock } from '../ports/clock.ts';

/** Electron tells of sleep and wake, but not of the network. */
export function createPower(clock: Clock): WatchedComputer {
  const computer = watchComputer(clock, { isOnline: () => net.isOnline(), addresses });
  powerMonitor.on('suspend', computer.suspended);
  powerMonitor.on('resume', computer.resumed);
  return computer;
}

function addresses(): string {
  return Object.entries(networkInterfaces())
    .flatMap(([name, held]) =>
      (held ?? [])
        // A link's own address says nothing of the network behind it.
        .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
        .map(({ address }) => `${name} ${address}`),
    )
    .sort()
    .join(',');
}
