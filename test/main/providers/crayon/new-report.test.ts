import { describe, expect, test } from 'vitest';
import { calm } from '../../../support/provider-context.ts';
import { hangUp, json, reply } from '../../../support/scripted-server.ts';
import { failureOf } from './bench.ts';
import { list, one, serve } from './scripted-vendor.ts';

describe('a new report', () => {
  const request = {
    provider: 'crayon',
    customerAccountId: 4014363,
    from: '2024-01-01T00:00:00Z',
    to: '2024-02-01T00:00:00Z',
  } as const;

  test('is asked for in the vendor’s form', async () => {
    const { client, calls } = await serve([list(one()), json(one({ Id: 8, Status: 1 }))]);
    expect(await client.start(request, calm())).toEqual({ reference: '8' });
    expect(calls()[1]).toMatchObject({
      method: 'POST',
      target: '/api/v1/exports/generate-license-report/',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(calls()[1]?.body ?? '')).toEqual({
      CustomerAccountId: 4014363,
      TimeRange: { From: '2024-01-01T00:00:00Z', To: '2024-02-01T00:00:00Z' },
      CloudAccountId: null,
      InvoiceProfileId: null,
    });
  });

  test('that the list shows late is waited for', async () => {
    const { client, clock, calls } = await serve([
      list(one()),
      reply(200),
      list(one()),
      list(one()),
      list(one({ Id: 9 }), one()),
    ]);
    const started = client.start(request, calm());
    for (const pause of [1_000, 2_000]) {
      await clock.untilWaiting((ms) => ms === pause);
      await clock.advance(pause);
    }
    expect(await started).toEqual({ reference: '9' });
    expect(calls().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('that the list never shows is told, and not asked for again', async () => {
    const { client, clock, calls } = await serve([list(one()), reply(200), list(one())]);
    const started = failureOf(client.start(request, calm()));
    for (const pause of [1_000, 2_000, 4_000]) {
      await clock.untilWaiting((ms) => ms === pause);
      await clock.advance(pause);
    }
    expect((await started).error).toMatchObject({ code: 'answer-empty', detail: 'Id' });
    expect(calls().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('that was asked for is not taken for refused when the list can’t be had afterwards', async () => {
    const limit = reply(429, '', { 'retry-after': '600' });
    const { client, clock, calls } = await serve([list(one()), reply(200), limit]);
    const started = failureOf(client.start(request, calm()));
    for (const pause of [1_000, 2_000, 4_000]) {
      await clock.untilWaiting((ms) => ms === pause);
      await clock.advance(pause);
    }
    // `answer-empty` is told as "may have been made"; `rate-limited` would invite a second report.
    expect((await started).error).toMatchObject({ code: 'answer-empty', detail: 'Id' });
    expect(calls().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test.each([
    [
      '400 with the member that is wrong',
      json(
        {
          ErrorCode: 'INVALID_REQUEST',
          Message: 'The request is invalid',
          ObjectErrors: [{ ErrorCode: 'INVALID_VALUE', Message: 'TimeRange is invalid' }],
        },
        400,
      ),
      'request-rejected',
      'The request is invalid (INVALID_REQUEST); TimeRange is invalid (INVALID_VALUE)',
    ],
    ['503', reply(503), 'vendor-unavailable', 'HTTP 503'],
    ['a lost answer', hangUp, 'connection-lost', undefined],
  ] as const)('refused with %s is told and not repeated', async (_, step, code, detail) => {
    const { client, calls } = await serve([list(), step]);
    const { error } = await failureOf(client.start(request, calm()));
    expect(error.code).toBe(code);
    if (detail !== undefined) expect(error.detail).toBe(detail);
    expect(calls()).toHaveLength(2);
  });
});
