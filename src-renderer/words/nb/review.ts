import type { ReviewTask } from '../../../src-preload/contract/review.ts';
import type { Words } from '../words-type.ts';
import { momentInSentence } from './time.ts';
import { columns, count, files, number, percent, plural, rows } from './values.ts';

const tasks: Readonly<Record<ReviewTask['kind'], string>> = {
  save: 'Skriver …',
  compare: 'Sammenligner …',
  view: 'Ordner radene …',
  find: 'Søker …',
  profile: 'Leser kolonnen …',
  summary: 'Ser gjennom alle radene …',
};

export const review: Words['review'] = {
  title: 'Gjennomgang',
  back: 'Eksporter',
  backLabel: 'Tilbake til eksportene',
  opening: 'Åpner tabellen …',
  openingHint: 'Ingenting sendes noe sted.',
  facts: (table, period) =>
    [
      files(table.files),
      table.load?.kind === 'loading' || table.load?.kind === 'cancelled'
        ? `${plural(table.totalRows, 'første', 'de første')} ${rows(table.totalRows)}`
        : rows(table.totalRows),
      columns(table.columns.length),
      ...(period === null ? [] : [period]),
    ].join(' · '),
  rows,
  columns,
  file: 'Fil',
  partsOf: (name, parts) => (parts === 1 ? name : `${name} og ${number(parts - 1)} til`),
  sheet: 'Ark',
  tableLabel: (title) => `Tabellen ${title}`,
  rowNumber: 'Nr.',
  nameless: 'En kolonne uten navn',
  unnamed: (index) => `kolonne ${index + 1}`,
  part: 'Del',
  first: 'Første rad',
  last: 'Siste rad',

  loading: (load) => {
    const share = load.totalBytes === 0 ? '' : ` · ${percent((100 * load.bytes) / load.totalBytes)}`;
    const soFar = load.rows === null ? '' : ` ${rows(load.rows)} så langt`;
    return `Leser filen til slutten …${soFar}${share}`;
  },
  loadingHint: 'De første radene kan leses allerede.',
  loadingLabel: 'Hvor mye av filen som er lest',
  cancelLoad: 'Stopp lesingen',
  cancelledTitle: 'Lesingen ble stoppet.',
  cancelled: 'Bare de første radene vises. Sortering, filtre og søk trenger alle.',
  readOn: 'Les til slutten',
  revivingTitle: 'Tabellen må åpnes på nytt.',
  reviving: 'Det som leser den, har stoppet. Docket åpner den igjen av seg selv. Filer og henting er urørt.',
  working: 'Ordner radene …',
  task: ({ kind, done, total }) =>
    total === null ? tasks[kind] : `${tasks[kind]} ${number(done)} av ${rows(total)} lest`,
  taskLabel: {
    save: 'Hvor mye som er skrevet',
    compare: 'Hvor langt sammenligningen er kommet',
    view: 'Hvor langt ordningen av radene er kommet',
    find: 'Hvor mye som er gjennomsøkt',
    profile: 'Hvor mye av kolonnen som er lest',
    summary: 'Hvor mye som er sett gjennom',
  },
  cancelTask: 'Avbryt',

  brokenTitle: (lines) => `${count(lines, 'linje', 'linjer')} vises ikke.`,
  broken: (lines) =>
    lines === 1
      ? 'Den kan ikke leses som en rad i denne tabellen. Den blir stående i filen som den er.'
      : 'De kan ikke leses som rader i denne tabellen. De blir stående i filen som de er.',
  showBroken: 'Vis',

  cell: (column, row) => `${column} · rad ${number(row)}`,
  cellLabel: 'Hele teksten i en celle',
  emptyCell: 'Tom',
  noCell: 'Velg en celle for å lese hele teksten her.',
  cellCut: (shown, length) => `${number(shown)} av ${count(length, 'tegn', 'tegn')}`,
  readMore: 'Les videre',
  onlyThis: 'Bare rader med dette',
  onlyThisLabel: (column) => `Bare rader med denne verdien i ${column}`,
  chosenCells: (cells) => `${count(cells, 'celle', 'celler')} valgt`,

  noRowsTitle: 'Denne tabellen har ingen rader',
  noRows: 'Filen har kolonnenavn og ingenting under dem. Det kan være slik det skal være.',
  noMatchTitle: 'Ingen rad passer',
  noMatch: 'Filtrene lar ingenting av tabellen stå igjen. Alle radene er der fortsatt.',
  noFilesTitle: 'Ingenting å gå gjennom ennå',
  noFiles: 'Denne eksporten har ingen filer på datamaskinen. Hent den først.',
  openAgain: 'Åpne igjen',
  openOutside: 'Åpne i sitt eget program',

  shown: (total, all) => (total === all ? rows(all) : `${number(total)} av ${rows(all)} vises`),
  remark: 'Merknad (valgfri)',
  mark: 'Jeg har gått gjennom dette',
  marking: 'Skriver det ned …',
  reviewedBy: (who, at, now) => `Gjennomgått av ${who} ${momentInSentence(at, now)}`,
  commit: 'Bekreft …',
  committed: 'Bekreftet',
  receipt: 'Kvittering',
};
