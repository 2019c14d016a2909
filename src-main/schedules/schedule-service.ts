import { isDeepStrictEqual } from 'node:util';
import type { Connection } from '../../src-preload/contract/connections.ts';
import {
  periodsOf,
  type ScheduleDraft,
  type SchedulePreview,
  type ScheduleRun,
  type ScheduleView,
} from '../../src-preload/contract/schedules.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import { canReach, type Power } from '../ports/power.ts';
import { atTime } from '../ports/wait.ts';
import { movedRequest } from './moved-request.ts';
import { nextTime } from './occurrences.ts';
import { type AskingParts, createAsking } from './schedule-asking.ts';
import { decideSchedule, type ScheduleState } from './schedule-decision.ts';
import { createScheduleRecord, type RecordParts } from './schedule-record.ts';
import type { Schedule } from './schedule-store.ts';

/** Requests that Docket repeats by itself while it runs. It asks, and nothing else. Methods throw `Failure`. */
export interface ScheduleService {
  list(): readonly ScheduleView[];
  /** What saving this draft would mean; the draft itself is checked as by `save`. */
  preview(draft: ScheduleDraft): SchedulePreview;
  save(draft: ScheduleDraft): ScheduleView;
  /** Going on again begins anew: what fell into the pause is not asked for. */
  pause(id: string, paused: boolean): ScheduleView;
  remove(id: string): void;
  /** Asks now, whatever the clock says. */
  run(id: string): Promise<ScheduleView>;
  start(): void;
  stop(): void;
  /** After a connection was changed or removed, or practice was turned on or off: those of a removed one end. */
  connectionsChanged(): void;
}

export interface ScheduleServiceParts extends Omit<AskingParts, 'put' | 'onFailed'>, RecordParts {
  readonly connections: { readonly get: (id: string) => Connection | null };
  readonly power: Power;
  readonly practising: () => boolean;
  readonly ids: () => string;
  readonly onChange: () => void;
}

/** The wall clock is looked at as often, however far the next time lies. */
const longestWait = 6 * 3_600_000;
/** A disk that refuses what a schedule has to keep is tried again after this long. */
const afterRefusal = 60_000;

export function createScheduleService(parts: ScheduleServiceParts): ScheduleService {
  const { store, connections, clock, power, zone, log } = parts;
  const record = createScheduleRecord(parts);
  let started = false;
  let heldUntil = 0;
  let cancelTimer = () => {};
  let unsubscribe = () => {};

  function known(id: string): Schedule {
    const schedule = store.get(id);
    if (schedule === null) throw new Failure('schedule-not-found');
    return schedule;
  }

  function connectionOf(id: string): Connection {
    const connection = connections.get(id);
    if (connection === null) throw new Failure('connection-not-found');
    return connection;
  }

  function stateOf(schedule: Schedule): ScheduleState {
    const connection = connections.get(schedule.connectionId);
    const last = schedule.lastRun;
    const againAt = last?.outcome.kind === 'failed' ? last.outcome.againAt : null;
    return {
      rhythm: schedule.rhythm,
      paused: schedule.paused,
      handledTo: schedule.handledTo,
      again: last === null || againAt === null ? null : { at: againAt, dueAt: last.dueAt },
      vendor: connection === null ? 'absent' : canReach(power, connection) ? 'there' : 'out-of-reach',
    };
  }

  function nextOf(schedule: Schedule): number | null {
    const now = clock.now();
    const decision = decideSchedule(stateOf(schedule), now, zone());
    switch (decision.kind) {
      case 'rest':
        return null;
      case 'wait':
        return decision.until;
      case 'ask':
      case 'wait-for-network':
        return decision.dueAt;
    }
  }

  function view(schedule: Schedule): ScheduleView {
    const { handledTo: _handled, covered, asking: _asking, failures: _failures, ...shown } = schedule;
    const connection = connections.get(schedule.connectionId);
    const nextAt = nextOf(schedule);
    const at = Math.max(nextAt ?? 0, clock.now());
    return {
      ...shown,
      connectionName: connection?.name ?? schedule.connectionName,
      provider: schedule.request.provider,
      nextAt,
      nextSpan: nextAt === null ? null : movedRequest(schedule, covered, at, zone()).span,
    };
  }

  function check(draft: ScheduleDraft): Connection {
    const connection = connectionOf(draft.connectionId);
    const { provider } = draft.request;
    if (connection.config.provider !== provider)
      throw new Failure('call-invalid', { subject: connection.name });
    if (!periodsOf[provider].includes(draft.period)) throw new Failure('call-invalid', { subject: 'period' });
    return connection;
  }

  function put(schedule: Schedule): Schedule {
    store.put(schedule);
    parts.onChange();
    look();
    return schedule;
  }

  function save(draft: ScheduleDraft): Schedule {
    const connection = check(draft);
    const before = draft.id === undefined ? null : known(draft.id);
    const { id: _, ...said } = draft;
    const sameRequest =
      before !== null &&
      before.period === draft.period &&
      before.connectionId === draft.connectionId &&
      isDeepStrictEqual(before.request, draft.request);
    const now = clock.now();
    const schedule: Schedule = {
      ...said,
      id: before?.id ?? parts.ids(),
      connectionName: connection.name,
      practice: connection.practice,
      paused: before?.paused ?? false,
      createdAt: before?.createdAt ?? now,
      handledTo: now,
      // Another request covers other data.
      covered: sameRequest ? before.covered : null,
      asking: before?.asking ?? null,
      failures: 0,
      lastRun: before === null ? null : settledRun(before.lastRun),
    };
    put(schedule);
    record(schedule, before === null ? 'schedule-added' : 'schedule-changed');
    return schedule;
  }

  const asking = createAsking({
    ...parts,
    put,
    onFailed: (schedule, code) => record(schedule, 'schedule-failed', code),
  });

  async function ask(schedule: Schedule, dueAt: number, missed: number): Promise<void> {
    if (!(await asking.ask(schedule, dueAt, missed))) heldUntil = clock.now() + afterRefusal;
    look();
  }

  function look(): void {
    cancelTimer();
    cancelTimer = () => {};
    if (!started || !power.isAwake()) return;
    const now = clock.now();
    if (heldUntil > now + afterRefusal) heldUntil = now;
    const held = heldUntil > now;
    let next = now + (held ? heldUntil - now : longestWait);
    const due: (() => Promise<void>)[] = [];
    for (const schedule of store.list()) {
      if (asking.isAsking(schedule.id) || held) continue;
      const decision = decideSchedule(stateOf(schedule), now, zone());
      if (decision.kind === 'ask') due.push(() => ask(schedule, decision.dueAt, decision.missed));
      else if (decision.kind === 'wait') next = Math.min(next, decision.until);
    }
    cancelTimer = atTime(clock, next, look);
    // After the timer is set: each of them looks again when it is done.
    for (const begin of due) void begin();
  }

  function dropOrphans(): void {
    const gone = store
      .list()
      .filter(({ connectionId, practice }) =>
        practice ? !parts.practising() : connections.get(connectionId) === null,
      );
    if (gone.length > 0) store.remove(gone.map(({ id }) => id));
  }

  return {
    list: () => store.list().map(view),
    preview(draft) {
      check(draft);
      const before = draft.id === undefined ? null : store.get(draft.id);
      const nextAt = nextTime(draft.rhythm, clock.now(), zone());
      const covered = before?.period === draft.period ? before.covered : null;
      return { nextAt, nextSpan: movedRequest(draft, covered, nextAt, zone()).span };
    },
    save: (draft) => view(save(draft)),
    pause(id, paused) {
      const before = known(id);
      const now = clock.now();
      const schedule = put({
        ...before,
        paused,
        ...(paused ? {} : { handledTo: now, covered: null, failures: 0 }),
        lastRun: settledRun(before.lastRun),
      });
      record(schedule, paused ? 'schedule-paused' : 'schedule-resumed');
      return view(schedule);
    },
    remove(id) {
      const schedule = known(id);
      store.remove([id]);
      record(schedule, 'schedule-removed');
      parts.onChange();
      look();
    },
    async run(id) {
      const schedule = known(id);
      const connection = connectionOf(schedule.connectionId);
      if (!canReach(power, connection)) throw new Failure('offline', { action: { kind: 'try-again' } });
      await ask(schedule, clock.now(), 0);
      return view(known(id));
    },
    start() {
      started = true;
      for (const schedule of store.list()) {
        try {
          asking.settleCutOff(schedule);
        } catch (thrown) {
          log.error('a schedule could not be written', { code: asDocketError(thrown).code });
        }
      }
      unsubscribe = power.onChange(look);
      look();
    },
    stop() {
      started = false;
      cancelTimer();
      unsubscribe();
    },
    connectionsChanged() {
      try {
        dropOrphans();
      } catch (thrown) {
        log.error('a schedule could not be removed', { code: asDocketError(thrown).code });
      }
      parts.onChange();
      look();
    },
  };
}

/** A changed or paused schedule doesn't try again what failed before. */
function settledRun(run: ScheduleRun | null): ScheduleRun | null {
  return run?.outcome.kind === 'failed' ? { ...run, outcome: { ...run.outcome, againAt: null } } : run;
}
