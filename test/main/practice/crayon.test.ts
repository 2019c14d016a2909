import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { askCrayonToken, connectCrayon, startStage, textOf } from './vendor-calls.ts';

const octets = { headers: { Accept: 'application/octet-stream' } };
const createBody = {
  CustomerAccountId: 4014363,
  TimeRange: { From: '2024-01-01T00:00:00Z', To: '2024-02-01T00:00:00Z' },
  CloudAccountId: null,
  InvoiceProfileId: null,
};

type Call = (path: string, init?: RequestInit) => Promise<Response>;

function create(call: Call, body: unknown = createBody): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return call('/api/v1/exports/generate-license-report/', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

const listSchema = z.object({
  Items: z.array(
    z.object({ Id: z.number(), Status: z.number(), Downloadable: z.boolean(), Attempts: z.number() }),
  ),
});

async function list(call: Call): Promise<z.infer<typeof listSchema>['Items']> {
  return listSchema.parse(await (await call('/api/v1/exports/')).json()).Items;
}

describe('the token', () => {
  test('comes in PascalCase, with and without the final slash', async () => {
    const { crayon } = await startStage();
    const response = await askCrayonToken(crayon, { url: crayon.tokenUrl.replace(/\/$/, '') });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      AccessToken: expect.stringMatching(/^eyJ/),
      IdentityToken: null,
      Error: null,
      ExpiresIn: 3600,
      TokenType: 'Bearer',
      RefreshToken: null,
    });
  });

  test.each([
    ['400', 400],
    ['401', 401],
    ['200-with-error', 200],
  ] as const)('refuses bad credentials as %s', async (badCredentials, status) => {
    const { crayon } = await startStage();
    crayon.set({ badCredentials });
    for (const change of [{ password: 'wrong' }, { username: 'wrong' }, { secret: 'wrong' }]) {
      const response = await askCrayonToken(crayon, change as Record<string, string>);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({
        AccessToken: null,
        Error: expect.stringMatching(/^invalid_/),
      });
    }
    expect(crayon.tokensIssued).toBe(0);
  });

  test.each([{ grant_type: 'client_credentials' }, { scope: 'Everything' }])('refuses %o', async (change) => {
    const { crayon } = await startStage();
    expect((await askCrayonToken(crayon, change as Record<string, string>)).status).toBe(400);
  });

  test('is refused once it has expired or was revoked, or was never given', async () => {
    const stage = await startStage({ expiry: { token: 30_000 } });
    const call = await connectCrayon(stage.crayon);
    expect((await call('/api/v1/exports/')).status).toBe(200);
    stage.pass(30_000);
    expect((await call('/api/v1/exports/')).status).toBe(401);
    const again = await connectCrayon(stage.crayon);
    stage.crayon.revokeTokens();
    expect((await again('/api/v1/exports/')).status).toBe(401);
    expect((await fetch(`${stage.crayon.origin}/api/v1/exports/`)).status).toBe(401);
  });
});

describe('the queue', () => {
  test('lists the newest first in the documented shape, other users’ reports too', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    const range = { from: '2015-01-01T00:00:00Z', to: '2024-05-22T00:00:00Z' };
    const mine = stage.crayon.addItem(range);
    const theirs = stage.crayon.addItem({ requestedBy: 'someone@else.example' });
    expect((await list(call)).map((item) => item.Id)).toEqual([theirs, mine]);
    const reply = z
      .object({ NrOfDays: z.number(), Items: z.array(z.record(z.string(), z.unknown())) })
      .parse(await (await call('/api/v1/exports')).json());
    expect(reply.NrOfDays).toBe(7);
    expect(Object.entries(reply.Items[1] ?? {})).toEqual([
      ['Id', mine],
      ['Status', 2],
      [
        'ActionUrl',
        expect.stringContaining(
          'organizationId=4014363&userId=ab69b121-b662-4388-abbc-1ddd7810605a&from=2015-01-01T00%3a00%3a00.0000000%2b00%3a00',
        ),
      ],
      ['Downloadable', true],
      ['Attempts', 1],
      ['ActionName', 'New Commerce License-based Report@2015.01.01 - 2024.05.22'],
      ['RequestedBy', 'jane.doe@example.com'],
      ['CreatedDate', '2026-01-15T09:30:00.000'],
    ]);
    stage.crayon.set({ otherUsers: false });
    expect((await list(call)).map((item) => item.Id)).toEqual([mine]);
  });

  test('forgets reports older than its window', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    stage.crayon.addItem({ createdAt: stage.now() - 8 * 86_400_000 });
    const recent = stage.crayon.addItem({ createdAt: stage.now() - 6 * 86_400_000 });
    expect((await list(call)).map((item) => item.Id)).toEqual([recent]);
  });

  test('goes from Queued to Processed, and Downloadable lags behind', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    const id = stage.crayon.addItem({ state: 'queued' });
    const seen: unknown[] = [];
    for (let step = 0; step < 3; step += 1) {
      const [item] = await list(call);
      seen.push([
        item?.Status,
        item?.Downloadable,
        (await call(`/api/v1/exports/${id}/download/`, octets)).status,
      ]);
      stage.pass(step === 0 ? 4000 : 1000);
    }
    expect(seen).toEqual([
      [1, false, 404],
      [2, false, 404],
      [2, true, 200],
    ]);
  });

  test('a failing report is tried again before it is Failed', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    stage.crayon.set({ outcome: 'failed' });
    await create(call);
    const seen: unknown[] = [];
    for (let step = 0; step < 5; step += 1) {
      const [item] = await list(call);
      seen.push([item?.Status, item?.Attempts]);
      stage.pass(1000);
    }
    expect(seen).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 3],
      [8, 3],
    ]);
  });

  test('Status can carry more than one flag', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    stage.crayon.addItem();
    stage.crayon.set({ extraStatusBits: 1 });
    expect((await list(call))[0]?.Status).toBe(3);
  });

  test('a processed report whose file is gone is not downloadable', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    const id = stage.crayon.addItem();
    stage.crayon.dropFile(id);
    expect((await list(call))[0]).toMatchObject({ Status: 2, Downloadable: false });
    expect((await call(`/api/v1/exports/${id}/download/`, octets)).status).toBe(404);
  });

  test('there is no call for one item', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    expect((await call(`/api/v1/exports/${stage.crayon.addItem()}`)).status).toBe(405);
  });
});

describe('create', () => {
  test.each(['item', 'id', 'empty'] as const)('can answer with the %s', async (createReply) => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    stage.crayon.set({ createReply });
    const response = await create(call);
    expect(response.status).toBe(200);
    const text = await response.text();
    const [item] = await list(call);
    expect(item?.Status).toBe(1);
    if (createReply === 'item') expect(JSON.parse(text).Id).toBe(item?.Id);
    else expect(text).toBe(createReply === 'id' ? String(item?.Id) : '');
  });

  test.each([
    [{ ...createBody, CustomerAccountId: undefined }, 'CustomerAccountId'],
    [{ ...createBody, CustomerAccountId: '4014363' }, 'CustomerAccountId'],
    [{ ...createBody, CustomerAccountId: 1 }, 'CustomerAccountId'],
    [{ ...createBody, TimeRange: { From: '2024-01-01' } }, 'TimeRange.To'],
    [{ ...createBody, TimeRange: { From: '01/02/2024', To: '2024-02-01' } }, 'TimeRange.From'],
    [{ ...createBody, TimeRange: { From: '2024-03-01', To: '2024-02-01' } }, 'TimeRange'],
    [{ ...createBody, CloudAccountId: 'all' }, 'CloudAccountId'],
  ])('refuses %o and names the member', async (body, member) => {
    const stage = await startStage();
    const response = await create(await connectCrayon(stage.crayon), body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      ErrorCode: 'INVALID_REQUEST',
      Message: 'The request is invalid',
      Parameters: {},
      ObjectErrors: [
        { ErrorCode: 'INVALID_VALUE', Message: `${member} is invalid`, Parameters: { Property: member } },
      ],
    });
  });
});

describe('the file', () => {
  test('is a real workbook in which leading zeros are text and prices numbers', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    stage.crayon.set({ content: 'xlsx' });
    const id = stage.crayon.addItem();
    const response = await call(`/api/v1/exports/${id}/download/`, octets);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="New Commerce .*\.xlsx"$/,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.equals(await stage.crayon.expectedWorkbook(id))).toBe(true);
    const sheet = read(bytes).Sheets['License report'];
    expect(sheet?.B2).toMatchObject({ t: 's', v: '0000001' });
    expect(sheet?.K2).toMatchObject({ t: 'n', w: expect.stringMatching(/\.\d\d$/) });
    const rows = utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1 });
    expect(rows.slice(1)).toEqual(stage.crayon.expectedLines(id));
    expect(rows).toHaveLength(13);
  });

  test('is by default an archive that holds the workbook', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    const id = stage.crayon.addItem();
    const response = await call(`/api/v1/exports/${id}/download/`, octets);
    expect(response.headers.get('content-type')).toBe('application/zip');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(bytes.includes('.xlsx')).toBe(true);
    expect(bytes.includes(await stage.crayon.expectedWorkbook(id))).toBe(true);
  });

  test('comes as JSON with base64 when JSON is accepted', async () => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    const id = stage.crayon.addItem();
    const json = { headers: { Accept: 'application/json' } };
    const reply = await call(`/api/v1/exports/${id}/download/`, json);
    const content = await textOf(reply.clone(), 'FileContent');
    expect(Buffer.from(content, 'base64').equals(await stage.crayon.expectedFile(id))).toBe(true);
    expect(await reply.json()).toEqual({
      FileContent: content,
      FileName: expect.stringMatching(/^New Commerce .*\.zip$/),
      FileContentType: 'application/zip',
    });
    stage.crayon.set({ jsonNames: false, downloadForm: 'json' });
    const nameless = await call(`/api/v1/exports/${id}/download`, octets);
    expect(await nameless.json()).toEqual({ FileContent: content });
    stage.crayon.set({ downloadForm: 'bytes' });
    expect((await call(`/api/v1/exports/${id}/download/`, json)).headers.get('content-type')).toBe(
      'application/zip',
    );
  });

  test.each([
    ['missing', null],
    ['extended', expect.stringContaining("filename*=UTF-8''Lizenz%C3%BCbersicht%20")],
    ['hostile', expect.stringContaining('../../..\\\\CON')],
  ] as const)('its name can be %s', async (disposition, expected) => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    stage.crayon.set({ disposition });
    const response = await call(`/api/v1/exports/${stage.crayon.addItem()}/download/`, octets);
    expect(response.headers.get('content-disposition')).toEqual(expected);
  });
});

describe('delete', () => {
  test.each([
    ['gone', 204],
    ['status-4', 200],
  ] as const)('leaves the item %s; a second one is a 404', async (afterDelete, deleteReply) => {
    const stage = await startStage();
    const call = await connectCrayon(stage.crayon);
    stage.crayon.set({ afterDelete, deleteReply });
    const id = stage.crayon.addItem();
    const remove = (): Promise<Response> => call(`/api/v1/exports/${id}`, { method: 'DELETE' });
    const first = await remove();
    expect([first.status, await first.text()]).toEqual([deleteReply, '']);
    expect((await list(call)).map((item) => item.Status)).toEqual(afterDelete === 'gone' ? [] : [4]);
    expect((await remove()).status).toBe(404);
    expect((await call(`/api/v1/exports/${id}/download/`, octets)).status).toBe(404);
    expect(stage.crayon.deletions).toEqual([id]);
  });
});

test.each([
  ['json', /^\{"ErrorCode":"NOT_FOUND","Message":"Not found","Parameters":\{\},"ObjectErrors":\[\]\}$/],
  ['empty', /^$/],
  ['html', /^<!DOCTYPE html>/],
] as const)('an error can have a body of %s', async (errorBody, form) => {
  const stage = await startStage();
  const call = await connectCrayon(stage.crayon);
  stage.crayon.set({ errorBody });
  const response = await call('/api/v1/exports/1/download/', octets);
  expect(response.status).toBe(404);
  expect(await response.text()).toMatch(form);
});
