import type { SecretField } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { FieldName, FormValues } from './connection-form.ts';

type Target = FieldName | SecretField;

/** What people call the boxes in e-mails and files; small letters and digits only. */
const labels: Readonly<Record<ProviderId, Readonly<Record<string, Target>>>> = {
  crayon: {
    clientid: 'clientId',
    apiclientid: 'clientId',
    client: 'clientId',
    clientsecret: 'clientSecret',
    apiclientsecret: 'clientSecret',
    secret: 'clientSecret',
    username: 'userName',
    user: 'userName',
    login: 'userName',
    email: 'userName',
    password: 'password',
    pass: 'password',
    baseurl: 'baseUrl',
    apiurl: 'baseUrl',
  },
  mytracker: {
    apiuserid: 'apiUserId',
    userid: 'apiUserId',
    user: 'apiUserId',
    iduser: 'apiUserId',
    id: 'apiUserId',
    secretkey: 'secretKey',
    apisecretkey: 'secretKey',
    secret: 'secretKey',
    key: 'secretKey',
    baseurl: 'baseUrl',
  },
  mypreferences: {
    clientid: 'clientId',
    organisation: 'clientId',
    organization: 'clientId',
    account: 'clientId',
    userid: 'userId',
    user: 'userId',
    username: 'userId',
    sharedkey: 'sharedKey',
    key: 'sharedKey',
    secretkey: 'sharedKey',
    oauthclientid: 'oauthClientId',
    clientsecret: 'oauthClientSecret',
    oauthclientsecret: 'oauthClientSecret',
    secret: 'oauthClientSecret',
    tokenurl: 'tokenUrl',
    signinaddress: 'tokenUrl',
    scope: 'scope',
  },
};

/** `Client ID: abc`, one on each line, or the same as JSON. A line that names no box is passed over. */
export function labelledPieces(
  provider: ProviderId,
  text: string,
): { readonly values: Partial<FormValues>; readonly secrets: Partial<Record<SecretField, string>> } {
  const found = new Map<Target, string>();
  for (const [label, value] of pairsOf(text)) {
    const target = labels[provider][label.toLowerCase().replace(/[^a-z0-9]/g, '')];
    if (target !== undefined && value !== '' && !found.has(target)) found.set(target, value);
  }
  if (provider === 'mypreferences') sortOAuth(found);
  const values: Record<string, string> = {};
  const secrets: Partial<Record<SecretField, string>> = {};
  for (const [target, value] of found) {
    if (isSecret(target)) secrets[target] = value;
    else values[target] = value;
  }
  return { values: values as Partial<FormValues>, secrets };
}

/** An OAuth client’s own ID is called client ID, too; it has 48 characters (MyPreferences, "Authorization"). */
function sortOAuth(found: Map<Target, string>): void {
  const id = found.get('clientId');
  if (id !== undefined && /^[\w-]{48}$/.test(id) && !found.has('oauthClientId')) {
    found.delete('clientId');
    found.set('oauthClientId', id);
  }
  const scope = /^([^\s/]+)\/([^\s/]+)$/.exec(found.get('scope') ?? '');
  if (scope !== null) {
    found.delete('scope');
    found.set('clientId', scope[1] ?? '');
    found.set('userId', scope[2] ?? '');
  }
  const oauth = ['oauthClientId', 'oauthClientSecret', 'tokenUrl'] as const;
  if (oauth.some((name) => found.has(name))) found.set('authorization', 'oauth2');
  else if (found.has('sharedKey')) found.set('authorization', 'pnauthinfo3');
}

function* pairsOf(text: string): Iterable<readonly [string, string]> {
  if (text.startsWith('{')) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null) {
        for (const [label, one] of Object.entries(value))
          if (typeof one === 'string' || typeof one === 'number') yield [label, String(one)];
      }
      return;
    } catch {
      // Read as lines.
    }
  }
  for (const line of text.split(/[\r\n]+/)) {
    const found =
      /^\s*["'*•-]*\s*([A-Za-z][A-Za-z0-9 _.-]{0,40}?)["'*]*\s*[:=\t]\s*["']?(.*?)["',;]*\s*$/.exec(line);
    if (found !== null) yield [found[1] ?? '', found[2] ?? ''];
  }
}

const secretNames = new Set<string>([
  'sharedKey',
  'oauthClientSecret',
  'secretKey',
  'clientSecret',
  'password',
] satisfies readonly SecretField[]);

function isSecret(target: Target): target is SecretField {
  return secretNames.has(target);
}
