import { describe, expect, test } from 'vitest';
import { connectionDraftSchema } from '../../../../src-preload/contract/connections.ts';
import { myPreferencesPresets } from '../../../../src-preload/contract/mypreferences-presets.ts';
import {
  type ConnectionForm,
  type FieldName,
  type FormValues,
  formOf,
  newForm,
  withSecret,
  withValue,
} from '../../../../src-renderer/features/connections/connection-form.ts';
import { problemsOf, readDraft } from '../../../../src-renderer/features/connections/form-draft.ts';

function filled(form: ConnectionForm, values: Partial<FormValues>): ConnectionForm {
  return { ...form, values: { ...form.values, ...values } };
}

const tracker = withSecret(
  filled(newForm('mytracker', 'MyTracker', []), { apiUserId: '77658' }),
  'secretKey',
  'key-of-a-test',
);
const preferences = withSecret(
  filled(newForm('mypreferences', 'MyPreferences', []), { clientId: 'ACME_CORP', userId: 'Jane.Doe' }),
  'sharedKey',
  'key-of-a-test',
);

function problemsIn(form: ConnectionForm) {
  const reading = readDraft(form);
  return reading.kind === 'problems' ? reading.problems : {};
}

test('the name of another connection is refused next to its box, however it is written', () => {
  const named = filled(tracker, { name: ' games ' });
  expect(readDraft(named, ['Licences', 'Games'])).toEqual({
    kind: 'problems',
    problems: { name: 'name-taken' },
  });
  expect(readDraft(named, ['Licences']).kind).toBe('draft');
});

describe('what is saved', () => {
  test('pasted blanks and line breaks around a text or a secret are dropped', () => {
    const pasted = withSecret(
      filled(tracker, { name: ' Games ', apiUserId: '\t77658\n', baseUrl: ' https://tracker.my.com ' }),
      'secretKey',
      '  key-of-a-test\r\n',
    );
    expect(readDraft(pasted)).toEqual({
      kind: 'draft',
      draft: {
        name: 'Games',
        config: {
          provider: 'mytracker',
          baseUrl: 'https://tracker.my.com',
          apiUserId: '77658',
          createBy: 'body',
        },
        secrets: { secretKey: 'key-of-a-test' },
      },
    });
  });

  test('MyPreferences is saved with version 4 and a signed request unless said otherwise', () => {
    const reading = readDraft(preferences);
    expect(reading).toMatchObject({
      kind: 'draft',
      draft: {
        config: {
          baseUrl: 'https://pm.mypreferences.com/Profiles/v4',
          authorization: {
            kind: 'pnauthinfo3',
            algorithm: 'SHA256',
            clockBehindSeconds: 5,
            timestamp: 'utc-z',
          },
          preset: 'v4',
          paths: myPreferencesPresets.v4.paths,
          pageSize: 1000,
        },
      },
    });
  });

  test('an empty scope becomes client ID and user ID, as the vendor defines it', () => {
    const oauth = withSecret(
      filled(preferences, {
        authorization: 'oauth2',
        oauthClientId: 'c'.repeat(48),
        tokenUrl: 'https://sign-in.example/token',
      }),
      'oauthClientSecret',
      's'.repeat(64),
    );
    expect(readDraft(oauth)).toMatchObject({
      kind: 'draft',
      draft: {
        config: { authorization: { kind: 'oauth2', scope: 'ACME_CORP/Jane.Doe' } },
        // The shared key that was typed before the other way was chosen stays out of it.
        secrets: { oauthClientSecret: 's'.repeat(64) },
      },
    });
  });

  test('a scope that was never typed stays empty, and follows a corrected user ID; a typed one stays', () => {
    const scopeAfterCorrection = (scope: string) => {
      const oauth = filled(withSecret(preferences, 'oauthClientSecret', 's'), {
        authorization: 'oauth2',
        oauthClientId: 'c',
        tokenUrl: 'https://sign-in.example/token',
        scope,
      });
      const reading = readDraft(oauth);
      if (reading.kind !== 'draft') throw new Error('the form has problems');
      const { name, config } = reading.draft;
      const saved = formOf({
        id: 'connection-1',
        name,
        config,
        practice: false,
        createdAt: 1,
        secrets: [{ field: 'oauthClientSecret', place: 'keychain' }],
        lastTest: null,
        exports: 0,
      });
      const corrected = readDraft(withValue(saved, 'userId', 'Jane.Roe'));
      return { shown: saved.values.scope, corrected };
    };
    const scopeOf = (scope: string) => ({ draft: { config: { authorization: { scope } } } });
    expect(scopeAfterCorrection('')).toMatchObject({ shown: '', corrected: scopeOf('ACME_CORP/Jane.Roe') });
    expect(scopeAfterCorrection('all')).toMatchObject({ shown: 'all', corrected: scopeOf('all') });
  });

  test('Crayon is saved with both of its secrets', () => {
    const form = filled(newForm('crayon', 'Crayon', []), {
      clientId: 'client',
      userName: 'jane@example.com',
    });
    const reading = readDraft(withSecret(withSecret(form, 'clientSecret', 'one'), 'password', 'two'));
    expect(reading).toMatchObject({ draft: { secrets: { clientSecret: 'one', password: 'two' } } });
  });

  test('what the form calls fine, main takes', () => {
    for (const form of [tracker, preferences]) {
      const reading = readDraft(form);
      if (reading.kind !== 'draft') throw new Error('the form has problems');
      expect(connectionDraftSchema.safeParse(reading.draft).success).toBe(true);
    }
  });

  test('a saved connection keeps its secret when the box stays empty', () => {
    const saved: ConnectionForm = { ...tracker, id: 'connection-1', secrets: {}, held: ['secretKey'] };
    expect(readDraft(saved)).toMatchObject({ kind: 'draft', draft: { id: 'connection-1', secrets: {} } });
  });
});

describe('what does not fit', () => {
  test('an empty form names every box that is needed', () => {
    expect(problemsIn(filled(newForm('crayon', '', []), { baseUrl: '' }))).toEqual({
      name: 'missing',
      baseUrl: 'missing',
      clientId: 'missing',
      clientSecret: 'missing',
      userName: 'missing',
      password: 'missing',
    });
  });

  test('a secret of blanks is missing', () => {
    expect(problemsIn(withSecret(tracker, 'secretKey', ' \n'))).toEqual({ secretKey: 'missing' });
  });

  test.each([
    ['tracker.my.com', 'not-an-address'],
    ['ftp://tracker.my.com', 'not-an-address'],
    ['http://tracker.my.com', 'not-encrypted'],
    ['https://jane:word@tracker.my.com', 'holds-a-password'],
  ])('the address %s is refused as %s', (baseUrl, problem) => {
    expect(problemsIn(filled(tracker, { baseUrl }))).toEqual({ baseUrl: problem });
  });

  test('an address on this computer needs no encryption', () => {
    expect(problemsIn(filled(tracker, { baseUrl: 'http://127.0.0.1:8080' }))).toEqual({});
  });

  test.each<[FieldName, string, string]>([
    ['pageSize', '0', 'not-in-range'],
    ['pageSize', '10001', 'not-in-range'],
    ['pageSize', '1e3', 'not-in-range'],
    ['pageSize', '', 'missing'],
    ['clockBehindSeconds', '841', 'not-in-range'],
    ['clockBehindSeconds', '-1', 'not-in-range'],
    ['initiate', '{clientId}/export', 'no-segment'],
    ['data', '{clientId}/export', 'no-token'],
    ['clientId', 'x'.repeat(201), 'too-long'],
  ])('%s with %j is refused as %s', (name, value, problem) => {
    expect(problemsIn(filled(preferences, { [name]: value }))).toEqual({ [name]: problem });
  });

  test('a refusal of main that names a box stands next to that box', () => {
    expect(problemsOf({ code: 'secret-missing', subject: 'secretKey' }, tracker)).toEqual({
      secretKey: 'missing',
    });
    expect(
      problemsOf({ code: 'secret-missing', subject: 'secretKey', detail: 'address-changed' }, tracker),
    ).toEqual({ secretKey: 'type-again' });
    expect(problemsOf({ code: 'connection-invalid', subject: 'tokenUrl' }, tracker)).toEqual({
      tokenUrl: 'refused',
    });
    expect(problemsOf({ code: 'secret-too-long', subject: 'secretKey' }, tracker)).toEqual({
      secretKey: 'too-long',
    });
  });

  test('a refusal of main that names no box is told as a whole', () => {
    expect(problemsOf({ code: 'keychain-locked' }, tracker)).toBeNull();
    expect(problemsOf({ code: 'connection-invalid', subject: 'provider' }, tracker)).toBeNull();
    expect(problemsOf({ code: 'keychain-refused', subject: 'secretKey' }, tracker)).toBeNull();
  });
});

describe('presets of MyPreferences', () => {
  test('another version brings its paths and its address', () => {
    const third = withValue(preferences, 'preset', 'v3');
    expect(third.values).toMatchObject({
      ...myPreferencesPresets.v3.paths,
      baseUrl: myPreferencesPresets.v3.baseUrl,
    });
  });

  test('an address of one’s own stays when the version changes', () => {
    const staging = filled(preferences, { baseUrl: 'https://pmstg.mypreferences.com/Profiles' });
    expect(withValue(staging, 'preset', 'v3').values.baseUrl).toBe(
      'https://pmstg.mypreferences.com/Profiles',
    );
  });

  test('other paths begin with those of the version that was chosen', () => {
    const own = withValue(withValue(preferences, 'preset', 'v3'), 'preset', 'custom');
    expect(own.values.data).toBe(myPreferencesPresets.v3.paths.data);
  });
});

test('a new connection takes the vendor’s name, with a number when that is taken', () => {
  expect(newForm('mytracker', 'MyTracker', []).values.name).toBe('MyTracker');
  expect(newForm('mytracker', 'MyTracker', ['MyTracker', 'MyTracker 2']).values.name).toBe('MyTracker 3');
});
