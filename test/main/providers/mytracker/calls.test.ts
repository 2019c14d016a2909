import { afterEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../../src-main/ports/failure.ts';
import { authHmac } from '../../../../src-main/providers/mytracker/auth-hmac.ts';
import { myTracker } from '../../../../src-main/providers/mytracker/my-tracker.ts';
import type { RequestOf } from '../../../../src-preload/contract/requests.ts';
import type { Scripted, ScriptedServer } from '../../../support/scripted-server.ts';
import { hangUp, json, reply, startScriptedServer } from '../../../support/scripted-server.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';
import { failureOf } from '../http/http-bench.ts';
import { connect, hurried, secretKey, signal } from './tracker-bench.ts';

const open: ScriptedServer[] = [];
async function serve(...steps: readonly Scripted[]): Promise<ScriptedServer> {
  const server = await startScriptedServer(...steps);
  open.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const account = { apiUserId: '77658', secretKey };
const ok = (data: unknown) => json({ code: 200, message: 'Ok', data });
const bad = (code: number, message: string, detail: string) =>
  json({ code, message, data: { error: { detail } } }, code);
const running = ok({ idRawExport: '4', status: 'In progress', progress: '0%', isCancellable: true });
const done = ok({
  idRawExport: '4',
  status: 'Success!',
  files: [{ link: '/a.0.csv.gz', timestampExpires: '99999999999' }],
});
const created = ok({ idRawExport: '11040581' });
const installs: RequestOf<'mytracker'> = {
  provider: 'mytracker',
  event: 'installs',
  selectors: ['idCountry', 'tsEvent'],
  dateFrom: '2024-01-01',
  dateTo: '2024-01-31',
};

describe('creating an export', () => {
  test('sends the parameters as a signed form', async () => {
    const server = await serve(created);
    expect(await connect(server.origin).start(installs, signal)).toEqual({ reference: '11040581' });
    const body = 'event=installs&selectors=idCountry%2CtsEvent&dateFrom=2024-01-01&dateTo=2024-01-31';
    const url = `${server.origin}/api/raw/v1/export/create.json`;
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      target: '/api/raw/v1/export/create.json',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: authHmac({ method: 'POST', url, body }, account),
      },
    });
  });

  test('or in the query, with an empty body, where the connection says so', async () => {
    const server = await serve(created);
    await connect(server.origin, { createBy: 'query' }).start(installs, signal);
    const [received] = server.received;
    expect(received).toMatchObject({
      method: 'POST',
      body: '',
      target:
        '/api/raw/v1/export/create.json?event=installs&selectors=idCountry%2CtsEvent&dateFrom=2024-01-01&dateTo=2024-01-31',
    });
    const url = `${server.origin}${received?.target}`;
    expect(received?.headers.authorization).toBe(authHmac({ method: 'POST', url, body: '' }, account));
  });

  test('sends every filter that the vendor documents', async () => {
    const server = await serve(created);
    await connect(server.origin).start(
      {
        ...installs,
        event: 'userCustomEvents',
        timezone: 'Europe/Berlin',
        timestampFrom: 1,
        timestampTo: 2,
        availabilityTimestampFrom: 3,
        availabilityTimestampTo: 4,
        idApp: ['1', '454', '23'],
        SDKKey: ['a', 'b'],
        idAccount: ['5'],
        idProject: ['6'],
        idAd: ['7'],
        idCampaign: ['8'],
        idCountry: ['9'],
        idPartner: ['10'],
        idAdMediator: ['11'],
        idSegment: ['12'],
        isVerified: '1',
        idPurchaseType: '2',
        rooted: '0',
        eventName: ['Level, (up)!', 'Покупка'],
        eventNameInvert: true,
      },
      signal,
    );
    const body = server.received[0]?.body ?? '';
    expect([...new URLSearchParams(body)]).toEqual([
      ['event', 'userCustomEvents'],
      ['selectors', 'idCountry,tsEvent'],
      ['idApp', '1,454,23'],
      ['SDKKey', 'a,b'],
      ['idAccount', '5'],
      ['idProject', '6'],
      ['idAd', '7'],
      ['idCampaign', '8'],
      ['idCountry', '9'],
      ['idPartner', '10'],
      ['idAdMediator', '11'],
      ['idSegment', '12'],
      ['eventName[]', 'Level, (up)!'],
      ['eventName[]', 'Покупка'],
      ['eventNameInvert', '1'],
      ['isVerified', '1'],
      ['idPurchaseType', '2'],
      ['rooted', '0'],
      ['dateFrom', '2024-01-01'],
      ['dateTo', '2024-01-31'],
      ['timezone', 'Europe/Berlin'],
      ['tsFrom', '1'],
      ['tsTo', '2'],
      ['availabilityTsFrom', '3'],
      ['availabilityTsTo', '4'],
    ]);
    expect(body).toContain('Level%2C%20%28up%29%21');
  });

  test('what is signed in the query is what goes out, whatever the names hold', async () => {
    const server = await serve(created);
    await connect(server.origin, { createBy: 'query' }).start(
      { ...installs, event: 'customEvents', eventName: ["it's [a] 100% <test>|{ü}"] },
      signal,
    );
    const [received] = server.received;
    const url = `${server.origin}${received?.target}`;
    expect(received?.headers.authorization).toBe(authHmac({ method: 'POST', url, body: '' }, account));
  });

  test.each<[string, Scripted, object]>([
    [
      "bad parameters, in the vendor's words",
      bad(400, 'Bad Request', 'Unknown selector x'),
      { code: 'request-rejected', detail: 'Unknown selector x' },
    ],
    ['a lost answer, which leaves its effect open', hangUp, { code: 'connection-lost' }],
    ['no id', ok({}), { code: 'answer-malformed', detail: 'idRawExport' }],
    ['an id that is none', ok({ idRawExport: '../4' }), { code: 'answer-malformed' }],
    ['a server in trouble', reply(503), { code: 'vendor-unavailable', detail: 'HTTP 503' }],
    [
      'a refused sign-in',
      json({ code: 403, message: 'Access denied', data: null }, 403),
      { code: 'sign-in-refused' },
    ],
  ])('is asked once and answers %s', async (_name, step, error) => {
    const server = await serve(step);
    const failure = await failureOf(connect(server.origin).start(installs, signal));
    expect(failure.error).toMatchObject(error);
    expect(server.received).toHaveLength(1);
  });

  test('takes an id that came as a number', async () => {
    const server = await serve(ok({ idRawExport: 7 }));
    expect(await connect(server.origin).start(installs, signal)).toEqual({ reference: '7' });
  });
});

describe('cancelling', () => {
  const accepted = ok({ idRawExport: '4', info: 'Canceled' });
  const cancelled = ok({ idRawExport: '4', status: 'Canceled by user' });
  const completed = bad(400, 'Bad Request', "This RawExport can not be cancel (it's completed)");
  const refused = bad(400, 'Bad Request', 'This RawExport can not be cancel');

  test('is a signed GET, and answers with the state afterwards', async () => {
    const server = await serve(accepted, cancelled);
    expect(await connect(server.origin).cancel('4', signal)).toMatchObject({ state: { kind: 'cancelled' } });
    expect(server.received.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'GET /api/raw/v1/export/cancel.json?idRawExport=4',
      'GET /api/raw/v1/export/get.json?idRawExport=4',
    ]);
  });

  test('when the vendor was quicker, answers that the export is ready', async () => {
    const server = await serve(completed, done);
    expect(await connect(server.origin).cancel('4', signal)).toMatchObject({ state: { kind: 'ready' } });
  });

  test('what the vendor refuses while at work is cannot-cancel, in its words', async () => {
    const server = await serve(refused, running);
    expect((await failureOf(connect(server.origin).cancel('4', signal))).error).toMatchObject({
      code: 'cannot-cancel',
      detail: 'This RawExport can not be cancel',
    });
  });

  test('twice is no failure', async () => {
    const server = await serve(refused, cancelled);
    expect(await connect(server.origin).cancel('4', signal)).toMatchObject({ state: { kind: 'cancelled' } });
  });

  test('whose answer is lost is settled by the status', async () => {
    const server = await serve(hangUp, cancelled);
    expect(await connect(server.origin).cancel('4', signal)).toMatchObject({ state: { kind: 'cancelled' } });
    const other = await serve(hangUp, running);
    expect((await failureOf(connect(other.origin).cancel('4', signal))).code).toBe('connection-lost');
    expect(other.received.filter(({ target }) => target.includes('cancel.json'))).toHaveLength(1);
  });

  test('an export that the vendor does not know is gone', async () => {
    const server = await serve(bad(404, 'Not Found', 'Raw export request not found'));
    expect(await connect(server.origin).cancel('4', signal)).toMatchObject({ state: { kind: 'gone' } });
  });
});

describe('quotas', () => {
  const quotas = (exceeded: string, seconds: Readonly<Record<string, number>>) => ({
    code: 429,
    message: 'Too Many Requests',
    data: {
      error: {
        info: {
          quotas: [
            {
              name: 'RequestsByUserPerSecond',
              count: 3,
              limit: 10,
              resetTime: 1500000291,
              resetInSecond: seconds.second,
              exceeded: exceeded.includes('s'),
            },
            {
              name: 'RequestsByUserPerMinute',
              count: 127,
              limit: 100,
              resetTime: 1500000320,
              resetInSecond: seconds.minute,
              exceeded: exceeded.includes('m'),
            },
            {
              name: 'RequestsByUserPerHour',
              count: 100,
              limit: 1000,
              resetTime: 1500000800,
              resetInSecond: seconds.hour,
              exceeded: exceeded.includes('h'),
            },
          ],
        },
      },
    },
  });
  const times = { second: 1, minute: 30, hour: 510 };

  test.each([429, 200])(
    'a 429 answer (HTTP %i) says until when: the end of its exceeded interval',
    async (status) => {
      const server = await serve(json(quotas('m', times), status), running);
      const clock = createVirtualClock();
      const client = connect(server.origin, { clock: hurried(clock) });
      expect((await client.check(['4'], signal)).get('4')).toMatchObject({
        error: { code: 'rate-limited', action: { kind: 'wait', until: clock.now() + 30_000 } },
      });
      await clock.advance(30_000);
      expect((await client.check(['4'], signal)).get('4')).toMatchObject({ state: { kind: 'running' } });
      expect(server.received).toHaveLength(2);
    },
  );

  test('the longest exceeded interval counts; a long one is told with its end', async () => {
    const server = await serve(json(quotas('mh', times), 429));
    const clock = createVirtualClock();
    const client = connect(server.origin, { clock: hurried(clock) });
    expect((await failureOf(client.start(installs, signal))).error).toMatchObject({
      code: 'rate-limited',
      action: { kind: 'wait', until: clock.now() + 510_000 },
    });
    const all = await client.check(['4', '5'], signal);
    expect(all.get('5')).toMatchObject({
      error: { code: 'rate-limited', action: { until: clock.now() + 510_000 } },
    });
    expect(server.received).toHaveLength(1);
  });

  test('a 429 that says nothing waits a minute', async () => {
    const server = await serve(json({ code: 429, message: 'Too Many Requests', data: null }, 429), running);
    const clock = createVirtualClock();
    const client = connect(server.origin, { clock: hurried(clock) });
    expect((await client.check(['4'], signal)).get('4')).toMatchObject({
      error: { code: 'rate-limited', action: { kind: 'wait', until: clock.now() + 60_000 } },
    });
    await clock.advance(60_000);
    expect((await client.check(['4'], signal)).get('4')).toMatchObject({ state: { kind: 'running' } });
  });

  test('two exports polled on one account by two connections never exceed 1000 calls an hour, 100 a minute, 10 a second', async () => {
    const clock = createVirtualClock();
    const calls: number[] = [];
    const answering = async () => {
      calls.push(clock.now());
      return Response.json({ code: 200, message: 'Ok', data: { idRawExport: '4', status: 'In progress' } });
    };
    const hours = 3;
    const end = clock.now() + hours * 3_600_000;
    const poll = async () => {
      const client = connect('https://tracker.my.com', { clock, fetch: answering });
      while (clock.now() < end) await client.check(['4'], signal);
    };
    const polling = [poll(), poll()];
    while (clock.now() < end) await clock.advanceToNext();
    while (clock.waiting.length > 0) await clock.advanceToNext();
    await Promise.all(polling);

    const most = (window: number) =>
      Math.max(...calls.map((from) => calls.filter((at) => at >= from && at < from + window).length));
    expect(most(1000)).toBeLessThanOrEqual(10);
    expect(most(60_000)).toBeLessThanOrEqual(100);
    expect(most(3_600_000)).toBeLessThanOrEqual(1000);
    expect(calls.length).toBeGreaterThan(hours * 850);
  });
});

describe('testing a connection', () => {
  test('asks for the quotas, which costs nothing', async () => {
    const server = await serve(ok({ quotas: [] }));
    await connect(server.origin).test(signal);
    expect(server.received.map(({ target }) => target)).toEqual(['/api/open/user/v1/quotas/get.json']);
  });

  test.each([
    ['a page that says 404', reply(404, '<html>Not found</html>', { 'content-type': 'text/html' })],
    ['a JSON 404', json({ code: 404, message: 'Not Found', data: null }, 404)],
    ['a 404 in the body', json({ code: 404, message: 'Not Found', data: null })],
  ])('where there are none (%s), an unknown export proves the sign-in', async (_name, none) => {
    const server = await serve(none, bad(404, 'Not Found', 'Raw export request not found'));
    await connect(server.origin).test(signal);
    expect(server.received[1]?.target).toBe('/api/raw/v1/export/get.json?idRawExport=0');
  });

  test.each<[string, readonly Scripted[], string]>([
    ['a wrong key', [json({ code: 403, message: 'Access denied', data: null }, 403)], 'sign-in-refused'],
    [
      'a wrong key, behind a missing page',
      [reply(404), json({ code: 403, message: 'Access denied', data: null }, 403)],
      'sign-in-refused',
    ],
    [
      'another server',
      [reply(404, '<html>'), reply(404, '<html>', { 'content-type': 'text/html' })],
      'not-the-vendor',
    ],
  ])('fails with %s', async (_name, steps, code) => {
    const server = await serve(...steps);
    expect((await failureOf(connect(server.origin).test(signal))).code).toBe(code);
  });

  test('fails with a secret that can not be read, and sends nothing', async () => {
    const server = await serve(running);
    const client = connect(server.origin, { secret: () => Promise.reject(new Failure('keychain-locked')) });
    expect((await failureOf(client.test(signal))).code).toBe('keychain-locked');
    expect(server.received).toEqual([]);
  });
});

test('there is no list, and a commit is our own sign-off without a call', async () => {
  const server = await serve(running);
  const client = connect(server.origin);
  expect((await failureOf(client.list(signal))).code).toBe('not-offered');
  const choice = { keepFiles: true };
  expect(await client.acknowledge('4', choice, signal)).toEqual({
    vendorAnswer: 'sign-off: the vendor offers no acknowledgement',
  });
  expect(await client.acknowledged('4', choice, signal)).toBe('no');
  expect(myTracker.traits).toMatchObject({
    commitEffect: 'sign-off-only',
    keepsCopyChoice: false,
    canCancel: true,
  });
  expect(server.received).toEqual([]);
});
