import type { Random } from './random.ts';

/** Everything that will happen, by virtual time; what falls on the same instant comes in an order that the seed picks. */
export interface EventQueue {
  /** Milliseconds that have passed; never goes back. */
  now(): number;
  /** `what` names it in the trace. The returned function takes it out again. */
  after(ms: number, what: string, run: () => void): () => void;
  /** Moves the time on to the next event and answers it; null when nothing will ever happen. */
  next(): Event | null;
  /** Lets time pass up to the instant if nothing is due before; for the end of a run. */
  readonly size: number;
}

export interface Event {
  readonly at: number;
  readonly what: string;
  readonly run: () => void;
}

interface Entry extends Event {
  readonly tie: number;
  gone: boolean;
}

/** A binary heap by (time, tie). */
export function createEventQueue(random: Random): EventQueue {
  let now = 0;
  let live = 0;
  const heap: Entry[] = [];

  const before = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.tie < b.tie);
  const at = (index: number): Entry => {
    const entry = heap[index];
    if (entry === undefined) throw new Error('outside the heap');
    return entry;
  };
  function swap(a: number, b: number) {
    const held = at(a);
    heap[a] = at(b);
    heap[b] = held;
  }
  function rise(from: number) {
    for (let index = from; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (!before(at(index), at(parent))) return;
      swap(index, parent);
      index = parent;
    }
  }
  function sink() {
    for (let index = 0; ; ) {
      const left = index * 2 + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const least = right < heap.length && before(at(right), at(left)) ? right : left;
      if (!before(at(least), at(index))) return;
      swap(index, least);
      index = least;
    }
  }
  function pop(): Entry | null {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length > 0) {
      heap[0] = last;
      sink();
    }
    return first;
  }

  return {
    now: () => now,
    get size() {
      return live;
    },
    after(ms, what, run) {
      const entry: Entry = { at: now + Math.max(0, ms), tie: random.next(), what, run, gone: false };
      heap.push(entry);
      live += 1;
      rise(heap.length - 1);
      return () => {
        if (entry.gone) return;
        entry.gone = true;
        live -= 1;
      };
    },
    next() {
      for (;;) {
        const entry = pop();
        if (entry === null) return null;
        if (entry.gone) continue;
        entry.gone = true;
        live -= 1;
        now = Math.max(now, entry.at);
        return entry;
      }
    },
  };
}
