import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import type { ErrorWords } from '../error-text.ts';
import { fileFirst } from './error-subjects.ts';

const field = (subject: string | undefined) => (subject === undefined ? 'En nøkkel' : `«${subject}»`);

/** Credentials, review and the app itself. */
export const appErrors = {
  'keychain-locked': () => ({
    title: 'Passordlageret er låst',
    reason: 'Docket oppbevarer passordene sine der og kan ikke lese dem nå.',
    nextStep: 'Lås opp passordlageret, og prøv igjen.',
  }),
  'keychain-timeout': () => ({
    title: 'Passordlageret svarer ikke',
    reason: 'Docket ventet i 15 sekunder.',
    nextStep: 'Se etter et vindu som spør om passordet til passordlageret, og prøv igjen.',
  }),
  'keychain-refused': () => ({
    title: 'Passordlageret nektet',
    reason: 'Docket fikk ikke bruke oppføringene sine.',
    nextStep: 'Tillat Docket når passordlageret spør, og prøv igjen.',
  }),
  'keychain-unavailable': () => ({
    title: 'Det finnes ikke noe passordlager',
    reason: 'Passord oppbevares bare til du avslutter.',
    nextStep: 'Skriv dem inn igjen etter en omstart, eller be IT-støtten om et passordlager.',
  }),
  'secret-too-long': (subject) => ({
    title: `${field(subject)} er for lang`,
    reason: 'Passordlageret i Windows rommer 1280 tegn i én oppføring.',
    nextStep: 'Kontroller at du limte inn nøkkelen og ikke noe annet.',
  }),
  'secret-missing': (subject) => ({
    title: 'En nøkkel mangler',
    reason:
      subject === undefined
        ? 'Tilkoblingen har ingen nøkkel ennå.'
        : `${field(subject)} er ikke skrevet inn ennå.`,
    nextStep: 'Åpne tilkoblingen og skriv den inn.',
  }),
  'connection-not-found': () => ({
    title: 'Denne tilkoblingen finnes ikke lenger',
    reason: 'Den er fjernet i mellomtiden.',
    nextStep: 'Koble til leverandøren på nytt.',
  }),
  'connection-invalid': (subject) => ({
    title: 'Tilkoblingen kan ikke lagres slik',
    reason: subject === undefined ? 'Noe i den passer ikke.' : `${field(subject)} passer ikke.`,
    nextStep: 'Rett det, og lagre igjen.',
  }),
  'schedule-not-found': () => ({
    title: 'Denne tidsplanen finnes ikke lenger',
    reason: 'Den er fjernet, eller tilkoblingen er det.',
    nextStep: 'Lag en ny under «Ny eksport».',
  }),
  'review-unreadable': (subject) => ({
    title: 'Docket kan ikke vise denne filen som tabell',
    reason: `${fileFirst(subject)} er hel og kontrollert, men har ikke en form som Docket leser.`,
    nextStep: 'Åpne den i sitt eget program.',
  }),
  'review-stopped': () => ({
    title: 'Tabellen har stoppet',
    reason: 'Den delen av Docket som leser tabeller, brøt av. Filene dine er urørt.',
    nextStep: 'Åpne tabellen på nytt.',
  }),
  'review-closed': () => ({
    title: 'Tabellen er lukket',
    reason: 'Den ble lukket i mellomtiden.',
    nextStep: 'Åpne den igjen.',
  }),
  'review-empty': (subject) => ({
    title: 'Denne filen er tom',
    reason: `${fileFirst(subject)} er hel og kontrollert, og det er ingenting i den.`,
    nextStep: 'Spør leverandøren om det skal være slik.',
  }),
  'review-loading': () => ({
    title: 'Tabellen leses fortsatt',
    reason: 'Dette trenger alle radene.',
    nextStep: 'Vent til den er lest til slutt.',
  }),
  'review-memory': (subject) => ({
    title: 'Det er ikke nok plass til dette',
    reason: `${fileFirst(subject)} trenger mer minne og diskplass enn Docket kan bruke på en tabell.`,
    nextStep: 'Frigjør diskplass, og prøv igjen.',
  }),
  'save-too-many-rows': (subject) => ({
    title: 'Excel rommer ikke så mange rader',
    reason:
      subject === undefined
        ? 'Et ark rommer 1\u00a0048 575 rader under overskriften.'
        : `Det er ${subject} rader. Et ark rommer 1\u00a0048 575 under overskriften.`,
    nextStep: 'Filtrer tabellen, eller lagre den som CSV eller Parquet.',
  }),
  'save-beyond-excel': () => ({
    title: 'Excel rommer ikke denne tabellen',
    reason:
      'En celle rommer opptil 32\u00a0767 tegn, et ark 16\u00a0384 kolonner og en arbeidsbok 4\u00a0GB.',
    nextStep: 'Skjul kolonnene du ikke trenger, eller lagre den som CSV eller Parquet.',
  }),
  'save-over-original': (subject) => ({
    title: 'Denne filen hører til en eksport',
    reason: `${fileFirst(subject)} er hentet av Docket, som aldri skriver over den.`,
    nextStep: 'Velg et annet navn eller en annen mappe.',
  }),
  'compare-not-same-kind': () => ({
    title: 'Disse to kan ikke sammenlignes',
    reason: 'De har ingen felles kolonne.',
    nextStep: 'Velg en annen.',
  }),
  'ledger-damaged': (subject) => ({
    title: 'Listen til Docket var skadet og begynner på nytt',
    reason:
      subject === undefined
        ? 'Den skadde er tatt vare på. Filene du har hentet, er urørt.'
        : `Den skadde er tatt vare på som «${subject}». Filene du har hentet, er urørt.`,
    nextStep: 'Legg til eksportene dine igjen, og gi den skadde filen til IT-støtten.',
  }),
  'ledger-rows-unreadable': () => ({
    title: 'Noen linjer i listen til Docket kan ikke leses',
    reason: 'De er bevart som de er, men vises ikke. Filene du har hentet, er urørt.',
    nextStep: 'Legg til eksportene som mangler, eller spør IT-støtten.',
  }),
  'ledger-newer': () => ({
    title: 'Listen er skrevet av en nyere Docket',
    reason: 'Denne versjonen kan ikke lese den og lar den være som den er.',
    nextStep: 'Installer den nyere versjonen igjen.',
  }),
  'settings-damaged': (subject) => ({
    title: 'En innstillingsfil var skadet',
    reason:
      subject === undefined
        ? 'De vanlige innstillingene brukes. Den skadde filen er tatt vare på.'
        : `De vanlige innstillingene brukes. Den skadde filen er tatt vare på som «${subject}».`,
    nextStep: 'Se gjennom innstillingene og tilkoblingene dine.',
  }),
  'practice-unavailable': () => ({
    title: 'Øvingen kan ikke starte',
    reason: 'Øvingsleverandørene startet ikke på denne datamaskinen.',
    nextStep: 'Prøv igjen. Hvis det ikke hjelper, start Docket på nytt.',
  }),
  'call-refused': () => ({
    title: 'Docket avviste dette',
    reason: 'Forespørselen kom ikke fra Dockets eget vindu.',
    nextStep: 'Start Docket på nytt.',
  }),
  'call-unknown': () => ({
    title: 'Docket kjenner ikke denne forespørselen',
    reason: 'Vinduet og den indre delen er ikke av samme versjon.',
    nextStep: 'Start Docket på nytt.',
  }),
  'call-invalid': (subject) => ({
    title: 'Noe her passer ikke',
    reason:
      subject === undefined
        ? 'Docket kan ikke bruke det som ble skrevet inn.'
        : `«${subject}» kan ikke brukes.`,
    nextStep: 'Rett det, og prøv igjen.',
  }),
  cancelled: () => ({
    title: 'Stoppet',
    reason: 'Det ble stoppet før slutten.',
    nextStep: 'Du trenger ikke å gjøre noe.',
  }),
  unexpected: () => ({
    title: 'Noe gikk galt inne i Docket',
    reason: 'Det var ikke forutsett. Ingenting av det du har hentet, er tapt.',
    nextStep: 'Prøv igjen. Hvis det ikke hjelper, start Docket på nytt.',
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
