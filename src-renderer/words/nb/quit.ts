import { type Busy, vendorsOf } from '../quit-busy.ts';
import type { Words } from '../words-type.ts';
import { exportsCount, list } from './values.ts';

const quoted = (busy: readonly Busy[]) =>
  busy.length > 3 ? exportsCount(busy.length) : list(busy.map(({ title }) => `«${title}»`));

/** Whose answer is waited for: by its name where it is one vendor. */
function whose(busy: readonly Busy[]): string {
  const [one, another] = vendorsOf(busy);
  return one === undefined || another !== undefined ? 'leverandøren' : one;
}

export const quit: Words['quit'] = {
  title: 'Vil du avslutte Docket?',
  collecting: (busy) =>
    busy.length === 1
      ? `${quoted(busy)} hentes nå. Hentingen stopper og fortsetter derfra når du åpner Docket igjen.`
      : `${exportsCount(busy.length)} hentes nå. Hentingen stopper og fortsetter derfra når du åpner Docket igjen.`,
  committing: (busy) =>
    busy.length === 0
      ? 'En bekreftelse er under sending. Docket venter på svaret fra leverandøren før det lukkes.'
      : `Bekreftelsen av ${quoted(busy)} er under sending. Docket venter på svaret fra ${whose(busy)} før det lukkes.`,
  finished: 'Det som var i gang, er ferdig.',
  keepWorking: 'Arbeid videre',
  quit: 'Avslutt',

  waitingTitle: (busy) => `Venter på svaret fra ${whose(busy)}`,
  waiting: 'Docket lukkes av seg selv så snart det vet hva det ble av bekreftelsen.',
  waitingElse:
    'Du kan også avslutte nå. Ingenting går tapt: Docket spør igjen, av seg selv, neste gang du åpner det.',
  quitNow: 'Avslutt nå',
};
