import { afterEach, describe, expect, test } from 'vitest';
import type { Job } from '../../../src-main/jobs/job.ts';
import { Failure } from '../../../src-main/ports/failure.ts';
import {
  type ConnectionWorld,
  canary,
  crayon,
  draft,
  openConnectionWorld,
  signed,
} from '../../support/connection-world.ts';
import { sampleConnection, sampleJob } from '../../support/sample-job.ts';
import { settle } from '../../support/virtual-clock.ts';

const worlds: ConnectionWorld[] = [];
afterEach(() => {
  for (const each of worlds.splice(0)) each.close();
});
function world(jobs: readonly Job[] = []): ConnectionWorld {
  const opened = openConnectionWorld(jobs);
  worlds.push(opened);
  return opened;
}

describe('testing a connection', () => {
  test('that works is remembered until it is changed', async () => {
    const { service, clock } = world();
    await service.save(draft());
    const works = { at: clock.now(), outcome: { kind: 'works' } };
    expect(await service.test('id-1')).toEqual(works);
    expect((await service.list())[0]?.lastTest).toEqual(works);
    await service.save(draft({ id: 'id-1', secrets: {} }));
    expect((await service.list())[0]?.lastTest).toBeNull();
  });

  test('that fails says why, and is remembered', async () => {
    const { service, answers } = world();
    await service.save(draft());
    answers.test = () => Promise.reject(new Failure('sign-in-refused', { subject: 'tracker.example' }));
    expect((await service.test('id-1')).outcome).toEqual({
      kind: 'fails',
      error: { code: 'sign-in-refused', subject: 'tracker.example' },
    });
    expect((await service.list())[0]?.lastTest?.outcome.kind).toBe('fails');
  });

  test('that gives no answer in 30 s is told as a timeout, and its call is ended', async () => {
    const { service, answers, clock } = world();
    await service.save(draft());
    let ended: unknown = null;
    answers.test = (signal) =>
      new Promise(() => signal.addEventListener('abort', () => (ended = signal.reason)));
    const test = service.test('id-1');
    await clock.advance(30_000);
    expect((await test).outcome).toEqual({ kind: 'fails', error: { code: 'timeout' } });
    expect(ended).toMatchObject({ code: 'timeout' });
  });

  test('its answer is not put down to what was saved meanwhile', async () => {
    const { service, answers } = world();
    await service.save(draft());
    let answer = () => {};
    answers.test = () => new Promise((resolve) => (answer = resolve));
    const test = service.test('id-1');
    await service.save(draft({ id: 'id-1', secrets: { secretKey: 'new' } }));
    answer();
    expect((await test).outcome.kind).toBe('works');
    expect((await service.list())[0]?.lastTest).toBeNull();
  });

  test('an error of ours shows none of its text', async () => {
    const { service, answers } = world();
    await service.save(draft());
    answers.test = () => Promise.reject(new TypeError(canary));
    expect((await service.test('id-1')).outcome).toEqual({
      kind: 'fails',
      error: { code: 'unexpected', detail: 'TypeError' },
    });
  });

  test('one that is not there is refused', async () => {
    await expect(world().service.test('nobody')).rejects.toMatchObject({ code: 'connection-not-found' });
  });
});

describe('removing a connection', () => {
  test('forgets its secrets and access tokens; its exports stay and say so', async () => {
    const jobs = [
      sampleJob({ connectionId: 'id-1', provider: 'mypreferences' }),
      sampleJob({ id: 'job-2', connectionId: 'other' }),
    ];
    const { service, keychain, secrets, book, roster, told, dropped } = world(jobs);
    await service.save(draft({ config: signed, secrets: { sharedKey: canary } }));
    await secrets.write('id-1/export.job-1', 'token');
    await service.remove('id-1');
    expect([...keychain.entries.keys()].filter((account) => account.startsWith('id-1/'))).toEqual([]);
    expect(roster.list()).toEqual([]);
    expect(book.get('job-1').checkError).toEqual({ code: 'connection-not-found', subject: 'Games' });
    expect(book.get('job-2').checkError).toBeNull();
    expect(told().map(([kind]) => kind)).toEqual(['connection-removed', 'connection-added']);
    expect(dropped).toEqual(['id-1', 'id-1']);
  });

  const attempt = { id: 'a', startedAt: 1, fingerprint: '0'.repeat(64), keepFiles: null, by: 'kim' };
  test.each([
    ['being collected', { retrieval: { kind: 'collecting', parts: [] } }, 'job-busy'],
    ['being verified', { retrieval: { kind: 'verifying' } }, 'job-busy'],
    ['being committed', { commit: { kind: 'committing', attempt } }, 'commit-running'],
    ['not settled', { commit: { kind: 'unknown', attempt } }, 'commit-unknown'],
  ] as const)('is refused while an export is %s, and nothing is touched', async (_case, over, code) => {
    const { service, keychain, roster } = world([sampleJob({ connectionId: 'id-1', ...over })]);
    await service.save(draft());
    await expect(service.remove('id-1')).rejects.toMatchObject({
      error: { code, subject: 'Installs, October' },
    });
    expect(keychain.entries.get('id-1/secretKey')).toBe(canary);
    expect(roster.list()).toHaveLength(1);
  });

  test('is refused when a commit begins while the keychain lets go of the secrets, which are put back', async () => {
    const { service, keychain, roster, book } = world([sampleJob({ connectionId: 'id-1' })]);
    await service.save(draft());
    keychain.trouble = (call) => {
      if (call === 'delete') book.update('job-1', { commit: { kind: 'committing', attempt } });
      return null;
    };
    await expect(service.remove('id-1')).rejects.toMatchObject({ code: 'commit-running' });
    expect(keychain.entries.get('id-1/secretKey')).toBe(canary);
    expect(roster.list()).toHaveLength(1);
  });

  test('when the keychain refuses, all secrets and the connection stay', async () => {
    const { service, keychain, roster } = world();
    await service.save(draft({ config: crayon, secrets: { clientSecret: 'c', password: 'p' } }));
    keychain.trouble = (call, account) =>
      call === 'delete' && account.endsWith('/password') ? new Failure('keychain-refused') : null;
    await expect(service.remove('id-1')).rejects.toMatchObject({ code: 'keychain-refused' });
    expect([keychain.entries.get('id-1/clientSecret'), keychain.entries.get('id-1/password')]).toEqual([
      'c',
      'p',
    ]);
    expect(roster.list()).toHaveLength(1);
  });

  test('a locked keyring keeps the connection rather than leave its secrets behind', async () => {
    const { service, keychain, roster } = world();
    await service.save(draft());
    keychain.locked = true;
    await expect(service.remove('id-1')).rejects.toMatchObject({ code: 'keychain-locked' });
    expect(roster.list()).toHaveLength(1);
  });

  test('a full disk puts the secrets back', async () => {
    const { service, keychain, file } = world();
    await service.save(draft());
    file.refuses = { code: 'ENOSPC' };
    await expect(service.remove('id-1')).rejects.toMatchObject({ code: 'disk-full' });
    expect(keychain.entries.get('id-1/secretKey')).toBe(canary);
  });

  test.each([
    ['nobody', 'connection-not-found'],
    ['practice-mytracker', 'connection-invalid'],
  ])('of %s is refused', async (id, code) => {
    const { service, roster } = world();
    roster.setPractice([sampleConnection({ id: 'practice-mytracker', practice: true })]);
    await expect(service.remove(id)).rejects.toMatchObject({ code });
  });

  test('waits for a save that is under way', async () => {
    const { service, keychain, roster } = world();
    await service.save(draft());
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { set } = keychain;
    keychain.set = async (account, value) => {
      await gate;
      await set(account, value);
    };
    const saving = service.save(draft({ id: 'id-1', secrets: { secretKey: 'late' } }));
    const removing = service.remove('id-1');
    await settle();
    letGo();
    await Promise.all([saving, removing]);
    expect(roster.list()).toEqual([]);
    expect(keychain.entries.has('id-1/secretKey')).toBe(false);
  });
});

describe('while a commit is not settled', () => {
  const attempt = { id: 'a', startedAt: 1, fingerprint: '0'.repeat(64), keepFiles: null, by: 'kim' };
  const unsettled = sampleJob({
    connectionId: 'id-1',
    provider: 'mypreferences',
    commit: { kind: 'unknown', attempt },
  });

  test.each([
    ['another client', { ...signed, clientId: 'OTHER' }],
    ['another host', { ...signed, baseUrl: 'https://other.example/Profiles/v4' }],
  ] as const)(
    'its connection can not be turned to %s, whom the question doesn’t concern',
    async (_, config) => {
      const { service, roster } = world([unsettled]);
      await service.save(draft({ config: signed, secrets: { sharedKey: canary } }));
      await expect(
        service.save(draft({ id: 'id-1', config, secrets: { sharedKey: 'new' } })),
      ).rejects.toMatchObject({ error: { code: 'commit-unknown', action: { kind: 'settle-commit' } } });
      expect(roster.list()[0]?.config).toEqual(signed);
    },
  );

  test('its secrets can be changed: settling then uses the new ones', async () => {
    const { service, keychain } = world([unsettled]);
    await service.save(draft({ config: signed, secrets: { sharedKey: canary } }));
    await service.save(draft({ id: 'id-1', config: signed, secrets: { sharedKey: 'new' } }));
    expect(keychain.entries.get('id-1/sharedKey')).toBe('new');
  });
});
