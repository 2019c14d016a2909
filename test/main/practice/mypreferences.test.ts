import { describe, expect, test } from 'vitest';
import { roundUp } from '../../../src-main/practice/mypreferences/exports.ts';
import { callPreferences, pnHeader, type Stage, startStage } from './vendor-calls.ts';

async function readPage(
  stage: Stage,
  token: string,
  query: string,
): Promise<{ text: string; page: Record<string, unknown> }> {
  const response = await callPreferences(stage, `/Export/Segment/${token}?${query}`);
  expect(response.status).toBe(200);
  const text = await response.text();
  return { text, page: JSON.parse(text) };
}

async function initiate(stage: Stage, segment: string, body?: unknown): Promise<Response> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  const path = `/Export/Segment/${encodeURIComponent(segment)}`;
  return callPreferences(stage, path, body === undefined ? init : { ...init, body: JSON.stringify(body) });
}

async function statusText(stage: Stage, token: string): Promise<string> {
  return (await callPreferences(stage, `/Export/${token}/Status`)).text();
}

const commitPath = (token: string, keepFiles: string): string =>
  `/Export/Segment/Commit/${token}?keepFiles=${keepFiles}`;

describe('initiate and status', () => {
  test('an export is Processing without counts, then Complete with them', async () => {
    const stage = await startStage();
    const response = await initiate(stage, 'Newsletter opt-ins');
    const text = await response.text();
    const token = /^\{"AccessToken":(\d+)\}$/.exec(text)?.[1] ?? '';
    expect(await statusText(stage, token)).toBe(
      `{"AccessToken":${token},"Status":"Processing","RowCount":null,"ByteCount":null}`,
    );
    stage.pass(4000);
    expect(await statusText(stage, token)).toMatch(/"Status":"Complete","RowCount":25,"ByteCount":\d{4,}\}$/);
  });

  test('some access tokens are integers beyond 2^53, sent as bare digits', async () => {
    const stage = await startStage();
    const tokens = [stage.mypreferences.addExport(), stage.mypreferences.addExport()];
    expect(tokens.some((token) => !Number.isSafeInteger(Number(token)))).toBe(true);
    for (const token of tokens) expect(await statusText(stage, token)).toContain(`{"AccessToken":${token},`);
  });

  test('a wrong segment name is a 404', async () => {
    const stage = await startStage();
    expect((await initiate(stage, 'No such segment')).status).toBe(404);
    expect((await initiate(stage, 'Customers EU & UK')).status).toBe(200);
  });

  test.each([
    [{ MatchCriteria: 'AlternateId', Values: ['A-000001'] }, 400],
    [{ MatchCriteria: 'AlternateId', MatchType: 'Shoe size', Values: ['A-000001'] }, 404],
    [{ MatchCriteria: 'Hair', Values: ['red'] }, 400],
    [{ MatchCriteria: 'EmailAddress' }, 400],
    [{ Values: ['A-000001'] }, 400],
    [{ LastDateTime: 'last week' }, 400],
    [{ Values: 'A-000001', MatchCriteria: 'ProfileId' }, 400],
  ])('the body %o is refused', async (body, status) => {
    const stage = await startStage();
    expect((await initiate(stage, 'Newsletter opt-ins', body)).status).toBe(status);
  });

  test('a filter by alternate ids, or by date, exports only what matches', async () => {
    const stage = await startStage({ pace: 0 });
    const filters = [
      { MatchCriteria: 'AlternateId', MatchType: 'CRM', Values: ['A-000002', 'A-000009', 'A-999999'] },
      { MatchCriteria: 'ProfileID', Values: ['4815162342000000007'] },
      { LastDateTime: '2025-01-01T14:11:00.000' },
    ];
    const counts: number[] = [];
    for (const filter of filters) {
      const token = /\d+/.exec(await (await initiate(stage, 'Newsletter opt-ins', filter)).text())?.[0] ?? '';
      counts.push(stage.mypreferences.expectedRecords(token).length);
    }
    // The profile edited at 14:11:00.003 is the 24th.
    expect(counts).toEqual([2, 1, 2]);
  });

  test('times are rounded up to 3, 7 or the next 10 milliseconds', () => {
    expect([0, 2, 3, 6, 7, 9].map(roundUp)).toEqual([3, 3, 7, 7, 10, 10]);
  });

  test.each(['error', 'failed', 'expired', 'retrieved'] as const)('an export can be %s', async (state) => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport({ state });
    const name = state[0]?.toUpperCase() + state.slice(1);
    expect(JSON.parse(await statusText(stage, token)).Status).toBe(name);
    const data = await callPreferences(stage, `/Export/Segment/${token}?keepAlive=true`);
    expect(data.status).toBe({ error: 400, failed: 403, expired: 404, retrieved: 404 }[state]);
  });

  test('an export not fetched in its lifetime is Expired', async () => {
    const stage = await startStage({ expiry: { export: 60_000 } });
    const token = stage.mypreferences.addExport();
    stage.pass(60_000);
    expect(stage.mypreferences.statusOf(token)).toBe('Expired');
  });
});

describe('data', () => {
  test('records arrive in pages from a 1-based offset, each with its exact text', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    const records = stage.mypreferences.expectedRecords(token);
    const { text, page } = await readPage(stage, token, 'limit=10&offset=11&keepAlive=true');
    expect(page).toMatchObject({ Count: 10, HasMore: true, Limit: 10, Offset: 11, TotalResults: 25 });
    expect(text).toContain(`"UserProfilePreferences":[${records.slice(10, 20).join(',')}]`);
    const last = await readPage(stage, token, 'limit=10&offset=21&keepAlive=true');
    expect(last.page).toMatchObject({ Count: 5, HasMore: false });
    expect((await readPage(stage, token, 'offset=26&keepAlive=true')).page).toMatchObject({
      Count: 0,
      HasMore: false,
    });
  });

  test('the records hold what a careless reader would change', async () => {
    const stage = await startStage();
    const all = stage.mypreferences.expectedRecords(stage.mypreferences.addExport()).join('\n');
    for (const exact of ['4815162342000000001', '"Version":1.10', '\\u00', '"Value":"00', '": ', ' :\t']) {
      expect(all).toContain(exact);
    }
    expect(() => all.split('\n').map((text) => JSON.parse(text))).not.toThrow();
  });

  test.each(['offset=0', 'offset=-1', 'offset=x', 'limit=0', 'keepAlive=yes'])(
    '%s is refused',
    async (query) => {
      const stage = await startStage();
      const token = stage.mypreferences.addExport();
      expect((await callPreferences(stage, `/Export/Segment/${token}?${query}`)).status).toBe(400);
    },
  );

  test('the server may send fewer than asked for', async () => {
    const stage = await startStage();
    stage.mypreferences.set({ maxLimit: 7 });
    const { page } = await readPage(
      stage,
      stage.mypreferences.addExport(),
      'limit=1000&offset=1&keepAlive=true',
    );
    expect(page).toMatchObject({ Count: 7, HasMore: true });
  });

  test('without keepAlive the last block uses the token up', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    await readPage(stage, token, 'limit=20&offset=1');
    expect(stage.mypreferences.statusOf(token)).toBe('Complete');
    await readPage(stage, token, 'limit=20&offset=21');
    expect(stage.mypreferences.statusOf(token)).toBe('Retrieved');
    expect((await callPreferences(stage, `/Export/Segment/${token}?offset=21`)).status).toBe(404);
  });

  test('with keepAlive it can be read again and again', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    const first = await readPage(stage, token, 'keepAlive=true');
    expect((await readPage(stage, token, 'keepAlive=true')).text).toBe(first.text);
    expect(stage.mypreferences.statusOf(token)).toBe('Complete');
  });

  test('a lost last block leaves a token without keepAlive used up', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    stage.mypreferences.set({ loseLastReply: 1 });
    const response = await callPreferences(stage, `/Export/Segment/${token}`);
    await expect(response.text()).rejects.toThrow();
    expect((await callPreferences(stage, `/Export/Segment/${token}`)).status).toBe(404);
  });

  test('data asked for while Processing is refused with a message', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport({ state: 'processing' });
    const response = await callPreferences(stage, `/Export/Segment/${token}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ Message: expect.stringMatching(/^The request was invalid/) });
    expect((await callPreferences(stage, '/Export/Segment/987654321')).status).toBe(404);
    expect((await callPreferences(stage, '/Export/Segment/not-a-number')).status).toBe(400);
  });

  test('pages can drift, repeat, skip and stall on demand', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    const records = stage.mypreferences.expectedRecords(token);
    stage.mypreferences.set({ totalDrift: 2, seamShift: -1 });
    const repeated = await readPage(stage, token, 'limit=10&offset=11&keepAlive=true');
    expect(repeated.page).toMatchObject({ TotalResults: 27 });
    expect(repeated.text).toContain(`[${records[9]},`);
    stage.mypreferences.set({ seamShift: 1 });
    expect((await readPage(stage, token, 'limit=10&offset=11&keepAlive=true')).text).toContain(
      `[${records[11]},`,
    );
    stage.mypreferences.set({ emptyPagesWithMore: 1 });
    expect((await readPage(stage, token, 'keepAlive=true')).page).toMatchObject({ Count: 0, HasMore: true });
    expect((await readPage(stage, token, 'keepAlive=true')).page).toMatchObject({ Count: 25 });
  });

  test('records can span lines and stand before the counts', async () => {
    const stage = await startStage();
    stage.mypreferences.set({ prettyRecords: true, recordsFirst: true, keyCasing: 'lower' });
    const token = stage.mypreferences.addExport();
    const { text } = await readPage(stage, token, 'limit=2&keepAlive=true');
    expect(text.startsWith('{"userprofilepreferences":[{\r\n')).toBe(true);
    expect(text).toContain('"hasmore":true');
    expect(stage.mypreferences.expectedRecords(token)[0]).toContain('\r\n');
  });

  test('deleted profiles carry only an id, a date and a reason', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport({ segment: 'Deleted profiles' });
    const [record = ''] = stage.mypreferences.expectedRecords(token);
    expect(Object.keys(JSON.parse(record))).toEqual(['ProfileID', 'DeletionDate', 'ReasonCode']);
  });
});

describe('commit', () => {
  test.each([true, false])('with keepFiles=%s the token is Retrieved and expired', async (keepFiles) => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    const response = await callPreferences(stage, commitPath(token, String(keepFiles)), { method: 'POST' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(stage.mypreferences.commits).toEqual([{ token, keepFiles, at: stage.now() }]);
    expect(JSON.parse(await statusText(stage, token)).Status).toBe('Retrieved');
    expect((await callPreferences(stage, `/Export/Segment/${token}?keepAlive=true`)).status).toBe(404);
    expect((await callPreferences(stage, commitPath(token, 'true'), { method: 'POST' })).status).toBe(404);
    expect(stage.mypreferences.commits).toHaveLength(1);
  });

  test('it is refused without keepFiles, while Processing, as GET, and for an unknown token', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    const early = stage.mypreferences.addExport({ state: 'processing' });
    const post = { method: 'POST' };
    expect((await callPreferences(stage, `/Export/Segment/Commit/${token}`, post)).status).toBe(400);
    expect((await callPreferences(stage, commitPath(token, 'maybe'), post)).status).toBe(400);
    expect((await callPreferences(stage, commitPath(early, 'true'), post)).status).toBe(400);
    expect((await callPreferences(stage, commitPath(token, 'true'))).status).toBe(405);
    expect((await callPreferences(stage, commitPath('11', 'true'), post)).status).toBe(404);
    expect(stage.mypreferences.commits).toEqual([]);
  });

  test('its answer can be lost after it was carried out', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    stage.mypreferences.set({ loseCommitReply: 1 });
    await expect(callPreferences(stage, commitPath(token, 'false'), { method: 'POST' })).rejects.toThrow();
    expect(stage.mypreferences.statusOf(token)).toBe('Retrieved');
    expect(stage.mypreferences.requests.at(-1)?.status).toBeNull();
  });

  test('the vendor may know nothing of a token after its commit', async () => {
    const stage = await startStage();
    const token = stage.mypreferences.addExport();
    stage.mypreferences.set({ statusAfterCommit: 'not-found' });
    await callPreferences(stage, commitPath(token, 'true'), { method: 'POST' });
    expect((await callPreferences(stage, `/Export/${token}/Status`)).status).toBe(404);
  });
});

describe('version 3', () => {
  test('has its own paths, zero counts while processing, Expires, and flat preferences', async () => {
    const stage = await startStage();
    const vendor = stage.mypreferences;
    const base = `${vendor.baseUrls.v3}/${vendor.credentials.clientId}`;
    const call = (path: string, method = 'GET'): Promise<Response> =>
      fetch(base + path, { method, headers: { Authorization: pnHeader(vendor, stage.now()) } });

    const token =
      /\d+/.exec(await (await call('/export/Segment/Newsletter%20opt-ins', 'POST')).text())?.[0] ?? '';
    expect(await (await call(`/status/Token/${token}`)).text()).toBe(
      `{"AccessToken":${token},"Status":"Processing","RowCount":0,"ByteCount":0,"Expires":""}`,
    );
    stage.pass(4000);
    expect(await (await call(`/status/Token/${token}`)).json()).toMatchObject({
      Status: 'Complete',
      Expires: '2026-01-16T09:30:04',
    });
    const text = await (await call(`/export/Segment/${token}?limit=3&offset=1&keepAlive=true`)).text();
    expect(text).toMatch(
      /^\{"Count":3,"hasmore":true,"limit":3,"Offset":1,"TotalResults":25,"Preferences":\[/,
    );
    expect(text).toContain(vendor.expectedRecords(token, 'v3').slice(0, 3).join(',\n '));
    expect((await call(`/export/Schedule/Commit/${token}?keepFiles=true`, 'POST')).status).toBe(200);
  });

  test('segment groups have their own path in version 4', async () => {
    const stage = await startStage({ pace: 0 });
    const path = '/Export/SegmentGroup/All%20marketing%20segments';
    const started = await callPreferences(stage, path, { method: 'POST' });
    const token = /\d+/.exec(await started.text())?.[0] ?? '';
    expect((await callPreferences(stage, `/Export/SegmentGroup/${token}?keepAlive=true`)).status).toBe(200);
    expect(
      (await callPreferences(stage, `/Export/SegmentGroup/Commit/${token}`, { method: 'POST' })).status,
    ).toBe(200);
  });
});
