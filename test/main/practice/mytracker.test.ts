import { describe, expect, test } from 'vitest';
import { acceptsAuthHmac, authHmacSignature } from '../../../src-main/practice/mytracker/auth-hmac.ts';
import { userErrors } from '../../../src-main/practice/mytracker/knobs.ts';
import { callTracker, getExport, memberOf, type Stage, startStage, textOf } from './vendor-calls.ts';

const createPath = '/api/raw/v1/export/create.json';
const wish = {
  event: 'installs',
  selectors: 'idCountry,tsEvent',
  dateFrom: '2026-01-01',
  dateTo: '2026-01-14',
};

function create(stage: Stage, change: Record<string, string> = {}): Promise<Response> {
  const query = new URLSearchParams({ ...wish, ...change });
  for (const [name, value] of [...query]) if (value === '') query.delete(name);
  return callTracker(stage.mytracker, `${createPath}?${query}`, { method: 'POST' });
}

function cancel(stage: Stage, id: string): Promise<Response> {
  return callTracker(stage.mytracker, `/api/raw/v1/export/cancel.json?idRawExport=${id}`);
}

describe('AuthHMAC', () => {
  const secret = '72d2erEtbynf6f7ZYTsYKnb7';
  const host = 'https://tracker.my.com';
  const query = 'event=installs&selectors=idCountry,tsEvent&dateFrom=2024-01-01&dateTo=2024-01-31';
  const body = 'event=installs&selectors=idCountry%2CtsEvent&dateFrom=2024-01-01&dateTo=2024-01-31';
  const link = '/storage/download/raw/4.payment.26c427ac8680888803ee05e34835b6dd.0.csv.gz';

  test.each([
    ['GET', '/api/raw/v1/export/get.json?idReport=4', '', 'PqrQR8zsgQU9Qcocjp6T6hnjF8Y='],
    ['POST', `${createPath}?${query}`, '', 'w6U4J9sm/Pv/evbqLHel7jwZlDg='],
    ['POST', createPath, body, 'k8RgYlsd3ct5KJIw9jt5lOdEIa4='],
    ['GET', link, '', 'qiipVdcQx10/IaeYTfNYtfKodGo='],
  ])('%s %s has the known signature', (method, path, text, signature) => {
    const parts = { method, url: host + path, body: text };
    expect(authHmacSignature(parts, secret)).toBe(signature);
    const account = { apiUserId: '77658', secretKey: secret };
    expect(acceptsAuthHmac(`AuthHMAC 77658:${signature}`, parts, account)).toBe(true);
    expect(acceptsAuthHmac(`AuthHMAC 77659:${signature}`, parts, account)).toBe(false);
    expect(acceptsAuthHmac(`AuthHMAC 77658:${signature}`, { ...parts, url: `${parts.url}x` }, account)).toBe(
      false,
    );
  });

  test.each(['', 'AuthHMAC 77658:AAAA', 'Basic Zm9vOmJhcg=='])(
    '%o is an Access denied',
    async (Authorization) => {
      const stage = await startStage();
      const response = await callTracker(stage.mytracker, '/api/raw/v1/export/get.json?idRawExport=4', {
        headers: { Authorization },
      });
      expect(response.status).toBe(403);
      expect(await response.text()).toBe('{"code":403,"message":"Access denied","data":null}');
    },
  );
});

describe('create', () => {
  test('takes its parameters in the query or as a signed form', async () => {
    const stage = await startStage();
    const byQuery = await create(stage);
    const form =
      'event=payments&selectors=idCountry%2CtsEvent&idApp[]=1&idApp[]=454&dateFrom=2026-01-01&dateTo=2026-01-14';
    const byForm = await callTracker(stage.mytracker, createPath, {
      method: 'POST',
      body: form,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    const first = await textOf(byQuery.clone(), 'data', 'idRawExport');
    expect(await byQuery.json()).toEqual({
      code: 200,
      message: 'Ok',
      data: { idRawExport: expect.stringMatching(/^\d+$/) },
    });
    expect(await textOf(byForm, 'data', 'idRawExport')).not.toBe(first);
  });

  test('answers GET only when told to', async () => {
    const stage = await startStage();
    const path = `${createPath}?${new URLSearchParams(wish)}`;
    expect((await callTracker(stage.mytracker, path)).status).toBe(405);
    stage.mytracker.set({ createByGet: true });
    expect((await callTracker(stage.mytracker, path)).status).toBe(200);
  });

  test.each<[Record<string, string>, string]>([
    [{ event: '' }, 'Parameter event is required'],
    [{ event: 'birthdays' }, 'Unknown event birthdays'],
    [{ selectors: '' }, 'Parameter selectors is required'],
    [{ selectors: 'idCountry;drop' }, 'Unknown selector idCountry;drop'],
    [{ selector: 'idCountry' }, 'Unknown parameter selector'],
    [{ idApp: '1,two' }, 'Parameter idApp is invalid'],
    [{ isVerified: '1' }, 'Parameter isVerified is not available for event installs'],
    [{ event: 'payments', isVerified: '0,1' }, 'Parameter isVerified is invalid'],
    [{ 'eventName[]': 'a' }, 'Parameter eventName is not available for event installs'],
    [{ idAdMediator: '1' }, 'Parameter idAdMediator is not available for event installs'],
    [{ rooted: 'yes' }, 'Parameter rooted is invalid'],
    [{ event: 'customEvents', eventNameInvert: '2' }, 'Parameter eventNameInvert is invalid'],
    [{ event: 'payments', idSegment: '4' }, 'Parameter idSegment is not available for event payments'],
    [{ dateFrom: '', dateTo: '' }, 'Parameter dateFrom is required'],
    [{ dateTo: '' }, 'Parameter dateTo is invalid'],
    [{ dateFrom: '2026-02-30' }, 'Parameter dateFrom is invalid'],
    [{ dateFrom: '1969-12-31' }, 'Parameter dateFrom is invalid'],
    [{ dateTo: '2026-01-16' }, 'Parameter dateTo is invalid'],
    [{ dateFrom: '2026-01-10', dateTo: '2026-01-09' }, 'Parameter dateTo is invalid'],
    [{ timezone: 'Mars/Olympus' }, 'Parameter timezone is invalid'],
    [{ dateFrom: '', dateTo: '', tsFrom: '1768469401', tsTo: '1768469402' }, 'Parameter tsFrom is invalid'],
    [{ timestampFrom: '1767000000', timestampTo: '1766000000' }, 'Parameter timestampTo is invalid'],
    [
      { availabilityTsFrom: '1767000000', availabilityTsTo: '1768460000' },
      'Parameter availabilityTsTo is invalid',
    ],
  ])('refuses %o', async (change, detail) => {
    const stage = await startStage();
    const response = await create(stage, change);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ code: 400, message: 'Bad Request', data: { error: { detail } } });
  });

  test.each<[Record<string, string>]>([
    [
      {
        event: 'payments',
        isVerified: '1',
        idPurchaseType: '2',
        idAccount: '23',
        SDKKey: '123',
        timezone: 'Asia/Tokyo',
      },
    ],
    [
      {
        event: 'customEvents',
        'eventName[0]': 'level, up',
        eventNameInvert: '1',
        selectors: 'params.name,params.value',
      },
    ],
    [{ dateFrom: '', dateTo: '', tsFrom: '1767000000', tsTo: '1768000000' }],
    [{ dateTo: '2026-01-15', timezone: 'Pacific/Kiritimati' }],
  ])('takes %o', async (change) => {
    expect((await create(await startStage(), change)).status).toBe(200);
  });
});

describe('get', () => {
  test('walks through the percentages to Success!, with strings for ids and times', async () => {
    const stage = await startStage();
    const id = await textOf(await create(stage), 'data', 'idRawExport');
    const seen: unknown[] = [];
    for (let step = 0; step < 4; step += 1) {
      const { status, progress, isCancellable } = await getExport(stage.mytracker, id);
      seen.push([status, progress, isCancellable]);
      stage.pass(1000);
    }
    expect(seen).toEqual([
      ['In progress', '0%', true],
      ['In progress', '31%', true],
      ['In progress', '64%', false],
      ['In progress', '92%', false],
    ]);
    const done = await getExport(stage.mytracker, id);
    expect(done).toEqual({
      idRawExport: id,
      status: 'Success!',
      files: [0, 1].map((part) => ({
        link: expect.stringMatching(
          new RegExp(
            `^${stage.mytracker.origin}/storage/download/raw/${id}\\.installs\\.[0-9a-f]{32}\\.${part}\\.csv\\.gz$`,
          ),
        ),
        timestampExpires: String((stage.now() + 24 * 3_600_000 + part * 3_600_000) / 1000),
      })),
    });
  });

  test('an unknown export is a 404 with the documented body, a missing id a 400', async () => {
    const stage = await startStage();
    const unknown = await callTracker(stage.mytracker, '/api/raw/v1/export/get.json?idRawExport=4');
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toBe(
      '{"code":404,"message":"Not Found","data":{"error":{"detail":"Raw export request not found"}}}',
    );
    expect((await callTracker(stage.mytracker, '/api/raw/v1/export/get.json')).status).toBe(400);
  });

  test('a transient error passes, a permanent one stays', async () => {
    const stage = await startStage({ pace: 0 });
    const transient = stage.mytracker.addExport({ outcome: 'error-transient' });
    const permanent = stage.mytracker.addExport({ state: 'error' });
    const statuses: unknown[] = [];
    for (let poll = 0; poll < 3; poll += 1)
      statuses.push((await getExport(stage.mytracker, transient)).status);
    expect(statuses).toEqual(['Error occurred', 'Error occurred', 'Success!']);
    for (let poll = 0; poll < 4; poll += 1) {
      expect(await getExport(stage.mytracker, permanent)).toEqual({
        idRawExport: permanent,
        status: 'Error occurred',
      });
    }
  });

  test.each(userErrors)('a user error can read %o', async (errorMessage) => {
    const stage = await startStage();
    stage.mytracker.set({ errorMessage });
    const id = stage.mytracker.addExport({ state: 'user-error' });
    expect(await getExport(stage.mytracker, id)).toEqual({
      idRawExport: id,
      status: 'User error occurred',
      errorMessage,
    });
  });

  test('more than a year at once ends as a user error', async () => {
    const stage = await startStage({ pace: 0 });
    const id = await textOf(await create(stage, { dateFrom: '2024-01-01' }), 'data', 'idRawExport');
    expect((await getExport(stage.mytracker, id)).status).toBe('User error occurred');
  });

  test('a status nobody documented can show up', async () => {
    const stage = await startStage();
    stage.mytracker.set({ outcome: 'unknown-status' });
    const id = await textOf(await create(stage), 'data', 'idRawExport');
    expect(await getExport(stage.mytracker, id)).toEqual({ idRawExport: id, status: 'Waiting in queue' });
    stage.pass(4000);
    expect((await getExport(stage.mytracker, id)).status).toBe('Success!');
  });

  test('HTTP may say 200 while the body says otherwise', async () => {
    const stage = await startStage();
    stage.mytracker.set({ http200: true });
    const response = await callTracker(stage.mytracker, '/api/raw/v1/export/get.json?idRawExport=4');
    expect([response.status, await memberOf(response, 'code')]).toEqual([200, 404]);
  });
});

describe('cancel', () => {
  test('ends a running export while it can be cancelled', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport({ state: 'in-progress' });
    const response = await cancel(stage, id);
    expect(await response.json()).toEqual({
      code: 200,
      message: 'Ok',
      data: { idRawExport: id, info: 'Canceled' },
    });
    expect(await getExport(stage.mytracker, id)).toEqual({ idRawExport: id, status: 'Canceled by user' });
    expect((await cancel(stage, id)).status).toBe(400);
  });

  test('is refused in the documented words later on', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport({ state: 'in-progress' });
    const detail = async (): Promise<string> => textOf(await cancel(stage, id), 'data', 'error', 'detail');
    stage.pass(2000);
    expect(await detail()).toBe('This RawExport can not be cancel');
    stage.pass(2000);
    expect(await detail()).toBe("This RawExport can not be cancel (it's completed)");
    expect((await cancel(stage, '4')).status).toBe(404);
  });

  test('can lose the race against completion', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport({ state: 'in-progress' });
    stage.mytracker.set({ cancelRace: true });
    expect((await getExport(stage.mytracker, id)).isCancellable).toBe(true);
    const response = await cancel(stage, id);
    expect(response.status).toBe(400);
    expect(await textOf(response, 'data', 'error', 'detail')).toContain('completed');
    expect((await getExport(stage.mytracker, id)).status).toBe('Success!');
  });
});
