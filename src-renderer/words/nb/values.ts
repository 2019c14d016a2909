import { countIn, pluralIn } from '../counting.ts';
import { sizeIn } from '../numbers.ts';
import type { Words } from '../words-type.ts';

export { number, percent } from '../numbers.ts';

/*
 * Ord som brukes i hele programmet (engelsk til venstre):
 *
 * vendor      leverandør           export       eksport (en)
 * connection  tilkobling           to collect   hente, henting
 * to review   gjennomgå            commit       bekreftelse (av mottak), bekrefte; den kan ikke angres
 * receipt     kvittering           fingerprint  fingeravtrykk
 * history     historikk            practice     øving
 * keychain    passordlager         secret       nøkkel (passordet eller nøkkelen til en tilkobling)
 * file, row, column, cell          fil, rad, kolonne, celle
 *
 * Rolig og vennlig, «du», presens, tingen ved navn, og alltid det neste steget. «Bekreftet» betyr at leverandøren har
 * svart, «lagret» at det ligger på disken, «kontrollert» at hver byte er kontrollert. Anførselstegn er «slike».
 */

/** `plural(3, 'rad', 'rader')` is "rader". */
export const plural = pluralIn<readonly [one: string, other: string]>('nb', ['one', 'other']);
/** `count(3, 'rad', 'rader')` is "3 rader". */
export const count = countIn(plural);

export const records = (value: number) => count(value, 'post', 'poster');
export const files = (value: number) => count(value, 'fil', 'filer');
export const exportsCount = (value: number) => count(value, 'eksport', 'eksporter');
export const rows = (value: number) => count(value, 'rad', 'rader');
export const columns = (value: number) => count(value, 'kolonne', 'kolonner');

const conjunction = new Intl.ListFormat('nb', { type: 'conjunction' });
/** "a", "a og b", "a, b og c". */
export const list = (items: readonly string[]) => conjunction.format(items);

export const size = sizeIn(['B', 'kB', 'MB', 'GB', 'TB']);

/** What the screens use of it by themselves. */
export const valueWords: Words['values'] = { records, files, list, size };
