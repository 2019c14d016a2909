import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { asDocketError } from '../../../src-main/ports/failure.ts';
import type { Fetch } from '../../../src-main/ports/fetch.ts';
import { withinTime } from '../../../src-main/ports/time-limit.ts';
import { myPreferencesPresets } from '../../../src-main/providers/mypreferences/paths.ts';
import { providers } from '../../../src-main/providers/registry.ts';
import type { ConnectionConfig } from '../../../src-preload/contract/connections.ts';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { testFindings, testSteps } from '../../../src-renderer/words/test-findings.ts';
import { words } from '../../../src-renderer/words/words.ts';
import { selfSigned } from '../../faults/transfers/self-signed.ts';
import { contextFor } from '../../support/provider-context.ts';
import { json, reply, type Scripted, startScriptedServer } from '../../support/scripted-server.ts';
import { settle } from '../../support/virtual-clock.ts';

/** Each vendor as a person connects it; MyPreferences with both of its sign-ins. */
type Account = ProviderId | 'mypreferences-oauth';

const secrets = {
  sharedKey: 'canary-shared',
  oauthClientSecret: 'canary-oauth',
  secretKey: 'canary-secret',
  clientSecret: 'canary-client',
  password: 'canary-password',
};

function configOf(account: Account, origin: string): ConnectionConfig {
  switch (account) {
    case 'mytracker':
      return { provider: 'mytracker', baseUrl: origin, apiUserId: '77658', createBy: 'body' };
    case 'crayon':
      return {
        provider: 'crayon',
        baseUrl: origin,
        clientId: 'client',
        userName: 'jane.doe@example.com',
        downloadAs: 'bytes',
      };
    default:
      return {
        provider: 'mypreferences',
        baseUrl: `${origin}/Profiles/v4`,
        clientId: 'ACME',
        userId: 'Jane.Doe',
        authorization:
          account === 'mypreferences'
            ? { kind: 'pnauthinfo3', algorithm: 'SHA256', clockBehindSeconds: 5, timestamp: 'utc-z' }
            : {
                kind: 'oauth2',
                oauthClientId: 'oauth-client',
                tokenUrl: `${origin}/token`,
                scope: 'ACME/Jane.Doe',
                credentialsIn: 'header',
              },
        preset: 'v4',
        paths: myPreferencesPresets.v4.paths,
        pageSize: 1000,
      };
  }
}

let close: () => unknown = () => {};
afterEach(() => close());

/** What the person reads: the three steps as marks, and the sentences. */
async function said(account: Account, origin: string, fetchBy: Fetch = fetch) {
  const config = configOf(account, origin);
  const bench = contextFor(config, secrets, { fetch: fetchBy });
  const client = providers[config.provider].connect(bench.context);
  let error: DocketError | null | undefined;
  client.test(new AbortController().signal).then(
    () => {
      error = null;
    },
    (thrown: unknown) => {
      error = asDocketError(thrown);
    },
  );
  // MyTracker's calls keep their distance from each other; waits for an answer are not cut short.
  while (error === undefined) {
    await settle();
    const [soonest] = bench.clock.waiting;
    if (soonest !== undefined && soonest <= 5_000) await bench.clock.advance(soonest);
  }
  if (error === null) return { marks: '+++', text: 'works' };
  const { steps, refusal } = testFindings(config.provider, error);
  const marks = testSteps.map((step) => ({ yes: '+', no: '-', unknown: '?' })[steps[step]]).join('');
  const told = words.errorText(error, 0);
  const more = refusal === null ? told : words.connectionTest.refusal(refusal);
  const text = `${told.title}. ${more.reason} ${more.nextStep}`;
  expect(JSON.stringify(error) + text).not.toMatch(/canary/);
  return { marks, text };
}

async function serving(...steps: readonly Scripted[]): Promise<string> {
  const server = await startScriptedServer(...steps);
  close = () => server.close();
  return server.origin;
}

const page = reply(200, '<!doctype html><title>Welcome to the hotel</title>', {
  'content-type': 'text/html',
});
const denied = json({ code: 403, message: 'Access denied', data: null }, 403);
const token = json({ AccessToken: 'bearer', Error: null, ExpiresIn: 3600, TokenType: 'Bearer' });
const oauthToken = json({ access_token: 'bearer', token_type: 'Bearer', expires_in: 3600 });
const refusedToken = (error: string, status = 400) => json({ AccessToken: null, Error: error }, status);
const dated = (status: number, date: number) =>
  json({ Message: 'no' }, status, { date: new Date(date).toUTCString() });

describe('what each vendor answers', () => {
  const cases: readonly (readonly [string, Account, readonly Scripted[], string, RegExp])[] = [
    [
      'Crayon: the client is not accepted',
      'crayon',
      [refusedToken('invalid_client')],
      '+-?',
      /Crayon Cloud-iQ refused the sign-in\. Crayon does not accept the client ID with this client secret\..*Enter the client secret again/,
    ],
    [
      'Crayon: the client is not accepted, with 200',
      'crayon',
      [refusedToken('invalid_client', 200)],
      '+-?',
      /does not accept the client ID with this client secret/,
    ],
    [
      'Crayon: the password is wrong',
      'crayon',
      [refusedToken('invalid_username_or_password')],
      '+-?',
      /Crayon knows the API client, but does not accept the user name with this password\. Enter the password again/,
    ],
    [
      'Crayon: the password is wrong, as RFC 6749 says it',
      'crayon',
      [json({ error: 'invalid_grant' }, 400)],
      '+-?',
      /Crayon knows the API client/,
    ],
    ['Crayon: refused without a word', 'crayon', [reply(401)], '+-?', /Crayon does not say which is wrong/],
    [
      'Crayon: signed in, but the queue is not for this user',
      'crayon',
      [token, json({ Message: 'no' }, 403)],
      '++-',
      /does not allow this\. The sign-in works, but this user may not use exports/,
    ],
    [
      'Crayon: signed in, and then a token is not enough',
      'crayon',
      [token, reply(401), token, reply(401)],
      '++-',
      /The sign-in works, but this user may not use exports/,
    ],
    [
      'Crayon: too many requests',
      'crayon',
      [token, reply(429, '', { 'retry-after': '3600' })],
      '+??',
      /asks Docket to wait/,
    ],
    ['Crayon: out of order', 'crayon', [token, reply(503)], '+??', /Crayon Cloud-iQ has trouble/],
    [
      'Crayon: an answer that nobody can read',
      'crayon',
      [token, json('{"Items":')],
      '+??',
      /can’t read the answer/,
    ],
    [
      'Crayon: the sign-in page of a guest network',
      'crayon',
      [page],
      '-??',
      /Something else answered in place of Crayon Cloud-iQ/,
    ],
    [
      'MyTracker: denied',
      'mytracker',
      [denied],
      '+-?',
      /MyTracker refused the sign-in\. MyTracker gives the same answer for a wrong API user ID, a wrong secret key, and a user who may not export\. Compare both with your profile/,
    ],
    [
      'MyTracker: denied, by the body alone',
      'mytracker',
      [json({ code: 403, message: 'Access denied', data: null })],
      '+-?',
      /MyTracker gives the same answer/,
    ],
    [
      'MyTracker: quota used up',
      'mytracker',
      [reply(429, '', { 'retry-after': '3600' })],
      '+??',
      /asks Docket to wait/,
    ],
    ['MyTracker: out of order', 'mytracker', [reply(502)], '+??', /MyTracker has trouble/],
    [
      'MyTracker: a guest network',
      'mytracker',
      [page],
      '-??',
      /Something else answered in place of MyTracker/,
    ],
    [
      'MyTracker: sent elsewhere',
      'mytracker',
      [reply(302, '', { location: 'https://elsewhere.example/' })],
      '-??',
      /sent Docket elsewhere/,
    ],
    [
      'MyPreferences: the key is wrong',
      'mypreferences',
      [dated(401, Date.now())],
      '+-?',
      /MyPreferences does not accept the user ID with this shared key\. Enter the shared key again/,
    ],
    [
      'MyPreferences: the clock is an hour ahead',
      'mypreferences',
      [dated(401, Date.now() - 3_600_000)],
      '+-?',
      /This computer’s clock seems wrong.*Set the date and time/,
    ],
    [
      'MyPreferences: the clock is an hour behind',
      'mypreferences',
      [dated(401, Date.now() + 3_600_000)],
      '+-?',
      /This computer’s clock seems wrong/,
    ],
    [
      'MyPreferences: not permitted',
      'mypreferences',
      [json({ Message: 'no' }, 403)],
      '++-',
      /this user may not use exports/,
    ],
    [
      'MyPreferences: no such account',
      'mypreferences',
      [json({ Message: 'no' }, 404)],
      '+-?',
      /knows no organisation with this client ID at this address/,
    ],
    [
      'MyPreferences: a web server that is no API',
      'mypreferences',
      [reply(404, '<html><body>Not here</body></html>', { 'content-type': 'text/html' })],
      '-??',
      /Something else answered in place of MyPreferences/,
    ],
    [
      'MyPreferences: out of order',
      'mypreferences',
      [json({ Message: 'later' }, 503)],
      '+??',
      /MyPreferences has trouble/,
    ],
    [
      'OAuth: the client is not accepted',
      'mypreferences-oauth',
      [json({ error: 'invalid_client' }, 401)],
      '+-?',
      /does not accept the OAuth client ID with this secret/,
    ],
    [
      'OAuth: refused without a word',
      'mypreferences-oauth',
      [reply(401)],
      '+-?',
      /does not accept the OAuth client ID with this secret/,
    ],
    [
      'OAuth: another scope',
      'mypreferences-oauth',
      [json({ error: 'invalid_scope' }, 400)],
      '+-?',
      /not for this scope/,
    ],
    [
      'OAuth: the client may not',
      'mypreferences-oauth',
      [json({ error: 'unauthorized_client' }, 400)],
      '++-',
      /this user may not use exports/,
    ],
    [
      'OAuth: no sign-in at this address',
      'mypreferences-oauth',
      [reply(404)],
      '+-?',
      /The trouble is with the sign-in address/,
    ],
    [
      'OAuth: signed in, but not for this account',
      'mypreferences-oauth',
      [oauthToken, reply(401), oauthToken, reply(401)],
      '+-?',
      /The OAuth client signs in, but MyPreferences does not let it work/,
    ],
  ];
  it.each(cases)('%s', async (_name, account, script, marks, text) => {
    const answer = await said(account, await serving(...script));
    expect(answer.text).toMatch(text);
    expect(answer.marks).toBe(marks);
  });

  it.each(['crayon', 'mytracker', 'mypreferences', 'mypreferences-oauth'] as const)(
    '%s: works',
    async (account) => {
      const script: Readonly<Record<typeof account, readonly Scripted[]>> = {
        crayon: [token, json({ Items: [], NrOfDays: 7 })],
        mytracker: [json({ code: 200, message: 'Ok', data: {} })],
        mypreferences: [json({ Message: 'no such token' }, 400)],
        'mypreferences-oauth': [oauthToken, json({ Message: 'no such token' }, 400)],
      };
      expect(await said(account, await serving(...script[account]))).toEqual({ marks: '+++', text: 'works' });
    },
  );
});

describe('what lies between this computer and every vendor', () => {
  const accounts = ['crayon', 'mytracker', 'mypreferences', 'mypreferences-oauth'] as const;
  const chromium =
    (name: string): Fetch =>
    () =>
      Promise.reject(new Error(`net::${name}`));
  const cases: readonly (readonly [string, Fetch, RegExp])[] = [
    ['no network', chromium('ERR_INTERNET_DISCONNECTED'), /This computer is offline.*Check your network/],
    ['a name that does not exist', chromium('ERR_NAME_NOT_RESOLVED'), /can’t reach/],
    [
      'a proxy that wants a sign-in',
      chromium('ERR_PROXY_AUTH_UNSUPPORTED'),
      /Your network asks for a sign-in/,
    ],
    [
      'a proxy that is not there',
      chromium('ERR_PROXY_CONNECTION_FAILED'),
      /Your network’s proxy does not let Docket through/,
    ],
    ['a certificate of nobody', chromium('ERR_CERT_AUTHORITY_INVALID'), /identity of .* can’t be confirmed/],
    [
      'a wrong clock, by the certificate',
      chromium('ERR_CERT_DATE_INVALID'),
      /not valid on the date that this computer shows.*Check the date and time of this computer/,
    ],
  ];
  for (const account of accounts) {
    it.each(cases)(`${account}: %s`, async (_name, fetchBy, text) => {
      const answer = await said(account, 'https://vendor.example', fetchBy);
      expect(answer.text).toMatch(text);
      expect(answer.marks).toBe('-??');
    });

    it(`${account}: nobody listens there`, async () => {
      const origin = await serving(reply(200));
      await close();
      close = () => {};
      const answer = await said(account, origin);
      expect(answer.text).toMatch(/can’t reach/);
      expect(answer.marks).toBe('-??');
    });

    it(`${account}: a real certificate that nobody vouches for`, async () => {
      const server = createServer(selfSigned(), (_request, response) => response.end());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      close = () => new Promise((resolve) => server.close(resolve));
      const { port } = server.address() as AddressInfo;
      const answer = await said(account, `https://127.0.0.1:${port}`);
      expect(answer.text).toMatch(/identity of .* can’t be confirmed/);
      expect(answer.marks).toBe('-??');
    });

    it(`${account}: a proxy’s 407`, async () => {
      const answer = await said(
        account,
        'https://vendor.example',
        async () => new Response('', { status: 407 }),
      );
      expect(answer.text).toMatch(/Your network asks for a sign-in/);
      expect(answer.marks).toBe('-??');
    });

    it(`${account}: no answer at all`, async () => {
      const silent: Fetch = (_input, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        });
      const config = configOf(account, 'https://vendor.example');
      const bench = contextFor(config, secrets, { fetch: silent });
      const client = providers[config.provider].connect(bench.context);
      const outcome = withinTime(bench.clock, 30_000, (signal) => client.test(signal)).catch(asDocketError);
      await bench.clock.advance(30_000);
      const error = await outcome;
      expect(error).toMatchObject({ code: 'timeout' });
      if (error !== undefined) expect(testFindings(config.provider, error).steps.reach).toBe('no');
    });
  }
});
