import type { Clock } from '../ports/clock.ts';
import type { Power } from '../ports/power.ts';
import { createListeners } from './listeners.ts';

/** Good news is believed after it has lasted so long; doubled with each loss of the last minutes. */
const shortest = 1_000;
const longest = 30_000;
const remembered = 5 * 60_000;

/**
 * A computer that sleeps or has lost its network is said to at once; one that is back, only when it has been so for a
 * moment: right after waking there is rarely a network yet, and one that comes and goes each second would set off a storm
 * of requests, none of which gets through.
 *
 * No connection outlives a sleep, and nothing would ever arrive over one that was open: `dropConnections` ends them all
 * at waking, so that what waits for an answer learns that it is lost.
 */
export function createSteadyPower(
  raw: Power,
  clock: Clock,
  dropConnections: () => void,
): Required<Power> & { stop(): void } {
  const changes = createListeners();
  const networks = createListeners();
  let awake = raw.isAwake();
  let online = raw.isOnline();
  let wasAwake = awake;
  let losses: readonly number[] = [];
  let cancelBetter = () => {};
  let cancelNetwork = () => {};

  function patience(): number {
    const now = clock.now();
    losses = losses.filter((at) => at <= now && now - at < remembered);
    return Math.min(longest, shortest * 2 ** Math.max(0, losses.length - 1));
  }

  function onRaw(): void {
    cancelBetter();
    if (raw.isAwake() && !wasAwake) dropConnections();
    wasAwake = raw.isAwake();
    if ((awake && !raw.isAwake()) || (online && !raw.isOnline())) {
      losses = [...losses, clock.now()];
      awake &&= raw.isAwake();
      online &&= raw.isOnline();
      changes.tell();
    }
    if (awake === raw.isAwake() && online === raw.isOnline()) return;
    cancelBetter = clock.after(patience(), () => {
      awake = raw.isAwake();
      online = raw.isOnline();
      changes.tell();
    });
  }

  function onNetwork(): void {
    cancelNetwork();
    cancelNetwork = clock.after(shortest, networks.tell);
  }

  const ends = [raw.onChange(onRaw), raw.onOtherNetwork?.(onNetwork)];
  return {
    isAwake: () => awake,
    isOnline: () => online,
    onChange: changes.add,
    onOtherNetwork: networks.add,
    stop() {
      for (const end of ends) end?.();
      cancelBetter();
      cancelNetwork();
    },
  };
}
