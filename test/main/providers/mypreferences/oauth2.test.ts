import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type PracticeVendors,
  startPracticeVendors,
} from '../../../../src-main/practice/practice-vendors.ts';
import type { ConfigOf } from '../../../../src-preload/contract/connections.ts';
import { calm } from '../../../support/provider-context.ts';
import { json, reply, type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts';
import { benchFor, checkOne, clientSecret, configFor, failureOf } from './bench.ts';

let clock: VirtualClock;
let vendors: PracticeVendors;
beforeEach(async () => {
  clock = createVirtualClock();
  vendors = await startPracticeVendors({ clock: clock.now, pace: 0, rows: { profiles: 5 } });
});
afterEach(() => vendors.stop());

type OAuth2 = Extract<ConfigOf<'mypreferences'>['authorization'], { kind: 'oauth2' }>;

function oauthBench(more: Partial<OAuth2> = {}, secret?: string) {
  const { mypreferences } = vendors;
  const { oauth, clientId, userId } = mypreferences.credentials;
  const authorization = {
    kind: 'oauth2',
    oauthClientId: oauth.clientId,
    tokenUrl: mypreferences.tokenUrl,
    scope: oauth.scope,
    credentialsIn: 'header',
    ...more,
  } as const;
  const config = configFor(mypreferences.origin, { clientId, userId, authorization });
  return {
    ...benchFor(config, { oauthClientSecret: secret ?? oauth.clientSecret }, { clock }),
    vendor: mypreferences,
  };
}

const tokenCalls = () =>
  vendors.mypreferences.requests.filter((request) => request.path === '/oauth2/token').length;

describe('OAuth 2.0', () => {
  test.each(['header', 'body'] as const)('signs in with the credentials in the %s', async (credentialsIn) => {
    const { client, vendor } = oauthBench({ credentialsIn });
    await expect(client.test(calm())).resolves.toBeUndefined();
    const asked = vendor.requests[0];
    expect(asked?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(asked?.headers.authorization === undefined).toBe(credentialsIn === 'body');
    expect(vendor.requests[1]?.headers.authorization).toMatch(/^Bearer /);
  });

  test('asks for one token, however many calls begin at once', async () => {
    const { client, vendor } = oauthBench();
    await Promise.all([1, 2, 3, 4, 5].map(() => checkOne(client, vendor.readyReferences.complete)));
    expect(tokenCalls()).toBe(1);
  });

  test('asks again before the token ends by the clock', async () => {
    const { client, vendor } = oauthBench();
    await checkOne(client, vendor.readyReferences.complete);
    clock.jump(58 * 60_000);
    await checkOne(client, vendor.readyReferences.complete);
    expect(tokenCalls()).toBe(1);
    clock.jump(60_000);
    await checkOne(client, vendor.readyReferences.complete);
    expect(tokenCalls()).toBe(2);
    expect(vendor.requests.some((request) => request.status === 401)).toBe(false);
  });

  test('renews a token that the vendor no longer takes, once for all calls', async () => {
    const { client, vendor } = oauthBench();
    await checkOne(client, vendor.readyReferences.complete);
    vendor.revokeTokens();
    await Promise.all([1, 2, 3].map(() => checkOne(client, vendor.readyReferences.complete)));
    expect(tokenCalls()).toBe(2);
  });

  test('gives up when a fresh token is refused, too', async () => {
    const { client, vendor } = oauthBench();
    vendor.faults.add({
      kind: 'answer',
      status: 401,
      body: '{"Message":"No."}',
      match: '/Status',
      times: Number.POSITIVE_INFINITY,
    });
    expect((await failureOf(checkOne(client, '1'))).error).toMatchObject({
      code: 'sign-in-refused',
      detail: 'No.',
    });
    expect(tokenCalls()).toBe(2);
  });

  test.each([
    ['a wrong secret', {}, 'canary-wrong-secret', 'sign-in-refused', 'invalid_client'],
    ['a wrong client id', { oauthClientId: 'other' }, undefined, 'sign-in-refused', 'invalid_client'],
    ['a wrong scope', { scope: 'ACME/Nobody' }, undefined, 'sign-in-refused', 'invalid_scope'],
  ])('tells %s', async (_, more, secret, code, detail) => {
    const { client, vendor } = oauthBench(more, secret);
    const failure = await failureOf(client.test(calm()));
    expect(failure.error).toMatchObject({ code, detail });
    // The call itself was never made.
    expect(vendor.requests.every((request) => request.path === '/oauth2/token')).toBe(true);
  });

  test('commits once, whether or not the token had to be renewed for it', async () => {
    const { client, vendor } = oauthBench();
    const reference = vendor.readyReferences.complete;
    await checkOne(client, reference);
    vendor.revokeTokens();
    expect(await client.acknowledge(reference, { keepFiles: true }, calm())).toEqual({ vendorAnswer: '200' });
    expect(vendor.commits).toMatchObject([{ token: reference, keepFiles: true }]);
  });
});

describe('a token endpoint that answers', () => {
  const servers: ScriptedServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  test.each([
    ['nothing', '', 200, 'answer-empty', undefined],
    ['no JSON', 'ok', 200, 'answer-malformed', undefined],
    ['no token', '{"token_type":"Bearer"}', 200, 'answer-malformed', undefined],
    [
      'another kind of token',
      '{"access_token":"a","token_type":"mac"}',
      200,
      'answer-malformed',
      'token_type',
    ],
    ['401 without a word', '', 401, 'sign-in-refused', 'HTTP 401'],
    [
      'a request that it does not understand',
      '{"error":"unsupported_grant_type"}',
      400,
      'request-rejected',
      'unsupported_grant_type',
    ],
    [
      'an error with its description',
      '{"error":"invalid_client","error_description":"Unknown."}',
      400,
      'sign-in-refused',
      'invalid_client: Unknown.',
    ],
    [
      'with the secret in its words',
      `{"error":"invalid_client","error_description":"${clientSecret}"}`,
      400,
      'sign-in-refused',
      'invalid_client: •••',
    ],
    ['503', '', 503, 'vendor-unavailable', 'HTTP 503'],
  ])('%s is told', async (_, body, status, code, detail) => {
    const server = await startScriptedServer(json(body, status));
    servers.push(server);
    const { client } = oauthBench({ tokenUrl: `${server.origin}/token` }, clientSecret);
    const failure = await failureOf(client.test(calm()));
    expect(failure.code).toBe(code);
    if (detail !== undefined) expect(failure.error.detail).toBe(detail);
  });

  test('with a page for people is not the vendor', async () => {
    const server = await startScriptedServer(
      reply(200, '<html><body>Sign in</body></html>', { 'content-type': 'text/html' }),
    );
    servers.push(server);
    const { client } = oauthBench({ tokenUrl: `${server.origin}/token` });
    expect((await failureOf(client.test(calm()))).code).toBe('not-the-vendor');
  });

  test('without a lifetime is believed for minutes only; seconds as text count', async () => {
    const server = await startScriptedServer(
      json({ access_token: 'a', token_type: 'bearer' }),
      json({ access_token: 'b', expires_in: '7200' }),
    );
    servers.push(server);
    const { client, vendor } = oauthBench({ tokenUrl: `${server.origin}/token` });
    vendor.faults.add({
      kind: 'answer',
      status: 404,
      body: '{}',
      match: '/Status',
      times: Number.POSITIVE_INFINITY,
    });
    await checkOne(client, '1');
    clock.jump(5 * 60_000);
    await checkOne(client, '1');
    clock.jump(110 * 60_000);
    await checkOne(client, '1');
    expect(server.received).toHaveLength(2);
  });
});
