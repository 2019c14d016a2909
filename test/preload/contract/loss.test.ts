import { describe, expect, it } from 'vitest';
import { type Losable, lossOf, lostAt, nextLossChange } from '../../../src-preload/contract/loss.ts';

const hour = 3_600_000;
const now = new Date(2026, 2, 10, 15, 30).getTime();
const job = (at: number | undefined, over: Partial<Losable> = {}): Losable => ({
  provider: 'mypreferences',
  export: { kind: 'ready', ...(at === undefined ? {} : { expiresAt: at }) },
  retrieval: { kind: 'none' },
  commit: { kind: 'open' },
  readyAt: null,
  ...over,
});

describe('what is about to be lost', () => {
  it('a link: a day before where it lives for several, and three hours before', () => {
    expect(lossOf(job(now + 25 * hour), now)).toBeNull();
    expect(lossOf(job(now + 24 * hour), now)).toMatchObject({ level: 'day', how: 'expires' });
    expect(lossOf(job(now + 3 * hour), now)).toMatchObject({ level: 'hours', how: 'expires' });
    expect(lossOf(job(now + 1), now)).toMatchObject({ level: 'hours' });
    expect(lossOf(job(now), now)).toBeNull();
  });

  it('one that lives for a day is warned of in its last three hours alone', () => {
    const short = job(now + 23 * hour, { provider: 'mytracker', readyAt: now - hour });
    expect(lossOf(short, now)).toBeNull();
    expect(nextLossChange(short, now)).toBe(now + 20 * hour);
    expect(lossOf(short, now + 20 * hour)).toMatchObject({ level: 'hours' });
  });

  it('a queue: by the calendar, from the start of the day before', () => {
    const crayon = job(new Date(2026, 2, 11, 23, 59).getTime(), { provider: 'crayon', readyAt: now - hour });
    expect(lossOf(crayon, new Date(2026, 2, 9, 23, 59).getTime())).toBeNull();
    expect(lossOf(crayon, new Date(2026, 2, 10, 0, 0).getTime())).toMatchObject({
      level: 'day',
      how: 'leaves-queue',
    });
    expect(lossOf(crayon, new Date(2026, 2, 11, 22).getTime())).toMatchObject({ level: 'hours' });
  });

  it.each([
    ['held whole', { retrieval: { kind: 'verifying' } }],
    ['still being prepared', { export: { kind: 'running' } }],
    ['of no known end', { export: { kind: 'ready' } }],
    ['gone', { export: { kind: 'gone' } }],
  ] as const)('nothing that is %s', (_name, over) => {
    expect(lostAt(job(now + hour, over))).toBeNull();
    expect(lossOf(job(now + hour, over), now)).toBeNull();
    expect(nextLossChange(job(now + hour, over), now)).toBeNull();
  });

  it('what is held in part only is warned of', () => {
    const paused = { kind: 'paused', by: 'person', parts: [] } as const;
    expect(lossOf(job(now + hour, { retrieval: paused }), now)).not.toBeNull();
  });

  it('the next change is always one, and none is left after the end', () => {
    for (const provider of ['mypreferences', 'crayon'] as const) {
      const one = job(now + 60 * hour, { provider });
      let at: number | null = now;
      const levels: (string | undefined)[] = [lossOf(one, now)?.level];
      for (at = nextLossChange(one, now); at !== null; at = nextLossChange(one, at))
        levels.push(lossOf(one, at)?.level);
      expect(levels).toEqual([undefined, 'day', 'hours', undefined]);
    }
  });
});
