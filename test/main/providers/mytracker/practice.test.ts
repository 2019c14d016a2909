import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Clock } from '../../../../src-main/ports/clock.ts';
import { silentLog } from '../../../../src-main/ports/log.ts';
import type { PracticeVendors } from '../../../../src-main/practice/practice-vendors.ts';
import { startPracticeVendors } from '../../../../src-main/practice/practice-vendors.ts';
import { myTracker } from '../../../../src-main/providers/mytracker/my-tracker.ts';
import type { FilePart, ProviderClient } from '../../../../src-main/providers/provider.ts';
import type { RequestOf } from '../../../../src-preload/contract/requests.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';
import { collect, failureOf } from '../http/http-bench.ts';
import { hurried, signal } from './tracker-bench.ts';

const clock = createVirtualClock();
const start = { from: 0, validator: null };
const installs: RequestOf<'mytracker'> = {
  provider: 'mytracker',
  event: 'installs',
  selectors: ['idCountryTitle', 'tsEvent', 'idDevice'],
  dateFrom: '2026-01-01',
  dateTo: '2026-01-07',
};
let vendors: PracticeVendors;

beforeAll(async () => {
  vendors = await startPracticeVendors({
    clock: clock.now,
    pace: 60_000,
    rows: { rowsPerPart: 200, parts: 3, profiles: 1, licenceLines: 1 },
    preSeed: false,
  });
});
afterAll(() => vendors.stop());
afterEach(async () => {
  vendors.mytracker.resetKnobs();
  vendors.mytracker.faults.clear();
  // The next test has its quotas to itself.
  clock.jump(3_600_000);
  vendors.mytracker.forgetRequests();
});

/** Each test its own limiter: a clock object is an account's world. */
function connect(
  createBy: 'body' | 'query' = 'body',
  secret = vendors.mytracker.credentials.secretKey,
): ProviderClient {
  const world: Clock = hurried(clock);
  return myTracker.connect({
    connectionId: 'c',
    fetch,
    clock: world,
    log: silentLog,
    random: () => 0.5,
    secret: async () => secret,
    config: {
      provider: 'mytracker',
      baseUrl: vendors.mytracker.origin,
      apiUserId: vendors.mytracker.credentials.apiUserId,
      createBy,
    },
  });
}

async function ready(client = connect()): Promise<{
  readonly client: ProviderClient;
  readonly reference: string;
  readonly parts: readonly FilePart[];
}> {
  const { reference } = await client.start(installs, signal);
  vendors.mytracker.finish(reference);
  const plan = await client.plan(reference, signal);
  if (plan.kind !== 'files') throw new Error(plan.kind);
  return { client, reference, parts: plan.parts };
}

async function open(parts: readonly FilePart[], at = 0) {
  const part = parts[at];
  if (part === undefined) throw new Error('no such part');
  return part.open(start, signal);
}

describe('with the practice MyTracker', () => {
  test.each(['body', 'query'] as const)(
    'an export is made (%s), advances, and comes whole',
    async (createBy) => {
      const client = connect(createBy);
      await client.test(signal);
      const { reference } = await client.start(installs, signal);
      const state = async () => (await client.check([reference], signal)).get(reference);
      expect(await state()).toMatchObject({
        state: { kind: 'running', percent: 0 },
        vendorStatus: 'In progress',
      });
      clock.jump(130_000);
      expect(await state()).toMatchObject({ state: { kind: 'running', percent: 64 } });
      clock.jump(120_000);
      expect(await state()).toMatchObject({ state: { kind: 'ready' }, files: 3 });
      const plan = await client.plan(reference, signal);
      if (plan.kind !== 'files') throw new Error(plan.kind);
      expect(plan.parts.map(({ key }) => key)).toEqual(['part-0', 'part-1', 'part-2']);
      for (const [at, part] of plan.parts.entries()) {
        const bytes = await collect((await part.open(start, signal)).body);
        expect(bytes.equals(await vendors.mytracker.expectedFile(reference, at))).toBe(true);
        expect(gunzipSync(bytes).toString().split('\n')[0]).toBe('idCountryTitle,tsEvent,idDevice');
      }
    },
  );

  test('the same with HTTP 200 for everything', async () => {
    vendors.mytracker.set({ http200: true });
    const { client, parts } = await ready();
    expect((await open(parts)).status).toBe(206);
    expect((await client.check(['999'], signal)).get('999')).toMatchObject({ state: { kind: 'gone' } });
    expect((await failureOf(connect('body', 'wrong').test(signal))).code).toBe('sign-in-refused');
  });

  test('a wrong key is refused everywhere', async () => {
    const client = connect('body', 'wrong');
    expect((await failureOf(client.test(signal))).error).toMatchObject({
      code: 'sign-in-refused',
      detail: 'Access denied',
    });
    expect((await failureOf(client.start(installs, signal))).code).toBe('sign-in-refused');
    expect((await failureOf(client.plan('4', signal))).code).toBe('sign-in-refused');
  });

  test('what the vendor refuses comes in its words', async () => {
    const failure = await failureOf(connect().start({ ...installs, eventName: ['x'] }, signal));
    expect(failure.error).toMatchObject({
      code: 'request-rejected',
      detail: 'Parameter eventName is not available for event installs',
    });
  });

  test('event names with commas and signs arrive as they are', async () => {
    for (const createBy of ['body', 'query'] as const) {
      const request: RequestOf<'mytracker'> = {
        ...installs,
        event: 'customEvents',
        eventName: ["Level, (up)! it's *", 'Покупка & more'],
      };
      expect((await connect(createBy).start(request, signal)).reference).toMatch(/^\d+$/);
    }
  });

  test('a passing error keeps running, a lasting one fails as repeatable', async () => {
    const client = connect();
    const seen = async (reference: string) => (await client.check([reference], signal)).get(reference);
    vendors.mytracker.set({ outcome: 'error-transient', transientErrors: 2 });
    const passing = await client.start(installs, signal);
    vendors.mytracker.set({ outcome: 'error-permanent' });
    const lasting = await client.start(installs, signal);
    clock.jump(250_000);
    expect(await seen(passing.reference)).toMatchObject({
      state: { kind: 'running' },
      vendorStatus: 'Error occurred',
    });
    expect(await seen(passing.reference)).toMatchObject({ state: { kind: 'running' } });
    expect(await seen(passing.reference)).toMatchObject({ state: { kind: 'ready' } });
    for (let check = 0; check < 3; check += 1)
      expect(await seen(lasting.reference)).toMatchObject({ state: { kind: 'running' } });
    expect(await seen(lasting.reference)).toMatchObject({ state: { kind: 'failed', repeatable: true } });
  });

  test('cancelling works, loses its race, and is settled after a lost answer', async () => {
    const client = connect();
    const first = await client.start(installs, signal);
    expect(await client.cancel(first.reference, signal)).toMatchObject({ state: { kind: 'cancelled' } });
    const second = await client.start(installs, signal);
    vendors.mytracker.faults.add({ kind: 'lose-reply', match: 'cancel.json' });
    expect(await client.cancel(second.reference, signal)).toMatchObject({ state: { kind: 'cancelled' } });
    const third = await client.start(installs, signal);
    vendors.mytracker.set({ cancelRace: true });
    expect(await client.cancel(third.reference, signal)).toMatchObject({ state: { kind: 'ready' } });
  });

  test.each([403, 404, 410] as const)(
    'a link that died early (%i) is link-expired',
    async (expiredAnswer) => {
      vendors.mytracker.set({ expiredAnswer });
      const { reference, parts } = await ready();
      vendors.mytracker.expireLinks(reference, 1);
      expect((await open(parts, 0)).status).toBe(206);
      expect((await failureOf(open(parts, 1))).code).toBe('link-expired');
    },
  );

  test.each([
    ['links to a storage host', { linkHost: 'other' }],
    ['a redirect to a storage host', { redirectDownload: true }],
  ] as const)('%s gets no signature', async (_name, knobs) => {
    vendors.mytracker.set(knobs);
    const { reference, parts } = await ready();
    const bytes = await collect((await open(parts)).body);
    expect(bytes.equals(await vendors.mytracker.expectedFile(reference, 0))).toBe(true);
  });

  test('the file resumes from any byte', async () => {
    const { reference, parts } = await ready();
    const whole = await vendors.mytracker.expectedFile(reference, 0);
    const { etag } = await open(parts);
    const rest = await parts[0]?.open({ from: 100, validator: etag }, signal);
    expect(rest).toMatchObject({
      status: 206,
      range: { start: 100, total: whole.length },
      contentLength: whole.length - 100,
    });
    const past = await parts[0]?.open({ from: whole.length, validator: etag }, signal);
    expect(past).toMatchObject({ status: 416, range: { start: null, total: whole.length } });
  });

  test.each([
    ['cut', { kind: 'cut', afterBytes: 50 }],
    ['shorter than declared', { kind: 'length', declared: 1_000_000 }],
  ] as const)('a body that is %s throws connection-lost', async (_name, fault) => {
    const { parts } = await ready();
    vendors.mytracker.faults.add({ ...fault, match: '/storage/' });
    expect((await failureOf(open(parts).then(({ body }) => collect(body)))).code).toBe('connection-lost');
  });

  test('a sign-in page of the network in between is not the vendor', async () => {
    const { client, reference, parts } = await ready();
    vendors.mytracker.faults.add({ kind: 'captive-portal', times: 2 });
    expect((await client.check([reference], signal)).get(reference)).toMatchObject({
      error: { code: 'not-the-vendor' },
    });
    expect((await failureOf(open(parts))).code).toBe('not-the-vendor');
  });

  test('polling 30 exports stays inside the quotas of the vendor', async () => {
    const client = connect();
    const references = Array.from({ length: 30 }, () => vendors.mytracker.addExport());
    for (let round = 0; round < 4; round += 1) {
      const reports = await client.check(references, signal);
      expect([...reports.values()].filter((report) => report instanceof Error)).toEqual([]);
    }
    expect(vendors.mytracker.quotas.states('user').some((quota) => quota.exceeded)).toBe(false);
  });
});
