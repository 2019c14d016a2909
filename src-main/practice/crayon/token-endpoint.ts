import { type BearerTokens, basicOf } from '../http/bearer-tokens.ts';
import { json, type PracticeReply, type PracticeRequest } from '../http/reply.ts';
import { crayonError } from './errors.ts';
import type { CrayonKnobs } from './knobs.ts';

export interface CrayonCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly username: string;
  readonly password: string;
  /** Customer accounts that reports can be made of. */
  readonly customerAccountIds: readonly [number, ...number[]];
}

/** The password grant, answered in PascalCase. `lifetime` is in milliseconds. */
export function answerTokenRequest(
  request: PracticeRequest,
  account: CrayonCredentials,
  bearers: BearerTokens,
  lifetime: number,
  knobs: CrayonKnobs,
): PracticeReply {
  if (request.method !== 'POST') return crayonError(405, knobs.errorBody);
  const form = new URLSearchParams(request.body);
  const basic = basicOf(request.headers.authorization);
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (!isForm || form.get('grant_type') !== 'password' || form.get('scope') !== 'CustomerApi') {
    return refuse('400', 'invalid_request');
  }
  if (basic?.user !== account.clientId || basic.password !== account.clientSecret) {
    return refuse(knobs.badCredentials, 'invalid_client');
  }
  if (form.get('username') !== account.username || form.get('password') !== account.password) {
    return refuse(knobs.badCredentials, 'invalid_username_or_password');
  }
  return json(200, {
    AccessToken: bearers.issue(lifetime),
    IdentityToken: null,
    Error: null,
    ExpiresIn: Math.floor(lifetime / 1000),
    TokenType: 'Bearer',
    RefreshToken: null,
  });
}

function refuse(kind: CrayonKnobs['badCredentials'], error: string): PracticeReply {
  const nothing = {
    AccessToken: null,
    IdentityToken: null,
    ExpiresIn: 0,
    TokenType: null,
    RefreshToken: null,
  };
  return json(kind === '200-with-error' ? 200 : Number(kind), { ...nothing, Error: error });
}
