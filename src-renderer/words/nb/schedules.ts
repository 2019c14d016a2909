import type { Period, Rhythm, Span } from '../../../src-preload/contract/schedules.ts';
import { filePeriod } from '../file-dates.ts';
import { sentence } from '../sentence.ts';
import { timeOfDayText, weekdayName } from '../wall-time.ts';
import type { Words } from '../words-type.ts';
import { momentInSentence, until } from './time.ts';
import { number } from './values.ts';

function rhythm(when: Rhythm): string {
  const at = timeOfDayText(when.time);
  switch (when.kind) {
    case 'daily':
      return `Hver dag kl.\u00a0${at}`;
    case 'weekdays':
      return `Mandag til fredag kl.\u00a0${at}`;
    case 'weekly':
      return `Hver ${weekdayName(when.weekday)} kl.\u00a0${at}`;
    case 'monthly':
      return `Hver måned på dag ${when.day} kl.\u00a0${at}`;
  }
}

const periods: Readonly<Record<Period, string>> = {
  'day-before': 'for dagen før',
  'seven-days': 'for de siste sju dagene',
  'month-before': 'for måneden før',
  'since-last': 'for det som er endret siden sist',
  same: 'for det samme hver gang',
};

/** "Neste gang 23. nov., 06:00, for 22. nov. 2026." */
function next(at: number, now: number, span: Span | null): string {
  const when =
    at <= now ? 'Neste gang så snart denne datamaskinen er på nett' : `Neste gang ${until(at, now)}`;
  return sentence(span === null ? when : `${when}, for ${filePeriod(span)}`);
}

/** The screen of requests that Docket repeats. */
export const schedules: Words['schedules'] = {
  title: 'Tidsplaner',
  listLabel: 'Tidsplaner',
  emptyTitle: 'Ingenting gjentas ennå',
  empty:
    'Docket kan be en leverandør om den samme eksporten hver dag, mandag til fredag, hver uke eller hver måned. Velg «Gjenta» når du ber om en.',
  newSchedule: 'Ny tidsplan',
  intro: 'Docket spør mens det er åpent. Det bekrefter aldri noe av seg selv.',

  rhythm,
  period: (period) => periods[period],
  next,
  paused: 'Satt på pause',
  noConnection: 'Tilkoblingen finnes ikke lenger.',

  asked: (title, at, now) => sentence(`«${title}» ble bedt om ${momentInSentence(at, now)}`),
  missed: (times, at, now) =>
    times === 0
      ? `Den skulle ha kjørt ${momentInSentence(at, now)}, da Docket ikke var åpent.`
      : `Docket var ikke åpent ved ${number(times + 1)} av tidspunktene. Det har spurt én gang for alle.`,
  failed: (title, at, now) => sentence(`${title}: ikke bedt om ${momentInSentence(at, now)}`),
  again: (at, now) => sentence(`Docket prøver igjen ${until(at, now)}`),
  notAgain: 'Docket venter til neste gang. Da kommer det som mangler, med.',
  unclear:
    'Docket ble lukket mens det spurte. Ingenting kom på listen, så den neste eksporten dekker disse dagene også.',

  show: 'Vis eksporten',
  showNamed: (title) => `Vis eksporten: «${title}»`,
  run: 'Be om den nå',
  runNamed: (title) => `Be om den nå: «${title}»`,
  pause: 'Sett på pause',
  pauseNamed: (title) => `Sett på pause: «${title}»`,
  goOn: 'Fortsett',
  goOnNamed: (title) => `Fortsett med «${title}»`,
  edit: 'Rediger',
  editNamed: (title) => `Rediger «${title}»`,
  editTitle: (title) => `Rediger tidsplanen «${title}»`,
  removeNamed: (title) => `Fjern tidsplanen «${title}»`,
  removed: (title) => `Tidsplanen «${title}» er fjernet`,
  removedHint: 'Eksportene blir stående på listen din.',
  undo: 'Angre',
  licences: (account) => `Lisensrapport for konto ${account}`,
  ranOn: (title) => `«${title}» er bedt om`,
  ranHint: 'Slik tidsplanen sier.',
  ranLateHint: 'Tidsplanen skulle ha kjørt da Docket ikke var åpent.',
};
