import { dateFormat } from './locale.ts';

/** "15 Oct 2026" for `2026-10-15`, "15 Oct 2026, 08:01" for one with a time; as the file's own clock. */
export function fileMoment(text: string): string {
  const [day = '', time = ''] = text.split(/[ T]/);
  const at = Date.parse(`${day}T00:00:00`);
  if (Number.isNaN(at)) return text;
  const date = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(at);
  const hours = time.replace(/(\.\d+)$/, '').replace(/^(\d\d:\d\d):00$/, '$1');
  return hours === '' || hours === '00:00' ? date : `${date}, ${hours}`;
}

/** "1–31 Oct 2026" in the system's own format. */
export function filePeriod({ from, to }: { readonly from: string; readonly to: string }): string {
  const start = Date.parse(`${from.slice(0, 10)}T00:00:00`);
  const end = Date.parse(`${to.slice(0, 10)}T00:00:00`);
  if (Number.isNaN(start) || Number.isNaN(end)) return `${from} – ${to}`;
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(start, end);
}
