import type { Presence } from '../../../src-preload/contract/files.ts';
import type { CleanUpAge, FilesState } from '../kinds.ts';
import { shortDay } from '../time-in.ts';
import type { Words } from '../words-type.ts';
import { exportsCount, files, number, plural } from './values.ts';

const states: Readonly<Record<FilesState, string>> = {
  all: 'Alle filer',
  open: 'Ikke bekreftet ennå',
  committed: 'Bekreftet',
  'in-bin': 'I papirkurven',
};

const presences: Readonly<Record<Exclude<Presence, 'here' | 'in-bin'>, string>> = {
  missing: 'Ikke på plassen sin',
  changed: 'Endret siden den ble hentet',
  unreachable: 'Stasjonen kan ikke nås',
};

const ages: Readonly<Record<CleanUpAge, string>> = {
  any: 'Bekreftet når som helst',
  month: 'Bekreftet for mer enn 30 dager siden',
  quarter: 'Bekreftet for mer enn 3 måneder siden',
  half: 'Bekreftet for mer enn 6 måneder siden',
  year: 'Bekreftet for mer enn ett år siden',
};

/** Everything collected, and its clean-up. */
export const filesList: Words['files'] = {
  title: 'Filer',
  headline: (value, size) => `${files(value)} · ${size}`,
  ofThem: (value, size) => `${files(value)} bekreftet (${size})`,
  search: 'Søk i filer og eksporter',
  vendorLabel: 'Leverandør og tilkobling',
  everyVendor: 'Alle leverandører',
  stateLabel: 'Tilstand',
  state: (state) => states[state],
  orderLabel: 'Rekkefølge',
  byDate: 'Etter dato',
  byVendor: 'Etter leverandør',
  found: (value, size) => `${files(value)} · ${size}`,
  listLabel: 'Alt som er hentet',
  column: {
    file: 'Fil',
    export: 'Eksport',
    collected: 'Hentet',
    size: 'Størrelse',
    state: 'Tilstand',
  },
  group: (name, amount) => `${name} · ${amount}`,
  loading: 'Åpner filene …',
  loadingRow: 'Leser …',
  emptyTitle: 'Ingenting er hentet ennå',
  empty: 'Når du henter en eksport, kommer filene hit, etter dato og leverandør, med hva det ble av dem.',
  toExports: 'Gå til eksportene',
  noMatchTitle: 'Ingen fil passer',
  noMatch: 'Ingen fil passer med det du har valgt. Fjern filtrene for å se alt.',
  clear: 'Fjern filtrene',

  day: shortDay,
  committedOn: (when) => `Bekreftet ${when}`,
  open: 'Ikke bekreftet ennå',
  binnedOn: (when) => `Flyttet til papirkurven ${when}`,
  presence: (presence) => presences[presence],
  actions: (name) => `Hva som kan gjøres med ${name}`,
  reveal: 'Vis i mappen',
  openFile: 'Åpne i sitt eget program',
  review: 'Se på tabellen',
  receipt: 'Vis kvitteringen',
  showExport: 'Vis eksporten',

  cleanUp: 'Rydd opp …',
  cleanUpTitle: 'Rydd opp i bekreftede filer',
  cleanUpIntro:
    'Filer som er bekreftet, kan flyttes til papirkurven for å få plass. Kvitteringer og historikk blir værende, og filer kan gjenopprettes fra papirkurven.',
  ageLabel: 'Hvilke',
  age: (age) => ages[age],
  looking: 'Ser på filene …',
  nothingToClean: 'Ingen bekreftet fil er så gammel. Det er ingenting å rydde.',
  goes: (value, exports, size) =>
    `${files(value)} fra ${exportsCount(exports)} flyttes til papirkurven. Tømmer du den senere, frigjøres ${size}.`,
  goesLabel: 'Hva som flyttes til papirkurven',
  exportGoes: (value, size) => `${files(value)}, ${size}`,
  stays: (value) => `${files(value)} blir værende:`,
  safety: 'Hver fil leses først. En som ikke er nøyaktig som ved signeringen, blir der den er.',
  move: (value) => `Flytt ${files(value)} til papirkurven`,
  cancel: 'Avbryt',
  close: 'Lukk',
  moving: (name) => `Kontrollerer og flytter «${name}» …`,
  movedOf: (done, total) => `${done} av ${total}`,
  stop: 'Stopp',
  stopping: 'Stopper …',
  moved: (value, size) => `${files(value)} er flyttet til papirkurven (${size})`,
  movedNone: 'Ingen fil ble flyttet.',
  wasStopped: 'Det ble stoppet. De andre filene blir der de er.',
  stayed: (value) => `${files(value)} blir der ${plural(value, 'den', 'de')} er:`,
  andMore: (value) => `og ${number(value)} til`,
};
