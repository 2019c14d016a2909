import { afterEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../../src-main/ports/failure.ts';
import type { Scripted, ScriptedServer } from '../../../support/scripted-server.ts';
import { hangUp, json, reply, startScriptedServer } from '../../../support/scripted-server.ts';
import { bench, collect, failureOf, get } from './http-bench.ts';

const open: ScriptedServer[] = [];
async function serve(...steps: readonly Scripted[]): Promise<ScriptedServer> {
  const server = await startScriptedServer(...steps);
  open.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const authorize = async () => ({ authorization: 'signed' });

describe('a stream', () => {
  test('brings every byte, with status and headers', async () => {
    const bytes = Buffer.alloc(300_000, 'abc');
    const server = await serve(reply(206, bytes, { etag: '"v1"', 'content-range': 'bytes 0-299999/300000' }));
    const answer = await bench().client.stream(get(server.origin));
    expect(answer.status).toBe(206);
    expect(answer.headers.get('etag')).toBe('"v1"');
    expect((await collect(answer.body)).equals(bytes)).toBe(true);
  });

  test('a 416 resolves: whoever resumes decides what it means', async () => {
    const server = await serve(reply(416, '', { 'content-range': 'bytes */10' }));
    expect((await bench().client.stream(get(server.origin))).status).toBe(416);
  });

  test('is sent again before its body begins', async () => {
    const server = await serve(hangUp, reply(503), reply(200, 'data'));
    const { client, clock } = bench();
    const answer = client.stream(get(server.origin));
    for (const pause of [250, 500])
      await clock.untilWaiting((ms) => ms === pause).then(() => clock.advance(pause));
    expect((await collect((await answer).body)).toString()).toBe('data');
  });

  test('cut in the middle throws connection-lost where it breaks, and is not sent again', async () => {
    const cut: Scripted = (_request, response, socket) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('x'.repeat(400), () => setImmediate(() => socket.destroy()));
    };
    const server = await serve(cut);
    const { body } = await bench().client.stream(get(server.origin));
    expect((await failureOf(collect(body))).code).toBe('connection-lost');
    expect(server.received).toHaveLength(1);
  });

  test('whose length is of the encoded body is not judged by it', async () => {
    const answer = new Response('decoded', {
      headers: { 'content-length': '9999', 'content-encoding': 'gzip' },
    });
    const { body } = await bench({ fetch: async () => answer }).client.stream(get('http://vendor.example/'));
    expect((await collect(body)).toString()).toBe('decoded');
  });

  test('that stalls throws timeout', async () => {
    const stall: Scripted = (_request, response) =>
      void response.writeHead(200, { 'content-length': '9' }).write('half');
    const server = await serve(stall);
    const { client, clock } = bench();
    const { body } = await client.stream(get(server.origin));
    const failure = failureOf(collect(body));
    await clock.untilWaiting((ms) => ms === 60_000);
    for (let turn = 0; turn < 20; turn += 1) await clock.advance(0);
    await clock.advance(60_000);
    expect((await failure).code).toBe('timeout');
  });

  test('a slow reader is not a stall: time passes only while the network is waited for', async () => {
    const server = await serve(reply(200, 'data'));
    const { client, clock } = bench();
    const { body } = await client.stream(get(server.origin));
    await clock.advance(3_600_000);
    expect((await collect(body)).toString()).toBe('data');
  });

  test("ends with the caller's reason when the caller stops", async () => {
    const stall: Scripted = (_request, response) => void response.writeHead(200).write('half');
    const server = await serve(stall);
    const stop = new AbortController();
    const { body } = await bench().client.stream(get(server.origin, { signal: stop.signal }));
    const reading = collect(body);
    stop.abort(new Error('paused'));
    await expect(reading).rejects.toThrow('paused');
  });

  test('left before its first byte frees the connection', async () => {
    const closed = Promise.withResolvers<void>();
    const endless: Scripted = (_request, response, socket) => {
      socket.on('close', () => closed.resolve());
      response.writeHead(200, { 'content-length': '1000000' }).write('x');
    };
    const server = await serve(endless);
    const { body } = await bench().client.stream(get(server.origin));
    await body[Symbol.asyncIterator]().return?.();
    await closed.promise;
    expect(server.received).toHaveLength(1);
  });

  test('that is the sign-in page of a network is not the vendor', async () => {
    const server = await serve(
      reply(200, '<html>Sign in to use this network</html>', { 'content-type': 'text/html' }),
    );
    expect((await failureOf(bench().client.stream(get(server.origin)))).code).toBe('not-the-vendor');
  });

  test('that is only labelled as a page comes whole', async () => {
    const server = await serve(reply(200, 'a,b\n1,2\n', { 'content-type': 'text/html; charset=utf-8' }));
    const { body } = await bench().client.stream(get(server.origin));
    expect((await collect(body)).toString()).toBe('a,b\n1,2\n');
  });
});

describe('a refused download', () => {
  test.each([
    [403, 'permission-denied'],
    [404, 'not-found'],
    [410, 'not-found'],
    [400, 'request-rejected'],
  ] as const)('with %i reads as %s where the client has nothing better to say', async (status, code) => {
    const server = await serve(reply(status));
    expect((await failureOf(bench().client.stream(get(server.origin)))).error).toMatchObject({
      code,
      detail: `HTTP ${status}`,
    });
  });

  test('is judged by the client first, from its body', async () => {
    const server = await serve(json({ why: 'too late' }, 403));
    const refusal = ({ text }: { readonly text: string }) => new Failure('link-expired', { detail: text });
    const failure = await failureOf(bench().client.stream(get(server.origin, { refusal })));
    expect(failure.error).toEqual({ code: 'link-expired', detail: '{"why":"too late"}' });
    expect(server.received).toHaveLength(1);
  });
});

describe('redirects of downloads', () => {
  test('to another origin are followed without credentials and without a turn of the limiter', async () => {
    const storage = await serve(reply(200, 'data'));
    const server = await serve(reply(302, '', { location: `${storage.origin}/bucket/file` }));
    const headers = { range: 'bytes=0-', Cookie: 'CANARY', Authorization: 'CANARY' };
    const { body } = await bench().client.stream(get(server.origin, { authorize, headers }));
    expect((await collect(body)).toString()).toBe('data');
    expect(server.received[0]?.headers.authorization).toContain('signed');
    expect(storage.received[0]?.headers).toMatchObject({ range: 'bytes=0-' });
    expect(storage.received[0]?.headers).not.toHaveProperty('authorization');
    expect(storage.received[0]?.headers).not.toHaveProperty('cookie');
  });

  test('that lead back home from elsewhere get no credentials either', async () => {
    const back: { to: string } = { to: '' };
    const elsewhere = await serve(
      (_request, response) => void response.writeHead(302, { location: back.to }).end(),
    );
    const home = await serve(reply(302, '', { location: `${elsewhere.origin}/x` }), reply(200, 'data'));
    back.to = `${home.origin}/admin`;
    await bench().client.stream(get(home.origin, { authorize }));
    expect(home.received.map(({ headers }) => headers.authorization)).toEqual(['signed', undefined]);
  });
});
