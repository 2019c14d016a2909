import { describe, expect, test } from 'vitest';
import { calm } from '../../../support/provider-context.ts';
import { json } from '../../../support/scripted-server.ts';
import { failureOf, pagesOf } from './bench.ts';
import { complete, documented, message, serve } from './scripted-vendor.ts';

const page = json({
  Count: 2,
  HasMore: true,
  Limit: 2,
  Offset: 1,
  TotalResults: 5,
  UserProfilePreferences: [{ ProfileId: 1 }, { ProfileId: 2 }],
});

describe('data', () => {
  test('is read with keepAlive=true, limit and a 1-based offset', async () => {
    const { server, client } = await serve(complete, page);
    const plan = await pagesOf(client, '123456');
    expect(plan).toMatchObject({ kind: 'pages', key: 'records', pageSize: 1000, announcedRows: 5 });
    expect(await plan.page(1, 2, calm())).toEqual({
      records: ['{"ProfileId":1}', '{"ProfileId":2}'],
      count: 2,
      hasMore: true,
      offset: 1,
      totalResults: 5,
    });
    expect(server.received[1]?.target).toBe(
      '/Profiles/v4/Async/ACME_CORP/Export/Segment/123456?limit=2&offset=1&keepAlive=true',
    );
  });

  test('keeps the text of every record, from v4 and from v3', async () => {
    const first = '{"ProfileId":9223372036854775807, "Score" : 1.10,"a":"\\u00e9","Zip":"00481"}';
    const { client } = await serve(
      complete,
      json(
        `{"Count":1,"HasMore":false,"Limit":2,"Offset":1,"TotalResults":1,"UserProfilePreferences":[${first}]}`,
      ),
      json(
        `{"preferences":[ {"ProfileId":1E+2}\n,\r\n{"b":-0,\n"c":[1]} ],"count":2,"hasmore":true,"limit":2,"Offset":1}`,
      ),
    );
    const plan = await pagesOf(client, '123456');
    expect((await plan.page(1, 2, calm())).records).toEqual([first]);
    expect(await plan.page(1, 2, calm())).toEqual({
      records: ['{"ProfileId":1E+2}', '{"b":-0, "c":[1]}'],
      count: 2,
      hasMore: true,
      offset: 1,
      totalResults: null,
    });
  });

  test('of a segment of deleted profiles passes as it is', async () => {
    const record = '{"ProfileID":7,"DeletionDate":"2026-01-02","ReasonCode":"03"}';
    const { client } = await serve(
      complete,
      json(`{"Count":1,"HasMore":false,"UserProfilePreferences":[${record}]}`),
    );
    expect((await (await pagesOf(client, '1')).page(1, 9, calm())).records).toEqual([record]);
  });

  test('may be empty', async () => {
    const { client } = await serve(
      complete,
      json({ Count: 0, HasMore: false, Limit: 9, Offset: 1, TotalResults: 0, UserProfilePreferences: [] }),
      json({ Count: 0, HasMore: false, TotalResults: 0, UserProfilePreferences: null }),
    );
    const plan = await pagesOf(client, '1');
    for (let i = 0; i < 2; i += 1)
      expect(await plan.page(1, 9, calm())).toMatchObject({ records: [], count: 0, totalResults: 0 });
  });

  test.each([
    ['an empty body', '', 'answer-empty'],
    ['half a page', '{"Count":1,"HasMore":false,"UserProfilePreferences":[{"a":1}', 'answer-malformed'],
    ['no HasMore', '{"Count":0,"UserProfilePreferences":[]}', 'answer-malformed'],
    ['no records', '{"Count":2,"HasMore":false}', 'answer-malformed'],
    [
      'another count than it says',
      '{"Count":2,"HasMore":false,"UserProfilePreferences":[{"a":1}]}',
      'answer-malformed',
    ],
    [
      'a record that is none',
      '{"Count":1,"HasMore":false,"UserProfilePreferences":[null]}',
      'answer-malformed',
    ],
    [
      'records twice',
      '{"Count":1,"HasMore":false,"Preferences":[{}],"UserProfilePreferences":[{}]}',
      'answer-malformed',
    ],
    [
      'a total that is no number',
      '{"Count":0,"HasMore":false,"TotalResults":"many","Preferences":[]}',
      'answer-malformed',
    ],
  ])('with %s is refused', async (_, body, code) => {
    const { client } = await serve(complete, json(body));
    const plan = await pagesOf(client, '1');
    expect((await failureOf(plan.page(1, 2, calm()))).code).toBe(code);
  });

  test.each([
    [401, 'sign-in-refused', documented[401]],
    [403, 'permission-denied', documented[403]],
    [500, 'vendor-unavailable', 'HTTP 500'],
    [503, 'vendor-unavailable', 'HTTP 503'],
  ] as const)('%i is %s', async (status, code, detail) => {
    const { client } = await serve(complete, message(status));
    const plan = await pagesOf(client, '1');
    expect((await failureOf(plan.page(1, 2, calm()))).error).toMatchObject({ code, detail });
  });

  test.each([
    ['Processing', 'export-not-ready'],
    ['Retrieved', 'export-gone'],
    ['Expired', 'export-expired'],
    ['Error', 'export-failed'],
    ['Failed', 'export-failed'],
  ])('that is refused asks the status: %s means %s', async (word, code) => {
    for (const status of [400, 404] as const) {
      const { client } = await serve(complete, message(status), json({ AccessToken: 1, Status: word }));
      const plan = await pagesOf(client, '1');
      expect((await failureOf(plan.page(1, 2, calm()))).error).toMatchObject({ code, detail: word });
    }
  });

  test('that is refused although the export is complete gives the vendor’s words', async () => {
    const { client } = await serve(complete, message(400), complete);
    const plan = await pagesOf(client, '1');
    expect((await failureOf(plan.page(1, 2, calm()))).error).toMatchObject({
      code: 'request-rejected',
      detail: documented[400],
    });
  });

  test.each([
    ['Processing', 'export-not-ready'],
    ['Retrieved', 'export-gone'],
    ['Expired', 'export-expired'],
    ['Error', 'export-failed'],
    ['Failed', 'export-failed'],
  ])('of an export that is %s is not planned: %s', async (word, code) => {
    const { client } = await serve(json({ AccessToken: 1, Status: word }));
    expect((await failureOf(client.plan('1', calm()))).code).toBe(code);
  });
});
