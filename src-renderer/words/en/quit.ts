import { type Busy, vendorsOf } from '../quit-busy.ts';
import { exportsCount, list } from './values.ts';

const quoted = (busy: readonly Busy[]) =>
  busy.length > 3 ? exportsCount(busy.length) : list(busy.map(({ title }) => `“${title}”`));

/** "MyPreferences’": whose answer is waited for. */
function whose(busy: readonly Busy[]): string {
  const [one, another] = vendorsOf(busy);
  if (one === undefined || another !== undefined) return 'the vendor’s';
  return one.endsWith('s') ? `${one}’` : `${one}’s`;
}

export const quit = {
  title: 'Quit Docket?',
  collecting: (busy: readonly Busy[]) =>
    busy.length === 1
      ? `${quoted(busy)} is being collected. It stops now and goes on from there when you open Docket again.`
      : `${exportsCount(busy.length)} are being collected. They stop now and go on from there when you open Docket again.`,
  committing: (busy: readonly Busy[]) =>
    busy.length === 0
      ? 'A commit is being sent. Docket waits for the vendor’s answer before it closes.'
      : `The commit of ${quoted(busy)} is being sent. Docket waits for ${whose(busy)} answer before it closes.`,
  finished: 'What was under way has finished.',
  keepWorking: 'Keep working',
  quit: 'Quit',

  waitingTitle: (busy: readonly Busy[]) => `Waiting for ${whose(busy)} answer`,
  waiting: 'Docket closes by itself as soon as it knows what became of the commit.',
  waitingElse:
    'You can also quit now. Nothing is lost: Docket asks again, by itself, when you open it the next time.',
  quitNow: 'Quit now',
} as const;
