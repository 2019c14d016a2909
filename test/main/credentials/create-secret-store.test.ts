import { describe, expect, test } from 'vitest';
import { createSecretStore } from '../../../src-main/credentials/create-secret-store.ts';
import { Failure } from '../../../src-main/ports/failure.ts';
import { createFakeKeychain } from '../../support/fake-keychain.ts';

const account = 'c1/secretKey';

describe('with a keychain', () => {
  test('a secret goes to the keychain, comes back and is removed', async () => {
    const keychain = createFakeKeychain();
    const store = createSecretStore({ keychain });
    expect(await store.write(account, 'value')).toBe('keychain');
    expect(keychain.entries.get(account)).toBe('value');
    expect(await store.placeOf(account)).toBe('keychain');
    expect(await createSecretStore({ keychain }).read(account)).toBe('value');
    await store.remove(account);
    expect(await store.placeOf(account)).toBe('missing');
    expect(keychain.entries.has(account)).toBe(false);
  });

  test('asking for its state writes nothing', async () => {
    const keychain = createFakeKeychain();
    expect(await createSecretStore({ keychain }).state()).toBe('available');
    expect(keychain.calls.filter((call) => !call.startsWith('get'))).toEqual([]);
  });

  test.each(['keychain-locked', 'keychain-refused', 'keychain-timeout'] as const)(
    '%s is thrown and never answered by keeping the secret elsewhere',
    async (code) => {
      const keychain = createFakeKeychain();
      const store = createSecretStore({ keychain });
      keychain.trouble = new Failure(code, { action: { kind: 'try-again' } });
      await expect(store.write(account, 'value')).rejects.toMatchObject({
        error: { code, action: { kind: 'try-again' } },
      });
      await expect(store.read(account)).rejects.toMatchObject({ code });
      await expect(store.remove(account)).rejects.toMatchObject({ code });
      expect(await store.placeOf(account)).toBe('unreachable');
      expect(await store.state()).toBe('locked');
      keychain.trouble = null;
      expect(await store.read(account)).toBeNull();
      expect(await store.state()).toBe('available');
    },
  );

  test('a locked keyring that finds nothing is told as locked, not as a missing secret', async () => {
    const keychain = createFakeKeychain({ [account]: 'value' });
    const store = createSecretStore({ keychain });
    keychain.locked = true;
    await expect(store.read(account)).rejects.toMatchObject({ code: 'keychain-locked' });
    expect(await store.placeOf(account)).toBe('unreachable');
    expect(await store.state()).toBe('locked');
    keychain.locked = false;
    expect(await store.read(account)).toBe('value');
    expect(await store.state()).toBe('available');
  });

  test('a locked keyring that says "removed" is not believed', async () => {
    const keychain = createFakeKeychain({ [account]: 'value' });
    const store = createSecretStore({ keychain });
    keychain.locked = true;
    await expect(store.remove(account)).rejects.toMatchObject({ code: 'keychain-locked' });
    expect(keychain.entries.get(account)).toBe('value');
  });

  test('a kept secret is not reported as failed because the mark beside it was refused', async () => {
    const keychain = createFakeKeychain();
    keychain.trouble = (_call, which) => (which === account ? null : new Failure('keychain-refused'));
    const store = createSecretStore({ keychain });
    expect(await store.write(account, 'value')).toBe('keychain');
  });
});

describe('without a keychain', () => {
  const unavailable = () => {
    const keychain = createFakeKeychain();
    keychain.trouble = new Failure('keychain-unavailable');
    return keychain;
  };

  test.each([
    ['there is none', () => null],
    ['it says so itself', unavailable],
  ])('a secret lives for this session: %s', async (_case, make) => {
    const keychain = make();
    const store = createSecretStore({ keychain });
    expect(await store.state()).toBe('unavailable');
    expect(await store.placeOf(account)).toBe('missing');
    expect(await store.write(account, 'value')).toBe('session');
    expect(await store.read(account)).toBe('value');
    expect(await store.placeOf(account)).toBe('session');
    expect(await createSecretStore({ keychain }).read(account)).toBeNull();
    await store.remove(account);
    expect(await store.read(account)).toBeNull();
  });

  test('when a keychain turns up later, what was typed meanwhile goes before what it held', async () => {
    const keychain = createFakeKeychain({ [account]: 'old' });
    keychain.trouble = new Failure('keychain-unavailable');
    const store = createSecretStore({ keychain });
    await store.write(account, 'new');
    keychain.trouble = null;
    expect(await store.read(account)).toBe('new');
    expect(await store.write(account, 'newer')).toBe('keychain');
    expect(await store.placeOf(account)).toBe('keychain');
    expect(await store.read(account)).toBe('newer');
  });
});

describe('length', () => {
  test.each([
    ['1,280 letters', 'a'.repeat(1280), true],
    ['1,281 letters', 'a'.repeat(1281), false],
    ['640 pairs of surrogates', '😀'.repeat(640), true],
    ['853 signs of three bytes in UTF-8', '漢'.repeat(853), true],
    ['854 signs of three bytes in UTF-8', '漢'.repeat(854), false],
  ])('%s', async (_name, value, fits) => {
    for (const keychain of [createFakeKeychain(), null]) {
      const store = createSecretStore({ keychain });
      const written = store.write('c1/password', value);
      if (fits) {
        expect(await written).toBe(keychain === null ? 'session' : 'keychain');
      } else {
        await expect(written).rejects.toMatchObject({
          error: { code: 'secret-too-long', subject: 'password' },
        });
        expect(keychain?.calls ?? []).toEqual([]);
        expect(await store.placeOf('c1/password')).toBe('missing');
      }
    }
  });
});
