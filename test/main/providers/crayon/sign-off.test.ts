import { describe, expect, test } from 'vitest';
import { calm } from '../../../support/provider-context.ts';
import { hangUp, json, reply } from '../../../support/scripted-server.ts';
import { failureOf } from './bench.ts';
import { list, one, serve } from './scripted-vendor.ts';

describe('the sign-off', () => {
  test('that keeps the vendor’s copy calls no one', async () => {
    const { client, server } = await serve([list(one())]);
    expect(await client.acknowledge('7', { keepFiles: true }, calm())).toEqual({
      vendorAnswer: 'sign-off: kept in the queue',
    });
    expect(await client.acknowledged('7', { keepFiles: true }, calm())).toBe('yes');
    expect(server.received).toHaveLength(0);
  });

  test.each([200, 204])('that does not deletes the queue item, answered by %i', async (status) => {
    const { client, calls } = await serve([reply(status)]);
    expect(await client.acknowledge('7', { keepFiles: false }, calm())).toEqual({
      vendorAnswer: String(status),
    });
    expect(calls()).toMatchObject([{ method: 'DELETE', target: '/api/v1/exports/7' }]);
  });

  test.each([
    ['404', json({ Message: 'Not found' }, 404), 'not-found'],
    ['403', reply(403), 'permission-denied'],
    ['503', reply(503), 'vendor-unavailable'],
    ['a lost answer', hangUp, 'connection-lost'],
  ] as const)('that is answered by %s is told and not repeated', async (_, step, code) => {
    const { client, calls } = await serve([step]);
    expect((await failureOf(client.acknowledge('7', { keepFiles: false }, calm()))).code).toBe(code);
    expect(calls()).toHaveLength(1);
  });

  test.each([
    ['an absent item', list(), 'yes'],
    ['a deleted one', list(one({ Status: 4 })), 'yes'],
    ['one with the flag among others', list(one({ Status: 6 })), 'yes'],
    ['one that is still there', list(one()), 'no'],
  ] as const)('is known afterwards by %s', async (_, step, known) => {
    const { client } = await serve([step]);
    expect(await client.acknowledged('7', { keepFiles: false }, calm())).toBe(known);
  });
});
