import { count } from '../values.ts';

export const settings = {
  title: 'Settings',
  files: 'Files',
  downloads: 'Downloads folder',
  downloadsHint:
    'What you collect is kept here, by connection and export. Files collected before stay where they are.',
  choose: 'Choose…',
  choosing: 'Choosing…',
  atOnce: 'Exports collected at once',
  atOnceHint: 'More is quicker on a good line. A vendor’s limits are kept in any case.',
  atOnceValue: (exports: number) => count(exports, 'export', 'exports'),
  look: 'Look',
  theme: 'Colours',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  practice: 'Practice',
  practise: 'Practise with sample data',
  practiseHint:
    'Three practice vendors run on this computer, with made-up data. You can collect, review and commit there without harm. Everything of it is marked “Practice”; your own connections and exports stay beside it.',
  practiceStarting: 'Starting practice…',
  practiceStopping: 'Stopping practice…',
  about: 'About Docket',
  version: 'Version',
  runtime: 'Runs on',
  runtimeValue: (electron: string, chromium: string) => `Electron ${electron}, Chromium ${chromium}`,
  outOfSupportTitle: 'This copy runs on an Electron that no longer gets security fixes.',
  outOfSupport:
    'It is fine for a look at Docket and for tests. For daily work, use a build on a current Electron.',
  user: 'Signed in as',
  secrets: 'Secrets',
  secretsIn: {
    available: 'In this computer’s keychain, under “Docket”',
    locked: 'In this computer’s keychain, which is locked now',
    unavailable: 'In memory only, until you quit: this computer has no keychain that Docket can use',
  },
  data: 'List, history and settings',
  collected: 'Collected files',
} as const;
