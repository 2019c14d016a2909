import type { EventName, EventPayload } from '../../src-preload/contract/events.ts';
import type { JobView } from '../../src-preload/contract/jobs.ts';
import type { TransferProgress } from '../../src-preload/contract/retrievals.ts';
import type { Clock } from '../ports/clock.ts';

export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

const shortestInterval = 200;

export interface EventHub {
  jobsChanged(changed: readonly JobView[], removed: readonly string[]): void;
  transfersChanged(transfers: readonly TransferProgress[]): void;
  connectionsChanged(): void;
  schedulesChanged(): void;
  attention(payload: EventPayload<'attention'>): void;
}

/**
 * Events on their way to the renderer. Changes are gathered so that each kind leaves at most five times a second: the
 * first at once, the following together. The last state is always delivered.
 */
export function createEventHub(emit: Emit, clock: Clock): EventHub {
  const changed = new Map<string, JobView>();
  const removed = new Set<string>();
  let transfers: readonly TransferProgress[] = [];

  const jobs = gather(clock, () => {
    emit('jobs-changed', { changed: [...changed.values()], removed: [...removed] });
    changed.clear();
    removed.clear();
  });
  const progress = gather(clock, () => emit('transfers-changed', { transfers: [...transfers] }));
  const connections = gather(clock, () => emit('connections-changed', {}));
  const schedules = gather(clock, () => emit('schedules-changed', {}));

  return {
    jobsChanged(views, ids) {
      for (const view of views) {
        changed.set(view.id, view);
        removed.delete(view.id);
      }
      for (const id of ids) {
        removed.add(id);
        changed.delete(id);
      }
      jobs();
    },
    transfersChanged(all) {
      transfers = all;
      progress();
    },
    connectionsChanged: connections,
    schedulesChanged: schedules,
    attention: (payload) => emit('attention', payload),
  };
}

/** Runs `send` now if it hasn't run lately, otherwise once at the end of the interval. */
function gather(clock: Clock, send: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let waiting = false;
  const run = () => {
    waiting = false;
    last = clock.now();
    send();
  };
  return () => {
    if (waiting) return;
    const since = clock.now() - last;
    // A clock set back must not silence events: a negative age counts as long ago.
    if (since >= shortestInterval || since < 0) {
      run();
      return;
    }
    waiting = true;
    clock.after(shortestInterval - since, run);
  };
}
