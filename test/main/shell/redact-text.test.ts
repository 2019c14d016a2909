import { expect, test } from 'vitest';
import { redactText } from '../../../src-main/shell/redact-text.ts';

test.each([
  'Authorization: Bearer canary-secret',
  'AuthHMAC 77658:canary-secret= and more',
  'PNAUTHINFO3-HMAC-SHA256 Credential=a/2026 Signature=canary-secret=',
  '{"password":"canary-secret"}',
  'client_secret=canary-secret&x=1',
  'https://h/path?sig=canary-secret',
  'https://user:canary-secret@h/path',
])('nothing secret is left of %s', (text) => {
  expect(redactText(text)).not.toContain('canary-secret');
});

test('an access token in a path is taken out', () => {
  expect(redactText('GET /Profiles/v4/Async/ACME/Export/123456789/Status')).not.toContain('123456789');
});

test('ordinary words stay as they are', () => {
  const text = 'job 4711 collected, 3 files, 8.2 MB';
  expect(redactText(text)).toBe(text);
});
