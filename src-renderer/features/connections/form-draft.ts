import {
  type ConnectionConfig,
  type ConnectionDraft,
  type SecretField,
  secretFieldsOf,
} from '../../../src-preload/contract/connections.ts';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import { type ConnectionForm, defaultScope, type FieldName } from './connection-form.ts';

/** What is wrong with a box, as words.connections.problem says it. */
export type Problem =
  | 'missing'
  | 'name-taken'
  | 'too-long'
  | 'not-an-address'
  | 'not-encrypted'
  | 'holds-a-password'
  | 'not-in-range'
  | 'no-segment'
  | 'no-token'
  | 'type-again'
  | 'refused'
  // Found out by the test of what is saved
  | 'not-accepted'
  | 'not-known'
  | 'not-reached';

export type Problems = Readonly<Partial<Record<FieldName | SecretField, Problem>>>;

export type DraftReading =
  | { readonly kind: 'draft'; readonly draft: ConnectionDraft }
  | { readonly kind: 'problems'; readonly problems: Problems };

const longest: Readonly<Partial<Record<FieldName, number>>> = {
  name: 120,
  userName: 300,
  scope: 300,
  baseUrl: 2000,
  tokenUrl: 2000,
  initiate: 500,
  status: 500,
  data: 500,
  commit: 500,
};

/**
 * Reads the form into what main saves, or says box by box what does not fit. Blanks around a pasted text are dropped.
 * `taken` are the names of the other connections: people tell their accounts apart by name.
 */
export function readDraft(form: ConnectionForm, taken: readonly string[] = []): DraftReading {
  const problems: Partial<Record<FieldName | SecretField, Problem>> = {};

  const text = (name: FieldName): string => {
    const value = form.values[name].trim();
    if (value === '') problems[name] = 'missing';
    else if (value.length > (longest[name] ?? 200)) problems[name] = 'too-long';
    return value;
  };
  const address = (name: 'baseUrl' | 'tokenUrl'): string => {
    const value = text(name);
    const problem = problems[name] === undefined ? addressProblem(value) : null;
    if (problem !== null) problems[name] = problem;
    return value;
  };
  const whole = (name: 'pageSize' | 'clockBehindSeconds', least: number, most: number): number => {
    const value = text(name);
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (problems[name] === undefined && !(number >= least && number <= most)) problems[name] = 'not-in-range';
    return number;
  };
  const path = (name: 'initiate' | 'status' | 'data' | 'commit'): string => {
    const value = text(name);
    const wanted = name === 'initiate' ? '{segmentName}' : '{accessToken}';
    if (problems[name] === undefined && !value.includes(wanted)) {
      problems[name] = name === 'initiate' ? 'no-segment' : 'no-token';
    }
    return value;
  };

  const config = readConfig(form, { text, address, whole, path });
  const secrets: Partial<Record<SecretField, string>> = {};
  for (const field of secretFieldsOf(config)) {
    const typed = (form.secrets[field] ?? '').trim();
    if (typed !== '') secrets[field] = typed;
    else if (!form.held.includes(field)) problems[field] = 'missing';
    if (typed.length > 10_000) problems[field] = 'too-long';
  }
  const name = text('name');
  if (problems.name === undefined && taken.some((other) => sameName(other, name)))
    problems.name = 'name-taken';
  if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
  return {
    kind: 'draft',
    draft: { ...(form.id === null ? {} : { id: form.id }), name, config, secrets },
  };
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.toLowerCase();
}

interface Readers {
  readonly text: (name: FieldName) => string;
  readonly address: (name: 'baseUrl' | 'tokenUrl') => string;
  readonly whole: (name: 'pageSize' | 'clockBehindSeconds', least: number, most: number) => number;
  readonly path: (name: 'initiate' | 'status' | 'data' | 'commit') => string;
}

function readConfig(form: ConnectionForm, { text, address, whole, path }: Readers): ConnectionConfig {
  const { values } = form;
  const baseUrl = address('baseUrl');
  switch (form.provider) {
    case 'mypreferences':
      return {
        provider: 'mypreferences',
        baseUrl,
        clientId: text('clientId'),
        userId: text('userId'),
        authorization:
          values.authorization === 'pnauthinfo3'
            ? {
                kind: 'pnauthinfo3',
                algorithm: values.algorithm,
                clockBehindSeconds: whole('clockBehindSeconds', 0, 840),
                timestamp: values.timestamp,
              }
            : {
                kind: 'oauth2',
                oauthClientId: text('oauthClientId'),
                tokenUrl: address('tokenUrl'),
                scope: values.scope.trim() || defaultScope(values),
                credentialsIn: values.credentialsIn,
              },
        preset: values.preset,
        paths: {
          initiate: path('initiate'),
          status: path('status'),
          data: path('data'),
          commit: path('commit'),
        },
        pageSize: whole('pageSize', 1, 10_000),
      };
    case 'mytracker':
      return { provider: 'mytracker', baseUrl, apiUserId: text('apiUserId'), createBy: values.createBy };
    case 'crayon':
      return {
        provider: 'crayon',
        baseUrl,
        clientId: text('clientId'),
        userName: text('userName'),
        downloadAs: values.downloadAs,
      };
  }
}

const ownComputer = ['localhost', '127.0.0.1', '[::1]'];

/** A secret must not travel in the open, nor stand in an address that is shown. */
function addressProblem(value: string): Problem | null {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return 'not-an-address';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not-an-address';
  if (url.username !== '' || url.password !== '') return 'holds-a-password';
  return url.protocol === 'http:' && !ownComputer.includes(url.hostname) ? 'not-encrypted' : null;
}

/** Where main's refusal names a box of the form, the words belong next to that box. */
export function problemsOf(error: DocketError, form: ConnectionForm): Problems | null {
  const { subject } = error;
  if (subject === undefined || !(subject in form.values || isSecret(subject))) return null;
  if (error.code === 'secret-missing') {
    return { [subject]: error.detail === 'address-changed' ? 'type-again' : 'missing' };
  }
  if (error.code === 'secret-too-long') return { [subject]: 'too-long' };
  return error.code === 'connection-invalid' ? { [subject]: 'refused' } : null;
}

const secretNames: Readonly<Record<SecretField, true>> = {
  sharedKey: true,
  oauthClientSecret: true,
  secretKey: true,
  clientSecret: true,
  password: true,
};

function isSecret(name: string): boolean {
  return name in secretNames;
}
