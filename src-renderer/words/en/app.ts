import { count } from '../values.ts';

export const app = {
  name: 'Docket',
  navigation: 'Main',
  exports: 'Exports',
  history: 'History',
  connections: 'Connections',
  settings: 'Settings',
  needsYou: (exports: number) => `${count(exports, 'export needs', 'exports need')} you`,

  practising: 'Practising',
  practisingHint: 'The vendors are played by this computer, with made-up data. Nothing leaves it.',
  practisingShort: 'Sample data. No real vendor is reached.',
  practisingStop: 'Practising with sample data. Press to stop.',
  stopPractising: 'Stop practising',
  practiceStarted: 'Practice has started',
  practiceStartedHint: 'Three practice vendors are connected, with sample data. Nothing here can do harm.',
  practiceStopped: 'Practice has stopped',
  practiceStoppedHint: 'Files that you collected stay where they are.',

  offlineTitle: 'This computer is offline.',
  offline: 'What you have collected can be reviewed. Docket goes on by itself when the connection is back.',
  keychainLockedTitle: 'Your keychain is locked.',
  keychainLocked: 'Docket can’t read its passwords until you unlock the keychain.',
  keychainUnavailableTitle: 'This computer has no keychain that Docket can use.',
  keychainUnavailable:
    'Passwords are kept for this session only; Docket asks for them again after a restart.',

  tryAgain: 'Try again',
  dismiss: 'Put away',
  close: 'Close',
  cancel: 'Cancel',
  details: 'Details',
  moreActions: (title: string) => `More for “${title}”`,
  loading: 'One moment',
  brokenTitle: 'This screen has stopped.',
  broken: 'Your exports and files are safe. Open the screen again; if it stops again, restart Docket.',
  openAgain: 'Open again',
  copied: 'Copied',
} as const;

/** Labels of what an error offers to do. */
export const errorActions = {
  tryAgain: 'Try again',
  editConnection: 'Open the connection',
  chooseFolder: 'Choose another folder',
  repeatExport: 'Repeat the export',
  collectAgain: 'Collect again',
  settleCommit: 'Check now',
} as const;
