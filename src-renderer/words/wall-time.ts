import { dateFormat } from './locale.ts';

/** `06:00` in the system's own format: "06:00", "6:00 am". */
export function timeOfDayText(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dateFormat({ timeStyle: 'short' }).format(new Date(2000, 0, 1, hours, minutes));
}
