import type { HistoryKind } from '../../src-preload/contract/history.ts';
import type { ExportRequest } from '../../src-preload/contract/requests.ts';
import type { Ledger } from '../jobs/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import type { Schedule } from './schedule-store.ts';

export interface RecordParts {
  readonly history: Pick<Ledger['history'], 'append'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Who works here: what a schedule does by itself is signed by Docket. */
  readonly user: string;
}

type ScheduleEvent = Extract<HistoryKind, `schedule-${string}`>;

/** Writes a line of the history about a schedule; `note` is an error's code. Never throws. */
export type RecordSchedule = (schedule: Schedule, kind: ScheduleEvent, note?: string | null) => void;

export function createScheduleRecord({ history, clock, log, user }: RecordParts): RecordSchedule {
  return (schedule, kind, note = null) => {
    try {
      history.append({
        at: clock.now(),
        by: kind === 'schedule-failed' ? 'Docket' : user,
        kind,
        jobId: null,
        title: schedule.title === '' ? nameOf(schedule.request) : schedule.title,
        connectionName: schedule.connectionName,
        provider: schedule.request.provider,
        practice: schedule.practice,
        rows: null,
        files: null,
        bytes: null,
        fingerprint: null,
        note,
      });
    } catch (error) {
      // The schedule itself is kept elsewhere: it must not depend on its line in the history.
      log.warn('a schedule has no line in the history', { code: asDocketError(error).code });
    }
  };
}

function nameOf(request: ExportRequest): string {
  switch (request.provider) {
    case 'mypreferences':
      return request.segmentName.slice(0, 200);
    case 'mytracker':
      return request.event;
    case 'crayon':
      return String(request.customerAccountId);
  }
}
