import { afterEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../../src-main/ports/failure.ts';
import { createLimiter } from '../../../../src-main/providers/http/limiter.ts';
import type { Scripted, ScriptedServer } from '../../../support/scripted-server.ts';
import { hangUp, json, reply, silence, startScriptedServer } from '../../../support/scripted-server.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';
import { bench, failureOf, get, post } from './http-bench.ts';

const open: ScriptedServer[] = [];
async function serve(...steps: readonly Scripted[]): Promise<ScriptedServer> {
  const server = await startScriptedServer(...steps);
  open.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('an answer', () => {
  test('of any status below 500 comes as it is', async () => {
    const server = await serve(json({ Message: 'No such token' }, 404));
    const answer = await bench().client.send(get(`${server.origin}/a`));
    expect(answer).toMatchObject({ status: 404, text: '{"Message":"No such token"}' });
  });

  test('carries the body, headers and method that were asked for, to the exact target', async () => {
    const server = await serve(json({}));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await bench().client.send(post(`${server.origin}/p?x=a%20b,c[]`, 'a=1&b=%2C', { headers }));
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      target: '/p?x=a%20b,c[]',
      body: 'a=1&b=%2C',
      headers,
    });
  });

  test('beyond the size cap is answer-too-large, without reading it to its end', async () => {
    const server = await serve(reply(200, 'x'.repeat(1001)));
    const failure = await failureOf(bench().client.send(get(server.origin, { sizeCap: 1000 })));
    expect(failure.error).toMatchObject({ code: 'answer-too-large', subject: new URL(server.origin).host });
    expect(server.received).toHaveLength(1);
  });

  test('that is a page for people is not the vendor', async () => {
    const server = await serve(
      reply(200, '<!DOCTYPE html><title>Welcome to the hotel</title>', { 'content-type': 'text/html' }),
    );
    expect((await failureOf(bench().client.send(get(server.origin)))).code).toBe('not-the-vendor');
    expect((await failureOf(bench().client.send(post(server.origin, '')))).code).toBe('not-the-vendor');
  });

  test('from the proxy or the network gateway is told apart from the vendor', async () => {
    const seen: number[] = [];
    const answers = (status: number) =>
      bench({ fetch: async () => new Response(`${seen.push(status)}`, { status }) }).client.send(
        get('http://vendor.example/'),
      );
    expect((await failureOf(answers(407))).error).toEqual({
      code: 'proxy-sign-in',
      subject: 'vendor.example',
      detail: 'HTTP 407',
    });
    expect((await failureOf(answers(511))).code).toBe('not-the-vendor');
    expect(seen).toEqual([407, 511]);
  });

  test('with bytes that are no UTF-8 is marked as damaged', async () => {
    const server = await serve(reply(200, Buffer.from([0x7b, 0xff, 0x7d])), json('{}'));
    const { client } = bench();
    expect((await client.send(get(server.origin))).damaged).toBe(true);
    expect(await client.send(get(server.origin))).not.toHaveProperty('damaged');
  });

  test('cut before its Content-Length is connection-lost', async () => {
    const cut: Scripted = (_request, response, socket) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"half":', () => setImmediate(() => socket.destroy()));
    };
    const server = await serve(cut);
    expect((await failureOf(bench().client.send(post(server.origin, '')))).code).toBe('connection-lost');
  });

  test('shorter than its Content-Length is connection-lost even on a stack that does not say so', async () => {
    const short = new Response('{"half":', { headers: { 'content-length': '100' } });
    const { client } = bench({ fetch: async () => short });
    expect((await failureOf(client.send(post('http://vendor.example/', '')))).error).toMatchObject({
      code: 'connection-lost',
      subject: 'vendor.example',
      detail: '8 of 100 bytes',
    });
  });
});

describe('trying again', () => {
  test('a safe request survives a lost connection and a 503', async () => {
    const server = await serve(hangUp, reply(503), json({ ok: true }));
    const { client, clock } = bench();
    const answer = client.send(get(server.origin));
    for (const pause of [250, 500])
      await clock.untilWaiting((ms) => ms === pause).then(() => clock.advance(pause));
    expect((await answer).status).toBe(200);
    expect(server.received).toHaveLength(3);
  });

  test('a safe request gives up on 5xx after three retries, naming the status and the host only', async () => {
    const server = await serve(reply(503, 'secret words'));
    const { client, clock } = bench();
    const failure = failureOf(client.send(get(`${server.origin}/secret?key=1`)));
    for (const pause of [250, 500, 1000]) {
      await clock.untilWaiting((ms) => ms === pause).then(() => clock.advance(pause));
    }
    expect((await failure).error).toEqual({
      code: 'vendor-unavailable',
      subject: new URL(server.origin).host,
      detail: 'HTTP 503',
    });
    expect(server.received).toHaveLength(4);
  });

  test.each([500, 502, 503, 504])('a request that may be sent only once gets its %i', async (status) => {
    const server = await serve(reply(status, 'oops'));
    expect(await bench().client.send(post(server.origin, ''))).toMatchObject({ status, text: 'oops' });
    expect(server.received).toHaveLength(1);
  });

  test('a request that may be sent only once is not sent again after a lost answer', async () => {
    const server = await serve(hangUp);
    expect((await failureOf(bench().client.send(post(server.origin, '')))).code).toBe('connection-lost');
    expect(server.received).toHaveLength(1);
  });

  test('a request that surely was not sent says so', async () => {
    const server = await startScriptedServer();
    await server.close();
    expect((await failureOf(bench().client.send(post(server.origin, '')))).error).toMatchObject({
      code: 'unreachable',
      detail: 'ECONNREFUSED',
    });
  });

  test('abort ends a pause between tries with the reason of the caller', async () => {
    const server = await serve(reply(503, '', { 'retry-after': '3' }));
    const { client, clock } = bench();
    const stop = new AbortController();
    const answer = client.send(get(server.origin, { signal: stop.signal }));
    await clock.untilWaiting((ms) => ms === 3_000);
    stop.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
    expect(clock.waiting).toEqual([]);
  });
});

describe("the vendor's limit", () => {
  test('429 for a moment is waited for, eats no retry, and is told with the answer', async () => {
    const limit = reply(429, '', { 'retry-after': '1' });
    const server = await serve(limit, limit, limit, limit, limit, json({ ok: true }));
    const { client, clock } = bench();
    const answer = client.send(get(server.origin));
    for (let wait = 0; wait < 5; wait += 1)
      await clock.untilWaiting((ms) => ms === 1_000).then(() => clock.advance(1_000));
    expect(await answer).toMatchObject({ status: 200, slowed: true });
  });

  test("429 with Retry-After as a date is read against the server's own clock", async () => {
    const server = await serve(
      reply(429, '', {
        date: 'Sun, 01 Mar 2020 10:00:00 GMT',
        'retry-after': 'Sun, 01 Mar 2020 10:00:04 GMT',
      }),
      json({ ok: true }),
    );
    const { client, clock } = bench();
    const answer = client.send(get(server.origin));
    await clock.untilWaiting((ms) => ms === 4_000).then(() => clock.advance(4_000));
    expect((await answer).status).toBe(200);
  });

  test('a wait of hours is capped and told at once with the instant to wait for', async () => {
    const server = await serve(reply(429, '', { 'retry-after': '86400' }));
    const { client, clock } = bench();
    const failure = await failureOf(client.send(get(server.origin)));
    expect(failure.error).toMatchObject({
      code: 'rate-limited',
      action: { kind: 'wait', until: clock.now() + 900_000 },
    });
    const second = await failureOf(client.send(get(server.origin)));
    expect(second.error).toMatchObject({
      code: 'rate-limited',
      action: { kind: 'wait', until: clock.now() + 900_000 },
    });
    expect(server.received).toHaveLength(1);
  });

  test('waits that add up to more than the patience end the call', async () => {
    const server = await serve(reply(429, '', { 'retry-after': '2' }));
    const { client, clock } = bench();
    const failure = failureOf(client.send(get(server.origin)));
    for (let wait = 0; wait < 2; wait += 1)
      await clock.untilWaiting((ms) => ms === 2_000).then(() => clock.advance(2_000));
    expect((await failure).error).toMatchObject({
      code: 'rate-limited',
      action: { kind: 'wait', until: clock.now() + 2_000 },
    });
  });

  test('holds for all calls of the credential', async () => {
    const server = await serve(reply(429, '', { 'retry-after': '4' }), json({}));
    const { client, clock } = bench();
    const first = client.send(get(`${server.origin}/1`));
    await clock.untilWaiting((ms) => ms === 4_000);
    const second = client.send(get(`${server.origin}/2`));
    await clock.advance(3_999);
    expect(server.received).toHaveLength(1);
    await clock.advance(1);
    await Promise.all([first, second]);
    expect(server.received).toHaveLength(3);
  });

  test('of 40 seconds is told at once to every call of the credential, and nothing is sent before it ends', async () => {
    const server = await serve(reply(429, '', { 'retry-after': '40' }), json({}));
    const { client, clock } = bench();
    const until = clock.now() + 40_000;
    for (const path of ['/1', '/2']) {
      expect((await failureOf(client.send(get(`${server.origin}${path}`)))).error).toMatchObject({
        code: 'rate-limited',
        action: { kind: 'wait', until },
      });
    }
    expect((await failureOf(client.send(post(server.origin, '')))).code).toBe('rate-limited');
    expect(server.received).toHaveLength(1);
    await clock.advance(40_000);
    expect((await client.send(get(server.origin))).status).toBe(200);
  });

  test('a vendor that says "at once" each time is asked a few times and no more', async () => {
    const server = await serve(reply(429, '', { 'retry-after': '0' }));
    const { client, clock } = bench();
    const failure = failureOf(client.send(get(server.origin)));
    for (let wait = 0; wait < 5; wait += 1)
      await clock.untilWaiting((ms) => ms === 1_000).then(() => clock.advance(1_000));
    expect((await failure).code).toBe('rate-limited');
    expect(server.received).toHaveLength(6);
  });

  test('a 429 to a request that may be sent only once is told, and later calls wait', async () => {
    const server = await serve(reply(429, '', { 'retry-after': '4' }), json({}));
    const { client, clock } = bench();
    expect((await failureOf(client.send(post(server.origin, '')))).error).toMatchObject({
      code: 'rate-limited',
      action: { kind: 'wait', until: clock.now() + 4_000 },
    });
    const next = client.send(get(server.origin));
    await clock.untilWaiting((ms) => ms === 4_000).then(() => clock.advance(4_000));
    expect((await next).status).toBe(200);
  });

  test('may be shown by the body alone', async () => {
    const server = await serve(json({ code: 429, wait: 3 }), json({ code: 200 }));
    const { client, clock } = bench();
    const answer = client.send(
      get(server.origin, { limitedFor: ({ text }) => (text.includes('429') ? 3000 : null) }),
    );
    await clock.untilWaiting((ms) => ms === 3000).then(() => clock.advance(3000));
    expect((await answer).text).toBe('{"code":200}');
  });

  test('spaces the calls of one credential', async () => {
    const server = await serve(json({}));
    const clock = createVirtualClock();
    const { client } = bench({ clock, limiter: createLimiter({ spacing: 4000 }, clock) });
    await client.send(get(server.origin));
    const second = client.send(get(server.origin));
    await clock.untilWaiting((ms) => ms === 4000);
    expect(server.received).toHaveLength(1);
    await clock.advance(4000);
    await second;
    expect(server.received).toHaveLength(2);
  });

  test('does not count calls to hosts that the vendor does not count', async () => {
    const server = await serve(json({}));
    const clock = createVirtualClock();
    const { client } = bench({ clock, limiter: createLimiter({ spacing: 4000 }, clock) });
    for (let call = 0; call < 3; call += 1) await client.send(get(server.origin, { limited: false }));
    expect(server.received).toHaveLength(3);
  });
});

describe('signing in', () => {
  const authorize = async ({ renew }: { readonly renew: boolean }) => ({
    authorization: renew ? 'new' : 'old',
  });

  test.each(['safe', 'never'] as const)('a 401 renews once and sends a %s request again', async (retry) => {
    const server = await serve(reply(401), json({ ok: true }));
    expect((await bench().client.send(get(server.origin, { retry, authorize }))).status).toBe(200);
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['old', 'new']);
  });

  test('a second 401 is the answer', async () => {
    const server = await serve(reply(401));
    expect((await bench().client.send(get(server.origin, { authorize }))).status).toBe(401);
    expect(server.received).toHaveLength(2);
  });

  test('that fails is not asked for again by the request, whose own tries it does not cost', async () => {
    const server = await serve(json({}));
    let asked = 0;
    const failing = async () => {
      asked += 1;
      throw new Failure('vendor-unavailable');
    };
    expect((await failureOf(bench().client.send(get(server.origin, { authorize: failing })))).code).toBe(
      'vendor-unavailable',
    );
    expect([asked, server.received]).toEqual([1, []]);
  });

  test.each(['timeout', 'connection-lost'] as const)(
    'that ends with %s says that a request for one try was surely not sent',
    async (code) => {
      const server = await serve(json({}));
      const failing = () => Promise.reject(new Failure(code, { subject: 'login.example' }));
      expect(
        (await failureOf(bench().client.send(post(server.origin, '', { authorize: failing })))).error,
      ).toEqual({
        code: 'unreachable',
        subject: 'login.example',
        detail: `sign-in: ${code}`,
      });
      expect(server.received).toEqual([]);
    },
  );

  test('each try is signed anew', async () => {
    const server = await serve(reply(503), json({}));
    const numbers = ['n1', 'n2'];
    const { client, clock } = bench();
    const answer = client.send(
      get(server.origin, { authorize: async () => ({ authorization: numbers.shift() ?? 'too many' }) }),
    );
    await clock.untilWaiting((ms) => ms === 250).then(() => clock.advance(250));
    await answer;
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['n1', 'n2']);
  });
});

describe('redirects of small answers', () => {
  test('within the origin are followed, signed for the new address', async () => {
    const server = await serve(reply(302, '', { location: '/b?x=1' }), json({ ok: true }));
    const authorize = async ({ url }: { readonly url: string }) => ({
      authorization: `for ${new URL(url).pathname}`,
    });
    expect((await bench().client.send(get(`${server.origin}/a`, { authorize }))).status).toBe(200);
    expect(server.received.map(({ target, headers }) => [target, headers.authorization])).toEqual([
      ['/a', 'for /a'],
      ['/b?x=1', 'for /b'],
    ]);
  });

  test('to another origin are refused, and nothing is sent there', async () => {
    const other = await serve(json({}));
    const server = await serve(reply(307, '', { location: `${other.origin}/steal` }));
    const failure = await failureOf(
      bench().client.send(get(server.origin, { headers: { authorization: 'secret' } })),
    );
    expect(failure.error).toMatchObject({ code: 'redirect-refused', subject: new URL(server.origin).host });
    expect(other.received).toEqual([]);
  });

  test('in a circle end after five', async () => {
    const server = await serve(reply(302, '', { location: '/again' }));
    expect((await failureOf(bench().client.send(get(server.origin)))).code).toBe('redirect-refused');
    expect(server.received).toHaveLength(6);
  });

  test('that would turn a POST into a GET are refused', async () => {
    const server = await serve(reply(302, '', { location: '/elsewhere' }));
    expect((await failureOf(bench().client.send(post(server.origin, 'a=1')))).code).toBe('redirect-refused');
  });

  test('308 sends the same POST again', async () => {
    const server = await serve(reply(308, '', { location: '/new' }), json({}));
    await bench().client.send(post(`${server.origin}/old`, 'a=1'));
    expect(server.received[1]).toMatchObject({ method: 'POST', target: '/new', body: 'a=1' });
  });
});

describe('silence', () => {
  test('before the answer ends the try after the idle time', async () => {
    const server = await serve(silence);
    const { client, clock } = bench();
    const failure = failureOf(client.send(post(server.origin, '')));
    await clock.untilWaiting((ms) => ms === 60_000);
    await clock.advance(60_000);
    expect((await failure).error).toMatchObject({ code: 'timeout', detail: '60 s' });
  });

  test('costs a safe request one more try, not three', async () => {
    const server = await serve(silence);
    const { client, clock } = bench();
    const failure = failureOf(client.send(get(server.origin)));
    for (const pause of [60_000, 250, 60_000]) {
      await clock.untilWaiting((ms) => ms === pause).then(() => clock.advance(pause));
    }
    expect((await failure).code).toBe('timeout');
    expect(server.received).toHaveLength(2);
  });

  test("is ended by the caller with the caller's reason", async () => {
    const server = await serve(silence);
    const { client, clock } = bench();
    const stop = new AbortController();
    const answer = client.send(get(server.origin, { signal: stop.signal }));
    await clock.untilWaiting();
    stop.abort(new Error('the person left'));
    await expect(answer).rejects.toThrow('the person left');
    expect(clock.waiting).toEqual([]);
  });

  test('a caller who has left already sends nothing', async () => {
    const server = await serve(json({}));
    await expect(
      bench().client.send(get(server.origin, { signal: AbortSignal.abort(new Error('left')) })),
    ).rejects.toThrow('left');
    expect(server.received).toEqual([]);
  });
});

test('the log names address and outcome, no token, query, header or body', async () => {
  const server = await serve(json({ body: 'CANARY' }), hangUp);
  const { client, logged } = bench();
  const request = { headers: { authorization: 'CANARY' }, retry: 'never' as const };
  await client.send(get(`${server.origin}/Async/Acme/Export/1234567890/Status?key=CANARY`, request));
  await failureOf(
    client.send(get(`${server.origin}/Async/Acme/Export/1234567890/Status?key=CANARY`, request)),
  );
  expect(logged).toHaveLength(2);
  expect(logged.join('\n')).toContain('/Async/Acme/Export/•••/Status');
  expect(logged.join('\n')).not.toMatch(/CANARY|1234567890/);
});
