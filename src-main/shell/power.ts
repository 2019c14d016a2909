import { net, powerMonitor } from 'electron';
import type { Clock } from '../ports/clock.ts';
import type { Power } from '../ports/power.ts';

/** Electron tells of sleep and wake, but not of the network: it is asked every few seconds (a local look-up). */
const lookEvery = 3_000;

export function createPower(clock: Clock): Power & { stop(): void } {
  const listeners = new Set<() => void>();
  let awake = true;
  let online = net.isOnline();
  let cancel = () => {};
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const look = () => {
    const now = net.isOnline();
    if (now !== online) {
      online = now;
      tell();
    }
    cancel = clock.after(lookEvery, look);
  };
  cancel = clock.after(lookEvery, look);
  powerMonitor.on('suspend', () => {
    awake = false;
    tell();
  });
  powerMonitor.on('resume', () => {
    awake = true;
    online = net.isOnline();
    tell();
  });
  return {
    isAwake: () => awake,
    isOnline: () => online,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => cancel(),
  };
}
