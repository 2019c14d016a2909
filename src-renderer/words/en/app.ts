import { count, percent } from './values.ts';

export const app = {
  name: 'Docket',
  navigation: 'Main',
  exports: 'Exports',
  files: 'Files',
  history: 'History',
  connections: 'Connections',
  settings: 'Settings',
  needsYou: (exports: number) => `${count(exports, 'export needs', 'exports need')} you`,

  practising: 'Practising',
  practisingHint: 'The vendors are played by this computer, with made-up data. Nothing leaves it.',
  practisingShort: 'Sample data. No real vendor is reached.',
  practisingStop: 'Practising with sample data. Press to stop.',
  stopPractising: 'Stop practising',
  practiceStopped: 'Practice has stopped',
  practiceStoppedHint: 'Files that you collected stay where they are.',

  offlineTitle: 'This computer is offline.',
  offline: 'What you have collected can be reviewed. Docket goes on by itself when the connection is back.',
  keychainLockedTitle: 'Your keychain is locked.',
  keychainLocked: 'Docket can’t read its passwords until you unlock the keychain.',
  keychainUnavailableTitle: 'This computer has no keychain that Docket can use.',
  keychainUnavailable:
    'Passwords are kept for this session only; Docket asks for them again after a restart.',

  search: 'Search',
  clearSearch: 'Clear the search',
  tryAgain: 'Try again',
  undo: 'Undo',
  dismiss: 'Dismiss',
  close: 'Close',
  cancel: 'Cancel',
  details: 'Details',
  moreActions: (title: string) => `More for “${title}”`,
  /** Read out, not shown. */
  saysStage: (title: string, stage: string) => `“${title}”: ${stage}.`,
  saysProgress: (title: string, done: number) => `“${title}”: ${percent(done)} collected.`,
  loading: 'One moment',
  brokenTitle: 'This screen has stopped.',
  broken: 'Your exports and files are safe. Open the screen again; if it stops again, restart Docket.',
  openAgain: 'Open again',
  copyDetails: 'Copy details for support',
  copied: 'Copied',
  notCopied: 'It could not be copied',
} as const;
