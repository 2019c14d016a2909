import type { EventName, EventPayload } from '../../src-preload/contract/events.ts';
import type { JobView } from '../../src-preload/contract/jobs.ts';
import type { TransferProgress } from '../../src-preload/contract/retrievals.ts';
import type { Clock } from '../ports/clock.ts';

export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

/** In the long run one event of a kind in so many ms; up to `burst` may be saved up. */
const pace = { every: 200, burst: 2 };

export interface EventHub {
  jobsChanged(changed: readonly JobView[], removed: readonly string[]): void;
  transfersChanged(transfers: readonly TransferProgress[]): void;
  connectionsChanged(): void;
  schedulesChanged(): void;
  attention(payload: EventPayload<'attention'>): void;
}

/**
 * Events on their way to the renderer. Changes are gathered so that each kind leaves five times a second in the long run:
 * the first two at once, since one change is often the end of what another began ("checking", then "collected"), the
 * following together. The last state is always delivered.
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

/** Runs `send` now if it hasn't run often lately, otherwise once when its turn comes. */
function gather(clock: Clock, send: () => void): () => void {
  /** When what was saved up would be whole again: the generic cell rate algorithm. */
  let wholeAt = Number.NEGATIVE_INFINITY;
  let waiting = false;
  const run = () => {
    waiting = false;
    wholeAt = Math.max(wholeAt, clock.now()) + pace.every;
    send();
  };
  return () => {
    if (waiting) return;
    const most = pace.every * pace.burst;
    // A clock set back must not silence events.
    if (wholeAt - clock.now() > most) wholeAt = clock.now();
    const wait = wholeAt - clock.now() - (most - pace.every);
    if (wait <= 0) {
      run();
      return;
    }
    waiting = true;
    clock.after(wait, run);
  };
}
