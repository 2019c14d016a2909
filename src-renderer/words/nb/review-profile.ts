import { fileMoment } from '../file-dates.ts';
import { numberFormat } from '../locale.ts';
import { preciseShare } from '../numbers.ts';
import type { Words } from '../words-type.ts';
import { number, rows } from './values.ts';

const hardSpace = '\u00a0';

/** A share from 0 to 1: "12 %", "0,3 %", "under 0,1 %"; never 0 or 100 for what isn't. */
export function share(value: number): string {
  const hundredths = value * 100;
  if (hundredths > 0 && hundredths < 0.1) return `under${hardSpace}${preciseShare(0.001)}`;
  if (hundredths > 99.9 && hundredths < 100) return `over${hardSpace}${preciseShare(0.999)}`;
  return preciseShare(value);
}

/** A sum to its last place, as far as a number holds it. */
const amount = (value: number) =>
  numberFormat({
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
    maximumFractionDigits: 6,
  }).format(Number(value.toPrecision(15)));

const decimal = (value: number) => numberFormat({ maximumSignificantDigits: 6 }).format(value);

export const reviewProfile: Words['reviewProfile'] = {
  label: (column) => `Profilen til ${column}`,
  none: 'Velg en kolonne: trykk på navnet og deretter «Profil», eller gå til en av cellene.',
  working: 'Leser kolonnen …',
  stopped: 'Lesingen av kolonnen ble stoppet.',
  again: 'Les den',
  ofShown: (value) => `Av ${rows(value)} som vises`,
  type: 'Type',
  filled: 'Utfylt',
  filledText: (profile) =>
    profile.rows === 0
      ? '—'
      : `${number(profile.rows - profile.blank)} (${share((profile.rows - profile.blank) / profile.rows)})`,
  blank: 'Tomme',
  blankText: (profile) =>
    profile.rows === 0 ? '—' : `${number(profile.blank)} (${share(profile.blank / profile.rows)})`,
  distinct: 'Ulike verdier',
  distinctText: ({ distinct }) =>
    distinct.exact ? number(distinct.count) : `omtrent ${number(distinct.count)}`,
  least: 'Minst',
  greatest: 'Størst',
  earliest: 'Tidligst',
  latest: 'Senest',
  mean: 'Gjennomsnitt',
  decimal,
  sum: 'Sum',
  amount,
  oddTitle: {
    number: 'Ikke tall',
    date: 'Ikke datoer',
    timestamp: 'Ikke tidspunkter',
  },
  oddNote: 'Vist som i filen, sortert sist, ikke med i noe intervall eller noen sum.',
  values: 'Vanligste verdier',
  histogram: 'Hvordan tallene fordeler seg',
  times: 'Hvordan tidene fordeler seg',
  numbersBin: (from, to) => `${decimal(from)} – ${decimal(to)}`,
  timesBin: (from, to) => `${fileMoment(from)} – ${fileMoment(to)}`,
  blankValue: '(tom)',
  allDifferent: 'Hver verdi er ulik.',
  examples: 'De første av dem',
  others: 'Andre verdier',
  bar: (what, value, of) => `${what}: ${rows(value)}, ${share(of === 0 ? 0 : value / of)}`,
  barHint: 'Trykk på en stolpe for å se bare dens rader.',
  allBlank: 'Hver celle i denne kolonnen er tom.',
  filter: 'Filtrer …',
  repeated: 'Rader der verdien gjentar seg',
  share,
  moment: fileMoment,
};
