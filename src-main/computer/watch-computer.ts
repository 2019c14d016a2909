import type { Clock } from '../ports/clock.ts';
import type { Power } from '../ports/power.ts';
import { createListeners } from './listeners.ts';

/** What the system can be asked at any time. */
export interface ComputerProbe {
  isOnline(): boolean;
  /** The addresses of this computer in its networks, as one word: another word is another network. */
  addresses(): string;
}

export interface WatchedComputer extends Power {
  /** The system says that it goes to sleep, and that it woke. Neither word is certain to come. */
  suspended(): void;
  resumed(): void;
  stop(): void;
}

/** Nothing tells of the network, so it is asked (a local look-up). */
const lookEvery = 3_000;
/** A look that comes so late means that the computer stood still in between, or that its clock was set ahead. */
const gap = 20_000;
/** A computer that runs for so long after it said that it goes to sleep is awake: not every system says so. */
const surelyAwake = 30_000;

/**
 * Awake and online, as the system tells it and as the clock shows it. A sleep that nobody told of, seen by the gap that
 * it left, is told of afterwards: as falling asleep and waking at once.
 */
export function watchComputer(clock: Clock, probe: ComputerProbe): WatchedComputer {
  const changes = createListeners();
  const networks = createListeners();
  let awake = true;
  let online = probe.isOnline();
  let addresses = probe.addresses();
  let ranSince = clock.now();
  let lookedAt = clock.now();
  let cancel = () => {};

  function setAwake(now: boolean): void {
    if (awake === now) return;
    awake = now;
    if (awake) online = probe.isOnline();
    changes.tell();
  }

  function look(): void {
    const now = clock.now();
    const late = now - lookedAt - lookEvery;
    plan();
    if (late > gap) {
      ranSince = now;
      setAwake(false);
      setAwake(true);
    } else if (!awake && now - ranSince > surelyAwake) setAwake(true);
    const isOnline = probe.isOnline();
    if (isOnline !== online) {
      online = isOnline;
      changes.tell();
    }
    const nowAt = probe.addresses();
    if (nowAt !== addresses) {
      addresses = nowAt;
      networks.tell();
    }
  }

  function plan(): void {
    cancel();
    lookedAt = clock.now();
    cancel = clock.after(lookEvery, look);
  }

  plan();
  return {
    isAwake: () => awake,
    isOnline: () => online,
    onChange: changes.add,
    onOtherNetwork: networks.add,
    suspended() {
      ranSince = clock.now();
      setAwake(false);
    },
    resumed() {
      // The gap is accounted for.
      plan();
      setAwake(true);
    },
    stop: () => cancel(),
  };
}
