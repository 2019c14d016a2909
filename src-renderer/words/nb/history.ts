import type { HistoryEntry, HistoryKind } from '../../../src-preload/contract/history.ts';
import { noteIn, noteKind } from '../history-note.ts';
import { dayHeading, nearDay } from '../time-in.ts';
import type { Words } from '../words-type.ts';
import { errorText } from './errors.ts';
import { answers } from './receipt.ts';
import { receiptPage } from './receipt-page.ts';
import { count, files, records, size } from './values.ts';

const kinds: Readonly<Record<HistoryKind, string>> = {
  'connection-added': 'Koblet til',
  'connection-changed': 'Tilkoblingen er endret',
  'connection-removed': 'Tilkoblingen er fjernet',
  'schedule-added': 'Tidsplan laget',
  'schedule-changed': 'Tidsplan endret',
  'schedule-paused': 'Tidsplan satt på pause',
  'schedule-resumed': 'Tidsplan fortsetter',
  'schedule-removed': 'Tidsplan fjernet',
  'schedule-failed': 'Planlagt forespørsel mislyktes',
  'export-tracked': 'Kom på listen',
  'export-started': 'Bedt om',
  'export-cancelled': 'Avbrutt',
  'export-forgotten': 'Tatt av listen',
  'export-ready': 'Klar hos leverandøren',
  'export-failed': 'Mislyktes hos leverandøren',
  'export-expired': 'Utløpt hos leverandøren',
  'retrieval-started': 'Hentingen begynte',
  'retrieval-collected': 'Hentet og kontrollert',
  'retrieval-broken': 'Hentingen stoppet',
  'retrieval-discarded': 'Hentede filer forkastet',
  reviewed: 'Gjennomgått',
  'commit-started': 'Bekreftelse startet',
  'commit-refused': 'Bekreftelse avvist',
  committed: 'Bekreftet',
  'commit-unknown': 'Svaret på bekreftelsen gikk tapt',
  'commit-settled': 'Bekreftelsen er avklart',
  'commit-confirmed-by-hand': 'Bekreftelsen er godkjent for hånd',
  'commit-reopened-by-hand': 'Åpnet for ny bekreftelse for hånd',
  'receipt-checked': 'Kvittering kontrollert',
  'file-binned': 'Fil flyttet til papirkurven',
  'practice-started': 'Øvingen startet',
  'practice-stopped': 'Øvingen avsluttet',
  'ledger-replaced': 'Listen er erstattet av en ny',
};

const noteLabels: Readonly<Record<ReturnType<typeof noteKind>, string>> = {
  'vendors-word': 'Leverandørens ord',
  'vendors-answer': 'Leverandørens svar',
  reason: 'Årsak',
  remark: 'Merknad',
  'kept-as': 'Den gamle er tatt vare på som',
  found: 'Hva som ble funnet',
  file: 'Fil',
  note: 'Notat',
};

const note = noteIn({
  errorText,
  answers,
  quoted: (text) => `«${text}»`,
  about: (said, subject) => `${said}: ${subject}`,
  interrupted: 'Docket ble avsluttet før svaret kom',
  found: receiptPage.foundInAll,
});

/** "12 431 poster · 1 fil · 8,2 MB", with what is known of it. */
function amount(entry: Pick<HistoryEntry, 'rows' | 'files' | 'bytes'>): readonly string[] {
  return [
    ...(entry.rows === null ? [] : [records(entry.rows)]),
    ...(entry.files === null ? [] : [files(entry.files)]),
    ...(entry.bytes === null ? [] : [size(entry.bytes)]),
  ];
}

const nearDays = { today: 'I dag', yesterday: 'I går' } as const;

function dayName(at: number, now: number): string {
  const near = nearDay(at, now);
  return near === null ? dayHeading(at, now) : nearDays[near];
}

export const history: Words['history'] = {
  title: 'Historikk',
  titleOf: (title) => `Historikken til «${title}»`,
  search: 'Søk i historikken',
  tableLabel: 'Alt som har skjedd, det nyeste først',
  loading: 'Åpner historikken …',
  found: (entries) => count(entries, 'linje', 'linjer'),
  column: {
    when: 'Når',
    what: 'Hva',
    export: 'Eksport',
    amount: 'Hvor mye',
    fingerprint: 'Fingeravtrykk',
  },
  kind: (kind) => kinds[kind],
  note,
  noteLabel: (kind) => noteLabels[noteKind(kind)],
  amount,
  dayName,
  by: (who) => `av ${who}`,
  practice: 'Øving',
  details: (what, title) => `${what}: ${title}. Vis alle opplysninger`,
  copyFingerprint: (start, title) => `${start}: kopier fingeravtrykket til ${title}`,
  copied: 'Fingeravtrykket er kopiert',
  notCopied: 'Det kunne ikke kopieres',
  notCopiedHint: 'Merk det i detaljene og kopier det der.',
  more: (left) => `Vis tidligere (${count(left, 'linje', 'linjer')} til)`,
  showAll: 'Vis alt',
  emptyTitle: 'Ingenting har skjedd ennå',
  empty:
    'Alt du eller Docket gjør med en eksport, skrives her, med hvem, når og fingeravtrykket. Ingenting her blir noen gang endret.',
  noMatchTitle: 'Ingen linje passer',
  noMatch: (search) => `Fant ingenting for «${search}».`,
  fact: {
    at: 'Når',
    by: 'Av',
    what: 'Hva',
    export: 'Eksport',
    connection: 'Tilkobling',
    vendor: 'Leverandør',
    amount: 'Hvor mye',
    fingerprint: 'Fingeravtrykk',
    number: 'Linje',
    practice: 'Øving',
  },
  practiceFact: 'Eksempeldata. Ingen ekte leverandør har fått beskjed om noe',
  toExport: 'Vis eksporten',
  close: 'Lukk',
};
