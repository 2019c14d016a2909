import { basicOf } from '../http/bearer-tokens.ts';
import { json, type PracticeReply, type PracticeRequest } from '../http/reply.ts';

export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** `ClientId/UserId` */
  readonly scope: string;
}

/** The client credentials grant (RFC 6749, section 4.4); `issue` gives the token, `lifetime` is in milliseconds. */
export function answerTokenRequest(
  request: PracticeRequest,
  client: OAuthClient,
  issue: () => string,
  lifetime: number,
): PracticeReply {
  const form = new URLSearchParams(request.body);
  const basic = basicOf(request.headers.authorization);
  const clientId = basic?.user ?? form.get('client_id');
  const secret = basic?.password ?? form.get('client_secret');
  const refuse = (status: number, error: string): PracticeReply =>
    json(status, { error }, { 'Cache-Control': 'no-store' });
  if (request.method !== 'POST') return refuse(405, 'invalid_request');
  if (!(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded'))
    return refuse(400, 'invalid_request');
  if (clientId !== client.clientId || secret !== client.clientSecret) return refuse(401, 'invalid_client');
  if (form.get('grant_type') !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
  if (form.get('scope') !== client.scope) return refuse(400, 'invalid_scope');
  const reply = { access_token: issue(), token_type: 'Bearer', expires_in: Math.floor(lifetime / 1000) };
  return json(200, reply, { 'Cache-Control': 'no-store' });
}
