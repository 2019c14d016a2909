import { describe, expect, test } from 'vitest';
import { calm } from '../../../support/provider-context.ts';
import { json, reply } from '../../../support/scripted-server.ts';
import { checkOne, failureOf } from './bench.ts';
import { complete, documented, message, serve } from './scripted-vendor.ts';

describe('status', () => {
  test('of the vendor’s example is running', async () => {
    const { server, client } = await serve(
      json('{ "AccessToken": 123456, "Status": "Processing", "RowCount": null, "ByteCount": null }'),
    );
    expect(await checkOne(client, '123456')).toMatchObject({
      reference: '123456',
      state: { kind: 'running' },
      vendorStatus: 'Processing',
      rows: null,
      bytes: null,
    });
    expect(server.received[0]).toMatchObject({
      method: 'GET',
      target: '/Profiles/v4/Async/ACME_CORP/Export/123456/Status',
    });
  });

  test('is read whatever the case of its keys', async () => {
    const { client } = await serve(
      json('{"accessToken":123456,"STATUS":"Complete","rowCount":5,"bytecount":900,"expires":""}'),
    );
    expect(await checkOne(client, '123456')).toMatchObject({ state: { kind: 'ready' }, rows: 5, bytes: 900 });
  });

  test.each([
    [400, 'request-rejected'],
    [401, 'sign-in-refused'],
    [403, 'permission-denied'],
  ] as const)('%i is %s with the vendor’s words', async (status, code) => {
    const { client } = await serve(message(status));
    expect((await failureOf(checkOne(client, '123456'))).error).toMatchObject({
      code,
      detail: documented[status],
    });
  });

  test.each([500, 503] as const)('%i is tried again, and told when it stays', async (status) => {
    const { server, client } = await serve(message(status), complete);
    expect((await checkOne(client, '123456')).state.kind).toBe('ready');
    expect(server.received).toHaveLength(2);
    const lasting = await serve(message(status));
    expect((await failureOf(checkOne(lasting.client, '123456'))).error).toMatchObject({
      code: 'vendor-unavailable',
      detail: `HTTP ${status}`,
    });
  });

  test.each([
    ['with the vendor’s words', message(404)],
    ['without a body', reply(404)],
  ])('404 %s is gone', async (_, answer) => {
    const { client } = await serve(answer);
    expect(await checkOne(client, '123456')).toMatchObject({ state: { kind: 'gone' }, vendorStatus: '404' });
  });

  test('404 as a page for people says nothing of the export: the address is wrong', async () => {
    const { client } = await serve(
      reply(404, '<html><body>IIS 10.0 Detailed Error</body></html>', { 'content-type': 'text/html' }),
    );
    expect((await failureOf(checkOne(client, '123456'))).code).toBe('not-the-vendor');
  });

  test('of several exports: a failure of one does not hide the others', async () => {
    const { client } = await serve((request, response, socket) => {
      const token = /Export\/(\d+)\//.exec(request.target)?.[1] ?? '';
      if (token === '2') return message(400)(request, response, socket);
      if (token === '3') return message(404)(request, response, socket);
      return complete(request, response, socket);
    });
    const found = await client.check(['1', '2', '3', '4', 'x'], calm());
    expect([...found.keys()].sort()).toEqual(['1', '2', '3', '4', 'x']);
    expect(found.get('1')).toMatchObject({ state: { kind: 'ready' } });
    expect(found.get('2')).toMatchObject({ code: 'request-rejected' });
    expect(found.get('3')).toMatchObject({ state: { kind: 'gone' } });
    expect(found.get('4')).toMatchObject({ state: { kind: 'ready' } });
    expect(found.get('x')).toMatchObject({ code: 'reference-invalid' });
  });

  test('refused for the whole connection is not asked again for each export', async () => {
    const { server, client } = await serve(message(401));
    const references = Array.from({ length: 40 }, (_, index) => String(index + 1));
    const found = await client.check(references, calm());
    expect(found.size).toBe(40);
    for (const one of found.values()) expect(one).toMatchObject({ code: 'sign-in-refused' });
    expect(server.received.length).toBeLessThanOrEqual(8);
  });

  test.each([
    ['', 'answer-empty'],
    ['{"Status":', 'answer-malformed'],
    ['{}', 'answer-malformed'],
    ['{"Status":5}', 'answer-malformed'],
    ['null', 'answer-malformed'],
  ])('%j is no status', async (body, code) => {
    const { client } = await serve(json(body));
    expect((await failureOf(checkOne(client, '123456'))).code).toBe(code);
  });
});
