import { useSyncExternalStore } from 'react';

/** A shared clock for what is counted down on screen: one timer a pace, none while nobody looks. */
function ticker(pace: number) {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tick(): void {
    now = Date.now();
    for (const listener of listeners) listener();
    plan();
  }
  function plan(): void {
    clearTimeout(timer);
    timer = undefined;
    if (listeners.size > 0 && document.visibilityState === 'visible') {
      timer = setTimeout(tick, pace - (Date.now() % pace));
    }
  }
  function seen(): void {
    if (document.visibilityState === 'visible') tick();
    else plan();
  }
  return {
    subscribe(listener: () => void): () => void {
      if (listeners.size === 0) {
        now = Date.now();
        document.addEventListener('visibilitychange', seen);
      }
      listeners.add(listener);
      if (timer === undefined) plan();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
        document.removeEventListener('visibilitychange', seen);
      };
    },
    now: () => now,
  };
}

const seconds = ticker(1000);
const coarse = ticker(15_000);

/** The time, drawn anew each second or each quarter of a minute. */
export function useNow(pace: 'second' | 'coarse'): number {
  const source = pace === 'second' ? seconds : coarse;
  return useSyncExternalStore(source.subscribe, source.now);
}
