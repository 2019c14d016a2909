import type { ConnectionConfig, SecretPlace } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { Words } from '../words-type.ts';
import { fieldChoices, fieldWords } from './connection-fields.ts';
import { ago } from './time.ts';
import { exportsCount } from './values.ts';

const vendorLines: Readonly<Record<ProviderId, string>> = {
  mypreferences: 'PossibleNOW. Samtykker og preferanser fra kundene dine, etter segment.',
  mytracker: 'Rådata fra appene dine: installasjoner, betalinger, hendelser.',
  crayon: 'Lisensrapporter for kundekontoene dine, som arbeidsbøker.',
};

const placeWords: Readonly<Record<SecretPlace, string>> = {
  keychain: 'Nøkkelen ligger i passordlageret',
  session: 'Nøkkelen oppbevares til du avslutter',
  missing: 'Nøkkelen mangler',
  unreachable: 'Passordlageret kan ikke nås',
};

function account(config: ConnectionConfig): string {
  switch (config.provider) {
    case 'mypreferences':
      return `${config.clientId} · ${config.userId}`;
    case 'mytracker':
      return `API-bruker ${config.apiUserId}`;
    case 'crayon':
      return config.userName;
  }
}

const problems: { readonly [P in Parameters<Words['connections']['problem']>[0]]: string } = {
  missing: 'Docket trenger dette.',
  'name-taken': 'En annen tilkobling har dette navnet. Velg et som skiller dem fra hverandre.',
  'too-long': 'Dette er for langt. Kontroller at du limte inn dette og ikke noe annet.',
  'not-an-address': 'En adresse begynner med https://.',
  'not-encrypted': 'Bruk https://, ellers sendes nøkkelen din ubeskyttet.',
  'holds-a-password': 'Utelat brukernavn og passord fra adressen.',
  'not-in-range': 'Bruk et helt tall innenfor grensene nedenfor.',
  'no-segment': 'Det må inneholde {segmentName}.',
  'no-token': 'Det må inneholde {accessToken}.',
  'type-again':
    'Adressen er endret, så skriv dette inn på nytt: Docket sender ingen nøkkel til et nytt sted av seg selv.',
  refused: 'Dette passer ikke.',
  'not-accepted': 'Ikke godtatt. Skriv det inn på nytt.',
  'not-known': 'Leverandøren kjenner ingen slik konto her. Kontroller den.',
  'not-reached': 'Docket når ikke leverandøren på denne adressen. Kontroller den.',
};

export const connections: Words['connections'] = {
  title: 'Tilkoblinger',
  listLabel: 'Tilkoblinger',
  connect: 'Koble til en leverandør',
  emptyTitle: 'Ingen leverandør er koblet til',
  empty:
    'En tilkobling er én konto hos en leverandør. Koble til en, så vises eksportene på listen din. Passord legges i passordlageret.',
  practise: 'Øv med eksempeldata',

  vendorLine: (id) => vendorLines[id],
  account,
  place: (place) => placeWords[place],
  practiceHint: 'En øvingsleverandør på denne datamaskinen. Den kommer og går med øvingen.',
  exports: (exports) => (exports === 0 ? 'Ingen eksporter ennå' : exportsCount(exports)),
  notTested: 'Ikke prøvd siden start',
  testing: 'Prøver …',
  works: (at, now) => `Virker · prøvd ${ago(at, now)}`,
  fails: (title, at, now) => `${title} · prøvd ${ago(at, now)}`,
  worksToast: (name) => `«${name}» virker`,
  worksToastHint: 'Leverandøren har svart.',

  test: 'Prøv',
  testNamed: (name) => `Prøv ${name}`,
  edit: 'Rediger',
  editNamed: (name) => `Rediger ${name}`,
  remove: 'Fjern …',
  newExport: 'Ny eksport',

  choose: 'Hvilken leverandør?',
  chooseHint:
    'Ha opplysningene om kontoen for hånden. Den som styrer kontoen hos leverandøren, kan gi deg dem.',
  newTitle: (vendor) => `Koble til ${vendor}`,
  editTitle: (name) => `Rediger «${name}»`,
  field: fieldWords,
  choices: fieldChoices,
  problem: (problem) => problems[problem],
  advanced: 'Flere innstillinger',
  example: (example) => `for eksempel ${example}`,
  secretSaved: 'Lagret. Skriv for å endre',
  show: (label) => `Vis ${label}`,
  hide: (label) => `Skjul ${label}`,
  sessionOnlyTitle: 'Nøkkelen din oppbevares bare til du avslutter.',
  sessionOnly:
    'Denne datamaskinen har ikke noe passordlager som Docket kan bruke, og Docket skriver aldri en nøkkel til en vanlig fil. Du blir spurt igjen etter en omstart.',
  lockedTitle: 'Passordlageret er låst.',
  locked: 'Lås det opp før du lagrer, så Docket kan legge nøkkelen din der.',
  kept: 'Nøkler og passord legges i passordlageret på denne datamaskinen. Docket viser dem aldri igjen.',

  back: 'Tilbake',
  cancel: 'Avbryt',
  close: 'Lukk',
  saveAndTest: 'Lagre og prøv',
  saving: 'Lagrer …',
  savedWorksTitle: (name) => `«${name}» virker.`,
  savedWorks: (id, vendor) =>
    id === 'crayon'
      ? `${vendor} har svart. Køen vises på listen din.`
      : `${vendor} har svart. Nå kan du be om en eksport, eller legge til en med nummeret.`,
  savedFails: 'Den er lagret, men virker ikke ennå.',
  closeAnyway: 'Lukk likevel',
  removeTitle: (name) => `Vil du fjerne «${name}»?`,
  removeYes: 'Fjern',
  removeNo: 'Behold den',
  removed: (name) => `«${name}» er fjernet`,
  removedHint: 'Filene og historikken blir værende.',
};
