import { errorCodes } from '../../../src-preload/contract/errors.ts';
import type { HistoryEntry, HistoryKind } from '../../../src-preload/contract/history.ts';
import { errorText } from '../errors.ts';
import { dateFormat } from '../locale.ts';
import { count, files, records, size } from '../values.ts';
import { confirmedBy, settledBy } from './receipt.ts';

const kinds: Readonly<Record<HistoryKind, string>> = {
  'connection-added': 'Connected',
  'connection-changed': 'Connection changed',
  'connection-removed': 'Connection removed',
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
  'practice-started': 'Practice started',
  'practice-stopped': 'Practice stopped',
  'ledger-replaced': 'List replaced by a new one',
};

const vendorsWord = 'The vendor’s word';
/** What a person wrote stands in quotes, whatever it says. */
const remarks: ReadonlySet<HistoryKind> = new Set([
  'reviewed',
  'commit-confirmed-by-hand',
  'commit-reopened-by-hand',
]);

/** What the note is, by the kind of the entry; "Note" where nothing better is known. */
const noteLabels: Readonly<Partial<Record<HistoryKind, string>>> = {
  'export-tracked': vendorsWord,
  'export-started': vendorsWord,
  'export-ready': vendorsWord,
  'export-failed': vendorsWord,
  'export-expired': vendorsWord,
  'retrieval-broken': 'Reason',
  reviewed: 'Remark',
  'commit-refused': 'Reason',
  committed: 'The vendor’s answer',
  'commit-unknown': 'Reason',
  'commit-settled': 'The vendor’s answer',
  'commit-confirmed-by-hand': 'Remark',
  'commit-reopened-by-hand': 'Remark',
  'ledger-replaced': 'The old one is kept as',
};

/** The note for people: an error's title for its code, a remark or a vendor's word for a status in quotes. */
function note(entry: Pick<HistoryEntry, 'kind' | 'note'>): string | null {
  const text = entry.note?.trim() ?? '';
  if (text === '') return null;
  if (remarks.has(entry.kind)) return `“${text}”`;
  // A code may be followed by the thing that it is about: `file-changed: installs.csv.gz`.
  const [name, subject] = text.split(/: (.*)/s, 2);
  const code = errorCodes.find((known) => known === name);
  if (code !== undefined) {
    const { title } = errorText(subject === undefined ? { code } : { code, subject }, 0);
    return subject === undefined || title.includes(subject) ? title : `${title}: ${subject}`;
  }
  if (entry.kind === 'commit-unknown' && text === 'interrupted') return 'Docket ended before the answer came';
  if (entry.kind === 'committed' || entry.kind === 'commit-settled')
    return confirmedBy(text) ?? settledBy(text) ?? text;
  if (noteLabels[entry.kind] !== vendorsWord) return text;
  // Crayon's word is a number, which says nothing to a person; the export's details have it.
  return /^\d+$/.test(text) ? null : `“${text}”`;
}

/** "12,431 records · 1 file · 8.2 MB", with what is known of it. */
function amount(entry: Pick<HistoryEntry, 'rows' | 'files' | 'bytes'>): readonly string[] {
  return [
    ...(entry.rows === null ? [] : [records(entry.rows)]),
    ...(entry.files === null ? [] : [files(entry.files)]),
    ...(entry.bytes === null ? [] : [size(entry.bytes)]),
  ];
}

function dayName(at: number, now: number): string {
  const key = dateFormat({ year: 'numeric', month: 'numeric', day: 'numeric' });
  const today = key.format(now);
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (key.format(at) === today) return 'Today';
  if (key.format(at) === key.format(yesterday)) return 'Yesterday';
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
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
  noteLabel: (kind: HistoryKind) => noteLabels[kind] ?? 'Note',
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
