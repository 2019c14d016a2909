import type { Flag, Summary } from '../../../src-preload/contract/review-insight.ts';
import { filePeriod, fileSpan } from '../file-dates.ts';
import { rowsChange } from '../rows-change.ts';
import type { Words } from '../words-type.ts';
import { oddCells } from './review-filter.ts';
import { share } from './review-profile.ts';
import { dateAndTime } from './time.ts';
import { count, number, plural, rows } from './values.ts';

function rowsChanged(now: number, before: number): string {
  const change = rowsChange(now, before);
  switch (change.kind) {
    case 'none':
      return `Det er ingen rader. Sist var det ${number(before)}`;
    case 'twice':
      return `Det er omtrent dobbelt så mange rader som sist (${number(before)})`;
    case 'half':
      return `Det er omtrent halvparten så mange rader som sist (${number(before)})`;
    case 'times':
      return `Det er ${number(change.times)} ganger så mange rader som sist (${number(before)})`;
    case 'fewer':
      return `Det er bare ${rows(now)}. Sist var det ${number(before)}`;
  }
}

/** The first few of them, each cut to what can be taken in at a glance. */
const named = (texts: readonly string[]) =>
  texts
    .slice(0, 4)
    .map((text) => `«${text.length > 30 ? `${text.slice(0, 29)}…` : text}»`)
    .concat(texts.length > 4 ? ['…'] : [])
    .join(', ');

/** One quality flag as a sentence without its full stop. */
function flag(flagged: Flag): string {
  switch (flagged.kind) {
    case 'count-differs':
      return `${rows(flagged.shown)} kan vises, ${number(flagged.collected)} ble talt da den ble hentet`;
    case 'broken-lines':
      return flagged.count === 0
        ? `${count(flagged.short, 'linje', 'linjer')} er kortere enn overskriften`
        : `${count(flagged.count, 'linje', 'linjer')} kan ikke leses som ${plural(flagged.count, 'en rad', 'rader')}`;
    case 'undecodable-rows':
      return `${rows(flagged.count)} har tegn som ikke kan leses med denne tegnkodingen`;
    case 'rows-changed':
      return rowsChanged(flagged.rows, flagged.before);
    case 'column-gone':
      return `${flagged.name} var der sist og er borte`;
    case 'column-new':
      return `${flagged.name} er ny siden sist`;
    case 'blank-share': {
      const before = flagged.before === null ? '' : `, sist ${share(flagged.before)}`;
      return flagged.share === 1
        ? `${flagged.name} er tom i hver rad${before}`
        : `${flagged.name} er tom i ${share(flagged.share)} av radene${before}`;
    }
    case 'odd-cells':
      return `${flagged.name}: ${oddCells(flagged.type, flagged.count)}: ${named(flagged.texts)}`;
    case 'odd-columns':
      return `${flagged.columns.length} kolonner har enkelte celler som ikke er tall eller dato: ${flagged.columns.map(({ name }) => name).join(', ')}`;
    case 'outside-period':
      return `${rows(flagged.count)} ligger utenfor perioden du ba om (${flagged.name})`;
    case 'repeated-rows':
      return `${rows(flagged.count)} gjentar en annen i hver celle`;
    case 'repeated-ids':
      return `${flagged.name} er ikke entydig: ${rows(flagged.count)} gjentar en verdi`;
    case 'constant':
      return flagged.value === null || flagged.value === ''
        ? `${flagged.name} er alltid tom`
        : `${flagged.name} er «${flagged.value.slice(0, 40)}» i hver rad`;
    case 'constants':
      return `${flagged.columns.length} kolonner har samme verdi i hver rad: ${flagged.columns.map(({ name }) => name).join(', ')}`;
  }
}

export const reviewSummary: Words['reviewSummary'] = {
  label: 'Oppsummering av tabellen',
  working: 'Ser gjennom alle radene …',
  stopped: 'Gjennomgangen av radene ble stoppet.',
  again: 'Se gjennom dem',
  waiting: 'Oppsummeringen kommer når filen er lest til slutten.',
  failed: 'Oppsummeringen kunne ikke lages.',
  rows: 'Rader',
  columns: 'Kolonner',
  files: 'Filer',
  period: 'Periode',
  periodText: fileSpan,
  periodColumn: (name) => `etter ${name}`,
  periodShort: filePeriod,
  previous: 'Sist',
  previousText: (previous, now) =>
    `${previous.title}, ${dateAndTime(previous.collectedAt, now)}: ${rows(previous.rows)}`,
  noPrevious: 'Dette er den første av sitt slag her',
  broken: 'Linjer som ikke vises',
  flags: 'Verdt å se på',
  /** Says no more than what was compared. */
  noFlags: (previous: Summary['previous']) => {
    if (previous === null) return 'Ingenting skiller seg ut.';
    return previous.columnsKnown === true
      ? 'Ingenting skiller seg ut, heller ikke sammenlignet med sist.'
      : 'Ingenting skiller seg ut; av forrige gang er bare antallet rader kjent.';
  },
  flag,
  flagsMore: (more) => `${number(more)} til`,
  flagGo: (said) => `${said}. Vis det`,
  blanks: 'Tomme celler etter kolonne',
  noBlanks: 'Ingen kolonne har tomme celler.',
  blankOf: (name, value) => `${name}: ${share(value)} tomme`,
  blanksMore: (more) => `${count(more, 'kolonne', 'kolonner')} til med tomme celler`,
  filledColumns: (columns) => `${count(columns, 'kolonne', 'kolonner')} har ingen tom celle.`,
};
