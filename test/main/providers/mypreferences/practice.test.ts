import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type PracticeVendors,
  startPracticeVendors,
} from '../../../../src-main/practice/practice-vendors.ts';
import { myPreferencesPresets } from '../../../../src-main/providers/mypreferences/paths.ts';
import type { ProviderClient } from '../../../../src-main/providers/provider.ts';
import { calm } from '../../../support/provider-context.ts';
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts';
import { benchFor, checkOne, configFor, failureOf, pagesOf } from './bench.ts';

let clock: VirtualClock;
let vendors: PracticeVendors;
beforeEach(async () => {
  clock = createVirtualClock();
  vendors = await startPracticeVendors({ clock: clock.now, pace: 1000, rows: { profiles: 25 } });
});
afterEach(() => vendors.stop());

function clientOf(preset: 'v3' | 'v4', behind = 5): ProviderClient {
  const { baseUrls, credentials, origin } = vendors.mypreferences;
  const config = configFor(origin, {
    ...credentials,
    baseUrl: baseUrls[preset],
    preset,
    paths: myPreferencesPresets[preset].paths,
    pageSize: 10,
    authorization: {
      kind: 'pnauthinfo3',
      algorithm: 'SHA512',
      clockBehindSeconds: behind,
      timestamp: 'utc-bare',
    },
  });
  return benchFor(config, { sharedKey: credentials.sharedKey }, { clock }).client;
}

async function collect(client: ProviderClient, reference: string): Promise<readonly string[]> {
  const plan = await pagesOf(client, reference);
  const records: string[] = [];
  for (let offset = 1, more = true; more; ) {
    const page = await plan.page(offset, plan.pageSize, calm());
    expect(page.offset).toBe(offset);
    records.push(...page.records);
    offset += page.count;
    more = page.hasMore;
  }
  return records;
}

describe.each(['v3', 'v4'] as const)('against the practice vendor, by the %s preset', (preset) => {
  test('an export is asked for, awaited, collected text for text, committed and known as committed', async () => {
    const client = clientOf(preset);
    const { reference } = await client.start(
      { provider: 'mypreferences', segmentName: 'Customers EU & UK' },
      calm(),
    );
    expect((await checkOne(client, reference)).state).toEqual({ kind: 'running' });
    expect(await client.acknowledged(reference, { keepFiles: true }, calm())).toBe('no');
    clock.jump(4000);
    const ready = await checkOne(client, reference);
    expect(ready).toMatchObject({ state: { kind: 'ready' }, rows: 25 });
    if (preset === 'v3') expect(ready.state).toHaveProperty('expiresAt', clock.now() + 24 * 3_600_000);

    expect(await collect(client, reference)).toEqual(
      vendors.mypreferences.expectedRecords(reference, preset),
    );
    // keepAlive: what was read once can be read again.
    expect(await collect(client, reference)).toHaveLength(25);

    expect(await client.acknowledged(reference, { keepFiles: true }, calm())).toBe('no');
    expect(await client.acknowledge(reference, { keepFiles: true }, calm())).toEqual({ vendorAnswer: '200' });
    expect(vendors.mypreferences.commits).toMatchObject([{ token: reference, keepFiles: true }]);
    expect(await client.acknowledged(reference, { keepFiles: true }, calm())).toBe('yes');
    expect(await checkOne(client, reference)).toMatchObject({ state: { kind: 'gone' }, acknowledged: true });
    expect((await failureOf(client.acknowledge(reference, { keepFiles: true }, calm()))).code).toBe(
      'not-found',
    );
  });

  test('the last page can be asked for again after its answer was lost', async () => {
    const client = clientOf(preset);
    const reference = vendors.mypreferences.readyReferences.complete;
    vendors.mypreferences.set({ loseLastReply: 2 });
    expect(await collect(client, reference)).toEqual(
      vendors.mypreferences.expectedRecords(reference, preset),
    );
  });

  test('a commit whose answer is lost is settled by the status', async () => {
    const client = clientOf(preset);
    const reference = vendors.mypreferences.readyReferences.complete;
    vendors.mypreferences.set({ loseCommitReply: 1 });
    expect((await failureOf(client.acknowledge(reference, { keepFiles: false }, calm()))).code).toBe(
      'connection-lost',
    );
    expect(vendors.mypreferences.commits).toHaveLength(1);
    expect(await client.acknowledged(reference, { keepFiles: false }, calm())).toBe('yes');
  });

  test('an export that expires between two pages is told as expired', async () => {
    const client = clientOf(preset);
    const reference = vendors.mypreferences.readyReferences.complete;
    const plan = await pagesOf(client, reference);
    await plan.page(1, 10, calm());
    vendors.mypreferences.expire(reference);
    expect((await failureOf(plan.page(11, 10, calm()))).code).toBe('export-expired');
  });

  test('records over several lines come on one line each, otherwise untouched', async () => {
    const client = clientOf(preset);
    const reference = vendors.mypreferences.readyReferences.complete;
    vendors.mypreferences.set({ prettyRecords: true, recordsFirst: true, keyCasing: 'lower' });
    const sent = vendors.mypreferences.expectedRecords(reference, preset);
    expect(await collect(client, reference)).toEqual(sent.map((record) => record.replace(/[\r\n]/g, ' ')));
  });
});

describe('a vendor whose clock differs', () => {
  test.each([3_000, -4_000, 14 * 60_000])(
    'by %i ms is signed in to: requests are dated a little behind',
    async (offset) => {
      vendors.mypreferences.set({ clockOffsetMs: offset });
      // Fourteen minutes and five seconds old is still within the fifteen.
      await expect(clientOf('v4').test(calm())).resolves.toBeUndefined();
    },
  );

  test.each([16 * 60_000, -20_000, -3_600_000])(
    'by %i ms too much is told as a wrong clock',
    async (offset) => {
      vendors.mypreferences.set({ clockOffsetMs: offset });
      expect((await failureOf(clientOf('v4').test(calm()))).code).toBe('clock-wrong');
    },
  );

  test('is met by dating the requests further behind', async () => {
    vendors.mypreferences.set({ clockOffsetMs: -20_000 });
    await expect(clientOf('v4', 60).test(calm())).resolves.toBeUndefined();
  });
});

test('every request is signed for its own time', async () => {
  const client = clientOf('v4');
  const reference = vendors.mypreferences.readyReferences.complete;
  await checkOne(client, reference);
  clock.jump(3_600_000);
  await checkOne(client, reference);
  const signatures = vendors.mypreferences.requests.map((request) => request.headers.authorization);
  expect(new Set(signatures).size).toBe(2);
});

test('a segment that the vendor does not have is not found', async () => {
  const start = clientOf('v4').start({ provider: 'mypreferences', segmentName: 'No/such segment' }, calm());
  expect((await failureOf(start)).error).toMatchObject({ code: 'not-found', subject: 'No/such segment' });
});

test('a wrong client id is told by the test of the connection', async () => {
  const { origin, credentials } = vendors.mypreferences;
  const config = configFor(origin, { clientId: 'OTHER_CORP', userId: credentials.userId });
  const { client } = benchFor(config, { sharedKey: credentials.sharedKey }, { clock });
  expect((await failureOf(client.test(calm()))).error).toMatchObject({
    code: 'not-found',
    subject: 'OTHER_CORP',
  });
});
