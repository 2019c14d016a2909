import { describe, expect, it } from 'vitest';
import { maskReference } from '../../../src-main/jobs/mask-reference.ts';
import { Failure } from '../../../src-main/ports/failure.ts';
import { jobsHouse } from './support/jobs-house.ts';
import { acme, games, someJob } from './support/some-job.ts';

const secretJob = someJob({ id: 'a' }, acme);

describe('the desk', () => {
  it('keeps one client a connection, until it is dropped', () => {
    const { desk, vendors } = jobsHouse();
    expect(desk.clientFor(games)).toBe(desk.clientFor(games));
    expect(vendors.mytracker.contexts).toHaveLength(1);
    desk.drop('games');
    desk.clientFor(games);
    expect(vendors.mytracker.contexts).toHaveLength(2);
  });

  it('makes the client of the connection as it is saved now, whichever form of it is asked for', () => {
    const { connections, desk, vendors } = jobsHouse();
    const before = desk.clientFor(games);
    const saved = { ...games, name: 'Games, renamed' };
    connections.set('games', saved);
    desk.clientFor(games);
    expect(vendors.mytracker.contexts).toHaveLength(2);
    expect(before).toBeDefined();
    connections.delete('games');
    expect(() => desk.clientFor(games)).toThrow(expect.objectContaining({ code: 'connection-not-found' }));
  });

  it('reads a secret at the moment of use, from the account of the connection and the field', async () => {
    const { desk, secrets, vendors } = jobsHouse();
    desk.clientFor(games);
    expect(secrets.reads).toEqual([]);
    secrets.values.set('games/secretKey', '72d2');
    expect(await vendors.mytracker.contexts[0]?.secret('secretKey')).toBe('72d2');
    expect(secrets.reads).toEqual(['games/secretKey']);
  });

  it('says whose secret is missing, and where to type it', async () => {
    const { desk, vendors } = jobsHouse();
    desk.clientFor(games);
    await expect(vendors.mytracker.contexts[0]?.secret('secretKey')).rejects.toMatchObject({
      error: {
        code: 'secret-missing',
        subject: 'Games',
        action: { kind: 'edit-connection', connectionId: 'games' },
      },
    });
  });

  it('passes on that the keychain is locked', async () => {
    const { desk, secrets, vendors } = jobsHouse();
    desk.clientFor(games);
    secrets.broken = new Failure('keychain-locked');
    await expect(vendors.mytracker.contexts[0]?.secret('secretKey')).rejects.toMatchObject({
      code: 'keychain-locked',
    });
  });

  it("gives a job's client, traits and reference", async () => {
    const { desk } = jobsHouse();
    const { client, reference, traits } = await desk.clientOf(someJob({ reference: '4' }));
    expect([client === desk.clientFor(games), reference, traits.canCancel]).toEqual([true, '4', true]);
  });

  it('refuses a job whose connection was removed, by the name that the job remembers', async () => {
    const { connections, desk } = jobsHouse();
    connections.delete('games');
    await expect(desk.clientOf(someJob())).rejects.toMatchObject({
      error: { code: 'connection-not-found', subject: 'Games' },
    });
  });
});

describe('a reference that is a secret', () => {
  it('lives in the keychain under the connection and the export', async () => {
    const { desk, secrets } = jobsHouse();
    await desk.keepReference(secretJob, '123456');
    expect([...secrets.values]).toEqual([['acme/export.a', '123456']]);
    expect(await desk.referenceOf(secretJob)).toBe('123456');
    await desk.forgetReference(secretJob);
    expect(secrets.values.size).toBe(0);
  });

  it('that is not there is told with the title of the export', async () => {
    await expect(jobsHouse().desk.referenceOf(secretJob)).rejects.toMatchObject({
      error: { code: 'secret-missing', subject: 'Title of a' },
    });
  });

  it('that the keychain refuses is held for this session, and offered to the keychain again', async () => {
    const { desk, secrets } = jobsHouse();
    secrets.broken = new Failure('keychain-timeout');
    await desk.keepReference(secretJob, '123456');
    expect(await desk.referenceOf(secretJob)).toBe('123456');
    expect(secrets.values.size).toBe(0);
    secrets.broken = null;
    expect(await desk.referenceOf(secretJob)).toBe('123456');
    expect(secrets.values.get('acme/export.a')).toBe('123456');
  });
});

it.each([
  ['123456789', '••••6789'],
  ['12345678', '••••5678'],
  ['123456', '••••56'],
  ['1234', '••••34'],
  ['123', '••••'],
])('%s is shown as %s', (reference, shown) => {
  expect(maskReference(reference)).toBe(shown);
});
