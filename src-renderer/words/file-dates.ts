import { dateFormat } from './locale.ts';

/** "15 Oct 2026" for `2026-10-15`, "15 Oct 2026, 08:01" for one with a time; as the file's own clock. */
export function fileMoment(text: string): string {
  const { date, hours } = partsOf(text);
  return hours === null || hours === midnight ? date : `${date}, ${hours}`;
}

/** Both ends of a time; where one tells its hours the other does as well. No line is broken within a day. */
export function fileSpan({ from, to }: { readonly from: string; readonly to: string }): string {
  const ends = [partsOf(from), partsOf(to)];
  const timed = ends.some(({ hours }) => hours !== null && hours !== midnight);
  const told = ends.map(({ date, hours }) => {
    const day = date.replaceAll(' ', '\u00a0');
    return timed && hours !== null ? `${day}, ${hours}` : day;
  });
  return told.join('\u00a0– ');
}

const midnight = '00:00';

/** `hours` is null where the text is no time that we know; a day alone begins at midnight. */
function partsOf(text: string): { readonly date: string; readonly hours: string | null } {
  const [day = '', time = ''] = text.split(/[ T]/);
  const at = Date.parse(`${day}T00:00:00`);
  if (Number.isNaN(at)) return { date: text, hours: null };
  const date = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(at);
  const hours = time.replace(/(\.\d+)$/, '').replace(/^(\d\d:\d\d):00$/, '$1');
  return { date, hours: hours === '' ? midnight : hours };
}

/** "1–31 Oct 2026" in the system's own format. */
export function filePeriod({ from, to }: { readonly from: string; readonly to: string }): string {
  const start = Date.parse(`${from.slice(0, 10)}T00:00:00`);
  const end = Date.parse(`${to.slice(0, 10)}T00:00:00`);
  if (Number.isNaN(start) || Number.isNaN(end)) return `${from} – ${to}`;
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(start, end);
}
