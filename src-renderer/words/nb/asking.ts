import type { Words } from '../words-type.ts';
import { ago } from './time.ts';
import { count, exportsCount, number } from './values.ts';

/** In "New export": the last request once more, several numbers at once, and repeating it. */
export const asking: Words['asking'] = {
  lastTitle: 'Din siste forespørsel',
  last: (title, at, now) => `«${title}», bedt om ${ago(at, now)}`,
  again: 'Be om den igjen',
  againNamed: (title) => `Be om den igjen: «${title}»`,
  fillIn: 'Bruk som utgangspunkt',
  filledIn: 'Feltene inneholder den siste forespørselen din. Endre det som er annerledes, og be om den.',
  filledAnew: 'Feltene inneholder forespørselen som mislyktes.',

  several: 'Legg til flere på én gang',
  one: 'Legg til én',
  severalLabel: {
    mypreferences: 'Tilgangsnøkler',
    mytracker: 'Numrene på eksportene',
    crayon: '',
  },
  severalHint: 'Ett på hver linje, slik du har dem: numre, eller hele adresser som inneholder et.',
  severalNone: 'Det er ikke noe nummer her.',
  addSeveral: (numbers) => `Legg til ${exportsCount(numbers)}`,
  addingSeveral: (done, all) => `Legger til ${number(done)} av ${number(all)} …`,
  results: 'Hva det ble av hver linje',
  noNumber: (line) => `Linje ${number(line)}: ikke noe nummer`,
  twice: 'Står allerede ovenfor.',
  waiting: 'Venter …',
  asked: 'Spør …',
  added: (title) => `På listen din: «${title}»`,
  addedAll: (exports) => `${exportsCount(exports)} står på listen din`,
  addedSome: (added, failed) =>
    `${exportsCount(added)} står på listen din. ${count(failed, 'linje', 'linjer')} må ses på igjen.`,
  retry: 'Prøv de andre på nytt',

  repeat: 'Gjenta',
  once: 'Én gang, nå',
  daily: 'Hver dag',
  weekdays: 'Mandag til fredag',
  weekly: 'Hver uke',
  monthly: 'Hver måned',
  time: 'Klokken',
  timeProblem: 'Skriv inn et klokkeslett, som 06:00.',
  weekday: 'Ukedag',
  day: 'På dag',
  dayHint: 'I en kortere måned på den siste dagen.',
  period: 'Hver gang for',
  periods: {
    'day-before': 'dagen før',
    'seven-days': 'de siste sju dagene',
    'month-before': 'måneden før',
    'since-last': 'det som er endret siden sist',
    same: 'det samme som nå',
  },
  periodHint: {
    'day-before': 'Dager som ble hoppet over, og helger, kommer med i neste eksport: ingen faller mellom to.',
    'seven-days': 'Dager som ble hoppet over, kommer med i neste eksport: ingen faller mellom to.',
    'month-before': 'Måneder som ble hoppet over, kommer med i neste eksport: ingen faller mellom to.',
    'since-last': 'Hver eksport begynner en dag før den forrige ble bedt om, så ingenting faller mellom to.',
    same: 'Med dagene du velger her, hver gang.',
  },
  whileRunning:
    'Docket spør mens det er åpent. Er det lukket da, spør det én gang ved neste start. Det bekrefter aldri noe av seg selv.',
  alsoNow: 'Be om den én gang nå også',
  setUp: 'Lag tidsplanen',
  settingUp: 'Lager …',
  saveSchedule: 'Lagre tidsplanen',
  setUpDone: 'Tidsplanen er laget',
  changed: 'Tidsplanen er endret',
};
