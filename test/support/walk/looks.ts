/**
 * Every screen, dialog, menu, popover and bar, by the source file that draws it, with the names of the states in which a
 * walk looks at it. The files of the review are walked on their own; all others on one walk across the desk.
 */
export const looksAt = {
  'app/first-start.tsx': ['first start'],
  'app/notices.tsx': ['a notice at the start', 'offline'],
  'app/toasts.tsx': ['list, and what is said in passing', 'what went wrong, said in passing'],
  'app/palette/palette.tsx': ['palette', 'palette without a match'],
  'app/shortcuts-dialog.tsx': ['shortcuts'],
  'app/quit-dialog.tsx': ['quitting is asked about', 'quitting waits for an answer'],

  'features/connections/vendor-choice.tsx': ['choice of vendors'],
  'features/connections/connections-screen.tsx': ['no connections', 'connections'],
  'features/connections/connection-form-view.tsx': [
    'connection form with problems',
    'connection form after a paste',
    'connection form',
    'connection works',
    'renaming',
    'a new password',
  ],
  'features/connections/connection-dialog.tsx': ['editing a connection'],
  'features/connections/connection-row.tsx': ['a connection that fails', 'menu of a connection'],
  'features/connections/test-report.tsx': ['a test that failed'],
  'features/connections/remove-dialog.tsx': ['what goes and what stays'],

  'features/jobs/exports-screen.tsx': ['empty list', 'list', 'no export matches', 'list in high contrast'],
  'features/jobs/warnings.tsx': ['warnings before a loss', 'a connection that stands still'],
  'features/jobs/exports-toolbar.tsx': ['choice of a vendor'],
  'features/jobs/job-menu.tsx': ['menu of an export'],
  'features/jobs/job-panel.tsx': ['panel', 'panel of a failed export', 'panel of a stopped export'],
  'features/jobs/new-export-dialog.tsx': [
    'new export of MyPreferences',
    'new export of MyTracker',
    'new export of Crayon',
  ],
  'features/jobs/new-export-ask.tsx': [
    'new export with problems',
    'a request that repeats',
    'the last request once more',
  ],
  'features/jobs/new-export-track.tsx': ['new export, by its number', 'new export, nothing to enter'],
  'features/jobs/new-export-several.tsx': ['several at once', 'what came of each line'],
  'features/jobs/commit-dialog.tsx': [
    'commit dialog',
    'committed',
    'a commit that asks for the review',
    'a commit that is refused',
    'an answer that was lost',
    'commit dialog in high contrast',
  ],
  'features/jobs/decide-dialog.tsx': ['deciding by hand', 'deciding by hand, asked once more'],
  'features/jobs/confirm-dialog.tsx': ['asked before it is done'],
  'features/jobs/receipt-dialog.tsx': ['receipt'],

  'features/schedules/schedules-screen.tsx': [
    'no schedules',
    'schedules',
    'a paused schedule',
    'editing a schedule',
  ],

  'features/files/files-screen.tsx': ['no files', 'files', 'no file matches'],
  'features/files/file-row.tsx': ['menu of a file'],
  'features/files/clean-up-dialog.tsx': ['nothing to clean up', 'a clean-up', 'after a clean-up'],
  'features/receipt/receipt-screen.tsx': ['receipt as a page'],
  'features/receipt/check-panel.tsx': [
    'a receipt whose files are as signed for',
    'a receipt whose file was changed',
  ],
  'features/history/history-screen.tsx': ['empty history', 'history', 'no line of the history matches'],
  'features/history/history-filters.tsx': ['the history, filtered', 'forms to save the history in'],
  'features/history/entry-dialog.tsx': ['an entry of the history'],

  'features/settings/settings-screen.tsx': ['settings', 'settings in high contrast'],

  'features/review/review-screen.tsx': ['no rows'],
  'features/review/table-body.tsx': ['no row matches', 'a damaged file'],
  'features/review/review-table.tsx': ['table with its summary', 'chips and hits', 'table in high contrast'],
  'features/review/load-note.tsx': ['broken lines'],
  'features/review/panel/profile-panel.tsx': ['profile of numbers'],
  'features/review/panel/row-panel.tsx': ['a row'],
  'features/review/table/column-menu.tsx': ['menu of a column'],
  'features/review/filters/filter-popover.tsx': ['filter by values', 'filter by amounts', 'filter by dates'],
  'features/review/toolbar/columns-button.tsx': ['list of columns'],
  'features/review/toolbar/row-field.tsx': ['going to a row'],
  'features/review/toolbar/review-toolbar.tsx': ['what else can be done with a table'],
  'features/review/dialect-button.tsx': ['how the file is read'],
  'features/review/toolbar/save-menu.tsx': ['forms to save in'],
  'features/review/toolbar/save-dialog.tsx': ['saved'],
  'features/review/compare/compare-screen.tsx': ['nothing to compare with', 'what was added'],
  'features/review/compare/compare-grid.tsx': ['what has changed', 'nothing on one side'],
  'features/review/compare/key-choice.tsx': ['columns that name a row'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Drawn where a walk doesn't get, with the reason. */
export const notWalked: Readonly<Record<string, string>> = {
  'app/screen-guard.tsx': 'comes up only when a screen itself breaks',
  'features/connections/keychain-note.tsx':
    'needs a computer without a keychain: looked at in a start of its own',
  'ui/page.tsx': 'part of every screen',
  'ui/empty-state.tsx': 'part of every empty screen',
  'ui/error-note.tsx': 'part of every state that went wrong',
  'features/review/toolbar/tool-popover.tsx': 'part of every popover of the review',
};

type Files = typeof looksAt;
export type Look = Files[keyof Files][number];

/** Looks at what is on screen. */
export type LookAt = (where: Look) => Promise<void>;

/** The states of one walk that it has to have looked at when it ends. */
export function looksOf(walk: 'desk' | 'review'): readonly Look[] {
  return Object.entries(looksAt)
    .filter(([file]) => file.startsWith('features/review/') === (walk === 'review'))
    .flatMap(([, looks]) => looks);
}
