import type { SecretField } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { FieldWords, FieldWordsName, TextFieldName } from '../connection-field-names.ts';
import type { Words } from '../words-type.ts';

const secretWords: Readonly<Record<SecretField, FieldWords>> = {
  sharedKey: {
    label: 'Delt nøkkel',
    hint: 'Nøkkelen som MyPreferences ga ut sammen med bruker-ID-en.',
  },
  oauthClientSecret: {
    label: 'OAuth-klienthemmelighet',
    hint: 'Vist én gang da OAuth-klienten ble laget: 64 tegn.',
  },
  secretKey: {
    label: 'Hemmelig nøkkel',
    hint: 'I MyTracker, i profilen din, ved siden av API-bruker-ID-en.',
  },
  clientSecret: { label: 'Klienthemmelighet', hint: 'I Cloud-iQ, vist da API-klienten ble laget.' },
  password: { label: 'Passord', hint: 'Til den samme Cloud-iQ-brukeren.' },
};

const textWords: Readonly<Record<TextFieldName, FieldWords>> = {
  name: { label: 'Navn', hint: 'Hva den heter på listen din. Bare du ser det.' },
  userId: {
    label: 'Bruker-ID',
    hint: 'API-brukeren som MyPreferences har laget for deg.',
    example: 'Jane.Doe',
  },
  authorization: { label: 'Logg på med', hint: 'MyPreferences sier hvilken kontoen din bruker.' },
  oauthClientId: {
    label: 'OAuth-klient-ID',
    hint: 'Til OAuth-klienten: 48 tegn, ikke klient-ID-en ovenfor.',
  },
  tokenUrl: {
    label: 'Påloggingsadresse',
    hint: 'Adressen der OAuth-klienten logger på. MyPreferences oppgir den.',
  },
  scope: {
    label: 'Omfang',
    hint: 'La det stå tomt for «klient-ID/bruker-ID», slik MyPreferences bestemmer det.',
  },
  credentialsIn: {
    label: 'Send OAuth-klientens opplysninger',
    hint: 'De fleste tjenere tar imot dem i hodet.',
  },
  algorithm: { label: 'Signatur', hint: 'SHA-256 hvis ikke MyPreferences har oppgitt en annen.' },
  timestamp: {
    label: 'Tiden i signaturen',
    hint: 'Endre den hvis hver forespørsel avvises som usignert.',
  },
  clockBehindSeconds: {
    label: 'Sekunder bak klokken på datamaskinen',
    hint: 'MyPreferences avviser en tid som ligger i fremtiden. 0 til 840.',
  },
  preset: { label: 'Versjon av leverandørens API', hint: 'Versjon 4 hvis kontoen din ikke er en eldre.' },
  initiate: { label: 'Sti for å be om en eksport', hint: 'Med {clientId} og {segmentName}.' },
  status: { label: 'Sti for å kontrollere den', hint: 'Med {clientId} og {accessToken}.' },
  data: { label: 'Sti for å hente den', hint: 'Med {clientId} og {accessToken}.' },
  commit: { label: 'Sti for å bekrefte den', hint: 'Med {clientId} og {accessToken}.' },
  pageSize: {
    label: 'Poster i én forespørsel',
    hint: '1 til 10\u00a0000. MyPreferences selv bruker 1000.',
  },
  apiUserId: {
    label: 'API-bruker-ID',
    hint: 'I MyTracker, i profilen din, i delen om API-et.',
    example: '77658',
  },
  createBy: {
    label: 'Send forespørsler som',
    hint: 'MyTrackers egne programmer bruker begge. Endre det hvis du får nei når du ber om en eksport.',
  },
  userName: {
    label: 'Brukernavn',
    hint: 'Cloud-iQ-brukeren som API-klienten handler for, oftest en e-postadresse.',
    example: 'jane.doe@example.com',
  },
  downloadAs: { label: 'Hent filer som', hint: 'Endre det hvis hentingen avvises.' },
};

const clientIds: Readonly<Record<ProviderId, FieldWords>> = {
  mypreferences: {
    label: 'Klient-ID',
    hint: 'Navnet på organisasjonen din hos MyPreferences. Administratoren deres der vet det.',
    example: 'ACME_CORP',
  },
  crayon: { label: 'Klient-ID', hint: 'I Cloud-iQ, i listen over organisasjonens API-klienter.' },
  mytracker: { label: 'Klient-ID', hint: '' },
};

const addresses: Readonly<Record<ProviderId, string>> = {
  mypreferences: 'Endre den for prøvesystemet eller en annen versjon.',
  mytracker: 'Endre den bare hvis MyTracker ber deg om det.',
  crayon: 'Noen kontoer bruker https://apiv1.crayon.com. Demosystemet har sin egen.',
};

const isSecret = (name: string): name is SecretField => name in secretWords;

/** What stands at a box of the connection form. */
export function fieldWords(provider: ProviderId, name: FieldWordsName): FieldWords {
  if (name === 'clientId') return clientIds[provider];
  if (name === 'baseUrl') return { label: 'Adresse', hint: addresses[provider] };
  return isSecret(name) ? secretWords[name] : textWords[name];
}

/** The answers to choose from, in order; the first is the usual one. */
export const fieldChoices: Words['connections']['choices'] = {
  authorization: { pnauthinfo3: 'Delt nøkkel (PNAUTHINFO3)', oauth2: 'OAuth 2.0-klient' },
  algorithm: { SHA256: 'HMAC-SHA256', SHA384: 'HMAC-SHA384', SHA512: 'HMAC-SHA512' },
  timestamp: { 'utc-z': 'UTC, med Z på slutten', 'utc-bare': 'UTC, uten merke' },
  credentialsIn: { header: 'i hodet', body: 'i innholdet' },
  preset: { v4: 'Versjon 4', v3: 'Versjon 3', custom: 'Andre stier' },
  createBy: { body: 'et skjema', query: 'en del av adressen' },
  downloadAs: { bytes: 'vanlige filer', json: 'filer pakket i JSON' },
};
