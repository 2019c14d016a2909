import { describe, expect, test } from 'vitest';
import { calm } from '../../../support/provider-context.ts';
import { json, reply, type Scripted } from '../../../support/scripted-server.ts';
import { bytesOf, failureOf, fromStart, partOf } from './bench.ts';
import { list, one, serve } from './scripted-vendor.ts';

describe('a download', () => {
  const zip = Buffer.from('PK\u0003\u0004 zipped');
  const bytes = (headers: Record<string, string> = {}, status = 200): Scripted =>
    reply(status, zip, {
      'content-type': 'application/zip',
      'content-length': String(zip.length),
      ...headers,
    });

  test('as bytes asks for bytes from the start, so that nothing encodes them', async () => {
    const { client, calls } = await serve([
      list(one()),
      bytes({
        'content-disposition': 'attachment; filename="report.zip"',
        etag: '"v1"',
        'last-modified': 'Thu, 30 May 2024 13:39:59 GMT',
      }),
    ]);
    const part = await partOf(client, '7');
    expect(part).toMatchObject({
      key: '7',
      suggestedName: 'Licences.xlsx',
      content: 'workbook',
      expiresAt: null,
      expectedBytes: null,
    });
    const answer = await part.open(fromStart, calm());
    expect(answer).toMatchObject({
      status: 200,
      contentLength: zip.length,
      range: null,
      etag: '"v1"',
      lastModified: 'Thu, 30 May 2024 13:39:59 GMT',
      fileName: 'report.zip',
      identity: true,
    });
    expect(await bytesOf(answer)).toEqual(zip);
    expect(calls()[1]).toMatchObject({
      method: 'GET',
      target: '/api/v1/exports/7/download/',
      headers: { accept: 'application/octet-stream', range: 'bytes=0-' },
    });
  });

  test('goes on from where it stopped, if the vendor can; the answer decides', async () => {
    const { client, calls } = await serve([
      list(one()),
      bytes(
        { 'content-range': `bytes 4-${zip.length - 1}/${zip.length}`, 'content-length': String(zip.length) },
        206,
      ),
      reply(416, '', { 'content-range': 'bytes */12' }),
      bytes({ etag: 'W/"weak"' }),
    ]);
    const part = await partOf(client, '7');
    const answer = await part.open({ from: 4, validator: '"v1"' }, calm());
    expect(answer).toMatchObject({ status: 206, range: { start: 4, total: zip.length } });
    await bytesOf(answer);
    expect(calls()[1]?.headers).toMatchObject({ range: 'bytes=4-', 'if-range': '"v1"' });
    expect(await part.open({ from: 12, validator: null }, calm())).toMatchObject({
      status: 416,
      range: { start: null, total: 12 },
    });
    expect(calls()[2]?.headers).not.toHaveProperty('if-range');
    const again = await part.open({ from: 4, validator: null }, calm());
    expect(again).toMatchObject({ status: 200, etag: null });
    expect(await bytesOf(again)).toEqual(zip);
  });

  test('as JSON is taken out of its wrapper, whose length and validators are not the file’s', async () => {
    const wrapped = json(
      { FileContent: zip.toString('base64'), FileName: 'report.zip', FileContentType: 'application/zip' },
      200,
      { etag: '"j"' },
    );
    const { client, calls } = await serve([list(one()), wrapped], { downloadAs: 'json' });
    const answer = await (await partOf(client, '7')).open({ from: 5, validator: '"v1"' }, calm());
    expect(answer).toMatchObject({
      status: 200,
      contentLength: null,
      range: null,
      etag: null,
      lastModified: null,
      fileName: 'report.zip',
      identity: false,
    });
    expect(await bytesOf(answer)).toEqual(zip);
    expect(calls()[1]?.headers.accept).toBe('application/json');
    expect(calls()[1]?.headers).not.toHaveProperty('range');
  });

  test.each(['bytes', 'json'] as const)(
    'is what the answer is, although %s were asked for',
    async (downloadAs) => {
      const other =
        downloadAs === 'bytes'
          ? json({ FileContent: zip.toString('base64') })
          : bytes({ 'content-type': 'application/octet-stream' });
      const { client } = await serve([list(one()), other], { downloadAs });
      const answer = await (await partOf(client, '7')).open(fromStart, calm());
      expect(await bytesOf(answer)).toEqual(zip);
      expect(answer.fileName).toBeNull();
    },
  );

  test('without a title is named after its id', async () => {
    const { client } = await serve([list(one({ ActionName: null }))]);
    expect((await partOf(client, '7')).suggestedName).toBe('Report 7.xlsx');
  });

  test('renews a dead token and goes on', async () => {
    const { client, server } = await serve([list(one()), reply(401), bytes()]);
    expect(await bytesOf(await (await partOf(client, '7')).open(fromStart, calm()))).toEqual(zip);
    expect(server.received.filter(({ target }) => target.includes('token'))).toHaveLength(2);
  });

  test.each([
    ['the list no longer holds', list(), 'export-gone'],
    ['is marked as deleted', list(one({ Status: 4 })), 'export-gone'],
    ['has failed after all', list(one({ Status: 8 })), 'export-failed'],
    ['is no longer downloadable', list(one({ Downloadable: false })), 'export-expired'],
    ['is queued again', list(one({ Status: 1 })), 'export-not-ready'],
  ])('that is refused asks the list: one that %s', async (_, now, code) => {
    for (const refusal of [reply(404), json({ Message: 'Not found' }, 404), json({ Message: 'No' }, 400)]) {
      const { client } = await serve([list(one()), refusal, now]);
      expect((await failureOf((await partOf(client, '7')).open(fromStart, calm()))).code).toBe(code);
    }
  });

  test.each([
    [
      '404 although the list says ready',
      json({ ErrorCode: 'NOT_FOUND', Message: 'Not found' }, 404),
      'not-found',
      'Not found (NOT_FOUND)',
    ],
    ['403', reply(403), 'permission-denied', 'HTTP 403'],
    ['500', json({ Message: 'x' }, 500), 'vendor-unavailable', 'HTTP 500'],
    ['nothing', reply(200), 'answer-empty', 'HTTP 200'],
    ['204', reply(204), 'answer-empty', 'HTTP 204'],
    ['an error under 200', json({ ErrorCode: 'E', Message: 'Later' }), 'answer-malformed', 'Later (E)'],
    ['JSON that is no wrapper', json('"UEsD"'), 'answer-malformed', 'expected {'],
  ] as const)('answered by %s', async (_, step, code, detail) => {
    const { client } = await serve([list(one()), step, ...(code === 'not-found' ? [list(one())] : [])]);
    expect((await failureOf((await partOf(client, '7')).open(fromStart, calm()))).error).toMatchObject({
      code,
      detail,
    });
  });

  test('that is a sign-in page is not the vendor', async () => {
    const { client } = await serve([
      list(one()),
      reply(200, '<!DOCTYPE html><h1>Hotel</h1>', { 'content-type': 'text/html' }),
    ]);
    expect((await failureOf((await partOf(client, '7')).open(fromStart, calm()))).code).toBe(
      'not-the-vendor',
    );
  });

  test.each([
    [{ Status: 1 }, 'export-not-ready'],
    [{ Downloadable: false }, 'export-not-ready'],
    [{ Status: 8 }, 'export-failed'],
    [{ Status: 4 }, 'export-gone'],
    [{ Id: 8 }, 'export-gone'],
    [{ Downloadable: false, CreatedDate: '2024-05-30T13:39:59.387' }, 'export-expired'],
  ])('of %j is not planned: %s', async (more, code) => {
    const { client } = await serve([list(one(more))]);
    expect((await failureOf(client.plan('7', calm()))).code).toBe(code);
  });
});
