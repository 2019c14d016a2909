import { expect, test } from 'vitest';
import { hideSecrets } from '../../../../src-main/providers/http/hide-secrets.ts';

const secret = 'pä ss:w&d';

test.each([
  [`no ${secret}, no ${secret}`, 'no •••, no •••'],
  ['url p%C3%A4%20ss%3Aw%26d', 'url •••'],
  ['password=p%C3%A4+ss%3Aw%26d&scope=x', 'password=•••&scope=x'],
  [`Basic ${Buffer.from(secret).toString('base64')}`, 'Basic •••'],
  ['nothing of it', 'nothing of it'],
])('%j becomes %j', (words, hidden) => {
  expect(hideSecrets(words, [secret, ''])).toBe(hidden);
});
