import { eventNames } from '../../../src-preload/contract/event-names.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { Words } from '../words-type.ts';

const problems: { readonly [P in Parameters<Words['newExport']['problem']>[0]]: string } = {
  missing: 'Leverandøren trenger dette.',
  'too-long': 'Dette er for langt.',
  'not-a-number': 'Bruk bare sifre.',
  'not-numbers': 'Bruk tall med komma imellom.',
  'too-many': 'Dette er for mange for én eksport.',
  'not-a-column': 'Kolonnenavn har bare latinske bokstaver, sifre, punktum og understrek.',
  'not-a-date': 'Velg en dato.',
  'before-from': 'Dette er før den første dagen.',
  'in-future': 'Dette er i fremtiden.',
  'criteria-missing': 'Si hva verdiene nedenfor er.',
};

const referenceHints: Readonly<Record<ProviderId, string>> = {
  mypreferences: 'Tilgangsnøkkelen som MyPreferences svarte med da eksporten ble bedt om. Sifre.',
  mytracker: 'Nummeret på rådataeksporten (idRawExport). Sifre.',
  crayon: '',
};

const field: {
  readonly [F in Parameters<Words['newExport']['field']>[0]]: {
    readonly label: string;
    readonly hint: string;
  };
} = {
  title: { label: 'Navn på listen din', hint: 'Er det tomt, gir Docket den navn etter det du ber om.' },
  segmentName: { label: 'Segment', hint: 'Skrevet slik det står i MyPreferences.' },
  since: { label: 'Endret siden', hint: 'Er det tomt, får du alle profilene i segmentet.' },
  matchCriteria: { label: 'Bare profiler med', hint: '' },
  matchType: {
    label: 'Type',
    hint: 'Typen kunde, telefon eller e-post. For en annen ID: navnet på den, som «CRM».',
  },
  values: { label: 'Verdier', hint: 'Én på hver linje.' },
  event: { label: 'Hva', hint: '' },
  columns: {
    label: 'Kolonner',
    hint: 'MyTrackers egne navn, med komma imellom. De blir kolonnene i tabellen.',
  },
  from: { label: 'Første dag', hint: '' },
  to: { label: 'Siste dag', hint: '' },
  timezone: { label: 'Tidssone for dagene', hint: 'Er det tomt, bruker MyTracker Moskvas.' },
  idApp: { label: 'Apper', hint: 'Numrene på appene, med komma imellom. Tomt for alle.' },
  SDKKey: { label: 'SDK-nøkler', hint: '' },
  idAccount: { label: 'Kontoer', hint: '' },
  idProject: { label: 'Prosjekter', hint: '' },
  idCampaign: { label: 'Kampanjer', hint: '' },
  idAd: { label: 'Annonser', hint: '' },
  idCountry: { label: 'Land', hint: '' },
  idPartner: { label: 'Partnere', hint: '' },
  idAdMediator: { label: 'Annonseformidlere', hint: '' },
  idSegment: { label: 'Segmenter', hint: '' },
  isVerified: { label: 'Verifisert av butikken', hint: '' },
  idPurchaseType: { label: 'Type kjøp', hint: 'MyTrackers nummer for det.' },
  rooted: { label: 'Rootede enheter', hint: '' },
  eventName: { label: 'Navn på hendelsene', hint: 'Ett på hver linje. Tomt for alle.' },
  eventNameInvert: { label: 'Alle unntatt disse', hint: '' },
  customerAccountId: { label: 'Kundekonto', hint: 'Nummeret (ID) i Cloud-iQ.' },
  cloudAccountId: { label: 'Skykonto', hint: 'Bare denne. Nummeret på den.' },
  invoiceProfileId: { label: 'Fakturaprofil', hint: 'Bare denne. Nummeret på den.' },
};

export const newExport: Words['newExport'] = {
  title: 'Ny eksport',
  connection: 'Tilkobling',
  connectionWith: (name, vendor) => `${name} · ${vendor}`,
  ask: 'Be om en ny',
  have: 'Jeg har allerede et nummer',
  noConnectionTitle: 'Koble først til en leverandør',
  noConnection: 'En eksport kommer fra en konto hos en leverandør. Koble til en, eller øv med eksempeldata.',
  connect: 'Koble til en leverandør',

  field: (name) => field[name],
  problem: (problem) => problems[problem],
  practiceExamples: {
    mypreferences: 'I øvingen kan du prøve «Newsletter opt-ins» eller «Customers EU & UK».',
    mytracker: 'I øvingen går det an å bruke hvilken som helst hendelse og dato.',
    crayon: 'I øvingen er kundekontoen 4014363.',
  },
  everyProfile: 'Alle',
  criteria: {
    ProfileId: 'disse profil-ID-ene',
    AlternateId: 'disse andre ID-ene',
    PhoneNumber: 'disse telefonnumrene',
    EmailAddress: 'disse e-postadressene',
  },
  byDevice: 'Etter enhet',
  byUser: 'Etter bruker',
  event: (name) => eventNames.nb[name],
  addColumn: 'Legg til',
  addColumnNamed: (name) => `Legg til kolonnen ${name}`,
  moreFilters: 'Flere filtre',
  narrow: 'Bare noen profiler',
  either: 'Begge deler',
  yes: 'Ja',
  no: 'Nei',
  lists: 'Tall med komma imellom. Tomt for alle.',

  reference: {
    mypreferences: 'Tilgangsnøkkel',
    mytracker: 'Nummeret på eksporten',
    crayon: '',
  },
  referenceHint: (vendor) => referenceHints[vendor],
  referenceProblem: 'Den består bare av sifre.',
  trackTitleHint: 'Er det tomt, finner Docket et navn til den.',
  show: 'Vis nummeret',
  hide: 'Skjul nummeret',
  crayonComesTitle: 'Du trenger ikke å skrive inn noe.',
  crayonComes:
    'Docket viser hele køen i denne Crayon-kontoen av seg selv. Det du har bedt om andre steder, kommer på listen ved neste kontroll.',

  cancel: 'Avbryt',
  close: 'Lukk',
  askVerb: 'Be om eksporten',
  asking: 'Ber om den …',
  addVerb: 'Legg til på listen',
  adding: 'Legger til …',
  asked: (title) => `Du har bedt om «${title}»`,
  askedHint: 'Leverandøren klargjør den. Den flytter opp til «Trenger deg» når den er klar.',
  added: (title) => `«${title}» står på listen din`,
};
