import { describe, expect, test } from 'vitest';
import { calm } from '../../../support/provider-context.ts';
import { hangUp, json, reply } from '../../../support/scripted-server.ts';
import { failureOf } from './bench.ts';
import { documented, message, serve } from './scripted-vendor.ts';

describe('commit', () => {
  test.each([true, false])('always says keepFiles: %s', async (keepFiles) => {
    const { server, client } = await serve(reply(200));
    expect(await client.acknowledge('123456', { keepFiles }, calm())).toEqual({ vendorAnswer: '200' });
    expect(server.received).toMatchObject([
      {
        method: 'POST',
        target: `/Profiles/v4/Async/ACME_CORP/Export/Segment/Commit/123456?keepFiles=${keepFiles}`,
        body: '',
      },
    ]);
  });

  test.each([
    [400, 'request-rejected', documented[400]],
    [401, 'sign-in-refused', documented[401]],
    [403, 'permission-denied', documented[403]],
    [404, 'not-found', documented[404]],
    [500, 'vendor-unavailable', documented[500]],
    [503, 'vendor-unavailable', documented[503]],
  ] as const)('%i is %s, and is never sent again', async (status, code, detail) => {
    const { server, client } = await serve(message(status), reply(200));
    if (status === 401) {
      // Refused before any effect: the fresh signature may be what was missing.
      expect(await client.acknowledge('1', { keepFiles: false }, calm())).toEqual({ vendorAnswer: '200' });
      return;
    }
    expect((await failureOf(client.acknowledge('1', { keepFiles: false }, calm()))).error).toMatchObject({
      code,
      detail,
    });
    expect(server.received).toHaveLength(1);
  });

  test('with a null message, as the page of segment groups has it, gives the status', async () => {
    const { client } = await serve(json('{"Message":null}', 400));
    expect((await failureOf(client.acknowledge('1', { keepFiles: false }, calm()))).error).toMatchObject({
      code: 'request-rejected',
      detail: 'HTTP 400',
    });
  });

  test('whose answer is lost is lost, and not repeated', async () => {
    const { server, client } = await serve(hangUp);
    expect((await failureOf(client.acknowledge('1', { keepFiles: false }, calm()))).code).toBe(
      'connection-lost',
    );
    expect(server.received).toHaveLength(1);
  });

  test('answered by a sign-in page has not happened', async () => {
    const { client } = await serve(
      reply(200, '<!DOCTYPE html><title>Hotel</title>', { 'content-type': 'text/html' }),
    );
    expect((await failureOf(client.acknowledge('1', { keepFiles: false }, calm()))).code).toBe(
      'not-the-vendor',
    );
  });

  test.each([
    ['Retrieved', 'yes'],
    ['Complete', 'no'],
    ['Processing', 'no'],
    ['Expired', 'unclear'],
    ['Error', 'unclear'],
    ['Failed', 'unclear'],
    ['Archived', 'unclear'],
  ])('is known afterwards by the status %s: %s', async (word, known) => {
    const { client } = await serve(json({ AccessToken: 1, Status: word }));
    expect(await client.acknowledged('1', { keepFiles: false }, calm())).toBe(known);
  });

  test('of a token that the vendor no longer knows is unclear', async () => {
    const { client } = await serve(message(404));
    expect(await client.acknowledged('1', { keepFiles: false }, calm())).toBe('unclear');
  });
});
