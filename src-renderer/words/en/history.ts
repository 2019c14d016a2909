import type { HistoryEntry, HistoryKind } from '../../../src-preload/contract/history.ts';
import { noteIn, noteKind } from '../history-note.ts';
import { dayHeading, nearDay } from '../time-in.ts';
import { errorText } from './errors.ts';
import { answers } from './receipt.ts';
import { receiptPage } from './receipt-page.ts';
import { count, files, records, size } from './values.ts';

const kinds: Readonly<Record<HistoryKind, string>> = {
  'connection-added': 'Connected',
  'connection-changed': 'Connection changed',
  'connection-removed': 'Connection removed',
  'schedule-added': 'Schedule set up',
  'schedule-changed': 'Schedule changed',
  'schedule-paused': 'Schedule paused',
  'schedule-resumed': 'Schedule goes on',
  'schedule-removed': 'Schedule removed',
  'schedule-failed': 'Scheduled request failed',
  'export-tracked': 'Came onto the list',
  'export-started': 'Asked for',
  'export-cancelled': 'Cancelled',
  'export-forgotten': 'Left the list',
  'export-ready': 'Ready at the vendor',
  'export-failed': 'Failed at the vendor',
  'export-expired': 'Expired at the vendor',
  'retrieval-started': 'Collecting began',
  'retrieval-collected': 'Collected and checked',
  'retrieval-broken': 'Collecting stopped',
  'retrieval-discarded': 'Collected files discarded',
  reviewed: 'Reviewed',
  'commit-started': 'Commit began',
  'commit-refused': 'Commit refused',
  committed: 'Committed',
  'commit-unknown': 'Commit’s answer lost',
  'commit-settled': 'Commit settled',
  'commit-confirmed-by-hand': 'Commit confirmed by hand',
  'commit-reopened-by-hand': 'Commit opened again by hand',
  'receipt-checked': 'Receipt checked',
  'file-binned': 'File moved to the bin',
  'practice-started': 'Practice started',
  'practice-stopped': 'Practice stopped',
  'ledger-replaced': 'List replaced by a new one',
};

const noteLabels: Readonly<Record<ReturnType<typeof noteKind>, string>> = {
  'vendors-word': 'The vendor’s word',
  'vendors-answer': 'The vendor’s answer',
  reason: 'Reason',
  remark: 'Remark',
  'kept-as': 'The old one is kept as',
  found: 'What was found',
  file: 'File',
  note: 'Note',
};

const note = noteIn({
  errorText,
  answers,
  quoted: (text) => `“${text}”`,
  about: (said, subject) => `${said}: ${subject}`,
  interrupted: 'Docket ended before the answer came',
  found: receiptPage.foundInAll,
});

/** "12,431 records · 1 file · 8.2 MB", with what is known of it. */
function amount(entry: Pick<HistoryEntry, 'rows' | 'files' | 'bytes'>): readonly string[] {
  return [
    ...(entry.rows === null ? [] : [records(entry.rows)]),
    ...(entry.files === null ? [] : [files(entry.files)]),
    ...(entry.bytes === null ? [] : [size(entry.bytes)]),
  ];
}

const nearDays = { today: 'Today', yesterday: 'Yesterday' } as const;

function dayName(at: number, now: number): string {
  const near = nearDay(at, now);
  return near === null ? dayHeading(at, now) : nearDays[near];
}

export const history = {
  title: 'History',
  titleOf: (title: string) => `History of “${title}”`,
  search: 'Search the history',
  tableLabel: 'Everything that happened, newest first',
  loading: 'Opening the history…',
  found: (entries: number) => count(entries, 'entry', 'entries'),
  column: {
    when: 'When',
    what: 'What',
    export: 'Export',
    amount: 'How much',
    fingerprint: 'Fingerprint',
  },
  kind: (kind: HistoryKind) => kinds[kind],
  note,
  noteLabel: (kind: HistoryKind) => noteLabels[noteKind(kind)],
  amount,
  dayName,
  by: (who: string) => `by ${who}`,
  practice: 'Practice',
  details: (what: string, title: string) => `${what}: ${title}. Show all facts`,
  copyFingerprint: (start: string, title: string) => `${start}: copy the fingerprint of ${title}`,
  copied: 'Fingerprint copied',
  notCopied: 'It could not be copied',
  notCopiedHint: 'Select it in the details and copy it there.',
  more: (left: number) => `Show earlier (${count(left, 'entry', 'entries')} more)`,
  showAll: 'Show everything',
  emptyTitle: 'Nothing has happened yet',
  empty:
    'Whatever you or Docket does with an export is written here, with who, when and its fingerprint. Nothing here is ever changed.',
  noMatchTitle: 'No entry matches',
  noMatch: (search: string) => `Nothing is found for “${search}”.`,
  fact: {
    at: 'When',
    by: 'By',
    what: 'What',
    export: 'Export',
    connection: 'Connection',
    vendor: 'Vendor',
    amount: 'How much',
    fingerprint: 'Fingerprint',
    number: 'Entry',
    practice: 'Practice',
  },
  practiceFact: 'Sample data; no real vendor was told anything',
  toExport: 'Show the export',
  close: 'Close',
} as const;
