import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import { guarded } from '../../../src-main/providers/guarded.ts';
import type { ExportReport, Provider, ProviderClient } from '../../../src-main/providers/provider.ts';
import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import { sampleConnection } from '../../support/sample-job.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const token = '9007199254740993';
const secret = 'pä ss&wörd';
const words = `You sent ${token}, ${secret}, ${encodeURIComponent(secret)} and ${Buffer.from(secret).toString('base64')}.`;
const hidden = 'You sent •••, •••, ••• and •••.';
const refuse = async () => {
  throw new Failure('request-rejected', { subject: 'host', detail: words, action: { kind: 'try-again' } });
};
const report: ExportReport = {
  reference: token,
  state: { kind: 'failed', reason: words, repeatable: true },
  vendorStatus: words,
  vendorStatusUnknown: true,
  rows: null,
  bytes: null,
  files: null,
  cancellable: false,
  details: [{ label: 'Said', value: words }],
  title: words,
};

function clientWith(over: Partial<ProviderClient>, kept: string = secret): ProviderClient {
  const provider: Provider = {
    id: 'mypreferences',
    traits: {
      commitEffect: 'vendor-closes',
      keepsCopyChoice: true,
      canCancel: false,
      listsExports: false,
      referenceIsSecret: true,
      shortestCheckInterval: 1,
    },
    connect: (context) => ({
      async test() {
        await context.secret('password');
      },
      list: refuse,
      check: refuse,
      start: refuse,
      cancel: refuse,
      plan: refuse,
      acknowledge: refuse,
      acknowledged: refuse,
      ...over,
    }),
  };
  return guarded(provider).connect({
    connectionId: 'one',
    config: sampleConnection().config,
    secret: async () => kept,
    fetch,
    clock: createVirtualClock(),
    log: silentLog,
    random: () => 0,
  });
}
const { signal } = new AbortController();
const told = {
  error: { code: 'request-rejected', subject: 'host', detail: hidden, action: { kind: 'try-again' } },
};

describe('a vendor’s words, without the secrets that were used', () => {
  it('in a refusal of any call, whether or not that call sent them', async () => {
    const client = clientWith({});
    await client.test(signal);
    await expect(client.check([token], signal)).rejects.toMatchObject(told);
    await expect(client.list(signal)).rejects.toMatchObject(told);
    await expect(client.plan(token, signal)).rejects.toMatchObject(told);
    await expect(client.cancel(token, signal)).rejects.toMatchObject(told);
    await expect(client.acknowledge(token, { keepFiles: true }, signal)).rejects.toMatchObject(told);
    await expect(client.acknowledged(token, { keepFiles: true }, signal)).rejects.toMatchObject(told);
  });

  it('in a report, whose reference stays what it is', async () => {
    const client = clientWith({ check: async () => new Map<string, ExportReport>([[token, report]]) });
    await client.test(signal);
    expect((await client.check([token], signal)).get(token)).toMatchObject({
      reference: token,
      state: { reason: hidden },
      vendorStatus: hidden,
      details: [{ label: 'Said', value: hidden }],
      title: hidden,
    });
  });

  it('in the error that stands in the place of a report, and in the answer of a commit', async () => {
    const client = clientWith({
      check: async () => new Map([[token, new Failure('not-found', { detail: words })]]),
      acknowledge: async () => ({ vendorAnswer: words }),
    });
    await client.test(signal);
    expect((await client.check([token], signal)).get(token)).toMatchObject({ error: { detail: hidden } });
    expect(await client.acknowledge(token, { keepFiles: true }, signal)).toEqual({ vendorAnswer: hidden });
  });

  it('in what a page and a file answer', async () => {
    const pages = clientWith({
      plan: async () => ({
        kind: 'pages',
        key: 'records',
        suggestedName: 'profiles.ndjson',
        pageSize: 1,
        announcedRows: null,
        page: refuse,
      }),
    });
    await pages.test(signal);
    const plan = await pages.plan(token, signal);
    if (plan.kind !== 'pages') throw new Error(plan.kind);
    await expect(plan.page(1, 1, signal)).rejects.toMatchObject(told);
    const part = {
      key: '1',
      suggestedName: 'a.csv.gz',
      expiresAt: null,
      content: 'unknown',
      expectedBytes: null,
      open: refuse,
    } as const;
    const files = clientWith({ plan: async () => ({ kind: 'files', parts: [part] }) });
    await files.test(signal);
    const other = await files.plan(token, signal);
    if (other.kind !== 'files') throw new Error(other.kind);
    await expect(other.parts[0]?.open({ from: 0, validator: null }, signal)).rejects.toMatchObject(told);
  });

  it('leaves a failure without secrets the same object, and an abort its own reason', async () => {
    const plain = new Failure('not-found', { detail: 'No such export' });
    const aborted = new DOMException('stop', 'AbortError');
    const client = clientWith({
      list: () => Promise.reject(plain),
      acknowledged: () => Promise.reject(aborted),
    });
    await expect(client.list(signal)).rejects.toBe(plain);
    await expect(client.acknowledged(token, { keepFiles: true }, signal)).rejects.toBe(aborted);
  });

  it('leaves ordinary words alone when a secret is as short as one of them', async () => {
    const said = new Failure('not-found', { detail: 'an abc of it' });
    const client = clientWith({ list: () => Promise.reject(said) }, 'abc');
    await client.test(signal);
    await expect(client.list(signal)).rejects.toMatchObject({ error: { detail: 'an abc of it' } });
  });
});

describe('a failure that names a host', () => {
  const { host } = new URL(sampleConnection().config.baseUrl);
  const failing = (subject: string, detail?: string, code: ErrorCode = 'unreachable') =>
    clientWith({
      async list() {
        throw new Failure(code, { subject, ...(detail === undefined ? {} : { detail }) });
      },
    });

  it('names the vendor instead, and keeps its host in the details of a network failure', async () => {
    await expect(failing(host).list(signal)).rejects.toMatchObject({
      error: { code: 'unreachable', subject: 'MyPreferences', detail: host },
    });
    await expect(failing(host, 'HTTP 502').list(signal)).rejects.toMatchObject({
      error: { subject: 'MyPreferences', detail: `${host} · HTTP 502` },
    });
  });

  it('names the vendor alone where it was the vendor that answered', async () => {
    const answered = failing(host, 'HTTP 400', 'request-rejected').list(signal);
    await expect(answered).rejects.toMatchObject({ error: { subject: 'MyPreferences', detail: 'HTTP 400' } });
    const refused: unknown = await failing(host, undefined, 'vendor-unavailable')
      .list(signal)
      .catch((thrown: unknown) => thrown);
    expect(refused instanceof Failure && refused.error).toEqual({
      code: 'vendor-unavailable',
      subject: 'MyPreferences',
    });
  });

  it('offers to open the connection where its details are refused', async () => {
    const client = clientWith({
      async list() {
        throw new Failure('sign-in-refused', { subject: host });
      },
    });
    await expect(client.list(signal)).rejects.toMatchObject({
      error: { subject: 'MyPreferences', action: { kind: 'edit-connection', connectionId: 'one' } },
    });
  });

  it('keeps a host that is not the vendor’s own', async () => {
    await expect(failing('storage.example').list(signal)).rejects.toMatchObject({
      error: { code: 'unreachable', subject: 'storage.example' },
    });
  });
});
