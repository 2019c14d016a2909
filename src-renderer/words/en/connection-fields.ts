import type { SecretField } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { FieldWords, FieldWordsName, TextFieldName } from '../connection-field-names.ts';

const secretWords: Readonly<Record<SecretField, FieldWords>> = {
  sharedKey: {
    label: 'Shared key',
    hint: 'The key that MyPreferences gave out together with the user ID.',
  },
  oauthClientSecret: {
    label: 'OAuth client secret',
    hint: 'Shown once when the OAuth client was made: 64 characters.',
  },
  secretKey: { label: 'Secret key', hint: 'In MyTracker, in your profile, next to the API user ID.' },
  clientSecret: { label: 'Client secret', hint: 'In Cloud-iQ, shown when the API client was made.' },
  password: { label: 'Password', hint: 'Of the same Cloud-iQ user.' },
};

const textWords = {
  name: { label: 'Name', hint: 'How it is called on your list; only you see it.' },
  userId: {
    label: 'User ID',
    hint: 'The API user that MyPreferences set up for you.',
    example: 'Jane.Doe',
  },
  authorization: { label: 'Sign in with', hint: 'MyPreferences says which one your account uses.' },
  oauthClientId: {
    label: 'OAuth client ID',
    hint: 'Of the OAuth client: 48 characters, not the client ID above.',
  },
  tokenUrl: {
    label: 'Sign-in address',
    hint: 'The address at which the OAuth client signs in; MyPreferences names it.',
  },
  scope: { label: 'Scope', hint: 'Leave it empty for “client ID/user ID”, as MyPreferences defines it.' },
  credentialsIn: { label: 'Send the OAuth client’s details', hint: 'Most servers take them in the header.' },
  algorithm: { label: 'Signature', hint: 'SHA-256 unless MyPreferences told you another one.' },
  timestamp: { label: 'Time in the signature', hint: 'Change it if every request is refused as not signed.' },
  clockBehindSeconds: {
    label: 'Seconds behind this computer’s clock',
    hint: 'MyPreferences refuses a time that lies in its future. 0 to 840.',
  },
  preset: { label: 'Version of the vendor’s API', hint: 'Version 4 unless your account is an older one.' },
  initiate: { label: 'Path to ask for an export', hint: 'With {clientId} and {segmentName}.' },
  status: { label: 'Path to check it', hint: 'With {clientId} and {accessToken}.' },
  data: { label: 'Path to collect it', hint: 'With {clientId} and {accessToken}.' },
  commit: { label: 'Path to commit it', hint: 'With {clientId} and {accessToken}.' },
  pageSize: { label: 'Records in one request', hint: '1 to 10,000; MyPreferences itself takes 1,000.' },
  apiUserId: {
    label: 'API user ID',
    hint: 'In MyTracker, in your profile, in the part about the API.',
    example: '77658',
  },
  createBy: {
    label: 'Send requests as',
    hint: 'MyTracker’s own programs use both. Change it if asking for an export is refused.',
  },
  userName: {
    label: 'User name',
    hint: 'The Cloud-iQ user that the API client acts for; mostly an e-mail address.',
    example: 'jane.doe@example.com',
  },
  downloadAs: { label: 'Collect files as', hint: 'Change it if collecting is refused.' },
} as const satisfies Readonly<Record<TextFieldName, FieldWords>>;

const clientIds: Readonly<Record<ProviderId, FieldWords>> = {
  mypreferences: {
    label: 'Client ID',
    hint: 'Your organisation’s name at MyPreferences. Your administrator there knows it.',
    example: 'ACME_CORP',
  },
  crayon: { label: 'Client ID', hint: 'In Cloud-iQ, in the list of your organisation’s API clients.' },
  mytracker: { label: 'Client ID', hint: '' },
};

const addresses: Readonly<Record<ProviderId, string>> = {
  mypreferences: 'Change it for the staging system or another version.',
  mytracker: 'Change it only if MyTracker tells you to.',
  crayon: 'Some accounts use https://apiv1.crayon.com; the demo system has its own.',
};

const isSecret = (name: string): name is SecretField => name in secretWords;

/** What stands at a box of the connection form. */
export function fieldWords(provider: ProviderId, name: FieldWordsName): FieldWords {
  if (name === 'clientId') return clientIds[provider];
  if (name === 'baseUrl') return { label: 'Address', hint: addresses[provider] };
  return isSecret(name) ? secretWords[name] : textWords[name];
}

/** The answers to choose from, in order; the first is the usual one. */
export const fieldChoices = {
  authorization: { pnauthinfo3: 'Shared key (PNAUTHINFO3)', oauth2: 'OAuth 2.0 client' },
  algorithm: { SHA256: 'HMAC-SHA256', SHA384: 'HMAC-SHA384', SHA512: 'HMAC-SHA512' },
  timestamp: { 'utc-z': 'UTC, with Z at the end', 'utc-bare': 'UTC, without a mark' },
  credentialsIn: { header: 'in the header', body: 'in the body' },
  preset: { v4: 'Version 4', v3: 'Version 3', custom: 'Other paths' },
  createBy: { body: 'a form', query: 'part of the address' },
  downloadAs: { bytes: 'plain files', json: 'files wrapped in JSON' },
} as const;
