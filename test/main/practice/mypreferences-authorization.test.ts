import { describe, expect, test } from 'vitest';
import { pnAuthSignature, refusePnAuth } from '../../../src-main/practice/mypreferences/authorization.ts';
import { vendorSentences } from '../../../src-main/practice/mypreferences/messages.ts';
import { callPreferences, pnHeader, startStage, textOf } from './vendor-calls.ts';

const account = { clientId: 'AcmeCorp', userId: 'Jane.Doe', sharedKey: 'example-key-not-real' };
const timestamp = '2026-01-15T09:30:00';
const signedAt = Date.UTC(2026, 0, 15, 9, 30);
const signature = '+ataPCXgjArS1IvOivt7f578zxYbWg1YUIumaH4L3xQ=';
const header = `PNAUTHINFO3-HMAC-SHA256 Credential=Jane.Doe/${timestamp} Signature=${signature}`;

describe('a PNAUTHINFO3 header', () => {
  test('has the signature of the known vector', () => {
    expect(pnAuthSignature({ ...account, hash: 'sha256', timestamp })).toBe(signature);
    expect(refusePnAuth(header, account, signedAt)).toBeNull();
  });

  test.each(['sha256', 'sha384', 'sha512'] as const)(
    'counts with %s, in any letter case of the scheme',
    (hash) => {
      const signed = pnAuthSignature({ ...account, hash, timestamp: `${timestamp}Z` });
      const scheme = `pnauthinfo3-hmac-${hash}`;
      expect(
        refusePnAuth(`${scheme} Credential=Jane.Doe/${timestamp}Z Signature=${signed}`, account, signedAt),
      ).toBeNull();
    },
  );

  test.each([
    ['one second in the future', header, signedAt - 1000, 'future'],
    ['just 15 minutes old', header, signedAt + 900_000, null],
    ['older than 15 minutes', header, signedAt + 900_001, 'too-old'],
    ['of another user', header.replace('Jane', 'John'), signedAt, 'unknown-user'],
    ['signed over another time', header.replace('09:30:00', '09:29:00'), signedAt, 'signature'],
    [
      'without a key',
      `PNAUTHINFO3-SHA256 Credential=Jane.Doe/${timestamp} Signature=${signature}`,
      signedAt,
      'unkeyed',
    ],
    ['without a readable time', header.replace(timestamp, 'yesterday'), signedAt, 'no-timestamp'],
    ['of another scheme', 'Basic SmFuZTpEb2U=', signedAt, 'malformed'],
    [
      'announcing another hash than it was made with',
      header.replace('SHA256', 'SHA512'),
      signedAt,
      'signature',
    ],
  ])('that is %s', (_what, text, now, verdict) => {
    expect(refusePnAuth(text, account, now)).toBe(verdict);
  });
});

describe('over HTTP', () => {
  test('a missing, wrong, future or stale authorization is a 401 with the vendor’s words', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    const good = pnHeader(stage.mypreferences, stage.now());
    const stale = pnHeader(stage.mypreferences, stage.now() - 16 * 60_000);
    const future = pnHeader(stage.mypreferences, stage.now() + 1000);
    for (const Authorization of [
      '',
      good.replace(/Signature=../, 'Signature=AA'),
      stale,
      future,
      'Bearer nobody',
    ]) {
      const response = await callPreferences(stage, `/Export/${token}/Status`, {
        headers: { Authorization },
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ Message: vendorSentences[401] });
    }
  });

  test('a vendor clock that is behind refuses a signature made just now', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    stage.mypreferences.set({ clockOffsetMs: -2000 });
    expect((await callPreferences(stage, `/Export/${token}/Status`)).status).toBe(401);
    stage.mypreferences.set({ clockOffsetMs: 2000 });
    const response = await callPreferences(stage, `/Export/${token}/Status`);
    expect(response.status).toBe(200);
    expect(Date.parse(response.headers.get('date') ?? '')).toBe(stage.now() + 2000);
  });

  test('an unknown client id is a 404, a missing permission a 403', async () => {
    const stage = await startStage();
    const { baseUrls } = stage.mypreferences;
    expect((await fetch(`${baseUrls.v4}/Async/NOBODY/Export/1/Status`)).status).toBe(404);
    stage.mypreferences.set({ forbidden: true });
    expect((await callPreferences(stage, '/Export/1/Status')).status).toBe(403);
  });
});

describe('the OAuth endpoint', () => {
  test('takes the client’s credentials in the header or in the body, and its token opens the API until it expires', async () => {
    const stage = await startStage({ expiry: { token: 60_000 } });
    const { oauth } = stage.mypreferences.credentials;
    const grant = { grant_type: 'client_credentials', scope: oauth.scope };
    const basic = Buffer.from(`${oauth.clientId}:${oauth.clientSecret}`).toString('base64');
    const inBody = { ...grant, client_id: oauth.clientId, client_secret: oauth.clientSecret };
    const byHeader = await fetch(stage.mypreferences.tokenUrl, {
      method: 'POST',
      headers: { Authorization: `Basic ${basic}` },
      body: new URLSearchParams(grant),
    });
    const byBody = await fetch(stage.mypreferences.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams(inBody),
    });
    expect(byHeader.status).toBe(200);
    const bearer = await textOf(byBody.clone(), 'access_token');
    expect(await byBody.json()).toEqual({ access_token: bearer, token_type: 'Bearer', expires_in: 60 });

    const token = stage.mypreferences.addExport();
    const headers = { Authorization: `Bearer ${bearer}` };
    expect((await callPreferences(stage, `/Export/${token}/Status`, { headers })).status).toBe(200);
    stage.pass(60_000);
    expect((await callPreferences(stage, `/Export/${token}/Status`, { headers })).status).toBe(401);
  });

  test.each([
    [{ client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ client_id: 'wrong' }, 401, 'invalid_client'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ scope: 'somebody/else' }, 400, 'invalid_scope'],
  ])('refuses %o', async (change, status, error) => {
    const stage = await startStage();
    const { oauth } = stage.mypreferences.credentials;
    const form = {
      grant_type: 'client_credentials',
      scope: oauth.scope,
      client_id: oauth.clientId,
      client_secret: oauth.clientSecret,
      ...change,
    };
    const response = await fetch(stage.mypreferences.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error });
  });

  test('tokens can be revoked before their time', async () => {
    const stage = await startStage();
    const { oauth } = stage.mypreferences.credentials;
    const form = {
      grant_type: 'client_credentials',
      scope: oauth.scope,
      client_id: oauth.clientId,
      client_secret: oauth.clientSecret,
    };
    const answer = await fetch(stage.mypreferences.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    const headers = { Authorization: `Bearer ${await textOf(answer, 'access_token')}` };
    const token = stage.mypreferences.addExport();
    stage.mypreferences.revokeTokens();
    expect((await callPreferences(stage, `/Export/${token}/Status`, { headers })).status).toBe(401);
  });
});
