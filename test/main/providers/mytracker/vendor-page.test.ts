import { afterEach, describe, expect, test } from 'vitest';
import type { Scripted, ScriptedServer } from '../../../support/scripted-server.ts';
import { json, reply, startScriptedServer } from '../../../support/scripted-server.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';
import { failureOf } from '../http/http-bench.ts';
import { connect, hurried, signal } from './tracker-bench.ts';

/** The answers as they stand on the vendor's page of `export/get.json`, to the letter. */
const page = {
  inProgress: `{
"code": 200,
"message": "Ok",
"data": {
"idRawExport": "4",
"status": "In progress",
"progress": "64%",
"isCancellable": false
}
}`,
  error: `{
"code": 200,
"message": "Ok",
"data": {
"idRawExport": "4",
"status": "Error occurred"
}
}`,
  userError: `{
"code": 200,
"message": "Ok",
"data": {
"idRawExport": "4",
"status": "User error occurred",
"errorMessage": "Too many lines in one export"
}
}`,
  cancelled: `{
"code": 200,
"message": "Ok",
"data": {
"idRawExport": "4",
"status": "Canceled by user"
}
}`,
  success: `{
"code": 200,
"message": "Ok",
"data": {
"idRawExport": "4",
"status": "Success!",
"files": [
{
"link": "https://tracker.my.com/storage/download/raw/4.payment.26c427ac8680888803ee05e34835b6dd.0.csv.gz",
"timestampExpires": "1529746957"
},
{
"link": "https://tracker.my.com/storage/download/raw/4.payment.26c427ac8680888803ee05e34835b6dd.1.csv.gz",
"timestampExpires": "1609502400"
}
]
}
}`,
  notFound: `{
"code": 404,
"message": "Not Found",
"data": {
"error": {
"detail": "Raw export request not found"
}
}
}`,
  accessDenied: `{
"code": 403,
"message": "Access denied",
"data": null
}`,
} as const;

const open: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** When the links of the page's example were alive. */
const then = Date.UTC(2018, 5, 22);

async function talk(...steps: readonly Scripted[]) {
  const server = await startScriptedServer(...steps);
  open.push(server);
  const clock = createVirtualClock(then);
  const client = connect(server.origin, { clock: hurried(clock) });
  const check = async () => (await client.check(['4'], signal)).get('4');
  return { server, clock, client, check };
}

/** The vendor's clock agrees with the test's. */
const at = { date: new Date(then).toUTCString() };

describe.each([
  ['HTTP status', (status: number) => status],
  ["only the body's code (HTTP 200)", () => 200],
])('by %s', (_name, httpStatus) => {
  test('"In progress" is running, with its percentage', async () => {
    const { check, server } = await talk(json(page.inProgress, httpStatus(200), at));
    expect(await check()).toEqual({
      reference: '4',
      state: { kind: 'running', percent: 64 },
      vendorStatus: 'In progress',
      vendorStatusUnknown: false,
      rows: null,
      bytes: null,
      files: null,
      cancellable: false,
      details: [],
    });
    expect(server.received[0]).toMatchObject({
      method: 'GET',
      target: '/api/raw/v1/export/get.json?idRawExport=4',
    });
  });

  test('"Error occurred" keeps running for three checks and fails as repeatable with the fourth', async () => {
    const { check } = await talk(json(page.error, httpStatus(200), at));
    const states = [await check(), await check(), await check(), await check()];
    expect(states).toMatchObject([
      { state: { kind: 'running' }, vendorStatus: 'Error occurred', vendorStatusUnknown: false },
      { state: { kind: 'running' } },
      { state: { kind: 'running' } },
      { state: { kind: 'failed', reason: 'Error occurred', repeatable: true } },
    ]);
  });

  test('"Error occurred" that passes is forgotten', async () => {
    const error = json(page.error, httpStatus(200), at);
    const { check } = await talk(error, error, error, json(page.inProgress, httpStatus(200), at), error);
    for (let seen = 0; seen < 4; seen += 1) await check();
    expect(await check()).toMatchObject({ state: { kind: 'running' } });
  });

  test('"User error occurred" fails for good, with the reason under one name for both spellings', async () => {
    const newer = page.userError.replace('Too many lines in one export', 'Too many lines in export');
    const tooMuch = page.userError.replace('Too many lines in one export', 'Too much export data');
    const { check } = await talk(
      ...[page.userError, newer, tooMuch].map((text) => json(text, httpStatus(200), at)),
    );
    expect(await check()).toMatchObject({
      state: { kind: 'failed', reason: 'Too many lines', repeatable: false },
      details: [{ label: 'errorMessage', value: 'Too many lines in one export' }],
    });
    expect(await check()).toMatchObject({ state: { reason: 'Too many lines' } });
    expect(await check()).toMatchObject({ state: { reason: 'Too much export data' } });
  });

  test('"Canceled by user" is cancelled', async () => {
    const { check } = await talk(json(page.cancelled, httpStatus(200), at));
    expect(await check()).toMatchObject({ state: { kind: 'cancelled' }, vendorStatus: 'Canceled by user' });
  });

  test('"Success!" is ready until the first of its files expires', async () => {
    const { check } = await talk(json(page.success, httpStatus(200), at));
    expect(await check()).toMatchObject({
      state: { kind: 'ready', expiresAt: 1_529_746_957_000 },
      files: 2,
      vendorStatus: 'Success!',
    });
  });

  test('"Success!" gives a plan of two parts, each with its expiry', async () => {
    const { client } = await talk(json(page.success, httpStatus(200), at));
    expect(await client.plan('4', signal)).toMatchObject({
      kind: 'files',
      parts: [
        {
          key: 'part-0',
          suggestedName: '4.payment.26c427ac8680888803ee05e34835b6dd.0.csv.gz',
          content: 'csv.gz',
          expiresAt: 1_529_746_957_000,
        },
        {
          key: 'part-1',
          suggestedName: '4.payment.26c427ac8680888803ee05e34835b6dd.1.csv.gz',
          content: 'csv.gz',
          expiresAt: 1_609_502_400_000,
        },
      ],
    });
  });

  test('404 "Raw export request not found" is gone', async () => {
    const { check, client } = await talk(json(page.notFound, httpStatus(404), at));
    expect(await check()).toMatchObject({
      state: { kind: 'gone' },
      vendorStatus: 'Raw export request not found',
    });
    expect((await failureOf(client.plan('4', signal))).code).toBe('export-gone');
  });

  test('403 "Access denied" is a refused sign-in, for all that are left without asking on', async () => {
    const { client, server } = await talk(json(page.accessDenied, httpStatus(403), at));
    const answers = await client.check(['4', '5', '6'], signal);
    for (const reference of ['4', '5', '6']) {
      expect(answers.get(reference)).toMatchObject({
        error: { code: 'sign-in-refused', detail: 'Access denied' },
      });
    }
    expect(server.received).toHaveLength(1);
  });
});

test('an unknown sixth status reads as running and is shown', async () => {
  const { check } = await talk(json(page.error.replace('Error occurred', 'Waiting in queue')));
  expect(await check()).toMatchObject({
    state: { kind: 'running' },
    vendorStatus: 'Waiting in queue',
    vendorStatusUnknown: true,
  });
});

test("links dead by the vendor's clock are an expired export, whatever this computer's clock says", async () => {
  const { check, client } = await talk(json(page.success, 200, { date: 'Mon, 04 Jan 2021 00:00:00 GMT' }));
  expect(await check()).toMatchObject({ state: { kind: 'expired' } });
  expect((await failureOf(client.plan('4', signal))).code).toBe('export-expired');
});

test("this computer's clock being a year ahead does not make links dead", async () => {
  const { clock, check, client } = await talk(json(page.success, 200, at));
  clock.jump(365 * 86_400_000);
  expect(await check()).toMatchObject({
    state: { kind: 'ready', expiresAt: clock.now() + (1_529_746_957_000 - then) },
  });
  expect((await client.plan('4', signal)).kind).toBe('files');
});

test('a plan still offers what lives when one file is dead', async () => {
  const { client } = await talk(json(page.success, 200, { date: 'Tue, 01 Jan 2019 00:00:00 GMT' }));
  const plan = await client.plan('4', signal);
  if (plan.kind !== 'files') throw new Error(plan.kind);
  const [dead] = plan.parts;
  expect((await failureOf(dead?.open({ from: 0, validator: null }, signal) ?? Promise.resolve())).code).toBe(
    'link-expired',
  );
});

test.each([
  [page.inProgress, 'export-not-ready', 'In progress'],
  [page.error, 'export-not-ready', 'Error occurred'],
  [page.userError, 'export-failed', 'Too many lines'],
  [page.cancelled, 'export-failed', 'Canceled by user'],
])('there is no plan for %s', async (text, code, detail) => {
  const { client } = await talk(json(text, 200, at));
  expect((await failureOf(client.plan('4', signal))).error).toMatchObject({ code, detail });
});

test.each<[string, Scripted, string]>([
  ['an answer about another export', json(page.inProgress.replace('"4"', '"5"')), 'answer-malformed'],
  ['no status', json({ code: 200, message: 'Ok', data: { idRawExport: '4' } }), 'answer-malformed'],
  ['no data', json({ code: 200, message: 'Ok' }), 'answer-malformed'],
  ['a list', json('[]'), 'answer-malformed'],
  ['cut JSON', json(page.inProgress.slice(0, 60)), 'answer-malformed'],
  ['nothing', reply(200), 'answer-empty'],
  ['a sign-in page of the network', reply(200, '<html>', { 'content-type': 'text/html' }), 'not-the-vendor'],
  ['a page that says 404', reply(404, '<html>', { 'content-type': 'text/html' }), 'not-the-vendor'],
  ["404 without the vendor's words", json({ code: 404, message: 'Not Found', data: null }, 404), 'not-found'],
  ['404 without a body', reply(404), 'not-found'],
  [
    "400 with the vendor's words",
    json({ code: 400, message: 'Bad Request', data: { error: { detail: 'Nope' } } }, 400),
    'request-rejected',
  ],
  ['500 in the body alone', json({ code: 500, message: 'Internal' }), 'vendor-unavailable'],
  ['a redirect to elsewhere', reply(302, '', { location: 'http://elsewhere.invalid/' }), 'redirect-refused'],
  ['ready without files', json(page.success.replace(/"files": \[[^\]]*\]/, '"files": []')), 'none'],
])('%s', async (_name, step, code) => {
  const { check, client } = await talk(step);
  const answer = await check();
  if (code !== 'none') expect(answer).toMatchObject({ error: { code } });
  else expect((await failureOf(client.plan('4', signal))).code).toBe('answer-empty');
});

test.each(['"soon"', '""', 'null', '0', '{}'])(
  'an expiry of %s is none, and keeps nothing from being collected',
  async (expiry) => {
    const text = page.success.replace('"1529746957"', expiry);
    const { check, client } = await talk(json(text, 200, at));
    expect(await check()).toMatchObject({ state: { kind: 'ready', expiresAt: 1_609_502_400_000 } });
    expect(await client.plan('4', signal)).toMatchObject({
      parts: [{ expiresAt: null }, { expiresAt: 1_609_502_400_000 }],
    });
  },
);

test('a reference that is no number is refused before anything is sent', async () => {
  const { client, server } = await talk(json(page.inProgress));
  const answers = await client.check(['4&idRawExport=5', '4'], signal);
  expect(answers.get('4&idRawExport=5')).toMatchObject({ error: { code: 'reference-invalid' } });
  expect(answers.get('4')).toMatchObject({ state: { kind: 'running' } });
  expect((await failureOf(client.cancel('../x', signal))).code).toBe('reference-invalid');
  expect(server.received).toHaveLength(1);
});

test('progress that is no percentage shows none', async () => {
  const { check } = await talk(
    ...['""', '"soon"', '"250%"', '"7.5 %"', '12'].map((progress) =>
      json(page.inProgress.replace('"64%"', progress)),
    ),
  );
  const seen = [await check(), await check(), await check(), await check(), await check()];
  expect(seen).toMatchObject([
    { state: { kind: 'running' } },
    { state: { kind: 'running' } },
    { state: { percent: 100 } },
    { state: { percent: 7.5 } },
    { state: { percent: 12 } },
  ]);
});
