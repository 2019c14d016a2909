import { describe, expect, test } from 'vitest';
import type { ProviderId } from '../../../../src-preload/contract/ids.ts';
import { newForm } from '../../../../src-renderer/features/connections/connection-form.ts';
import {
  type Box,
  cleaned,
  filledBoxes,
  readPaste,
  withPieces,
} from '../../../../src-renderer/features/connections/paste-pieces.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const jwt = (claims: object) =>
  `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

describe('a paste that holds more than one box', () => {
  const cases: readonly (readonly [string, ProviderId, Box, string, Readonly<Record<string, string>>])[] = [
    [
      'an address of MyPreferences',
      'mypreferences',
      'clientId',
      ' https://pmstg.mypreferences.com/Profiles/v4/Async/ACME%20EU/Export/Segment/Opt-ins ',
      { baseUrl: 'https://pmstg.mypreferences.com/Profiles/v4', clientId: 'ACME EU', preset: 'v4' },
    ],
    [
      'without Async',
      'mypreferences',
      'baseUrl',
      'https://pm.mypreferences.com/Profiles/v4/ACME/Programs',
      { baseUrl: 'https://pm.mypreferences.com/Profiles/v4', clientId: 'ACME' },
    ],
    [
      'an address of version 3',
      'mypreferences',
      'baseUrl',
      'https://pm.mypreferences.com/API/3/async/ACME/status/Token/1',
      { baseUrl: 'https://pm.mypreferences.com/API/3/async', clientId: 'ACME', preset: 'v3' },
    ],
    [
      'one with a place holder',
      'mypreferences',
      'baseUrl',
      'https://pm.mypreferences.com/Profiles/v4/{clientId}/Programs',
      { baseUrl: 'https://pm.mypreferences.com/Profiles/v4' },
    ],
    [
      'the sign-in address',
      'mypreferences',
      'clientId',
      'https://pm.mypreferences.com/oauth2/token',
      { authorization: 'oauth2', tokenUrl: 'https://pm.mypreferences.com/oauth2/token' },
    ],
    [
      'account and user, as a scope',
      'mypreferences',
      'userId',
      'ACME_CORP/Jane.Doe',
      { clientId: 'ACME_CORP', userId: 'Jane.Doe' },
    ],
    [
      'a signed request',
      'mypreferences',
      'userId',
      'Authorization: PNAUTHINFO3-HMAC-SHA384 Credential=Jane.Doe/2026-01-15T09:30:00Z Signature=abc=',
      { userId: 'Jane.Doe', authorization: 'pnauthinfo3', algorithm: 'SHA384' },
    ],
    [
      'an OAuth client as a header',
      'mypreferences',
      'clientId',
      `Basic ${base64('oauth-client:oauth-secret')}`,
      { authorization: 'oauth2', oauthClientId: 'oauth-client', oauthClientSecret: 'oauth-secret' },
    ],
    [
      'an e-mail for a shared key',
      'mypreferences',
      'clientId',
      'Hello,\nClient ID: ACME\nUser ID: Jane.Doe\nShared key: k-1=\nRegards',
      { clientId: 'ACME', userId: 'Jane.Doe', sharedKey: 'k-1=', authorization: 'pnauthinfo3' },
    ],
    [
      'an OAuth client as JSON',
      'mypreferences',
      'clientId',
      JSON.stringify({
        client_id: 'a'.repeat(48),
        client_secret: 's',
        scope: 'ACME/Jane',
        token_url: 'https://x.example/token',
      }),
      {
        oauthClientId: 'a'.repeat(48),
        oauthClientSecret: 's',
        clientId: 'ACME',
        userId: 'Jane',
        tokenUrl: 'https://x.example/token',
        authorization: 'oauth2',
      },
    ],
    [
      'an address of MyTracker',
      'mytracker',
      'apiUserId',
      'https://tracker.my.com/api/raw/v1/export/create.json?event=installs',
      { baseUrl: 'https://tracker.my.com' },
    ],
    [
      'a signed request of MyTracker',
      'mytracker',
      'apiUserId',
      'curl -H "Authorization: AuthHMAC 77658:PqrQR8zsgQU9=" https://tracker.my.com/x',
      { apiUserId: '77658' },
    ],
    [
      'lines of MyTracker',
      'mytracker',
      'apiUserId',
      'API user ID = 77658\nSecret key = "abc"',
      { apiUserId: '77658', secretKey: 'abc' },
    ],
    [
      'an address of Crayon',
      'crayon',
      'clientId',
      'https://apiv1.crayon.com/docs/',
      { baseUrl: 'https://apiv1.crayon.com' },
    ],
    [
      'a client of Crayon as a header',
      'crayon',
      'clientId',
      `Authorization: Basic ${base64('id-1:s:ecret')}`,
      { clientId: 'id-1', clientSecret: 's:ecret' },
    ],
    [
      'lines of Crayon',
      'crayon',
      'password',
      'clientId\tid-1\nclientSecret\ts\nusername\tjane@example.com\npassword\tp w',
      { clientId: 'id-1', clientSecret: 's', userName: 'jane@example.com', password: 'p w' },
    ],
  ];
  test.each(cases)('%s', (_name, provider, box, text, expected) => {
    const pieces = readPaste(provider, box, text);
    expect({ ...pieces?.values, ...pieces?.secrets }).toMatchObject(expected);
    // A version brings its paths along.
    const more = Object.keys({ ...pieces?.values, ...pieces?.secrets }).filter((name) => !(name in expected));
    expect(['preset', 'initiate', 'status', 'data', 'commit']).toEqual(expect.arrayContaining(more));
  });

  test('an access token says whom it was given to, and is not kept', () => {
    const pieces = readPaste(
      'crayon',
      'clientSecret',
      `Bearer ${jwt({ client_id: 'id-1', username: 'jane' })}`,
    );
    expect(pieces).toEqual({ values: { clientId: 'id-1', userName: 'jane' }, secrets: {}, token: true });
    expect(readPaste('mytracker', 'secretKey', jwt({}))).toEqual({ values: {}, secrets: {}, token: true });
  });

  test('names what it filled, in the order of the form', () => {
    const pieces = readPaste('crayon', 'password', 'password: p\nclient id: id-1');
    if (pieces === null) throw new Error('nothing was read');
    expect(filledBoxes(pieces, ['name', 'clientId', 'clientSecret', 'password'])).toEqual([
      'clientId',
      'password',
    ]);
    const form = withPieces(newForm('crayon', 'Crayon', []), pieces);
    expect([form.values.clientId, form.secrets.password, form.values.name]).toEqual(['id-1', 'p', 'Crayon']);
  });
});

describe('a plain paste stays in its box', () => {
  test.each([
    ['crayon', 'clientId', 'b2f0-1234'],
    ['crayon', 'password', 'p: w, and more'],
    ['crayon', 'clientSecret', 'a+b/c=='],
    ['crayon', 'baseUrl', 'https://cloudiq.crayon.com/home'],
    ['crayon', 'userName', 'jane.doe@example.com'],
    ['mytracker', 'secretKey', '72d2erEtbynf6f7ZYTsYKnb7'],
    ['mytracker', 'apiUserId', '77658'],
    ['mypreferences', 'sharedKey', 'AbC/dEf+1=='],
    ['mypreferences', 'name', 'Newsletter / EU'],
    ['mypreferences', 'tokenUrl', 'https://login.example/oauth2/token'],
    ['mypreferences', 'baseUrl', 'https://user:secret@pm.example/Profiles/v4'],
    ['mypreferences', 'scope', 'ACME/Jane'],
  ] as const)('%s %s: %s', (provider, box, text) => {
    expect(readPaste(provider, box, text)).toBeNull();
  });

  test('without the blanks and marks around it', () => {
    expect(cleaned('\u200b\ufeff  a b \r\n\t')).toBe('a b');
  });
});
