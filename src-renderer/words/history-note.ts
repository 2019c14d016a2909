import { errorCodes } from '../../src-preload/contract/errors.ts';
import type { HistoryEntry, HistoryKind } from '../../src-preload/contract/history.ts';
import type { errorTextIn } from './error-text.ts';
import { type FindingCount, findingCounts } from './finding-counts.ts';
import type { answerIn } from './receipt-answer.ts';

type Entry = Pick<HistoryEntry, 'kind' | 'note'>;

/** What a person wrote stands in quotes, whatever it says. */
const remarks: ReadonlySet<HistoryKind> = new Set([
  'reviewed',
  'commit-confirmed-by-hand',
  'commit-reopened-by-hand',
]);

const vendorsWord: ReadonlySet<HistoryKind> = new Set([
  'export-tracked',
  'export-started',
  'export-ready',
  'export-failed',
  'export-expired',
]);

/** What a note is, by the kind of its entry. */
export function noteKind(
  kind: HistoryKind,
): 'vendors-word' | 'vendors-answer' | 'reason' | 'remark' | 'kept-as' | 'found' | 'file' | 'note' {
  if (vendorsWord.has(kind)) return 'vendors-word';
  if (remarks.has(kind)) return 'remark';
  switch (kind) {
    case 'committed':
    case 'commit-settled':
      return 'vendors-answer';
    case 'retrieval-broken':
    case 'schedule-failed':
    case 'commit-refused':
    case 'commit-unknown':
      return 'reason';
    case 'ledger-replaced':
      return 'kept-as';
    case 'receipt-checked':
      return 'found';
    case 'file-binned':
      return 'file';
    default:
      return 'note';
  }
}

/** What a language brings along for a history's notes. */
export interface NoteWords {
  readonly errorText: ReturnType<typeof errorTextIn>;
  readonly answers: ReturnType<typeof answerIn>;
  readonly quoted: (text: string) => string;
  readonly about: (said: string, subject: string) => string;
  readonly interrupted: string;
  /** What a check of a receipt found. */
  readonly found: (counts: readonly FindingCount[]) => string;
}

/**
 * The note for people: an error's title for its code, a remark or a vendor's word for a status in quotes. `brief` leaves out
 * what an error is about.
 */
export function noteIn(say: NoteWords): (entry: Entry, how?: { readonly brief?: boolean }) => string | null {
  return (entry, { brief = false } = {}) => {
    const text = entry.note?.trim() ?? '';
    if (text === '') return null;
    if (remarks.has(entry.kind)) return say.quoted(text);
    if (entry.kind === 'file-binned') return text;
    if (entry.kind === 'receipt-checked') {
      const counts = findingCounts(text);
      return counts === null ? text : say.found(counts);
    }
    // A code may be followed by the thing that it is about: `file-changed: installs.csv.gz`.
    const [name, subject] = text.split(/: (.*)/s, 2);
    const code = errorCodes.find((known) => known === name);
    if (code !== undefined) {
      const { title } = say.errorText(subject === undefined ? { code } : { code, subject }, 0);
      return subject === undefined || brief || title.includes(subject) ? title : say.about(title, subject);
    }
    if (entry.kind === 'commit-unknown' && text === 'interrupted') return say.interrupted;
    if (noteKind(entry.kind) === 'vendors-answer')
      return (
        say.answers.confirmedBy(text) ?? say.answers.settledBy(text) ?? say.answers.signedOff(text) ?? text
      );
    if (!vendorsWord.has(entry.kind)) return text;
    // Crayon's word is a number, which says nothing to a person; the export's details have it.
    return /^\d+$/.test(text) ? null : say.quoted(text);
  };
}
