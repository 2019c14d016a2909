import type {
  ConnectionConfig,
  ConnectionView,
  SecretField,
} from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { myPreferencesPresets } from '../../../src-preload/contract/mypreferences-presets.ts';

/** Every box of the form, under the contract's own name; what is not of the chosen vendor stays unused. */
export interface FormValues {
  readonly name: string;
  readonly baseUrl: string;
  readonly clientId: string;
  readonly userId: string;
  readonly authorization: 'pnauthinfo3' | 'oauth2';
  readonly algorithm: 'SHA256' | 'SHA384' | 'SHA512';
  readonly clockBehindSeconds: string;
  readonly timestamp: 'utc-z' | 'utc-bare';
  readonly oauthClientId: string;
  readonly tokenUrl: string;
  readonly scope: string;
  readonly credentialsIn: 'header' | 'body';
  readonly preset: 'v3' | 'v4' | 'custom';
  readonly initiate: string;
  readonly status: string;
  readonly data: string;
  readonly commit: string;
  readonly pageSize: string;
  readonly apiUserId: string;
  readonly createBy: 'body' | 'query';
  readonly userName: string;
  readonly downloadAs: 'bytes' | 'json';
}
export type FieldName = keyof FormValues;

export interface ConnectionForm {
  /** Null until it was saved once. */
  readonly id: string | null;
  readonly provider: ProviderId;
  readonly values: FormValues;
  /** Only what was typed here: what the keychain holds is never read. */
  readonly secrets: Readonly<Partial<Record<SecretField, string>>>;
  /** Secrets that are kept already: they may be left empty. */
  readonly held: readonly SecretField[];
}

const baseUrls: Readonly<Record<ProviderId, string>> = {
  mypreferences: myPreferencesPresets.v4.baseUrl,
  mytracker: 'https://tracker.my.com',
  crayon: 'https://api.crayon.com',
};

function startValues(provider: ProviderId, name: string): FormValues {
  return {
    name,
    baseUrl: baseUrls[provider],
    clientId: '',
    userId: '',
    authorization: 'pnauthinfo3',
    algorithm: 'SHA256',
    clockBehindSeconds: '5',
    timestamp: 'utc-z',
    oauthClientId: '',
    tokenUrl: '',
    scope: '',
    credentialsIn: 'header',
    preset: 'v4',
    ...myPreferencesPresets.v4.paths,
    pageSize: '1000',
    apiUserId: '',
    createBy: 'body',
    userName: '',
    downloadAs: 'bytes',
  };
}

/** An empty form; the vendor's name is a good first name unless another connection bears it. */
export function newForm(provider: ProviderId, vendorName: string, taken: readonly string[]): ConnectionForm {
  let name = vendorName;
  for (let number = 2; taken.includes(name); number += 1) name = `${vendorName} ${number}`;
  return { id: null, provider, values: startValues(provider, name), secrets: {}, held: [] };
}

/** The form of a saved connection; its secrets stay where they are. */
export function formOf(connection: ConnectionView): ConnectionForm {
  const { config } = connection;
  return {
    id: connection.id,
    provider: config.provider,
    values: { ...startValues(config.provider, connection.name), ...savedValues(config) },
    secrets: {},
    held: connection.secrets.filter(({ place }) => place !== 'missing').map(({ field }) => field),
  };
}

function savedValues(config: ConnectionConfig): Partial<FormValues> {
  switch (config.provider) {
    case 'mypreferences':
      return {
        baseUrl: config.baseUrl,
        clientId: config.clientId,
        userId: config.userId,
        preset: config.preset,
        ...config.paths,
        pageSize: String(config.pageSize),
        ...savedAuthorization(config),
      };
    case 'mytracker':
      return { baseUrl: config.baseUrl, apiUserId: config.apiUserId, createBy: config.createBy };
    case 'crayon':
      return {
        baseUrl: config.baseUrl,
        clientId: config.clientId,
        userName: config.userName,
        downloadAs: config.downloadAs,
      };
  }
}

type MyPreferencesConfig = Extract<ConnectionConfig, { provider: 'mypreferences' }>;

/** The scope that MyPreferences defines for an account; an empty box stands for it. */
export function defaultScope({ clientId, userId }: Pick<MyPreferencesConfig, 'clientId' | 'userId'>): string {
  return `${clientId.trim()}/${userId.trim()}`;
}

function savedAuthorization(config: MyPreferencesConfig): Partial<FormValues> {
  const { authorization } = config;
  if (authorization.kind === 'pnauthinfo3') {
    return {
      authorization: 'pnauthinfo3',
      algorithm: authorization.algorithm,
      clockBehindSeconds: String(authorization.clockBehindSeconds),
      timestamp: authorization.timestamp,
    };
  }
  return {
    authorization: 'oauth2',
    oauthClientId: authorization.oauthClientId,
    tokenUrl: authorization.tokenUrl,
    // A default that stood in the box as text would outlive a corrected client ID or user ID.
    scope: authorization.scope === defaultScope(config) ? '' : authorization.scope,
    credentialsIn: authorization.credentialsIn,
  };
}

/** The form after one box changed. A preset brings its paths, and its address where the old preset's stood. */
export function withValue<N extends FieldName>(
  form: ConnectionForm,
  name: N,
  value: FormValues[N],
): ConnectionForm {
  const values = { ...form.values, [name]: value };
  if (name !== 'preset' || values.preset === 'custom') return { ...form, values };
  const preset = myPreferencesPresets[values.preset];
  const address = form.values.baseUrl.trim();
  return {
    ...form,
    values: {
      ...values,
      ...preset.paths,
      baseUrl: isVendorsAddress(form) || address === '' ? preset.baseUrl : address,
    },
  };
}

/** The vendor's own address, which nobody has to type. */
export function isVendorsAddress({ provider, values }: ConnectionForm): boolean {
  const address = values.baseUrl.trim();
  return provider === 'mypreferences'
    ? Object.values(myPreferencesPresets).some(({ baseUrl }) => baseUrl === address)
    : baseUrls[provider] === address;
}

export function withSecret(form: ConnectionForm, field: SecretField, value: string): ConnectionForm {
  return { ...form, secrets: { ...form.secrets, [field]: value } };
}

/** The form once main has saved it: typed secrets are gone from here, and known to be held. */
export function afterSave(form: ConnectionForm, saved: ConnectionView): ConnectionForm {
  const { id, values, held } = formOf(saved);
  return { ...form, id, values: { ...form.values, ...values }, secrets: {}, held };
}
