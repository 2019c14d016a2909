import { describe, expect, test } from 'vitest';
import { calm } from '../../../support/provider-context.ts';
import { json, reply, type Scripted } from '../../../support/scripted-server.ts';
import { benchFor, configFor, failureOf } from './bench.ts';
import { complete, documented, message, serve } from './scripted-vendor.ts';

describe('the test of a connection', () => {
  const stranger: Scripted = (request, response, socket) =>
    (request.headers.authorization === undefined ? message(401) : message(404))(request, response, socket);

  test('works when a made-up token is unknown, but not to strangers', async () => {
    const { server, client } = await serve(stranger);
    await expect(client.test(calm())).resolves.toBeUndefined();
    expect(server.received.map((request) => request.target)).toEqual(
      Array(2).fill('/Profiles/v4/Async/ACME_CORP/Export/0/Status'),
    );
  });

  test('works when the made-up token is malformed to the vendor', async () => {
    const { client } = await serve(message(400));
    await expect(client.test(calm())).resolves.toBeUndefined();
  });

  test('fails by the client id when the vendor answers strangers the same', async () => {
    const { client } = await serve(message(404));
    expect((await failureOf(client.test(calm()))).error).toMatchObject({
      code: 'not-found',
      subject: 'ACME_CORP',
    });
  });

  test.each([
    [401, 'sign-in-refused'],
    [403, 'permission-denied'],
    [503, 'vendor-unavailable'],
  ] as const)('fails with %i as %s', async (status, code) => {
    const { client } = await serve(message(status));
    expect((await failureOf(client.test(calm()))).code).toBe(code);
  });

  test('says that the clock is wrong when the vendor’s date shows it', async () => {
    const late = json({ Message: documented[401] }, 401, {
      date: new Date(Date.now() + 20 * 60_000).toUTCString(),
    });
    const { client } = await serve(late);
    expect((await failureOf(client.test(calm()))).error).toMatchObject({
      code: 'clock-wrong',
      detail: documented[401],
    });
  });

  test('at an address with another web server is not the vendor', async () => {
    const { client } = await serve(
      reply(404, '<!DOCTYPE html><h1>Not here</h1>', { 'content-type': 'text/html' }),
    );
    expect((await failureOf(client.test(calm()))).code).toBe('not-the-vendor');
  });
});

test.each(['', 'abc', '12 3', '../1', '１２'])(
  'a reference like %j never leaves this computer',
  async (reference) => {
    const { server, client } = await serve(complete);
    for (const call of [
      () => client.plan(reference, calm()),
      () => client.acknowledge(reference, { keepFiles: false }, calm()),
      () => client.acknowledged(reference, { keepFiles: false }, calm()),
    ]) {
      expect((await failureOf(call())).code).toBe('reference-invalid');
    }
    expect(server.received).toHaveLength(0);
  },
);

test('what the vendor has no call for is not offered', async () => {
  const { client } = await serve(complete);
  expect((await failureOf(client.list(calm()))).code).toBe('not-offered');
  expect((await failureOf(client.cancel('1', calm()))).code).toBe('not-offered');
});

test('a user id that no header can hold is an invalid connection', () => {
  expect(() => benchFor(configFor('http://127.0.0.1:1', { userId: 'Jörg\n日本' }))).toThrow(
    expect.objectContaining({ code: 'connection-invalid' }),
  );
});

test('an access token that the vendor repeats in its refusal is hidden', async () => {
  const { client } = await serve(json({ Message: 'Token 9007199254740993 has no files' }, 400));
  const failure = await failureOf(client.acknowledge('9007199254740993', { keepFiles: true }, calm()));
  expect(failure.error.detail).toBe('Token ••• has no files');
});
