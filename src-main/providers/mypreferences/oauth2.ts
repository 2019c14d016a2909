import { z } from 'zod';
import type { ConfigOf } from '../../../src-preload/contract/connections.ts';
import type { ErrorCode, Suspect } from '../../../src-preload/contract/errors.ts';
import { Failure } from '../../ports/failure.ts';
import type { IssuedBearer } from '../http/bearer-keeper.ts';
import { hideSecrets } from '../http/hide-secrets.ts';
import { codeOfStatus, type HttpAnswer, type HttpClient } from '../http/http-client.ts';
import { parseJsonAnswer } from '../http/parse-json-answer.ts';

type OAuth2 = Extract<ConfigOf<'mypreferences'>['authorization'], { kind: 'oauth2' }>;

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.1; some servers write the seconds as text. */
const tokenSchema = z.object({
  access_token: z.string().min(1),
  token_type: z.string().optional(),
  expires_in: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).nullish(),
});

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const errorSchema = z.object({ error: z.string(), error_description: z.string().nullish() });

/** The errors that say: this id, this secret or this scope is not accepted. */
const signInErrors = new Map<string, readonly Suspect[]>([
  ['invalid_client', ['oauthClientId', 'oauthClientSecret']],
  ['unauthorized_client', ['permission']],
  ['invalid_scope', ['scope', 'clientId', 'userId']],
  ['invalid_grant', ['oauthClientId', 'oauthClientSecret']],
  ['access_denied', ['permission']],
]);

/** Where the sign-in has an address of its own, these are about that one. */
const addressTroubles: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unreachable',
  'certificate-untrusted',
  'not-the-vendor',
  'redirect-refused',
  'not-found',
  'answer-malformed',
  'answer-empty',
]);

function aboutTheAddress(thrown: unknown): unknown {
  if (!(thrown instanceof Failure) || !addressTroubles.has(thrown.code)) return thrown;
  const { subject, detail, action, suspects } = thrown.error;
  return new Failure(thrown.code, {
    subject,
    detail,
    action,
    suspects: suspects ?? ['tokenUrl'],
    cause: thrown,
  });
}

/**
 * Asks for a token by client credentials (RFC 6749 §4.4).
 * @throws Failure `sign-in-refused` with the vendor's words when it doesn't accept them.
 */
export async function askOAuth2Token(
  http: HttpClient,
  oauth: OAuth2,
  clientSecret: string,
  signal: AbortSignal,
): Promise<IssuedBearer> {
  try {
    return await askAtAddress(http, oauth, clientSecret, signal);
  } catch (thrown) {
    throw aboutTheAddress(thrown);
  }
}

async function askAtAddress(
  http: HttpClient,
  oauth: OAuth2,
  clientSecret: string,
  signal: AbortSignal,
): Promise<IssuedBearer> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', scope: oauth.scope });
  const headers: Record<string, string> = {
    'Content-Type': 'application/x-www-form-urlencoded',
    Accept: 'application/json',
  };
  if (oauth.credentialsIn === 'body') {
    form.set('client_id', oauth.oauthClientId);
    form.set('client_secret', clientSecret);
  } else {
    headers.Authorization = basic(oauth.oauthClientId, clientSecret);
  }
  const answer = await http.send({
    method: 'POST',
    url: oauth.tokenUrl,
    headers,
    body: form.toString(),
    // A token more or less has no effect at the vendor.
    retry: 'safe',
    signal,
    sizeCap: 1_000_000,
  });
  if (answer.status >= 400) throw refusalOf(answer, [`${oauth.oauthClientId}:${clientSecret}`, clientSecret]);
  const issued = parseJsonAnswer(answer, tokenSchema);
  if (issued.token_type !== undefined && issued.token_type.toLowerCase() !== 'bearer') {
    throw new Failure('answer-malformed', { detail: 'token_type' });
  }
  const seconds = issued.expires_in ?? null;
  return { token: issued.access_token, lifetime: seconds === null || seconds <= 0 ? null : seconds * 1000 };
}

function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`, 'utf8').toString('base64')}`;
}

function refusalOf(answer: HttpAnswer, secrets: readonly string[]): Failure {
  const error = readError(answer.text);
  const words =
    error === null
      ? `HTTP ${answer.status}`
      : [error.error, error.error_description].filter(Boolean).join(': ');
  const detail = hideSecrets(words, secrets);
  const suspects = error === null ? undefined : signInErrors.get(error.error);
  if (suspects !== undefined) return new Failure('sign-in-refused', { detail, suspects });
  if (answer.status === 401)
    return new Failure('sign-in-refused', { detail, suspects: ['oauthClientId', 'oauthClientSecret'] });
  return new Failure(codeOfStatus(answer.status), { detail });
}

function readError(text: string): z.infer<typeof errorSchema> | null {
  try {
    return errorSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
