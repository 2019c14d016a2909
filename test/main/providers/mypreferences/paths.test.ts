import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  expandPath,
  myPreferencesPresets,
} from '../../../../src-main/providers/mypreferences/paths.ts';

const v3 = { baseUrl: myPreferencesPresets.v3.baseUrl, clientId: 'ACME_CORP' };
const v4 = { baseUrl: myPreferencesPresets.v4.baseUrl, clientId: 'ACME_CORP' };
const { v3: third, v4: fourth } = myPreferencesPresets;

describe('the v3 preset', () => {
  test.each([
    [third.paths.initiate, { segmentName: 'Opt-ins' }, 'ACME_CORP/export/Segment/Opt-ins'],
    [third.paths.status, { accessToken: '123456' }, 'ACME_CORP/status/Token/123456'],
    [third.paths.data, { accessToken: '123456' }, 'ACME_CORP/export/Segment/123456'],
    [third.paths.commit, { accessToken: '123456' }, 'ACME_CORP/export/Schedule/Commit/123456'],
  ])('expands %s', (template, values, path) => {
    expect(addressOf(v3, template, values)).toBe(`https://pm.mypreferences.com/API/3/async/${path}`);
  });
});

describe('the v4 preset', () => {
  test.each([
    [fourth.paths.initiate, { segmentName: 'Opt-ins' }, 'Async/ACME_CORP/Export/Segment/Opt-ins'],
    [fourth.paths.status, { accessToken: '123456' }, 'Async/ACME_CORP/Export/123456/Status'],
    [fourth.paths.data, { accessToken: '123456' }, 'Async/ACME_CORP/Export/Segment/123456'],
    [fourth.paths.commit, { accessToken: '123456' }, 'Async/ACME_CORP/Export/Segment/Commit/123456'],
  ])('expands %s', (template, values, path) => {
    expect(addressOf(v4, template, values)).toBe(`https://pm.mypreferences.com/Profiles/v4/${path}`);
  });
});

describe('a name in a path', () => {
  const initiate = (segmentName: string) =>
    expandPath('{clientId}/Segment/{segmentName}', { clientId: 'A', segmentName });

  test.each([
    ['Newsletter opt-ins', 'Newsletter%20opt-ins'],
    ['EU/UK', 'EU%2FUK'],
    ['a?b#c&d=e%f', 'a%3Fb%23c%26d%3De%25f'],
    ['Größe 日本 🎉', 'Gr%C3%B6%C3%9Fe%20%E6%97%A5%E6%9C%AC%20%F0%9F%8E%89'],
    ["it's (new)*!", 'it%27s%20%28new%29%2A%21'],
    ['a.b', 'a.b'],
    ['...', '...'],
    ['{accessToken}', '%7BaccessToken%7D'],
  ])('%s is one segment', (name, encoded) => {
    expect(initiate(name)).toBe(`A/Segment/${encoded}`);
  });

  test('comes back as it was from what a server sees, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(name !== '.' && name !== '..');
        const path = new URL(`https://h/${initiate(name)}`).pathname.split('/');
        expect(path).toHaveLength(4);
        expect(decodeURIComponent(path[3] ?? '')).toBe(name);
      }),
    );
  });

  test.each(['.', '..', ''])('%j would lead to another address and is refused', (name) => {
    expect(() => initiate(name)).toThrow(expect.objectContaining({ code: 'request-rejected' }));
  });

  test('that is half a character is refused', () => {
    expect(() => initiate('\ud83c')).toThrow(expect.objectContaining({ code: 'request-rejected' }));
  });
});

describe('a template', () => {
  test('may stand below a base with or without a stroke', () => {
    expect(addressOf({ baseUrl: 'https://h/x//', clientId: 'A' }, '/{clientId}', {})).toBe('https://h/x/A');
  });

  test('keeps its own query', () => {
    const query = { limit: '2', keepAlive: 'true' };
    expect(addressOf({ baseUrl: 'https://h', clientId: 'A' }, 'd?v=1', {}, query)).toBe(
      'https://h/d?v=1&limit=2&keepAlive=true',
    );
  });

  test.each(['{accessToken}', '{clientID}', '{}'])(
    'that asks for %s, which the call does not have, is invalid',
    (template) => {
      expect(() => expandPath(template, { clientId: 'A' })).toThrow(
        expect.objectContaining({
          code: 'connection-invalid',
          error: { code: 'connection-invalid', subject: template },
        }),
      );
    },
  );
});
