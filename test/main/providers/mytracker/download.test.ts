import { afterEach, describe, expect, test } from 'vitest';
import { authHmac } from '../../../../src-main/providers/mytracker/auth-hmac.ts';
import type { FilePart, PartRequest } from '../../../../src-main/providers/provider.ts';
import type { Scripted, ScriptedServer } from '../../../support/scripted-server.ts';
import { json, reply, startScriptedServer } from '../../../support/scripted-server.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';
import { collect, failureOf } from '../http/http-bench.ts';
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

const start: PartRequest = { from: 0, validator: null };
const farFuture = '99999999999';

async function partsOf(
  links: readonly (string | { link: string; timestampExpires: string })[],
  ...steps: readonly Scripted[]
) {
  const clock = createVirtualClock();
  const files = links.map((link) =>
    typeof link === 'string' ? { link, timestampExpires: farFuture } : link,
  );
  const server = await serve(
    json({ code: 200, message: 'Ok', data: { idRawExport: '4', status: 'Success!', files } }),
    ...steps,
  );
  const plan = await connect(server.origin, { clock: hurried(clock) }).plan('4', signal);
  if (plan.kind !== 'files') throw new Error(plan.kind);
  return { server, clock, parts: plan.parts, first: firstOf(plan.parts) };
}

function firstOf(parts: readonly FilePart[]): FilePart {
  const [first] = parts;
  if (first === undefined) throw new Error('no part');
  return first;
}

describe("a download from the vendor's own host", () => {
  test('is signed as the GET that it is, and asks for a range from the start', async () => {
    const { server, first } = await partsOf(
      ['/storage/download/raw/4.payment.abc.0.csv.gz'],
      reply(206, 'data', {
        'content-range': 'bytes 0-3/4',
        etag: '"v1"',
        'last-modified': 'Thu, 15 Jan 2026 09:00:00 GMT',
      }),
    );
    const answer = await first.open(start, signal);
    expect(answer).toMatchObject({
      status: 206,
      contentLength: 4,
      range: { start: 0, total: 4 },
      etag: '"v1"',
      lastModified: 'Thu, 15 Jan 2026 09:00:00 GMT',
      fileName: null,
      identity: true,
    });
    expect((await collect(answer.body)).toString()).toBe('data');
    const url = `${server.origin}/storage/download/raw/4.payment.abc.0.csv.gz`;
    expect(server.received[1]?.headers).toMatchObject({
      range: 'bytes=0-',
      authorization: authHmac({ method: 'GET', url, body: '' }, { apiUserId: '77658', secretKey }),
    });
    expect(server.received[1]?.headers).not.toHaveProperty('if-range');
  });

  test('goes on from where we are, if the file is still the same', async () => {
    const { server, first } = await partsOf(
      ['/4.0.csv.gz'],
      reply(206, 'ta', { 'content-range': 'bytes 2-3/4' }),
    );
    await first.open({ from: 2, validator: '"v1"' }, signal);
    expect(server.received[1]?.headers).toMatchObject({ range: 'bytes=2-', 'if-range': '"v1"' });
  });

  test.each<[string, Scripted, object]>([
    [
      'a server without ranges',
      reply(200, 'data'),
      { status: 200, contentLength: 4, range: null, etag: null, lastModified: null },
    ],
    ['a weak tag, which proves nothing', reply(200, 'data', { etag: 'W/"v1"' }), { etag: null }],
    [
      'a range of unknown size',
      reply(206, 'ta', { 'content-range': 'bytes 2-3/*' }),
      { range: { start: 2, total: null } },
    ],
    [
      'nothing left',
      reply(416, '', { 'content-range': 'bytes */4' }),
      { status: 416, range: { start: null, total: 4 } },
    ],
    ['a range that is none', reply(206, 'ta', { 'content-range': 'items 1' }), { status: 206, range: null }],
  ])('leaves the judgement to retrieval: %s', async (_name, step, expected) => {
    const { first } = await partsOf(['/4.0.csv.gz'], step);
    expect(await first.open({ from: 2, validator: null }, signal)).toMatchObject(expected);
  });

  test.each<[string, Scripted, object]>([
    [
      '403 without JSON is a dead link',
      reply(403, 'Link has expired'),
      { code: 'link-expired', detail: 'HTTP 403' },
    ],
    ['404 without JSON is a dead link', reply(404), { code: 'link-expired' }],
    [
      '410 is a dead link',
      reply(410, '<html>Gone</html>', { 'content-type': 'text/html' }),
      { code: 'link-expired' },
    ],
    [
      '404 of the API is a dead link',
      json({ code: 404, message: 'Not Found', data: null }, 404),
      { code: 'link-expired', detail: 'Not Found' },
    ],
    [
      '403 "Access denied" of the API is a refused sign-in',
      json({ code: 403, message: 'Access denied', data: null }, 403),
      { code: 'sign-in-refused', detail: 'Access denied' },
    ],
    [
      'the same with HTTP 200',
      json({ code: 403, message: 'Access denied', data: null }),
      { code: 'sign-in-refused' },
    ],
    ['any JSON instead of the file', json({ hello: 'there' }), { code: 'answer-malformed' }],
    [
      '400 of the API',
      json({ code: 400, message: 'Bad Request', data: { error: { detail: 'No' } } }, 400),
      { code: 'request-rejected', detail: 'No' },
    ],
    ['204', reply(204), { code: 'answer-empty' }],
    [
      'a sign-in page of the network',
      reply(200, '<!doctype html>', { 'content-type': 'text/html' }),
      { code: 'not-the-vendor' },
    ],
  ])('%s', async (_name, step, error) => {
    const { first } = await partsOf(['/4.0.csv.gz'], step);
    expect((await failureOf(first.open(start, signal))).error).toMatchObject(error);
  });

  test('a link past its time is told without asking', async () => {
    const { server, clock, first } = await partsOf(
      [{ link: '/4.0.csv.gz', timestampExpires: '1768469460' }, '/4.1.csv.gz'],
      reply(200, 'data'),
    );
    clock.jump(Math.max(0, (first.expiresAt ?? 0) - clock.now()));
    expect((await failureOf(first.open(start, signal))).code).toBe('link-expired');
    expect(server.received).toHaveLength(1);
  });
});

describe('a download from another host', () => {
  test('carries no signature', async () => {
    const storage = await serve(reply(200, 'data'));
    const { first } = await partsOf([`${storage.origin}/rawdata/2022.06.22/11040581.installs.abc.0.csv.gz`]);
    const answer = await first.open(start, signal);
    expect((await collect(answer.body)).toString()).toBe('data');
    expect(storage.received[0]?.headers).not.toHaveProperty('authorization');
    expect(first).toMatchObject({
      key: 'part-0',
      suggestedName: '11040581.installs.abc.0.csv.gz',
      content: 'csv.gz',
    });
  });

  test('the XML of an object store whose link is dead is link-expired', async () => {
    const storage = await serve(
      reply(403, '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', {
        'content-type': 'application/xml',
      }),
    );
    const { first } = await partsOf([`${storage.origin}/a.0.csv.gz`]);
    expect((await failureOf(first.open(start, signal))).code).toBe('link-expired');
  });

  test('a signed download that is sent on elsewhere goes there without the signature', async () => {
    const storage = await serve(reply(200, 'data'));
    const { server, first } = await partsOf(
      ['/a.0.csv.gz'],
      reply(302, '', { location: `${storage.origin}/a` }),
    );
    expect((await collect((await first.open(start, signal)).body)).toString()).toBe('data');
    expect(server.received[1]?.headers).toHaveProperty('authorization');
    expect(storage.received[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('the parts of a plan', () => {
  test('are known by the number in their name, in whatever order they come', async () => {
    const { parts } = await partsOf(['/4.payment.abc.1.csv.gz', '/4.payment.abc.0.csv.gz']);
    expect(parts.map(({ key }) => key)).toEqual(['part-1', 'part-0']);
  });

  test('are known by their place where names have no number, or the same one', async () => {
    const { parts } = await partsOf(['/a.csv.gz', '/b.csv.gz']);
    expect(parts.map(({ key }) => key)).toEqual(['part-0', 'part-1']);
    const twins = await partsOf(['/x.7.csv.gz', '/y.7.csv.gz']);
    expect(twins.parts.map(({ key }) => key)).toEqual(['part-0', 'part-1']);
  });

  test('may be a plain file', async () => {
    const { first } = await partsOf(['/4.installs.0.csv']);
    expect(first).toMatchObject({ content: 'unknown', suggestedName: '4.installs.0.csv' });
  });

  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'http://user:pass@host.invalid/a'])(
    '%s is no link',
    async (link) => {
      await expect(partsOf([link])).rejects.toThrow('answer-malformed');
    },
  );
});
