import { expect, test } from 'vitest';
import type { AppInfo } from '../../../src-preload/contract/app-info.ts';
import { supportDetails } from '../../../src-renderer/state/support-details.ts';

const info: AppInfo = {
  version: '0.1.0',
  electron: '25.1.1',
  chromium: '114',
  platform: 'linux',
  runtimeOutOfSupport: true,
  user: 'marta',
  dataFolder: '/home/marta/.config/Docket',
  locale: 'nb-NO',
  keychain: 'available',
  practice: false,
  online: true,
  notices: [],
};
const about = { info, language: 'nb', at: Date.UTC(2026, 10, 22, 4, 15) };

test('names the code, what it is about, the own word, the time and what Docket runs on', () => {
  const text = supportDetails(
    { code: 'unreachable', subject: 'Crayon', detail: 'net::ERR_NAME_NOT_RESOLVED' },
    about,
  );
  expect(text).toBe(
    [
      'error: unreachable',
      'about: Crayon',
      'detail: net::ERR_NAME_NOT_RESOLVED',
      'at: 2026-11-22T04:15:00.000Z',
      'Docket 0.1.0, linux, Electron 25.1.1, Chromium 114',
      'keychain: available, online: true, practice: false, language: nb',
    ].join('\n'),
  );
});

test('before Docket knows about itself, the error alone is told', () => {
  expect(supportDetails({ code: 'timeout' }, { ...about, info: null })).toBe(
    'error: timeout\nat: 2026-11-22T04:15:00.000Z',
  );
});

test.each([
  ['an access token', '/export/9686790956123456789/data', '9686790956123456789'],
  ['a bearer token', 'Authorization: Bearer abc.def.ghi', 'abc.def'],
  ['a password in a body', '{"password":"hunter2"}', 'hunter2'],
  ['a secret in a form', 'client_secret=s3cr3t&x=1', 's3cr3t'],
  ['a shared key', 'sharedKey: kJ8+/=', 'kJ8'],
  ['a query', 'https://api.example.com/x?sig=AbCd', 'AbCd'],
  ['a password in an address', 'https://jane:pa55@example.com/', 'pa55'],
  ['a long random word', `answered ${'aB3'.repeat(20)}`, 'aB3aB3'],
  ['the person’s name in a path', '/home/marta/Documents/Docket/x.csv', 'marta'],
])('holds no %s', (_what, detail, secret) => {
  for (const error of [
    { code: 'unexpected', detail } as const,
    { code: 'unexpected', subject: detail } as const,
  ]) {
    expect(supportDetails(error, about)).not.toContain(secret);
  }
});

test('what helps stays: short numbers, file names, statuses', () => {
  const detail = 'HTTP 503, installs-2026-10.csv.gz, 8,200,000 bytes, no. 3436';
  expect(supportDetails({ code: 'vendor-unavailable', detail }, about)).toContain(`detail: ${detail}`);
});
