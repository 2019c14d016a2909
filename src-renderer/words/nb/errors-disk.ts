import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import type { ErrorWords } from '../error-text.ts';
import { fileFirst, fileOr } from './error-subjects.ts';
import { size } from './values.ts';

const again = 'Hent den på nytt. Filen du har, blir liggende til du forkaster den.';

/** What main says of the room: `<needed> bytes needed, <free> free`, or `<free> free`. */
function room(detail: string | undefined): string {
  const [, needed, free] = /^(?:(\d+) bytes needed, )?(\d+) free$/u.exec(detail ?? '') ?? [];
  if (free === undefined) return '';
  const left = Number(free) === 0 ? 'ingenting er ledig' : `${size(Number(free))} ledig`;
  return needed === undefined ? ` (${left})` : ` (trenger ${size(Number(needed))}, ${left})`;
}

/** Disk and verification. */
export const diskErrors = {
  'disk-full': (subject, detail) =>
    subject === 'ledger.sqlite'
      ? {
          title: 'Disken er full',
          reason: 'Det er ikke plass til Dockets egne notater. Det som er hentet, er tatt vare på.',
          nextStep: 'Frigjør plass på disken i denne datamaskinen, og prøv igjen.',
        }
      : {
          title: 'Disken er full',
          reason: `Det er ikke plass til resten av dataene${room(detail)}. Det som er hentet, er tatt vare på.`,
          nextStep: 'Frigjør plass eller velg en annen mappe, og fortsett deretter.',
        },
  'folder-unwritable': (subject) => ({
    title: 'Docket har ikke lov til å skrive i mappen',
    reason:
      subject === undefined
        ? 'Nedlastingsmappen tar ikke imot nye filer.'
        : `Mappen tar ikke imot «${subject}».`,
    nextStep: 'Velg en annen mappe i innstillingene, eller be om tilgang.',
  }),
  'folder-missing': (subject) => ({
    title: 'Mappen er ikke der',
    reason: subject === undefined ? 'Nedlastingsmappen finnes ikke.' : `«${subject}» finnes ikke.`,
    nextStep: 'Koble til stasjonen den ligger på, eller velg en annen mappe i innstillingene.',
  }),
  'disk-error': (subject) => ({
    title: 'Disken melder om en feil',
    reason: `${fileFirst(subject)} kan ikke skrives eller leses. Det som er hentet, er tatt vare på.`,
    nextStep: 'Prøv igjen. Hvis det ikke hjelper, velg en annen mappe eller spør IT-støtten.',
  }),
  'file-locked': (subject) => ({
    title: 'Et annet program holder på filen',
    reason: `${fileFirst(subject)} kan ikke settes på plass mens et annet program har den åpen.`,
    nextStep: 'Lukk programmet som bruker den, og prøv igjen.',
  }),
  'no-program': (subject) => ({
    title: 'Ingen programmer åpner denne filen',
    reason: `Denne datamaskinen har ikke noe program for ${fileOr(subject)}.`,
    nextStep: 'Se på tabellen her, eller vis filen i mappen og velg et program der.',
  }),
  'file-missing': (subject) => ({
    title: 'En fil er ikke der Docket la den',
    reason: `${fileFirst(subject)} er flyttet, har fått nytt navn eller er slettet.`,
    nextStep: 'Legg den tilbake, eller hent eksporten på nytt.',
  }),
  'file-in-bin': (subject) => ({
    title: 'Filen ligger i papirkurven',
    reason: `${fileFirst(subject)} ble flyttet til papirkurven på denne datamaskinen under en opprydding.`,
    nextStep: 'Gjenopprett den fra papirkurven til mappen sin, og prøv igjen.',
  }),
  'file-changed': (subject) => ({
    title: 'En fil er endret siden kontrollen',
    reason: `${fileFirst(subject)} er ikke lenger det leverandøren sendte.`,
    nextStep: 'Hent eksporten på nytt for å ha leverandørens egne data.',
  }),
  'file-not-committed': (subject) => ({
    title: 'Filen har ingen kvittering',
    reason: `Bare bekreftede filer kan ryddes bort. ${fileFirst(subject)} blir der den er.`,
    nextStep: 'Gå gjennom og bekreft eksporten først.',
  }),
  'bin-unavailable': (subject) => ({
    title: 'Papirkurven kan ikke brukes',
    reason: `Datamaskinen nektet å flytte ${fileOr(subject)} til papirkurven. Filen blir der den er. Ingenting er slettet.`,
    nextStep:
      'Lukk programmer som bruker filen, eller kontroller at stasjonen har en papirkurv. Prøv deretter igjen.',
  }),
  'receipt-not-found': () => ({
    title: 'Denne kvitteringen finnes ikke her',
    reason: 'Docket har ingen kvittering for den eksporten på denne datamaskinen.',
    nextStep: 'Se i historikken hva det ble av den.',
  }),
  'print-failed': () => ({
    title: 'Kvitteringen kunne ikke skrives ut',
    reason: 'Skriveren eller systemet avviste siden.',
    nextStep: 'Kontroller skriveren, eller lagre kvitteringen som PDF og skriv ut den.',
  }),
  'length-mismatch': (subject) => ({
    title: 'En fil er ikke fullstendig',
    reason: `${fileFirst(subject)} er kortere eller lengre enn leverandøren sa.`,
    nextStep: again,
  }),
  'gzip-corrupt': (subject) => ({
    title: 'En fil er skadet',
    reason: `${fileFirst(subject)} stemmer ikke med sin egen kontrollsum, eller slutter midt i en post.`,
    nextStep: again,
  }),
  'zip-corrupt': (subject) => ({
    title: 'En fil er skadet',
    reason: `${fileFirst(subject)} kan ikke pakkes ut.`,
    nextStep: again,
  }),
  'not-a-workbook': (subject) => ({
    title: 'Dette er ikke arbeidsboken som ble varslet',
    reason: `${fileFirst(subject)} inneholder ikke noe Excel-ark.`,
    nextStep: again,
  }),
  'header-missing': (subject) => ({
    title: 'Kolonnenavnene mangler',
    reason: `${fileFirst(subject)} har ingen første rad med navnene på kolonnene.`,
    nextStep: again,
  }),
  'headers-differ': (subject) => ({
    title: 'Delene passer ikke sammen',
    reason: `${fileFirst(subject)} har andre kolonner enn filene før den.`,
    nextStep: again,
  }),
  'pages-inconsistent': () => ({
    title: 'Sidene passer ikke sammen',
    reason: 'Leverandørens sider gjentar eller hopper over poster.',
    nextStep: again,
  }),
  'count-mismatch': () => ({
    title: 'Antallet stemmer ikke',
    reason: 'Det er flere eller færre poster enn leverandøren varslet.',
    nextStep: again,
  }),
  'export-changed': () => ({
    title: 'Leverandøren har endret filen i mellomtiden',
    reason: 'Det er ikke lenger den som Docket begynte å hente.',
    nextStep: again,
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
