import { dateFormat, hourWidth } from './locale.ts';

/** `06:00` in the system's own format: "06:00", "6:00 am". */
export function timeOfDayText(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dateFormat({ hour: hourWidth(), minute: '2-digit' }).format(new Date(2000, 0, 1, hours, minutes));
}

/** "Monday", in the language of the text; 1 is Monday, 7 is Sunday. */
export function weekdayName(weekday: number): string {
  // A Monday; at noon it is the same day in every zone that this could be shown in.
  return dateFormat({ weekday: 'long' }).format(new Date(2001, 0, weekday, 12));
}
