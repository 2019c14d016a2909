import type { ScheduleView } from '../../../src-preload/contract/schedules.ts';
import { words } from '../../words/words.ts';

/** What a schedule is called: as the person named it, or by what it asks for. */
export function scheduleTitle({ title, request }: Pick<ScheduleView, 'title' | 'request'>): string {
  if (title !== '') return title;
  switch (request.provider) {
    case 'mypreferences':
      return request.segmentName;
    case 'mytracker':
      return words.newExport.event(request.event);
    case 'crayon':
      return words.schedules.licences(request.customerAccountId);
  }
}
