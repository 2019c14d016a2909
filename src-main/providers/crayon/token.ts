import { z } from 'zod';
import type { ConfigOf } from '../../../src-preload/contract/connections.ts';
import type { Suspect } from '../../../src-preload/contract/errors.ts';
import { Failure } from '../../ports/failure.ts';
import type { IssuedBearer } from '../http/bearer-keeper.ts';
import { hideSecrets } from '../http/hide-secrets.ts';
import { codeOfStatus, type HttpAnswer, type HttpClient } from '../http/http-client.ts';
import { lowerKeys } from '../http/lower-keys.ts';
import { parseJsonAnswer } from '../http/parse-json-answer.ts';
import { hostOf } from '../http/redact.ts';

/**
 * The token resource, keys in lower case. PascalCase on the wire, unlike RFC 6749:
 * https://apidocs.crayon.com/resources/Token. A refusal may come as 400, 401, or 200 with `Error` set and no token.
 */
const tokenSchema = z.preprocess(
  lowerKeys,
  z.object({
    accesstoken: z.string().nullish(),
    error: z.string().nullish(),
    expiresin: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).nullish(),
  }),
);

export interface CrayonSecrets {
  readonly clientSecret: string;
  readonly password: string;
}

/**
 * Asks for a token by password. The vendor documents no way to use its RefreshToken, so this is asked again each time.
 * @throws Failure `sign-in-refused` with the vendor's `Error` when it doesn't accept us.
 */
export async function askCrayonToken(
  http: HttpClient,
  config: ConfigOf<'crayon'>,
  secrets: CrayonSecrets,
  signal: AbortSignal,
): Promise<IssuedBearer> {
  const form = new URLSearchParams({
    grant_type: 'password',
    username: config.userName,
    password: secrets.password,
    scope: 'CustomerApi',
  });
  const pair = Buffer.from(`${config.clientId}:${secrets.clientSecret}`, 'utf8').toString('base64');
  const answer = await http.send({
    method: 'POST',
    url: `${config.baseUrl.replace(/\/+$/, '')}/api/v1/connect/token/`,
    headers: {
      Authorization: `Basic ${pair}`,
      Accept: 'application/json',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: form.toString(),
    // A token more or less has no effect at the vendor.
    retry: 'safe',
    signal,
    sizeCap: 1_000_000,
  });
  const subject = hostOf(config.baseUrl);
  const own = { ...secrets, clientId: config.clientId };
  if (answer.status >= 300) throw refusalOf(answer, own, subject);
  const issued = parseJsonAnswer(answer, tokenSchema, subject);
  const token = issued.accesstoken ?? '';
  if (token === '') {
    throw new Failure('sign-in-refused', {
      subject,
      detail: hidden(issued.error ?? 'no AccessToken', own),
      suspects: suspectsOf(issued.error ?? ''),
    });
  }
  const seconds = issued.expiresin ?? null;
  return { token, lifetime: seconds === null || seconds <= 0 ? null : seconds * 1000 };
}

function refusalOf(
  answer: HttpAnswer,
  own: CrayonSecrets & { readonly clientId: string },
  subject: string,
): Failure {
  const words = errorOf(answer.text);
  const detail = words === null ? `HTTP ${answer.status}` : hidden(words, own);
  // 400 is how token endpoints refuse a password; one without the vendor's word may be anything.
  const refused = answer.status === 401 || answer.status === 403 || (answer.status === 400 && words !== null);
  return new Failure(refused ? 'sign-in-refused' : codeOfStatus(answer.status), {
    subject,
    detail,
    ...(refused ? { suspects: suspectsOf(words ?? '') } : {}),
  });
}

/**
 * The vendor's word tells the API client from the user, in that order: it looks at the second only once it has accepted
 * the first (RFC 6749 §5.2 and §4.3.2). Of any other word all four may be wrong.
 */
export function suspectsOf(words: string): readonly Suspect[] {
  if (/invalid_?client|unauthorized_?client/i.test(words)) return ['clientId', 'clientSecret'];
  if (/invalid_?grant|user_?name|password/i.test(words)) return ['userName', 'password'];
  return ['clientId', 'clientSecret', 'userName', 'password'];
}

function errorOf(text: string): string | null {
  const schema = z.preprocess(
    lowerKeys,
    z.object({ error: z.string().nullish(), message: z.string().nullish() }),
  );
  try {
    const { error, message } = schema.parse(JSON.parse(text));
    const words = error ?? message ?? '';
    return words === '' ? null : words;
  } catch {
    return null;
  }
}

function hidden(
  words: string,
  { clientId, clientSecret, password }: CrayonSecrets & { readonly clientId: string },
): string {
  return hideSecrets(words, [`${clientId}:${clientSecret}`, clientSecret, password]);
}
