import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type PracticeVendors,
  startPracticeVendors,
} from '../../../../src-main/practice/practice-vendors.ts';
import { calm } from '../../../support/provider-context.ts';
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts';
import { benchFor, bytesOf, checkOne, configFor, failureOf, fromStart, partOf } from './bench.ts';

let clock: VirtualClock;
let vendors: PracticeVendors;
beforeEach(async () => {
  clock = createVirtualClock();
  vendors = await startPracticeVendors({ clock: clock.now, pace: 1000, rows: { licenceLines: 6 } });
});
afterEach(() => vendors.stop());

function clientOf(downloadAs: 'bytes' | 'json' = 'bytes', wrongPassword?: string) {
  const { origin, credentials } = vendors.crayon;
  const { clientId, clientSecret, username, password } = credentials;
  const config = configFor(origin, { clientId, userName: username, downloadAs });
  return benchFor(config, { clientSecret, password: wrongPassword ?? password }, { clock }).client;
}

const request = () =>
  ({
    provider: 'crayon',
    customerAccountId: vendors.crayon.credentials.customerAccountIds[0],
    from: '2026-01-01T00:00:00Z',
    to: '2026-01-10T00:00:00Z',
  }) as const;
const tokenCalls = () => vendors.crayon.requests.filter(({ path }) => path.includes('/connect/token')).length;

test.each(['item', 'id', 'empty'] as const)(
  'a new report is found when create answers with %s',
  async (createReply) => {
    vendors.crayon.set({ createReply });
    const { reference } = await clientOf().start(request(), calm());
    expect(Number(reference)).toBeGreaterThan(vendors.crayon.readyReferences.queued);
    expect((await checkOne(clientOf(), reference)).state.kind).toBe('queued');
  },
);

test('a report goes from queued by processed, not downloadable yet, to ready', async () => {
  const client = clientOf();
  const { reference } = await client.start(request(), calm());
  const states: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    const { state, vendorStatus } = await checkOne(client, reference);
    states.push(`${vendorStatus} ${state.kind}`);
    clock.jump(1000);
  }
  expect([...new Set(states)]).toEqual(['1 queued', '2 running', '2 ready']);
});

test('a report that fails is told', async () => {
  vendors.crayon.set({ outcome: 'failed' });
  const client = clientOf();
  const { reference } = await client.start(request(), calm());
  clock.jump(5000);
  expect((await checkOne(client, reference)).state).toEqual({
    kind: 'failed',
    reason: 'Failed',
    repeatable: true,
  });
  expect((await failureOf(client.plan(reference, calm()))).code).toBe('export-failed');
});

test('a customer account that the vendor does not have is rejected with its words', async () => {
  const start = clientOf().start({ ...request(), customerAccountId: 1 }, calm());
  expect((await failureOf(start)).error).toMatchObject({
    code: 'request-rejected',
    detail: 'The request is invalid (INVALID_REQUEST); CustomerAccountId is invalid (INVALID_VALUE)',
  });
});

describe('the file', () => {
  test.each([
    ['bytes', 'plain', 'zip', /^New Commerce License-based Report .+\.zip$/],
    ['bytes', 'extended', 'xlsx', /^Lizenzübersicht .+\.xlsx$/],
    ['bytes', 'missing', 'zip', null],
    ['bytes', 'hostile', 'xlsx', /CON/],
    ['json', 'missing', 'xlsx', /\.xlsx$/],
  ] as const)(
    'as %s with the name %s, holding %s, is the vendor’s byte for byte',
    async (downloadAs, disposition, content, name) => {
      vendors.crayon.set({ disposition, content });
      const id = vendors.crayon.readyReferences.processed[0];
      const answer = await (await partOf(clientOf(downloadAs), String(id))).open(fromStart, calm());
      if (name === null) expect(answer.fileName).toBeNull();
      else expect(answer.fileName).toMatch(name);
      expect((await bytesOf(answer)).equals(await vendors.crayon.expectedFile(id))).toBe(true);
    },
  );

  test.each([
    ['json', 'bytes'],
    ['bytes', 'json'],
  ] as const)('asked for as %s and sent as %s is understood', async (asked, sent) => {
    vendors.crayon.set({ downloadForm: sent, jsonNames: false });
    const id = vendors.crayon.readyReferences.processed[0];
    const answer = await (await partOf(clientOf(asked), String(id))).open(fromStart, calm());
    expect((await bytesOf(answer)).equals(await vendors.crayon.expectedFile(id))).toBe(true);
  });

  test.each(['bytes', 'json'] as const)(
    'that is cut on the way, as %s, ends with a failure',
    async (downloadAs) => {
      const id = vendors.crayon.readyReferences.processed[0];
      const part = await partOf(clientOf(downloadAs), String(id));
      vendors.crayon.faults.add({ kind: 'cut', afterBytes: 1500, match: '/download' });
      const reading = part.open(fromStart, calm()).then(bytesOf);
      expect((await failureOf(reading)).code).toBe('connection-lost');
    },
  );

  test('that the vendor dropped is told as expired', async () => {
    const client = clientOf();
    const id = vendors.crayon.readyReferences.processed[1];
    const part = await partOf(client, String(id));
    vendors.crayon.dropFile(id);
    for (const errorBody of ['json', 'empty', 'html'] as const) {
      vendors.crayon.set({ errorBody });
      expect((await failureOf(part.open(fromStart, calm()))).code).toBe('export-expired');
    }
  });
});

describe('the token', () => {
  test.each(['400', '401', '200-with-error'] as const)(
    'that is refused by %s is told',
    async (badCredentials) => {
      vendors.crayon.set({ badCredentials });
      const failure = await failureOf(clientOf('bytes', 'canary-wrong').test(calm()));
      expect(failure.error).toMatchObject({
        code: 'sign-in-refused',
        detail: 'invalid_username_or_password',
      });
    },
  );

  test('is asked for once by all that need it, and again before its end by the clock', async () => {
    const client = clientOf();
    await Promise.all([1, 2, 3, 4].map(() => client.list(calm())));
    expect(tokenCalls()).toBe(1);
    clock.jump(58 * 60_000);
    await client.list(calm());
    expect(tokenCalls()).toBe(1);
    clock.jump(60_000);
    await client.list(calm());
    expect(tokenCalls()).toBe(2);
    expect(vendors.crayon.requests.every(({ status }) => status === 200)).toBe(true);
  });

  test('that the vendor no longer takes is renewed once, for a delete, too', async () => {
    const client = clientOf();
    const id = vendors.crayon.readyReferences.processed[0];
    await client.list(calm());
    vendors.crayon.revokeTokens();
    expect(await client.acknowledge(String(id), { keepFiles: false }, calm())).toEqual({
      vendorAnswer: '204',
    });
    expect(vendors.crayon.deletions).toEqual([id]);
    expect(tokenCalls()).toBe(2);
  });
});

test.each(['gone', 'status-4'] as const)(
  'a deleted report that the list shows as %s is known as deleted',
  async (afterDelete) => {
    vendors.crayon.set({ afterDelete, deleteReply: 200 });
    const client = clientOf();
    const reference = String(vendors.crayon.readyReferences.processed[0]);
    const choice = { keepFiles: false };
    expect(await client.acknowledge(reference, choice, calm())).toEqual({ vendorAnswer: '200' });
    expect(await client.acknowledged(reference, choice, calm())).toBe('yes');
    expect((await checkOne(client, reference)).state.kind).toBe('gone');
    expect((await failureOf(client.acknowledge(reference, choice, calm()))).code).toBe('not-found');
  },
);

test('reports of colleagues are listed with their names', async () => {
  const found = await clientOf().list(calm());
  const names = found.flatMap(({ details }) =>
    details.filter(({ label }) => label === 'RequestedBy').map(({ value }) => value),
  );
  expect(new Set(names)).toEqual(new Set(['jane.doe@example.com', 'pat.colleague@example.com']));
});

test('a status with a flag that no one knows keeps its known meaning', async () => {
  vendors.crayon.set({ extraStatusBits: 16 });
  const report = await checkOne(clientOf(), String(vendors.crayon.readyReferences.processed[0]));
  expect(report).toMatchObject({ state: { kind: 'ready' }, vendorStatus: '18' });
});
