import type { ConnectionConfig, SecretPlace } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { fieldChoices, fieldWords } from './connection-fields.ts';
import { ago } from './time.ts';
import { count } from './values.ts';

const vendorLines: Readonly<Record<ProviderId, string>> = {
  mypreferences: 'PossibleNOW. Consents and preferences of your customers, by segment.',
  mytracker: 'Raw data of your apps: installs, payments, events.',
  crayon: 'Licence reports of your customer accounts, as workbooks.',
};

const placeWords: Readonly<Record<SecretPlace, string>> = {
  keychain: 'Secret in your keychain',
  session: 'Secret kept until you quit',
  missing: 'Secret missing',
  unreachable: 'Keychain not reached',
};

function account(config: ConnectionConfig): string {
  switch (config.provider) {
    case 'mypreferences':
      return `${config.clientId} · ${config.userId}`;
    case 'mytracker':
      return `API user ${config.apiUserId}`;
    case 'crayon':
      return config.userName;
  }
}

const problems = {
  missing: 'Docket needs this.',
  'name-taken': 'Another connection has this name. Choose one that tells them apart.',
  'too-long': 'This is too long. Check that you pasted this and nothing else.',
  'not-an-address': 'An address begins with https://.',
  'not-encrypted': 'Use https://: your secret would travel unprotected.',
  'holds-a-password': 'Leave user name and password out of the address.',
  'not-in-range': 'Use a whole number within the range named below.',
  'no-segment': 'It has to contain {segmentName}.',
  'no-token': 'It has to contain {accessToken}.',
  'type-again':
    'The address has changed, so enter this again: Docket sends no secret to a new place by itself.',
  refused: 'This doesn’t fit.',
  'not-accepted': 'Not accepted. Enter it again.',
  'not-known': 'The vendor knows no such account here. Check it.',
  'not-reached': 'Docket doesn’t reach the vendor at this address. Check it.',
} as const;

export const connections = {
  title: 'Connections',
  listLabel: 'Connections',
  connect: 'Connect a vendor',
  emptyTitle: 'No vendor is connected',
  empty:
    'A connection is one account at a vendor. Connect one, and its exports show on your list. Passwords go to this computer’s keychain, its own safe for them.',
  practise: 'Practise with sample data',

  vendorLine: (id: ProviderId) => vendorLines[id],
  account,
  place: (place: SecretPlace) => placeWords[place],
  practiceHint: 'A practice vendor on this computer. It comes and goes with practice.',
  exports: (exports: number) => (exports === 0 ? 'No exports yet' : count(exports, 'export', 'exports')),
  notTested: 'Not tested since the start',
  testing: 'Testing…',
  works: (at: number, now: number) => `Works · tested ${ago(at, now)}`,
  fails: (title: string, at: number, now: number) => `${title} · tested ${ago(at, now)}`,
  worksToast: (name: string) => `“${name}” works`,
  worksToastHint: 'The vendor has answered.',

  test: 'Test',
  testNamed: (name: string) => `Test ${name}`,
  edit: 'Edit',
  editNamed: (name: string) => `Edit ${name}`,
  remove: 'Remove…',
  newExport: 'New export',

  choose: 'Which vendor?',
  chooseHint: 'Have the account’s details at hand; the vendor’s administrator can give them to you.',
  newTitle: (vendor: string) => `Connect ${vendor}`,
  editTitle: (name: string) => `Edit “${name}”`,
  field: fieldWords,
  choices: fieldChoices,
  problem: (problem: keyof typeof problems) => problems[problem],
  advanced: 'More settings',
  example: (example: string) => `for example ${example}`,
  secretSaved: 'Saved; type to change',
  show: (label: string) => `Show ${label}`,
  hide: (label: string) => `Hide ${label}`,
  sessionOnlyTitle: 'Your secret is kept for this session only.',
  sessionOnly:
    'This computer has no keychain that Docket can use, and Docket never writes a secret to a plain file. It asks again after a restart.',
  lockedTitle: 'Your keychain is locked.',
  locked: 'Unlock it before you save, so that Docket can keep your secret there.',
  kept: 'Keys and passwords go to this computer’s keychain, its own safe for them. Docket never shows them again.',

  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  saveAndTest: 'Save and test',
  saving: 'Saving…',
  savedWorksTitle: (name: string) => `“${name}” works.`,
  savedWorks: (id: ProviderId, vendor: string) =>
    id === 'crayon'
      ? `${vendor} has answered. Its queue shows on your list.`
      : `${vendor} has answered. You can now ask for an export, or add one by its number.`,
  savedFails: 'It is saved, but it does not work yet.',
  closeAnyway: 'Close anyway',
  removeTitle: (name: string) => `Remove “${name}”?`,
  removeYes: 'Remove',
  removeNo: 'Keep it',
  removed: (name: string) => `“${name}” is removed`,
  removedHint: 'Its files and its history stay.',
} as const;
