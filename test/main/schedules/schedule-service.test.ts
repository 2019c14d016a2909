import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import { createScheduleService, type ScheduleService } from '../../../src-main/schedules/schedule-service.ts';
import { openScheduleStore } from '../../../src-main/schedules/schedule-store.ts';
import type { Connection } from '../../../src-preload/contract/connections.ts';
import type { HistoryEntry } from '../../../src-preload/contract/history.ts';
import type { ExportRequest } from '../../../src-preload/contract/requests.ts';
import type { ScheduleDraft } from '../../../src-preload/contract/schedules.ts';
import { createMemoryFile } from '../../support/memory-file.ts';
import { createVirtualClock, settle } from '../../support/virtual-clock.ts';
import { someJob } from '../jobs/support/some-job.ts';

/** A Monday, 05:00 in Oslo. */
const monday = Date.UTC(2026, 10, 23, 4);
const hour = 3_600_000;
const day = 24 * hour;

const games: Connection = {
  id: 'games',
  name: 'Games',
  config: { provider: 'mytracker', baseUrl: 'https://tracker.example', apiUserId: '7', createBy: 'body' },
  practice: false,
  createdAt: 0,
};
const installs: ExportRequest = {
  provider: 'mytracker',
  event: 'installs',
  selectors: ['idDevice'],
  dateFrom: '2026-10-01',
  dateTo: '2026-10-31',
  timezone: 'Europe/Oslo',
};
const daily: ScheduleDraft = {
  connectionId: 'games',
  title: '',
  request: installs,
  period: 'day-before',
  rhythm: { kind: 'daily', time: '06:00' },
};

interface Asked {
  readonly at: number;
  readonly request: ExportRequest;
  readonly title: string | undefined;
}

/** The service over a file in memory and a vendor that is a function; `restart` is another run over the same file. */
function openWorld() {
  const clock = createVirtualClock(monday);
  const file = createMemoryFile('schedules.json');
  const asked: Asked[] = [];
  const told: Pick<HistoryEntry, 'kind' | 'note' | 'by'>[] = [];
  const connections = new Map([[games.id, games]]);
  const listeners = new Set<() => void>();
  const state = { awake: true, online: true, practising: false };
  let made = 0;
  const world = {
    clock,
    file,
    asked,
    told,
    connections,
    state,
    jobs: [] as ReturnType<typeof someJob>[],
    answer: async (): Promise<{ readonly id: string; readonly title: string }> => {
      made += 1;
      return { id: `job-${made}`, title: `Export ${made}` };
    },
    power(change: Partial<typeof state>) {
      Object.assign(state, change);
      for (const listener of [...listeners]) listener();
    },
    service: open(),
    restart() {
      world.service.stop();
      world.service = open();
      world.service.start();
    },
    days: () =>
      asked.map(({ request }) =>
        request.provider === 'mytracker' ? `${request.dateFrom}..${request.dateTo}` : '',
      ),
  };
  function open(): ScheduleService {
    return createScheduleService({
      store: openScheduleStore(file).store,
      connections: { get: (id) => connections.get(id) ?? null },
      ask: ({ request, title }) => {
        asked.push({ at: clock.now(), request, title });
        return world.answer();
      },
      jobs: () => world.jobs,
      history: { append: ({ kind, note, by }) => void told.push({ kind, note, by }) },
      clock,
      power: {
        isAwake: () => state.awake,
        isOnline: () => state.online,
        onChange(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      zone: () => 'Europe/Oslo',
      practising: () => state.practising,
      ids: () => `schedule-${made}`,
      user: 'kim',
      log: silentLog,
      onChange: () => {},
    });
  }
  world.service.start();
  return world;
}

describe('a schedule', () => {
  it('asks at its times, for the days before, and not in between', async () => {
    const world = openWorld();
    const saved = world.service.save(daily);
    expect(saved).toMatchObject({
      nextAt: monday + hour,
      nextSpan: { from: '2026-11-22', to: '2026-11-22' },
      lastRun: null,
      paused: false,
    });
    await world.clock.advance(3 * day);
    expect(world.asked.map(({ at }) => at)).toEqual([1, 25, 49].map((hours) => monday + hours * hour));
    expect(world.days()).toEqual([
      '2026-11-22..2026-11-22',
      '2026-11-23..2026-11-23',
      '2026-11-24..2026-11-24',
    ]);
    expect(world.service.list()[0]?.lastRun).toEqual({
      dueAt: monday + 49 * hour,
      at: monday + 49 * hour,
      missed: 0,
      outcome: {
        kind: 'asked',
        jobId: 'job-3',
        title: 'Export 3',
        span: { from: '2026-11-24', to: '2026-11-24' },
      },
    });
  });

  it('names its exports by their days, when the person has named it', async () => {
    const world = openWorld();
    world.service.save({ ...daily, title: 'New players' });
    await world.clock.advance(2 * hour);
    expect(world.asked[0]?.title).toBe('New players, 2026-11-22');
  });

  it('missed for days while Docket was closed: asks once at the next start, for all the days, and says so', async () => {
    const world = openWorld();
    world.service.save(daily);
    await world.clock.advance(2 * hour);
    world.service.stop();
    world.clock.jump(4 * day);
    world.restart();
    await settle();
    await world.clock.advance(hour);
    expect(world.days()).toEqual(['2026-11-22..2026-11-22', '2026-11-23..2026-11-26']);
    expect(world.service.list()[0]?.lastRun).toMatchObject({ dueAt: monday + 4 * day + hour, missed: 3 });
  });

  it('missed while the computer slept: asks once after waking', async () => {
    const world = openWorld();
    world.service.save(daily);
    world.power({ awake: false });
    world.clock.jump(3 * day);
    await world.clock.advance(hour);
    expect(world.asked).toEqual([]);
    world.power({ awake: true });
    await world.clock.advance(hour);
    expect(world.days()).toEqual(['2026-11-25..2026-11-25']);
  });

  it('due without a network: asks when there is one', async () => {
    const world = openWorld();
    world.service.save(daily);
    world.power({ online: false });
    await world.clock.advance(5 * hour);
    expect(world.asked).toEqual([]);
    expect(world.service.list()[0]?.nextAt).toBe(monday + hour);
    world.power({ online: true });
    await settle();
    expect(world.asked).toHaveLength(1);
  });

  it('a refusal that time may cure is tried again, and the day is not lost', async () => {
    const world = openWorld();
    world.service.save(daily);
    const { answer } = world;
    world.answer = () => Promise.reject(new Failure('unreachable', { subject: 'MyTracker' }));
    await world.clock.advance(hour + 16 * 60_000);
    expect(world.asked.map(({ at }) => (at - monday - hour) / 60_000)).toEqual([0, 5, 15]);
    expect(world.told.filter(({ kind }) => kind === 'schedule-failed')).toHaveLength(3);
    world.answer = answer;
    await world.clock.advance(hour);
    expect(world.asked).toHaveLength(4);
    expect(world.service.list()[0]?.lastRun?.outcome.kind).toBe('asked');
  });

  it('a lost answer is told and not asked again; the next time asks for its days too', async () => {
    const world = openWorld();
    world.service.save(daily);
    const { answer } = world;
    world.answer = () => Promise.reject(new Failure('connection-lost'));
    await world.clock.advance(5 * hour);
    expect(world.asked).toHaveLength(1);
    expect(world.service.list()[0]?.lastRun?.outcome).toEqual({
      kind: 'failed',
      error: { code: 'connection-lost' },
      againAt: null,
    });
    world.answer = answer;
    await world.clock.advance(day);
    await world.clock.advance(day);
    // The first was never accepted, so nothing is covered before the second: its own day, as ever.
    expect(world.days()).toEqual([
      '2026-11-22..2026-11-22',
      '2026-11-23..2026-11-23',
      '2026-11-24..2026-11-24',
    ]);
  });

  it('a failure between two answers leaves no gap', async () => {
    const world = openWorld();
    world.service.save(daily);
    await world.clock.advance(2 * hour);
    const { answer } = world;
    world.answer = () => Promise.reject(new Failure('sign-in-refused'));
    await world.clock.advance(2 * day);
    world.answer = answer;
    await world.clock.advance(day);
    expect(world.days().at(-1)).toBe('2026-11-23..2026-11-25');
  });

  it('paused it asks nothing; going on begins anew', async () => {
    const world = openWorld();
    const { id } = world.service.save(daily);
    await world.clock.advance(2 * hour);
    expect(world.service.pause(id, true)).toMatchObject({ paused: true, nextAt: null });
    await world.clock.advance(5 * day);
    expect(world.asked).toHaveLength(1);
    world.service.pause(id, false);
    await world.clock.advance(hour);
    expect(world.asked).toHaveLength(1);
    await world.clock.advance(day);
    expect(world.days().at(-1)).toBe('2026-11-28..2026-11-28');
    expect(world.told.map(({ kind }) => kind)).toEqual([
      'schedule-added',
      'schedule-paused',
      'schedule-resumed',
    ]);
  });

  it('changed it asks by its new times, and removed never', async () => {
    const world = openWorld();
    const { id } = world.service.save(daily);
    world.service.save({ ...daily, id, rhythm: { kind: 'daily', time: '08:00' } });
    await world.clock.advance(2 * hour);
    expect(world.asked).toEqual([]);
    await world.clock.advance(hour);
    expect(world.asked).toHaveLength(1);
    world.service.remove(id);
    await world.clock.advance(3 * day);
    expect(world.asked).toHaveLength(1);
    expect(world.service.list()).toEqual([]);
  });

  it('can be asked now, beside its times', async () => {
    const world = openWorld();
    const { id } = world.service.save(daily);
    const view = await world.service.run(id);
    expect(view.lastRun?.outcome.kind).toBe('asked');
    world.power({ online: false });
    await expect(world.service.run(id)).rejects.toMatchObject({ code: 'offline' });
  });

  it('is not asked twice at once', async () => {
    const world = openWorld();
    const { id } = world.service.save(daily);
    let finish = () => {};
    world.answer = () =>
      new Promise((resolve) => {
        finish = () => resolve({ id: 'job', title: 'Export' });
      });
    const first = world.service.run(id);
    await world.service.run(id);
    await world.clock.advance(2 * hour);
    finish();
    await first;
    expect(world.asked).toHaveLength(1);
  });

  it('says what a draft would mean before it is saved', () => {
    const world = openWorld();
    expect(
      world.service.preview({
        ...daily,
        rhythm: { kind: 'monthly', time: '07:00', day: 1 },
        period: 'month-before',
      }),
    ).toEqual({
      nextAt: Date.UTC(2026, 11, 1, 6),
      nextSpan: { from: '2026-11-01', to: '2026-11-30' },
    });
  });

  it.each([
    ['a connection that is not there', { connectionId: 'nobody' }, 'connection-not-found'],
    [
      'a request of another vendor',
      { request: { provider: 'crayon', customerAccountId: 1, from: '', to: '' } },
      'call-invalid',
    ],
    ['a period that the vendor does not have', { period: 'since-last' }, 'call-invalid'],
    ['a schedule that is not there', { id: 'nobody' }, 'schedule-not-found'],
  ] as const)('refuses %s', (_name, change, code) => {
    const world = openWorld();
    expect(() => world.service.save({ ...daily, ...change })).toThrow(expect.objectContaining({ code }));
    expect(world.file.text).toBeNull();
  });
});

describe('what an end in the middle leaves', () => {
  function cutOff() {
    const world = openWorld();
    world.service.save(daily);
    world.answer = () => new Promise(() => {});
    return world;
  }

  it('nothing on the list: it says so, asks nothing twice, and the next time asks for the day too', async () => {
    const world = cutOff();
    await world.clock.advance(hour);
    expect(world.asked).toHaveLength(1);
    world.restart();
    await settle();
    expect(world.asked).toHaveLength(1);
    expect(world.service.list()[0]?.lastRun).toMatchObject({ outcome: { kind: 'unclear' } });
  });

  it('the export on the list: it was asked', async () => {
    const world = cutOff();
    await world.clock.advance(hour);
    world.jobs.push(
      someJob({
        id: 'made',
        title: 'Made',
        connectionId: 'games',
        createdAt: monday + hour,
        request: { ...installs, dateFrom: '2026-11-22', dateTo: '2026-11-22' },
      }),
    );
    world.restart();
    expect(world.service.list()[0]?.lastRun?.outcome).toMatchObject({ kind: 'asked', jobId: 'made' });
  });
});

describe('what a disk or a person takes away', () => {
  it('without a place for the intent nothing is asked, and it is tried again each minute', async () => {
    const world = openWorld();
    world.service.save(daily);
    world.file.refuses = { code: 'ENOSPC' };
    await world.clock.advance(2 * hour);
    expect(world.asked).toEqual([]);
    world.file.refuses = null;
    await world.clock.advance(2 * 60_000);
    expect(world.asked).toHaveLength(1);
  });

  it('a removed connection takes its schedules along', async () => {
    const world = openWorld();
    world.service.save(daily);
    world.connections.clear();
    world.service.connectionsChanged();
    expect(world.service.list()).toEqual([]);
    await world.clock.advance(2 * day);
    expect(world.asked).toEqual([]);
  });

  it('those of practice wait for practice to come back after a restart, and end with it', () => {
    const world = openWorld();
    world.state.practising = true;
    world.connections.set('practice', { ...games, id: 'practice', practice: true });
    world.service.save({ ...daily, connectionId: 'practice' });
    world.connections.delete('practice');
    world.service.connectionsChanged();
    expect(world.service.list()).toMatchObject([{ nextAt: null }]);
    world.state.practising = false;
    world.service.connectionsChanged();
    expect(world.service.list()).toEqual([]);
  });

  it('an entry that does not fit is set aside, and the others stay', () => {
    const world = openWorld();
    world.service.save(daily);
    const kept = JSON.parse(world.file.text ?? '');
    const file = createMemoryFile(
      'schedules.json',
      JSON.stringify({ schedules: [...kept.schedules, { id: 'x' }] }),
    );
    const opened = openScheduleStore(file);
    expect(opened.store.list()).toHaveLength(1);
    expect(opened.notices).toEqual([{ code: 'settings-damaged', subject: 'schedules.json.corrupt-1' }]);
  });
});
