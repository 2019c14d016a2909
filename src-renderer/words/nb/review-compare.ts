import type { CompareSide } from '../kinds.ts';
import type { Words } from '../words-type.ts';
import { dateAndTime } from './time.ts';
import { list, number, plural, rows } from './values.ts';

const sides: Readonly<Record<CompareSide, string>> = {
  added: 'Lagt til',
  gone: 'Borte',
  changed: 'Endret',
  unmatched: 'Uten make',
};

const none: Readonly<Record<CompareSide, string>> = {
  added: 'Ingen rad er lagt til.',
  gone: 'Ingen rad er borte.',
  changed: 'Ingen rad er endret.',
  unmatched: 'Hver rad fant sin make.',
};

export const reviewCompare: Words['reviewCompare'] = {
  title: 'Sammenlign med en tidligere',
  heading: (title) => `${title}: sammenlignet med en tidligere`,
  back: 'Tabell',
  backLabel: 'Tilbake til tabellen',
  with: 'Sammenlign med',
  earlier: (title, collectedAt, count, now) =>
    [title, dateAndTime(collectedAt, now), ...(count === null ? [] : [rows(count)])].join(' · '),
  noneTitle: 'Ingenting å sammenligne med',
  none: 'Dette er den første eksporten av sitt slag på denne datamaskinen. Den neste kan sammenlignes med den.',
  looking: 'Ser etter tidligere …',
  working: 'Sammenligner alle radene …',
  workingLabel: 'Hvor mye som er sammenlignet',
  stop: 'Stopp',
  stopped: 'Sammenligningen ble stoppet.',
  again: 'Sammenlign på nytt',
  key: 'Rader er de samme når de er like i',
  wholeRow: 'hele raden',
  ownKey: 'Andre kolonner …',
  ownKeyTitle: 'Kolonner som kjennetegner en rad',
  ownKeyHint: 'Velg én eller flere der verdiene til sammen bare forekommer én gang.',
  useKey: 'Sammenlign etter disse',
  keyNames: (names) => list(names),
  noKey: 'Ingen kolonne kjennetegner hver rad, så radene sammenlignes som helhet: ingen regnes som endret.',
  same: (value) => `${rows(value)} er like`,
  allSame: 'Begge har de samme radene.',
  side: (side) => sides[side],
  tab: (side, value) => `${sides[side]} ${number(value)}`,
  nothing: (side) => none[side],
  unmatchedHint: 'Nøkkelen er tom, eller forekommer mer enn én gang på en av sidene.',
  columnsNew: (names) => `${plural(names.length, 'Ny kolonne', 'Nye kolonner')}: ${list(names)}`,
  columnsGone: (names) => `${plural(names.length, 'Kolonne borte', 'Kolonner borte')}: ${list(names)}`,
  tableLabel: (side) => `Rader: ${sides[side]}`,
  rowNow: 'Raden nå',
  rowBefore: 'Raden før',
  columnNew: (name) => `${name} (ny)`,
  columnGone: (name) => `${name} (borte)`,
  was: 'var',
  blank: '(tom)',
  now: 'nå',
  before: 'før',
};
