import type { Presence } from '../../../src-preload/contract/files.ts';
import type { CleanUpAge, FilesState } from '../kinds.ts';
import { shortDay } from '../time-in.ts';
import { count, exportsCount, files, plural } from './values.ts';

const states: Readonly<Record<FilesState, string>> = {
  all: 'All files',
  open: 'Not committed yet',
  committed: 'Committed',
  'in-bin': 'In the bin',
};

const presences: Readonly<Record<Exclude<Presence, 'here' | 'in-bin'>, string>> = {
  missing: 'Not in its place',
  changed: 'Changed since it was collected',
  unreachable: 'Its drive can’t be reached',
};

const ages: Readonly<Record<CleanUpAge, string>> = {
  any: 'Committed at any time',
  month: 'Committed more than 30 days ago',
  quarter: 'Committed more than 3 months ago',
  half: 'Committed more than 6 months ago',
  year: 'Committed more than a year ago',
};

/** Everything collected, and its clean-up. */
export const filesList = {
  title: 'Files',
  headline: (value: number, size: string) => `${files(value)} · ${size}`,
  ofThem: (value: number, size: string) => `${files(value)} committed (${size})`,
  search: 'Search files and exports',
  vendorLabel: 'Vendor and connection',
  everyVendor: 'All vendors',
  stateLabel: 'State',
  state: (state: FilesState) => states[state],
  orderLabel: 'Order',
  byDate: 'By date',
  byVendor: 'By vendor',
  found: (value: number, size: string) => `${files(value)} · ${size}`,
  listLabel: 'Everything collected',
  column: { file: 'File', export: 'Export', collected: 'Collected', size: 'Size', state: 'State' },
  group: (name: string, amount: string) => `${name} · ${amount}`,
  loading: 'Opening the files…',
  loadingRow: 'Reading…',
  emptyTitle: 'Nothing is collected yet',
  empty:
    'When you collect an export, its files appear here, by date and by vendor, with what became of them.',
  toExports: 'Go to the exports',
  noMatchTitle: 'No file matches',
  noMatch: 'No file fits what you chose. Clear the filters to see everything.',
  clear: 'Clear filters',

  /** The day in few characters; the year only where it isn't this one. */
  day: shortDay,
  committedOn: (when: string) => `Committed ${when}`,
  open: 'Not committed yet',
  binnedOn: (when: string) => `Moved to the bin ${when}`,
  presence: (presence: Exclude<Presence, 'here' | 'in-bin'>) => presences[presence],
  actions: (name: string) => `What can be done with ${name}`,
  reveal: 'Show in its folder',
  openFile: 'Open with its own program',
  review: 'Look at the table',
  receipt: 'Show the receipt',
  showExport: 'Show the export',

  cleanUp: 'Clean up…',
  cleanUpTitle: 'Clean up committed files',
  cleanUpIntro:
    'Files that are committed can go to this computer’s bin to make room. Receipts and history stay, and files can be restored from the bin.',
  ageLabel: 'Which',
  age: (age: CleanUpAge) => ages[age],
  looking: 'Looking at the files…',
  nothingToClean: 'No committed file is that old. Nothing needs to be cleaned up.',
  goes: (value: number, exports: number, size: string) =>
    `${files(value)} of ${exportsCount(exports)} would move to the bin. Emptying the bin later frees ${size}.`,
  goesLabel: 'What would move to the bin',
  exportGoes: (value: number, size: string) => `${files(value)}, ${size}`,
  stays: (value: number) => `${files(value)} ${plural(value, 'stays', 'stay')}:`,
  safety: 'Each file is read first. One that is not exactly as signed for stays where it is.',
  move: (value: number) => `Move ${files(value)} to the bin`,
  cancel: 'Cancel',
  close: 'Close',
  moving: (name: string) => `Checking and moving “${name}”…`,
  movedOf: (done: string, total: string) => `${done} of ${total}`,
  stop: 'Stop',
  stopping: 'Stopping…',
  moved: (value: number, size: string) => `${files(value)} moved to the bin (${size})`,
  movedNone: 'No file was moved.',
  wasStopped: 'It was stopped; the other files stay where they are.',
  stayed: (value: number) =>
    `${count(value, 'file stays', 'files stay')} where ${plural(value, 'it is', 'they are')}:`,
  andMore: (value: number) => `and ${count(value, 'more', 'more')}`,
} as const;
