import { z } from 'zod';
import { docketErrorSchema } from './errors.ts';
import { connectionIdSchema, instantSchema, type providerIdSchema } from './ids.ts';

const httpUrl = z.url({ protocol: /^https?$/ }).max(2000);

/**
 * The four MyPreferences paths below the base URL. `{clientId}`, `{segmentName}` and `{accessToken}` are replaced,
 * each percent-encoded as one path segment.
 */
export const myPreferencesPathsSchema = z.object({
  initiate: z.string().min(1).max(500),
  status: z.string().min(1).max(500),
  data: z.string().min(1).max(500),
  commit: z.string().min(1).max(500),
});
export type MyPreferencesPaths = Readonly<z.infer<typeof myPreferencesPathsSchema>>;

export const myPreferencesAuthorizationSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pnauthinfo3'),
    algorithm: z.enum(['SHA256', 'SHA384', 'SHA512']),
    /** How far behind this computer's clock requests are dated; the vendor refuses a date in its future. */
    clockBehindSeconds: z.number().min(0).max(840),
    /** The vendor's text on zones is cut off: UTC with `Z`, or the bare time in UTC without it. */
    timestamp: z.enum(['utc-z', 'utc-bare']),
  }),
  z.object({
    kind: z.literal('oauth2'),
    oauthClientId: z.string().min(1).max(200),
    tokenUrl: httpUrl,
    /** `ClientId/UserId`, as MyPreferences defines it. */
    scope: z.string().min(1).max(300),
    credentialsIn: z.enum(['header', 'body']),
  }),
]);

export const connectionConfigSchema = z.discriminatedUnion('provider', [
  z.object({
    provider: z.literal('mypreferences'),
    baseUrl: httpUrl,
    clientId: z.string().min(1).max(200),
    userId: z.string().min(1).max(200),
    authorization: myPreferencesAuthorizationSchema,
    preset: z.enum(['v3', 'v4', 'custom']),
    paths: myPreferencesPathsSchema,
    pageSize: z.number().int().min(1).max(10_000),
  }),
  z.object({
    provider: z.literal('mytracker'),
    baseUrl: httpUrl,
    apiUserId: z.string().min(1).max(200),
    /** The two official clients differ: PHP sends the parameters as a form body, Python in the query string. */
    createBy: z.enum(['body', 'query']),
  }),
  z.object({
    provider: z.literal('crayon'),
    baseUrl: httpUrl,
    clientId: z.string().min(1).max(200),
    userName: z.string().min(1).max(300),
    downloadAs: z.enum(['bytes', 'json']),
  }),
]);
export type ConnectionConfig = Readonly<z.infer<typeof connectionConfigSchema>>;
export type ConfigOf<P extends ConnectionConfig['provider']> = Extract<ConnectionConfig, { provider: P }>;

/** The secrets that a connection may have, each one entry in the keychain. */
export const secretFieldSchema = z.enum([
  'sharedKey', // MyPreferences, PNAUTHINFO3
  'oauthClientSecret', // MyPreferences, OAuth 2.0
  'secretKey', // MyTracker
  'clientSecret', // Crayon
  'password', // Crayon
]);
export type SecretField = z.infer<typeof secretFieldSchema>;

/** Where a secret lives: never its value. */
export const secretPlaceSchema = z.enum(['keychain', 'session', 'missing', 'unreachable']);
export type SecretPlace = z.infer<typeof secretPlaceSchema>;

/** A connection as it is kept in connections.json: no secret among it. */
export const connectionSchema = z.object({
  id: connectionIdSchema,
  name: z.string().min(1).max(120),
  config: connectionConfigSchema,
  practice: z.boolean(),
  createdAt: instantSchema,
  /** Docket collects by itself what becomes ready from then on; absent: it waits for the person. */
  collectsSince: instantSchema.exactOptional(),
});
export type Connection = Readonly<z.infer<typeof connectionSchema>>;

export const connectionTestSchema = z.object({
  at: instantSchema,
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('works') }),
    z.object({ kind: z.literal('fails'), error: docketErrorSchema }),
  ]),
});
export type ConnectionTest = Readonly<z.infer<typeof connectionTestSchema>>;

export const connectionViewSchema = connectionSchema.extend({
  secrets: z.array(z.object({ field: secretFieldSchema, place: secretPlaceSchema })).readonly(),
  lastTest: connectionTestSchema.nullable(),
  /** How many exports on the list belong to it. */
  exports: z.number().int().nonnegative(),
});
export type ConnectionView = Readonly<z.infer<typeof connectionViewSchema>>;

/** With `id` an existing connection is changed; secrets left out keep what the keychain holds. */
export const connectionDraftSchema = z.object({
  id: connectionIdSchema.optional(),
  name: z.string().trim().min(1).max(120),
  config: connectionConfigSchema,
  secrets: z.partialRecord(secretFieldSchema, z.string().min(1).max(10_000)),
});
export type ConnectionDraft = Readonly<z.infer<typeof connectionDraftSchema>>;

export const collectsInputSchema = z.object({ id: connectionIdSchema, on: z.boolean() });

export const keychainStateSchema = z.enum(['available', 'locked', 'unavailable']);
export type KeychainState = z.infer<typeof keychainStateSchema>;

/** Which secrets a connection needs, by its config. */
export function secretFieldsOf(config: ConnectionConfig): readonly SecretField[] {
  switch (config.provider) {
    case 'mypreferences':
      return config.authorization.kind === 'pnauthinfo3' ? ['sharedKey'] : ['oauthClientSecret'];
    case 'mytracker':
      return ['secretKey'];
    case 'crayon':
      return ['clientSecret', 'password'];
  }
}

export const providerNames: Readonly<Record<z.infer<typeof providerIdSchema>, string>> = {
  mypreferences: 'MyPreferences',
  mytracker: 'MyTracker',
  crayon: 'Crayon Cloud-iQ',
};
