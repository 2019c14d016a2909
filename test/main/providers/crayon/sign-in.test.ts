import { describe, expect, test } from 'vitest';
import { calm } from '../../../support/provider-context.ts';
import { json, reply } from '../../../support/scripted-server.ts';
import { benchFor, configFor, failureOf, secrets } from './bench.ts';
import { documented, serveAll, token } from './scripted-vendor.ts';

describe('the sign-in', () => {
  test('asks by password with the client in the header, at the address with its final stroke', async () => {
    const { server, client } = await serveAll([token, json(documented)]);
    await client.test(calm());
    const asked = server.received[0];
    expect(asked).toMatchObject({
      method: 'POST',
      target: '/api/v1/connect/token/',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`client-1:${secrets.clientSecret}`).toString('base64')}`,
      },
    });
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
      grant_type: 'password',
      username: 'jane.doe@example.com',
      password: secrets.password,
      scope: 'CustomerApi',
    });
  });

  test.each([
    [
      '200 with Error',
      json({ AccessToken: null, Error: 'invalid_username_or_password', ExpiresIn: 0 }),
      'sign-in-refused',
      'invalid_username_or_password',
    ],
    ['200 with an empty token', json({ AccessToken: '', Error: null }), 'sign-in-refused', 'no AccessToken'],
    [
      '400 with Error',
      json({ AccessToken: null, Error: 'invalid_client' }, 400),
      'sign-in-refused',
      'invalid_client',
    ],
    ['400 as RFC 6749 has it', json({ error: 'invalid_grant' }, 400), 'sign-in-refused', 'invalid_grant'],
    [
      '401 with Error',
      json({ AccessToken: null, Error: 'invalid_client' }, 401),
      'sign-in-refused',
      'invalid_client',
    ],
    ['401 without a body', reply(401), 'sign-in-refused', 'HTTP 401'],
    [
      'the password in its words',
      json({ Error: `wrong: ${secrets.password}` }, 401),
      'sign-in-refused',
      'wrong: •••',
    ],
    ['400 without a word', reply(400), 'request-rejected', 'HTTP 400'],
    ['404', reply(404), 'not-found', 'HTTP 404'],
    ['503', reply(503), 'vendor-unavailable', 'HTTP 503'],
    ['nothing', json(''), 'answer-empty', 'HTTP 200'],
    ['half an answer', json('{"AccessToken":"a'), 'answer-malformed', 'HTTP 200, not JSON'],
  ] as const)('answered by %s', async (_, step, code, detail) => {
    const { client, server } = await serveAll([step]);
    expect((await failureOf(client.test(calm()))).error).toMatchObject({ code, detail });
    expect(server.received.every((request) => request.target === '/api/v1/connect/token/')).toBe(true);
  });

  test('reads keys in any letter case', async () => {
    const { client, server } = await serveAll([
      json({ accessToken: 'camel', expiresIn: '60' }),
      json(documented),
    ]);
    await client.test(calm());
    expect(server.received[1]?.headers.authorization).toBe('Bearer camel');
  });

  test('without its secret is told by the field’s name', async () => {
    const { client } = benchFor(configFor('http://127.0.0.1:9'), { clientSecret: 'x' });
    expect((await failureOf(client.test(calm()))).error).toMatchObject({
      code: 'secret-missing',
      subject: 'password',
    });
  });
});
