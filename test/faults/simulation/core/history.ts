import { hashOf } from './random.ts';

/** What happened, for a person to read; and a hash over every single event, by which two runs are compared. */
export interface History {
  /** A line worth reading. */
  note(actor: string, what: string): void;
  /** An event that only counts for the hash. */
  trace(what: string): void;
  readonly hash: string;
  readonly length: number;
  /** `+1 h 02 m 03.456  person  commits job-2`, oldest first. */
  lines(last?: number): readonly string[];
}

export function createHistory(now: () => number): History {
  const entries: { readonly at: number; readonly actor: string; readonly what: string }[] = [];
  let one = 0x811c9dc5;
  let other = 0x1234567;
  const mix = (text: string) => {
    one = hashOf(text, one);
    other = hashOf(text, other ^ one);
  };
  return {
    note(actor, what) {
      entries.push({ at: now(), actor, what });
      mix(`${now()}${actor}${what}`);
    },
    trace: (what) => mix(`${now()}${what}`),
    get hash() {
      return one.toString(16).padStart(8, '0') + (other >>> 0).toString(16).padStart(8, '0');
    },
    get length() {
      return entries.length;
    },
    lines: (last = Number.POSITIVE_INFINITY) =>
      entries
        .slice(-Math.min(last, entries.length))
        .map(({ at, actor, what }) => `${clockText(at)}  ${actor.padEnd(8)}  ${what}`),
  };
}

function clockText(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = ((ms % 60_000) / 1000).toFixed(3).padStart(6, '0');
  return `+${String(hours).padStart(2, ' ')} h ${String(minutes).padStart(2, '0')} m ${seconds}`;
}
