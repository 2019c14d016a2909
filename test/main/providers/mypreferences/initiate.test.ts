import { describe, expect, test } from 'vitest';
import type { ProviderClient } from '../../../../src-main/providers/provider.ts';
import { calm } from '../../../support/provider-context.ts';
import { hangUp, json } from '../../../support/scripted-server.ts';
import { failureOf } from './bench.ts';
import { documented, message, serve } from './scripted-vendor.ts';

const initiate = (client: ProviderClient) =>
  client.start({ provider: 'mypreferences', segmentName: 'Newsletter opt-ins' }, calm());

describe('initiate', () => {
  test('asks for the segment with all that the request holds', async () => {
    const { server, client } = await serve(json('{ "AccessToken": 123456 }'));
    const started = await client.start(
      {
        provider: 'mypreferences',
        segmentName: 'Newsletter opt-ins',
        lastDateTime: '2026-01-01T00:00:00.000',
        matchCriteria: 'AlternateId',
        matchType: 'CRM',
        values: ['A-1', 'A-2'],
      },
      calm(),
    );
    expect(started).toEqual({ reference: '123456' });
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      target: '/Profiles/v4/Async/ACME_CORP/Export/Segment/Newsletter%20opt-ins',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
      LastDateTime: '2026-01-01T00:00:00.000',
      MatchCriteria: 'AlternateId',
      MatchType: 'CRM',
      Values: ['A-1', 'A-2'],
    });
  });

  test('leaves out what was not asked for', async () => {
    const { server, client } = await serve(json({ AccessToken: 1 }));
    await initiate(client);
    expect(server.received[0]?.body).toBe('{}');
  });

  test.each([
    ['{"AccessToken":9007199254740993}', '9007199254740993'],
    ['{"accesstoken" : 123456789012345678901234567890}', '123456789012345678901234567890'],
    ['{"Note":"\\"AccessToken\\":9007199254740997","AccessToken":9007199254740993}', '9007199254740993'],
    ['{"ACCESSTOKEN":"00123"}', '00123'],
  ])('keeps every digit of %s', async (answer, reference) => {
    const { client } = await serve(json(answer));
    expect(await initiate(client)).toEqual({ reference });
  });

  test.each([
    ['{"AccessToken":null}', 'answer-malformed'],
    ['{"AccessToken":-5}', 'answer-malformed'],
    ['{"AccessToken":1.5}', 'answer-malformed'],
    ['{"AccessToken":"abc"}', 'answer-malformed'],
    ['{}', 'answer-malformed'],
    ['[]', 'answer-malformed'],
    ['{"AccessToken":', 'answer-malformed'],
    ['', 'answer-empty'],
  ])('does not take %j for an access token', async (answer, code) => {
    const { server, client } = await serve(json(answer));
    expect((await failureOf(initiate(client))).code).toBe(code);
    expect(server.received).toHaveLength(1);
  });

  test.each([
    [400, 'request-rejected'],
    [401, 'sign-in-refused'],
    [403, 'permission-denied'],
    [404, 'not-found'],
    [500, 'vendor-unavailable'],
    [503, 'vendor-unavailable'],
  ] as const)('%i is %s, and no second export is asked for', async (status, code) => {
    const { server, client } = await serve(message(status));
    const failure = await failureOf(initiate(client));
    expect(failure.error).toMatchObject({ code, detail: documented[status] });
    // A 401 has no effect and is answered once more with a fresh signature.
    expect(server.received).toHaveLength(status === 401 ? 2 : 1);
  });

  test('names the segment that was not found', async () => {
    const { client } = await serve(message(404));
    expect((await failureOf(initiate(client))).error.subject).toBe('Newsletter opt-ins');
  });

  test('whose answer is lost is not repeated', async () => {
    const { server, client } = await serve(hangUp);
    expect((await failureOf(initiate(client))).code).toBe('connection-lost');
    expect(server.received).toHaveLength(1);
  });
});
