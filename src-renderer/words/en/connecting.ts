import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { count, list } from './values.ts';

/** Beside the form of a connection: pasting, renaming, a new password, removing, collecting by itself. */
export const connecting = {
  /** After a paste that held more than one box takes. */
  pasted: (labels: readonly string[]) => `Docket recognised what you pasted and filled in: ${list(labels)}.`,
  pastedToken:
    'That is an access token, which ends after a short while. Docket signs in by itself, with the secret below.',
  pasteHint: 'Paste an address, an e-mail with the details, or one after another: Docket sorts them in.',
  /** The next step, once a vendor is connected. */
  goOn: (id: ProviderId) => (id === 'crayon' ? 'Show its exports' : 'Ask for an export…'),

  rename: 'Rename…',
  renameTitle: (name: string) => `Rename “${name}”`,
  renameSave: 'Rename',
  renamed: (name: string) => `It is called “${name}” now`,
  changeSecret: 'Change password or secret…',
  changeSecretTitle: (name: string) => `New password or secret for “${name}”`,
  changeSecretHint: 'What you leave empty stays as it is.',
  nothingTyped: 'Enter what has changed, or cancel.',

  collects: 'Collect automatically when ready',
  collectsHint:
    'What becomes ready from now on comes to this computer by itself while Docket runs. Reviewing and committing stay with you.',
  collectsOn: (name: string) => `Exports of “${name}” are collected automatically from now on`,
  collectsOff: (name: string) => `Exports of “${name}” wait for you again`,

  schedules: (schedules: number) => count(schedules, 'schedule', 'schedules'),

  goesTitle: 'This goes',
  staysTitle: 'This stays',
  goesAccount: 'The account’s details, and its secret in the keychain',
  goesSchedules: (schedules: number) =>
    schedules === 1
      ? 'One schedule, which asks for nothing any more'
      : `${count(schedules, 'schedule', 'schedules')}, which ask for nothing any more`,
  staysExports: (exports: number) =>
    exports === 1 ? 'Its one export on your list' : `Its ${count(exports, 'export', 'exports')} on your list`,
  staysFiles: 'The files that you collected, and their receipts',
  staysHistory: 'The history',
  uncollected: (exports: number) =>
    exports === 1
      ? 'One export isn’t collected yet, and can’t be collected any more. Collect it first if you need it: connecting the account again starts a list of its own.'
      : `${count(exports, 'export isn’t', 'exports aren’t')} collected yet, and can’t be collected any more. Collect them first if you need them: connecting the account again starts a list of its own.`,
} as const;
