import { describe, expect, test } from 'vitest';
import { calm } from '../../../support/provider-context.ts';
import { json, reply } from '../../../support/scripted-server.ts';
import { checkOne, failureOf } from './bench.ts';
import { documented, list, one, serve } from './scripted-vendor.ts';

describe('the queue', () => {
  test('of the vendor’s example holds two reports, ready and titled', async () => {
    const { client, calls } = await serve([json(documented)]);
    const found = await client.list(calm());
    expect(found.map(({ reference, state }) => [reference, state.kind])).toEqual([
      ['2439', 'ready'],
      ['2438', 'ready'],
    ]);
    expect(found[0]?.title).toBe('New Commerce License-based Report@2015.01.01 - 2024.05.22');
    expect(JSON.stringify(found)).not.toMatch(/tenantId|file\/xlsx/);
    expect(calls()).toMatchObject([
      {
        method: 'GET',
        target: '/api/v1/exports/',
        headers: { accept: 'application/json', authorization: 'Bearer eyJ.canary' },
      },
    ]);
  });

  test('tells of all exports with one request, and of those it does not hold that they are gone', async () => {
    const { client, calls } = await serve([json(documented)]);
    const found = await client.check(['2438', '2439', '9'], calm());
    expect(
      [...found].map(([reference, report]) => [
        reference,
        report instanceof Error ? report : report.state.kind,
      ]),
    ).toEqual([
      ['2438', 'ready'],
      ['2439', 'ready'],
      ['9', 'gone'],
    ]);
    expect(calls()).toHaveLength(1);
  });

  test.each([
    [
      'Error JSON',
      json(
        {
          ErrorCode: 'SOME_CODE',
          Message: 'text',
          Parameters: { k: 'v' },
          ObjectErrors: [{ ErrorCode: 'INNER', Message: 'why', Parameters: {} }],
        },
        400,
      ),
      'request-rejected',
      'text (SOME_CODE); why (INNER)',
    ],
    ['an empty body', reply(400), 'request-rejected', 'HTTP 400'],
    ['no JSON', reply(400, 'Bad Request'), 'request-rejected', 'HTTP 400'],
    [
      'a page',
      reply(403, '<html><h1>Forbidden</h1></html>', { 'content-type': 'text/html' }),
      'permission-denied',
      'HTTP 403',
    ],
    [
      '401 Unauthorized',
      json({ Message: 'Authorization has been denied for this request.' }, 401),
      'sign-in-refused',
      'Authorization has been denied for this request.',
    ],
    ['404', json({ Message: 'Not found' }, 404), 'not-found', 'Not found'],
    ['500', json({ Message: 'Internal' }, 500), 'vendor-unavailable', 'HTTP 500'],
    ['503', reply(503), 'vendor-unavailable', 'HTTP 503'],
    ['the token in its words', json({ Message: 'bad eyJ.canary' }, 400), 'request-rejected', 'bad •••'],
  ] as const)('refused with %s is told', async (_, step, code, detail) => {
    const { client } = await serve([step]);
    expect((await failureOf(client.list(calm()))).error).toMatchObject({ code, detail });
    expect((await failureOf(client.test(calm()))).code).toBe(code);
  });

  test.each([
    ['', 'answer-empty'],
    ['{"Items":[', 'answer-malformed'],
    ['{}', 'answer-malformed'],
    ['{"Items":null}', 'answer-malformed'],
  ])('answered with %j makes no export look gone', async (body, code) => {
    const { client } = await serve([json(body)]);
    expect((await failureOf(client.check(['2439'], calm()))).code).toBe(code);
  });
});

test.each(['', 'abc', '-1', '7/download', '1e3'])(
  'a reference like %j never leaves this computer',
  async (reference) => {
    const { client, server } = await serve([list(one())]);
    expect((await failureOf(client.plan(reference, calm()))).code).toBe('reference-invalid');
    expect((await failureOf(client.acknowledge(reference, { keepFiles: false }, calm()))).code).toBe(
      'reference-invalid',
    );
    expect(server.received).toHaveLength(0);
    expect((await checkOne(client, reference)).state.kind).toBe('gone');
  },
);

test('cancelling is not offered', async () => {
  const { client } = await serve([list()]);
  expect((await failureOf(client.cancel('7', calm()))).code).toBe('not-offered');
});
