import { afterEach, describe, expect, test } from 'vitest';
import type { Job } from '../../../src-main/jobs/job.ts';
import { Failure } from '../../../src-main/ports/failure.ts';
import type { ConnectionConfig } from '../../../src-preload/contract/connections.ts';
import {
  type ConnectionWorld,
  canary,
  crayon,
  draft,
  oauth,
  openConnectionWorld,
  signed,
  tracker,
} from '../../support/connection-world.ts';
import { sampleConnection, sampleJob } from '../../support/sample-job.ts';

const worlds: ConnectionWorld[] = [];
afterEach(() => {
  for (const each of worlds.splice(0)) each.close();
});
function world(jobs: readonly Job[] = []): ConnectionWorld {
  const opened = openConnectionWorld(jobs);
  worlds.push(opened);
  return opened;
}

describe('saving a new connection', () => {
  test('puts each secret into the keychain and nowhere else, and shows where they are', async () => {
    const { service, keychain, elsewhere, told, changed } = world();
    const view = await service.save(
      draft({ name: 'Licences', config: crayon, secrets: { clientSecret: canary, password: `${canary}-2` } }),
    );
    expect(view.secrets).toEqual([
      { field: 'clientSecret', place: 'keychain' },
      { field: 'password', place: 'keychain' },
    ]);
    expect(keychain.entries.get('id-1/clientSecret')).toBe(canary);
    expect(keychain.entries.get('id-1/password')).toBe(`${canary}-2`);
    expect(elsewhere()).not.toContain(canary);
    expect(JSON.stringify(view)).not.toContain(canary);
    expect(told()).toEqual([['connection-added', 'Licences', 'kim']]);
    expect(changed).toEqual(['id-1']);
  });

  test('takes blanks and line breaks off around a pasted secret, and leaves those inside', async () => {
    const { service, keychain } = world();
    await service.save(draft({ secrets: { secretKey: '\ufeff\r\n  two words\u200b \n' } }));
    expect(keychain.entries.get('id-1/secretKey')).toBe('two words');
  });

  test('keeps no secret that its authorization does not use', async () => {
    const { service, keychain } = world();
    await service.save(draft({ secrets: { secretKey: 'a', password: canary } }));
    expect([...keychain.entries.values()]).not.toContain(canary);
  });

  test.each([
    ['one is not typed', { clientSecret: canary }, 'secret-missing', 'password'],
    ['one is only blanks', { clientSecret: canary, password: ' \n ' }, 'secret-missing', 'password'],
    [
      'one is too long for Windows',
      { clientSecret: canary, password: 'x'.repeat(1281) },
      'secret-too-long',
      'password',
    ],
  ] as const)(
    'is refused by the field’s name when %s; nothing of it stays',
    async (_case, typed, code, subject) => {
      const { service, keychain, roster, told, changed } = world();
      const thrown: unknown = await service
        .save(draft({ config: crayon, secrets: typed }))
        .catch((error: unknown) => error);
      expect(thrown).toMatchObject({ error: { code, subject } });
      expect(JSON.stringify((thrown as Failure).error)).not.toContain(canary);
      expect([...keychain.entries.keys()].filter((account) => account.startsWith('id-'))).toEqual([]);
      expect([roster.list(), told(), changed]).toEqual([[], [], []]);
    },
  );

  test.each(['keychain-locked', 'keychain-timeout', 'keychain-refused'] as const)(
    'when the second secret meets %s the first is taken back, and trying again works',
    async (code) => {
      const { service, keychain, roster } = world();
      const input = draft({ config: crayon, secrets: { clientSecret: canary, password: 'p' } });
      keychain.trouble = (call, account) =>
        call === 'set' && account.endsWith('/password')
          ? new Failure(code, { action: { kind: 'try-again' } })
          : null;
      await expect(service.save(input)).rejects.toMatchObject({
        error: { code, action: { kind: 'try-again' } },
      });
      expect([...keychain.entries.values()]).not.toContain(canary);
      expect(roster.list()).toEqual([]);
      keychain.trouble = null;
      expect((await service.save(input)).secrets.map(({ place }) => place)).toEqual(['keychain', 'keychain']);
    },
  );

  test('a full disk leaves no secret behind', async () => {
    const { service, keychain, file, roster } = world();
    file.refuses = { code: 'ENOSPC' };
    await expect(service.save(draft())).rejects.toMatchObject({ code: 'disk-full' });
    expect([...keychain.entries.values()]).not.toContain(canary);
    expect(roster.list()).toEqual([]);
  });

  test.each([
    ['baseUrl', { ...tracker, baseUrl: 'https://kim:pw@tracker.example' }, { secretKey: 'a' }],
    [
      'tokenUrl',
      { ...oauth, authorization: { ...oauth.authorization, tokenUrl: 'https://kim@sign-in.example/' } },
      { oauthClientSecret: 'a' },
    ],
  ] as const)(
    'an address with a password in it is refused by its field: %s',
    async (subject, config, secrets) => {
      const { service, keychain } = world();
      const saved = service.save(draft({ config: config as ConnectionConfig, secrets }));
      await expect(saved).rejects.toMatchObject({ error: { code: 'connection-invalid', subject } });
      expect(keychain.calls).toEqual([]);
    },
  );

  test('without a keychain the secrets live for this session', async () => {
    const { service, keychain } = world();
    keychain.trouble = new Failure('keychain-unavailable');
    expect((await service.save(draft())).secrets).toEqual([{ field: 'secretKey', place: 'session' }]);
  });
});

describe('changing a connection', () => {
  test('keeps the secrets that were not typed, renames its exports, and makes a new client', async () => {
    const jobs = [
      sampleJob({ connectionId: 'id-1' }),
      sampleJob({ id: 'job-2', connectionId: 'other', connectionName: 'Other' }),
    ];
    const { service, keychain, book, dropped, told } = world(jobs);
    await service.save(draft());
    const view = await service.save(draft({ id: 'id-1', name: 'Games Nordic', secrets: {} }));
    expect(view).toMatchObject({
      id: 'id-1',
      name: 'Games Nordic',
      exports: 1,
      secrets: [{ place: 'keychain' }],
    });
    expect(keychain.entries.get('id-1/secretKey')).toBe(canary);
    expect(book.all().map(({ connectionName }) => connectionName)).toEqual(['Games Nordic', 'Other']);
    expect(dropped).toEqual(['id-1', 'id-1']);
    expect(told()[0]).toEqual(['connection-changed', 'Games Nordic', 'kim']);
  });

  test('when a later secret is refused the old ones are put back', async () => {
    const { service, keychain, roster } = world();
    await service.save(draft({ config: crayon, secrets: { clientSecret: 'old', password: 'old-2' } }));
    keychain.trouble = (call, account) =>
      call === 'set' && account.endsWith('/password') ? new Failure('keychain-refused') : null;
    const changed = draft({
      id: 'id-1',
      name: 'New',
      config: crayon,
      secrets: { clientSecret: 'new', password: 'new-2' },
    });
    await expect(service.save(changed)).rejects.toMatchObject({ code: 'keychain-refused' });
    expect([keychain.entries.get('id-1/clientSecret'), keychain.entries.get('id-1/password')]).toEqual([
      'old',
      'old-2',
    ]);
    expect(roster.get('id-1')?.name).toBe('Games');
  });

  test('another authorization asks for its secret and forgets the old one', async () => {
    const { service, keychain } = world();
    await service.save(draft({ config: signed, secrets: { sharedKey: 'key' } }));
    await expect(service.save(draft({ id: 'id-1', config: oauth, secrets: {} }))).rejects.toMatchObject({
      error: { code: 'secret-missing', subject: 'oauthClientSecret' },
    });
    await service.save(draft({ id: 'id-1', config: oauth, secrets: { oauthClientSecret: 'secret' } }));
    expect(keychain.entries.has('id-1/sharedKey')).toBe(false);
    expect(keychain.entries.get('id-1/oauthClientSecret')).toBe('secret');
  });

  test('to another server asks for the secret anew: a kept one is never sent elsewhere', async () => {
    const { service, roster } = world();
    await service.save(draft());
    const elsewhere = draft({
      id: 'id-1',
      config: { ...tracker, baseUrl: 'https://elsewhere.example' } as ConnectionConfig,
      secrets: {},
    });
    await expect(service.save(elsewhere)).rejects.toMatchObject({
      error: { code: 'secret-missing', subject: 'secretKey', detail: 'address-changed' },
    });
    expect(roster.get('id-1')?.config).toEqual(tracker);
    await expect(service.save({ ...elsewhere, secrets: { secretKey: 'anew' } })).resolves.toMatchObject({
      id: 'id-1',
    });
  });

  test('a name can be changed while the keychain is locked', async () => {
    const { service, keychain } = world();
    await service.save(draft());
    keychain.trouble = new Failure('keychain-locked');
    expect(await service.save(draft({ id: 'id-1', name: 'New', secrets: {} }))).toMatchObject({
      name: 'New',
      secrets: [{ field: 'secretKey', place: 'unreachable' }],
    });
  });

  test('of which the secret is gone asks for it', async () => {
    const { service, keychain } = world();
    await service.save(draft());
    keychain.entries.delete('id-1/secretKey');
    await expect(service.save(draft({ id: 'id-1', secrets: {} }))).rejects.toMatchObject({
      error: { code: 'secret-missing', subject: 'secretKey' },
    });
  });

  test.each([
    ['one that is not there', draft({ id: 'nobody' }), 'connection-not-found'],
    [
      'to another vendor',
      draft({ id: 'id-1', config: crayon, secrets: { clientSecret: 'a', password: 'b' } }),
      'connection-invalid',
    ],
    ['one of the practice vendors', draft({ id: 'practice-mytracker' }), 'connection-invalid'],
  ])('%s is refused', async (_case, input, code) => {
    const { service, roster } = world();
    await service.save(draft());
    roster.setPractice([sampleConnection({ id: 'practice-mytracker', practice: true })]);
    await expect(service.save(input)).rejects.toMatchObject({ code });
  });
});
