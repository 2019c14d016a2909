import type { Finding } from '../../../src-preload/contract/receipts.ts';
import type { FindingKind } from '../kinds.ts';
import { sentence } from '../sentence.ts';
import type { Words } from '../words-type.ts';
import { count, files, list, number, size } from './values.ts';

const found: Readonly<Record<FindingKind, (value: number) => string>> = {
  same: (value) => `${files(value)} som ved signeringen`,
  changed: (value) => `${number(value)} endret`,
  missing: (value) => `${number(value)} mangler`,
  unreadable: (value) => `${number(value)} kan ikke leses`,
  moved: (value) => `${number(value)} flyttet`,
  'in-bin': (value) => `${number(value)} i papirkurven`,
};

/** What became of one file. */
function finding(
  name: string,
  it: Finding,
  about: { readonly when: string; readonly reason: string },
): string {
  switch (it.kind) {
    case 'same':
      return `«${name}» er som ved signeringen.`;
    case 'changed':
      return `«${name}» er endret: den er ${size(it.bytes)} nå, med et annet innhold.`;
    case 'moved':
      return `«${name}» er flyttet eller har fått nytt navn. Dataene er uendret og ligger i ${it.folder} som «${it.name}».`;
    case 'missing':
      return `«${name}» er ikke der den ble lagret, og heller ikke i nærheten.`;
    case 'in-bin':
      return `«${name}» ble flyttet til papirkurven ${about.when}.`;
    case 'unreadable':
      return `«${name}» kan ikke leses: ${about.reason}`;
  }
}

const nextSteps: Readonly<Record<Exclude<FindingKind, 'same'>, string>> = {
  changed:
    'Hent originalen tilbake fra en sikkerhetskopi. Behold den endrede filen også til du vet hvem som endret den.',
  missing: 'Se i papirkurven og i sikkerhetskopiene, legg den tilbake i mappen og kontroller på nytt.',
  unreadable: 'Lukk programmer som bruker den, koble til stasjonen og kontroller på nytt.',
  moved: 'Ingenting er tapt. Flytt den tilbake til mappen hvis den skal ligge der.',
  'in-bin':
    'Det var en opprydding i bekreftede filer. Så lenge den ligger i papirkurven, kan den gjenopprettes derfra.',
};

/** The receipt as a page: to read, to print, to check. */
export const receiptPage: Words['receiptPage'] = {
  back: 'Tilbake',
  loading: 'Åpner kvitteringen …',
  title: (title) => `Kvittering for «${title}»`,
  heading: 'Kvittering',
  page: (title) => `Kvitteringen for ${title}, slik den skrives ut`,
  open: 'Skriv ut, lagre eller kontroller …',

  check: 'Kontroller denne kvitteringen',
  checkAgain: 'Kontroller på nytt',
  checking: (name) => `Leser «${name}» …`,
  checkedOf: (done, total) => `${done} av ${total}`,
  stopCheck: 'Avbryt',
  checkStopped: 'Kontrollen ble avbrutt. Ingenting er notert.',
  print: 'Skriv ut …',
  savePdf: 'Lagre som PDF …',
  printed: 'Kvitteringen er sendt til skriveren',
  saved: (name) => `Lagret som «${name}»`,
  savedWhere: (folder) => `I ${folder}`,
  fileName: (title, day) => `Kvittering ${title} ${day}`,

  allSame: (value) =>
    value === 1
      ? 'Filen er nøyaktig som ved signeringen.'
      : `Alle ${files(value)} er nøyaktig som ved signeringen.`,
  allSameHint: 'Hver byte er lest på nytt akkurat nå. Fingeravtrykket stemmer.',
  onlyMoved: 'Dataene er uendret, men ikke alt ligger der det ble lagret.',
  inBin: 'Filene er flyttet til papirkurven under en opprydding.',
  trouble: (bad, of) =>
    of === 1
      ? 'Filen er ikke som ved signeringen.'
      : `${number(bad)} av ${files(of)} er ikke som ved signeringen.`,
  nothingKnown:
    'Docket tok ikke vare på fillisten da denne kvitteringen ble laget: bare fingeravtrykket er kjent.',
  finding,
  nextStep: (kind) => nextSteps[kind],
  more: (value) => `og ${count(value, 'fil', 'filer')} til på samme måte`,
  foundInAll: (counts) => list(counts.map(({ kind, value }) => found[kind](value))),
  lastCheck: (who, when, what) => `Sist kontrollert ${when} av ${who}: ${what}.`,
  neverChecked: 'Ikke kontrollert siden.',

  statement: (who, when) => sentence(`${who} bekreftet mottaket av disse dataene ${when}`),
  statementByHand: (who, when) => sentence(`${who} bekreftet for hånd at disse dataene er mottatt, ${when}`),
  practice: 'Øving: eksempeldata, og ingen ekte leverandør har fått beskjed om noe.',
  export: 'Eksport',
  vendor: 'Leverandør',
  connection: 'Tilkobling',
  reference: 'Nummer hos leverandøren',
  amount: 'Data',
  number: 'Kvitteringsnummer',
  rests: 'Hva den bygger på',
  filesVerified: 'Filene',
  verified: 'Hver fil ble lest på nytt og sammenlignet rett før bekreftelsen.',
  reviewedBy: (who, when) => `Gjennomgått av ${who}, ${when}`,
  remark: (text) => `«${text}»`,
  reviewed: 'Gjennomgang',
  vendorsAnswer: 'Leverandørens svar',
  vendorsCopy: 'Leverandørens kopi',

  fingerprint: 'Fingeravtrykk',
  fingerprintHint:
    'Laget av navnet, størrelsen, antall poster og SHA-256 for hver fil nedenfor. Endres én byte i én fil, stemmer det ikke lenger.',
  files: 'Signerte filer',
  file: 'Fil',
  rows: 'Poster',
  size: 'Størrelse',
  bytes: (value) => `${number(value)} byte`,
  savedIn: (folder) => `Lagret i ${folder}`,
  binned: (when) => `flyttet til papirkurven ${when}`,
  noFiles: 'Fillisten er ikke tatt vare på sammen med denne kvitteringen.',

  how: 'Slik kontrollerer du den på nytt',
  howInDocket:
    'I Docket: åpne denne kvitteringen og trykk «Kontroller denne kvitteringen». Hver fil leses på nytt, byte for byte.',
  howByHand:
    'Uten Docket: la datamaskinen regne ut SHA-256 for hver fil, som nedenfor, og sammenlign med den på denne siden. Store og små bokstaver spiller ingen rolle.',
  commands: 'Detaljer for den som kontrollerer for hånd',
  windows: 'Windows (Ledetekst)',
  mac: 'macOS (Terminal)',
  linux: 'Linux (terminal)',
  inFolder: 'I mappen med filene, for hver av dem:',
  manifestHint: 'Selve fingeravtrykket er SHA-256 av denne teksten, i UTF-8, uten linjeskift på slutten:',
  made: (when) => `Denne siden er laget med Docket ${when}.`,
};
