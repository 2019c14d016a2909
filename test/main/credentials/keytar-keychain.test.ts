import { expect, test } from 'vitest';
import { type Keytar, openKeytarKeychain } from '../../../src-main/credentials/keytar-keychain.ts';
import { createVirtualClock, settle } from '../../support/virtual-clock.ts';

function scripted(over: Partial<Keytar>): Keytar {
  return {
    getPassword: async () => null,
    setPassword: async () => undefined,
    deletePassword: async () => false,
    ...over,
  };
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

test('entries are kept under the service Docket', async () => {
  const asked: string[] = [];
  const keychain = openKeytarKeychain(createVirtualClock(), async () =>
    scripted({
      getPassword: async (service, account) => {
        asked.push(`${service}:${account}`);
        return 'value';
      },
    }),
  );
  expect(await keychain.get('c1/secretKey')).toBe('value');
  expect(asked).toEqual(['Docket:c1/secretKey']);
});

test('a keychain that does not answer in 15 s is told as such, with "try again"', async () => {
  const clock = createVirtualClock();
  const keychain = openKeytarKeychain(clock, async () => scripted({ getPassword: never }));
  const outcome = keychain.get('c1/secretKey').catch((thrown) => thrown.error);
  await clock.advance(14_999);
  let told = false;
  void outcome.then(() => {
    told = true;
  });
  await settle();
  expect(told).toBe(false);
  await clock.advance(1);
  expect(await outcome).toEqual({ code: 'keychain-timeout', action: { kind: 'try-again' } });
});

test('while one call hangs no other is made, and a call whose time ran out is never made', async () => {
  const clock = createVirtualClock();
  const made: string[] = [];
  let release = (_value: string | null) => {};
  const keychain = openKeytarKeychain(clock, async () =>
    scripted({
      getPassword: (_service, account) => {
        made.push(account);
        return made.length === 1 ? new Promise((resolve) => (release = resolve)) : Promise.resolve('later');
      },
    }),
  );
  const first = keychain.get('first').catch((thrown) => thrown.code);
  const second = keychain.get('second').catch((thrown) => thrown.code);
  await clock.advance(15_000);
  expect([await first, await second]).toEqual(['keychain-timeout', 'keychain-timeout']);
  const third = keychain.get('third');
  await settle();
  expect(made).toEqual(['first']);
  release('slow');
  expect(await third).toBe('later');
  expect(made).toEqual(['first', 'third']);
  expect(clock.waiting).toEqual([]);
});

test('a refused call does not stop the ones behind it', async () => {
  const keychain = openKeytarKeychain(createVirtualClock(), async () =>
    scripted({
      setPassword: () => Promise.reject(new Error('Cannot create an item in a locked collection')),
      getPassword: async () => 'fine',
    }),
  );
  const refused = keychain.set('a', 'v').catch((thrown) => thrown.code);
  expect(await keychain.get('a')).toBe('fine');
  expect(await refused).toBe('keychain-locked');
});

test('without libsecret the keychain is unavailable, and nothing else breaks', async () => {
  let loads = 0;
  const keychain = openKeytarKeychain(createVirtualClock(), () => {
    loads += 1;
    return Promise.reject(new Error('Failed to load keytar native addon, checked [] on linux-x64'));
  });
  await expect(keychain.get('a')).rejects.toMatchObject({ code: 'keychain-unavailable' });
  await expect(keychain.set('a', 'v')).rejects.toMatchObject({ code: 'keychain-unavailable' });
  expect(loads).toBe(1);
});

test('a secret that the system repeats in its error is not in ours', async () => {
  const keychain = openKeytarKeychain(createVirtualClock(), async () =>
    scripted({
      setPassword: (_service, _account, value) => Promise.reject(new Error(`bad value ${value}`)),
    }),
  );
  const failure: unknown = await keychain.set('a', 'canary-123').catch((thrown: unknown) => thrown);
  expect(failure).toMatchObject({ code: 'keychain-refused' });
  expect(JSON.stringify((failure as { error: unknown }).error)).not.toContain('canary-123');
});
