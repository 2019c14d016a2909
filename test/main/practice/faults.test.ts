import { Agent, request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import { callPreferences, callTracker, connectCrayon, pnHeader, startStage } from './vendor-calls.ts';

describe('an answer in place of the vendor’s', () => {
  test('strikes as often as asked, where asked, and then the vendor answers again', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    const { faults } = stage.mypreferences;
    faults.add({ kind: 'answer', status: 503, times: 2, match: '/Status', retryAfter: { seconds: 7 } });
    expect((await callPreferences(stage, `/Export/Segment/${token}?keepAlive=true`)).status).toBe(200);
    const first = await callPreferences(stage, `/Export/${token}/Status`);
    expect([first.status, first.headers.get('retry-after'), await first.text()]).toEqual([503, '7', '']);
    expect(faults.pending).toBe(1);
    expect((await callPreferences(stage, `/Export/${token}/Status`)).status).toBe(503);
    expect((await callPreferences(stage, `/Export/${token}/Status`)).status).toBe(200);
    expect(faults.pending).toBe(0);
  });

  test('can carry a body and Retry-After as a date', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    const date = stage.now() + 60_000;
    stage.crayon.faults.add({
      kind: 'answer',
      status: 429,
      body: '{"Message":"slow down"}',
      retryAfter: { date },
    });
    const response = await call('/api/v1/exports/');
    expect(response.headers.get('retry-after')).toBe(new Date(date).toUTCString());
    expect(await response.json()).toEqual({ Message: 'slow down' });
  });

  test('waits for its turn, in the order in which faults were added', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    stage.crayon.faults.add({ kind: 'answer', status: 500, skip: 1, match: /exports\/$/ });
    stage.crayon.faults.add({ kind: 'answer', status: 502, skip: 1, times: 2 });
    const seen: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) seen.push((await call('/api/v1/exports/')).status);
    expect(seen).toEqual([200, 500, 502, 502, 200]);
  });

  test('can be taken back', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    const takeBack = stage.crayon.faults.add({
      kind: 'answer',
      status: 500,
      times: Number.POSITIVE_INFINITY,
    });
    expect((await call('/api/v1/exports/')).status).toBe(500);
    takeBack();
    expect((await call('/api/v1/exports/')).status).toBe(200);
  });

  test('can be the page of a network gateway', async () => {
    const stage = await startStage();
    stage.mytracker.faults.add({ kind: 'captive-portal' });
    const response = await callTracker(stage.mytracker, '/api/raw/v1/export/get.json?idRawExport=1');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toContain('Sign in to the network');
  });
});

describe('a broken connection', () => {
  test('refused before the request is served changes nothing; a lost reply has changed everything', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    const id = stage.crayon.addItem();
    const remove = (): Promise<Response> => call(`/api/v1/exports/${id}`, { method: 'DELETE' });
    stage.crayon.faults.add({ kind: 'refuse', match: 'DELETE' });
    await expect(remove()).rejects.toThrow();
    expect(stage.crayon.statusOf(id)).toBe(2);
    stage.crayon.faults.add({ kind: 'lose-reply', match: 'DELETE' });
    await expect(remove()).rejects.toThrow();
    expect(stage.crayon.statusOf(id)).toBe(4);
  });

  test('strikes a new connection, where no client repeats the request by itself', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const { origin, credentials, requests } = stage.mypreferences;
    const call = (method: string, tail: string): Promise<boolean> =>
      new Promise((resolve) => {
        const url = `${origin}/Profiles/v4/Async/${credentials.clientId}/Export${tail}`;
        const headers = { Authorization: pnHeader(stage.mypreferences, stage.now()) };
        const sending = httpRequest(url, { agent, method, headers }, (response) => {
          response.resume().on('close', () => resolve(sending.reusedSocket));
        });
        sending.on('error', () => resolve(sending.reusedSocket)).end();
      });
    await call('GET', `/${token}/Status`);
    expect(await call('GET', `/${token}/Status`)).toBe(true);
    stage.mypreferences.set({ loseCommitReply: 1 });
    await call('GET', `/${token}/Status`);
    expect(await call('POST', `/Segment/Commit/${token}?keepFiles=true`)).toBe(false);
    expect(requests.at(-1)).toMatchObject({ method: 'POST', status: null });
    expect(stage.mypreferences.commits).toHaveLength(1);
    agent.destroy();
  });

  test.each([0, 100])('cut after %i bytes delivers exactly those', async (afterBytes) => {
    const stage = await startStage();
    const id = stage.mytracker.addExport();
    const file = await stage.mytracker.expectedFile(id, 0);
    stage.mytracker.faults.add({ kind: 'cut', afterBytes, match: '/storage/' });
    const response = await callTracker(stage.mytracker, stage.mytracker.links(id)[0] ?? '');
    expect(response.headers.get('content-length')).toBe(String(file.length));
    const received: Uint8Array[] = [];
    const reading = (async () => {
      for await (const piece of response.body ?? []) received.push(piece);
    })();
    await expect(reading).rejects.toThrow();
    expect(Buffer.concat(received).equals(file.subarray(0, afterBytes))).toBe(true);
  });

  test('silence keeps the connection open until the client gives up', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport();
    stage.mytracker.faults.add({ kind: 'stall', afterBytes: 10, match: '/storage/' });
    const giveUp = new AbortController();
    const response = await callTracker(stage.mytracker, stage.mytracker.links(id)[0] ?? '', {
      signal: giveUp.signal,
    });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.length).toBe(10);
    const next = reader?.read();
    giveUp.abort();
    await expect(next).rejects.toThrow();
  });

  test('stop ends a stalled answer at once', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport();
    stage.mytracker.faults.add({ kind: 'stall', match: '/storage/' });
    const response = await callTracker(stage.mytracker, stage.mytracker.links(id)[0] ?? '');
    const reading = response.arrayBuffer();
    const failed = expect(reading).rejects.toThrow();
    await stage.stop();
    await failed;
  });
});

describe('a distorted answer', () => {
  test('arrives slowly, in small pieces, and late', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport();
    const file = await stage.mytracker.expectedFile(id, 0);
    stage.mytracker.faults.add({ kind: 'latency', ms: 30 });
    stage.mytracker.faults.add({ kind: 'slow', chunkBytes: Math.ceil(file.length / 4), delayMs: 10 });
    const began = performance.now();
    const response = await callTracker(stage.mytracker, stage.mytracker.links(id)[0] ?? '');
    expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
    expect(performance.now() - began).toBeGreaterThanOrEqual(55);
  });

  test('lies about its length', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport();
    const [link = ''] = stage.mytracker.links(id);
    const file = await stage.mytracker.expectedFile(id, 0);
    stage.mytracker.faults.add({ kind: 'length', declared: file.length + 5 });
    await expect((await callTracker(stage.mytracker, link)).arrayBuffer()).rejects.toThrow();
    stage.mytracker.faults.add({ kind: 'length', declared: file.length - 5 });
    const short = await (await callTracker(stage.mytracker, link)).arrayBuffer().catch(() => null);
    expect(short === null || short.byteLength === file.length - 5).toBe(true);
  });

  test('comes in chunks, or without any sign of its end', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport();
    const [link = ''] = stage.mytracker.links(id);
    const file = await stage.mytracker.expectedFile(id, 0);
    for (const declared of ['chunked', 'until-close'] as const) {
      stage.mytracker.faults.add({ kind: 'length', declared });
      const response = await callTracker(stage.mytracker, link);
      expect(response.headers.get('content-length')).toBeNull();
      expect(response.headers.get('transfer-encoding')).toBe(declared === 'chunked' ? 'chunked' : null);
      expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
    }
  });

  test('has one wrong byte', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport();
    const file = await stage.mytracker.expectedFile(id, 0);
    stage.mytracker.faults.add({ kind: 'corrupt', at: -6 });
    const bytes = Buffer.from(
      await (await callTracker(stage.mytracker, stage.mytracker.links(id)[0] ?? '')).arrayBuffer(),
    );
    expect(bytes.length).toBe(file.length);
    expect(bytes.findIndex((byte, index) => byte !== file[index])).toBe(file.length - 6);
  });
});

test('a request body beyond a megabyte is not a vendor’s failure but a broken practice', async () => {
  const stage = await startStage();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sending = httpRequest(`${stage.crayon.origin}/api/v1/exports/`, { method: 'POST' }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.on('error', reject);
    sending.end('x'.repeat(1_048_577));
  });
  expect(status).toBe(599);
});

test('requests are kept with what was asked and how it was answered', async () => {
  const stage = await startStage();
  await callPreferences(stage, '/Export/11/Status?x=1');
  expect(stage.mypreferences.requests).toEqual([
    expect.objectContaining({
      at: stage.now(),
      method: 'GET',
      path: '/Profiles/v4/Async/PRACTICE_CORP/Export/11/Status',
      query: { x: '1' },
      headers: expect.objectContaining({ authorization: expect.stringMatching(/^PNAUTHINFO3/) }),
      status: 404,
    }),
  ]);
  stage.mypreferences.forgetRequests();
  expect(stage.mypreferences.requests).toEqual([]);
});
