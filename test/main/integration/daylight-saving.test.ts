import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextCheck } from '../../../src-main/jobs/polling-schedule.ts';
import { localDate } from '../../../src-main/retrieval/job-folder.ts';
import { setLocale } from '../../../src-renderer/words/locale.ts';
import { ago, moment, until } from '../../../src-renderer/words/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const zone = 'Europe/Oslo';
/** 02:00 becomes 03:00: there is no 02:30 in Oslo that night. */
const forward = Date.UTC(2026, 2, 29, 1);
/** 03:00 becomes 02:00: there are two 02:30. */
const back = Date.UTC(2026, 9, 25, 1);

afterEach(() => {
  vi.unstubAllEnvs();
  setLocale({});
});

describe.each([
  ['set forward', forward],
  ['set back', back],
])('the night in which clocks are %s', (_name, change) => {
  it('an export keeps its pace: intervals are lengths of time and not hours of the day', () => {
    vi.stubEnv('TZ', zone);
    for (let now = change - 90 * minute; now <= change + 90 * minute; now += 10 * minute) {
      const polled = {
        phase: 'preparing',
        since: now - 2 * hour,
        expiresAt: null,
        shortest: 4_000,
        sharing: 1,
      } as const;
      const at = nextCheck(polled, { kind: 'answered', at: now }, { now, random: 0.5 });
      expect(at - now).toBe(3 * minute);
    }
  });

  it('a folder has the date of the person’s calendar, each minute of that night', () => {
    vi.stubEnv('TZ', zone);
    const day = change === forward ? '2026-03-29' : '2026-10-25';
    for (let now = change - 60 * minute; now <= change + 120 * minute; now += minute)
      expect(localDate(now)).toBe(day);
    expect(localDate(change - 4 * hour)).not.toBe(day);
  });

  it('what is read of it is true: how long ago, how long still, and the hour of the day', () => {
    setLocale({ locale: 'en-GB', timeZone: zone });
    expect(ago(change - 30 * minute, change + 30 * minute)).toMatch(/^1.h ago$/);
    expect(until(change + 30 * minute, change - 30 * minute)).toMatch(/^in 1.h$/);
    expect(moment(change, change + hour)).toBe(change === forward ? '03:00' : '02:00');
  });
});
