import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../src-main/jobs/sqlite-ledger.ts';
import type { HistoryEntry } from '../../../src-preload/contract/history.ts';
import { quickest } from '../../support/quickest.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { tempFolder } from './support/temp-folder.ts';

const open = () =>
  openLedger({ file: join(tempFolder(), 'ledger.sqlite'), clock: createVirtualClock() }).ledger;
const line = (more: Partial<HistoryEntry> = {}): Omit<HistoryEntry, 'id'> => ({
  at: 0,
  by: 'kim',
  kind: 'reviewed',
  jobId: null,
  title: 'Installs',
  connectionName: 'Games',
  provider: 'mytracker',
  practice: false,
  rows: null,
  files: null,
  bytes: null,
  fingerprint: null,
  note: null,
  ...more,
});
const day = 86_400_000;
const local = (...parts: readonly [number, number, number, number?]) =>
  new Date(parts[0], parts[1], parts[2], parts[3] ?? 12).getTime();

describe('the history’s filters', () => {
  const filled = () => {
    const { history } = open();
    history.append(line({ at: 1 * day, by: 'kim', kind: 'committed' }));
    history.append(line({ at: 2 * day, by: 'lee', provider: 'crayon', connectionName: 'Licences' }));
    history.append(line({ at: 3 * day, by: 'Docket', kind: 'export-ready', fingerprint: 'abc123' }));
    return history;
  };
  const ids = (filter: Parameters<ReturnType<typeof filled>['list']>[0]) =>
    filled()
      .list(filter)
      .entries.map(({ id }) => id);

  it('each let through what they say, newest first', () => {
    expect(ids({})).toEqual([3, 2, 1]);
    expect(ids({ from: 2 * day })).toEqual([3, 2]);
    expect(ids({ to: 2 * day })).toEqual([1]);
    expect(ids({ by: 'lee' })).toEqual([2]);
    expect(ids({ provider: 'mytracker' })).toEqual([3, 1]);
    expect(ids({ connectionName: 'Licences' })).toEqual([2]);
    expect(ids({ kinds: ['committed', 'export-ready'] })).toEqual([3, 1]);
    expect(ids({ kinds: [] })).toEqual([3, 2, 1]);
    expect(ids({ search: 'ABC12' })).toEqual([3]);
  });

  it('hold together', () => {
    expect(ids({ from: day, to: 3 * day, by: 'kim' })).toEqual([1]);
    expect(ids({ by: 'kim', kinds: ['reviewed'] })).toEqual([]);
  });

  it('are outlined by the days of this computer’s calendar, in the order of the entries', () => {
    const { history } = open();
    for (const at of [local(2026, 9, 1), local(2026, 9, 1, 23), local(2026, 9, 2, 0), local(2026, 9, 1, 13)])
      history.append(line({ at }));
    // The clock was set back: the day comes twice, and nothing is put out of its order.
    expect(history.outline({}).days.map(({ count }) => count)).toEqual([1, 1, 2]);
    expect(history.outline({}).total).toBe(4);
    expect(history.outline({ search: 'nothing' })).toEqual({ total: 0, days: [] });
  });

  it('offer the people and connections that there are, once each', () => {
    expect(filled().facets()).toEqual({
      people: ['Docket', 'kim', 'lee'],
      connections: [
        { provider: 'crayon', connectionName: 'Licences' },
        { provider: 'mytracker', connectionName: 'Games' },
      ],
    });
  });

  it('page by place as well as by entry', () => {
    const history = filled();
    expect(history.list({ offset: 1, limit: 1 }).entries.map(({ id }) => id)).toEqual([2]);
    expect(history.list({ before: 3, limit: 1 }).entries.map(({ id }) => id)).toEqual([2]);
    expect(history.list({ offset: 5 })).toMatchObject({ entries: [], total: 3 });
  });

  it('answer quickly among 10,000 entries', async () => {
    const ledger = open();
    ledger.transaction(() => {
      for (let n = 0; n < 10_000; n += 1)
        ledger.history.append(line({ at: n * 60_000, title: `Export ${n}` }));
    });
    const took = await quickest(() => {
      expect(ledger.history.outline({ search: 'export 9' }).total).toBe(1_111);
      const page = ledger.history.list({ search: 'export 9', offset: 1_000, limit: 100 });
      expect(page.entries).toHaveLength(100);
    });
    // A generous bound, for machines that have other things to do.
    expect(took).toBeLessThan(1_000);
  });
});
