import { describe, expect, test } from 'vitest';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { ProviderId } from '../../../../src-preload/contract/ids.ts';
import { newForm, withValue } from '../../../../src-renderer/features/connections/connection-form.ts';
import type { Problems } from '../../../../src-renderer/features/connections/form-draft.ts';
import { faultsOf } from '../../../../src-renderer/features/connections/test-fault.ts';

const form = (provider: ProviderId) => newForm(provider, 'One', []);
const elsewhere = (provider: ProviderId) => withValue(form(provider), 'baseUrl', 'https://vendor.example');
const refused = (...suspects: NonNullable<DocketError['suspects']>): DocketError => ({
  code: 'sign-in-refused',
  suspects,
});

describe('a failed test marks the box at fault', () => {
  test.each<[string, ProviderId, DocketError, Problems]>([
    ['the client secret', 'crayon', refused('clientId', 'clientSecret'), { clientSecret: 'not-accepted' }],
    ['the password', 'crayon', refused('userName', 'password'), { password: 'not-accepted' }],
    ['the shared key', 'mypreferences', refused('userId', 'sharedKey'), { sharedKey: 'not-accepted' }],
    [
      'an account that is not known',
      'mypreferences',
      { code: 'not-found', suspects: ['clientId', 'baseUrl'] },
      { clientId: 'not-known' },
    ],
    [
      'a secret that is missing',
      'crayon',
      { code: 'secret-missing', subject: 'password' },
      { password: 'missing' },
    ],
  ])('%s', (_, provider, error, problems) => {
    expect(faultsOf(error, form(provider), 'all')).toEqual(problems);
  });

  test('the sign-in address, where it has one of its own', () => {
    const oauth = withValue(form('mypreferences'), 'authorization', 'oauth2');
    const error: DocketError = { code: 'unreachable', suspects: ['tokenUrl'] };
    expect(faultsOf(error, oauth, 'all')).toEqual({ tokenUrl: 'not-reached' });
  });

  test.each([
    'unreachable',
    'certificate-untrusted',
    'not-the-vendor',
    'redirect-refused',
    'not-found',
  ] as const)('an address that was typed: %s', (code) => {
    expect(faultsOf({ code }, elsewhere('mytracker'), 'all')).toEqual({ baseUrl: 'not-reached' });
  });
});

describe('a failed test marks nothing', () => {
  test.each<[string, ProviderId, DocketError]>([
    ['where two secrets may be wrong', 'crayon', refused('clientId', 'clientSecret', 'userName', 'password')],
    [
      'where a permission may be what is missing',
      'mytracker',
      refused('apiUserId', 'secretKey', 'permission'),
    ],
    ['where no secret is in doubt', 'mypreferences', refused('scope', 'clientId', 'userId')],
    ['where the vendor doesn’t say', 'crayon', { code: 'sign-in-refused' }],
    ['where this computer is offline', 'mytracker', { code: 'offline' }],
    ['where the vendor has trouble', 'mytracker', { code: 'vendor-unavailable' }],
    ['where the proxy wants a sign-in', 'crayon', { code: 'proxy-sign-in' }],
    ['where the clock is wrong', 'mypreferences', { code: 'clock-wrong', suspects: ['clock'] }],
  ])('%s', (_, provider, error) => {
    expect(faultsOf(error, elsewhere(provider), 'all')).toEqual({});
  });

  test.each(['mypreferences', 'mytracker', 'crayon'] as const)(
    'where %s isn’t reached at the address that it gave',
    (provider) => {
      expect(faultsOf({ code: 'unreachable' }, form(provider), 'all')).toEqual({});
    },
  );

  test('where the certificate is only out of this computer’s time', () => {
    const error: DocketError = { code: 'certificate-untrusted', suspects: ['clock'] };
    expect(faultsOf(error, elsewhere('crayon'), 'all')).toEqual({});
  });

  test('that isn’t on the screen', () => {
    const unknown: DocketError = { code: 'not-found', suspects: ['clientId', 'baseUrl'] };
    expect(faultsOf(unknown, form('mypreferences'), 'secrets')).toEqual({});
    expect(faultsOf(refused('userName', 'password'), form('crayon'), 'secrets')).toEqual({
      password: 'not-accepted',
    });
  });
});
