import type { Words } from '../words-type.ts';
import { exportsCount, percent } from './values.ts';

export const app: Words['app'] = {
  name: 'Docket',
  navigation: 'Hovedmeny',
  exports: 'Eksporter',
  files: 'Filer',
  history: 'Historikk',
  connections: 'Tilkoblinger',
  settings: 'Innstillinger',
  needsYou: (exports) => `${exportsCount(exports)} trenger deg`,

  practising: 'Øving',
  practisingHint: 'Leverandørene spilles av denne datamaskinen, med oppdiktede data. Ingenting forlater den.',
  practisingShort: 'Eksempeldata. Ingen ekte leverandør nås.',
  practisingStop: 'Øver med eksempeldata. Trykk for å avslutte.',
  stopPractising: 'Avslutt øvingen',
  practiceStopped: 'Øvingen er avsluttet',
  practiceStoppedHint: 'Filene du har hentet, blir der de er.',

  offlineTitle: 'Datamaskinen er frakoblet.',
  offline: 'Det du har hentet, kan gjennomgås. Docket fortsetter av seg selv når forbindelsen er tilbake.',
  keychainLockedTitle: 'Passordlageret er låst.',
  keychainLocked: 'Docket kan ikke lese passordene sine før du låser det opp.',
  keychainUnavailableTitle: 'Datamaskinen har ikke noe passordlager som Docket kan bruke.',
  keychainUnavailable: 'Passord oppbevares bare til du avslutter. Docket spør om dem igjen etter en omstart.',

  search: 'Søk',
  clearSearch: 'Tøm søket',
  tryAgain: 'Prøv igjen',
  undo: 'Angre',
  dismiss: 'Legg bort',
  close: 'Lukk',
  cancel: 'Avbryt',
  details: 'Detaljer',
  moreActions: (title) => `Mer for «${title}»`,
  saysStage: (title, stage) => `«${title}»: ${stage}.`,
  saysProgress: (title, done) => `«${title}»: ${percent(done)} hentet.`,
  loading: 'Et øyeblikk',
  brokenTitle: 'Dette skjermbildet har stoppet.',
  broken:
    'Eksportene og filene dine er trygge. Åpne skjermbildet igjen. Hvis det stopper på nytt, start Docket på nytt.',
  openAgain: 'Åpne igjen',
  copyDetails: 'Kopier detaljer til støtten',
  copied: 'Kopiert',
  notCopied: 'Det kunne ikke kopieres',
};
