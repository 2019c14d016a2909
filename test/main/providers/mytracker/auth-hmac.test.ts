import { describe, expect, test } from 'vitest';
import { authHmac, percentEncode } from '../../../../src-main/providers/mytracker/auth-hmac.ts';

/** The sample account of the vendor's page on authentication. */
const account = { apiUserId: '77658', secretKey: '72d2erEtbynf6f7ZYTsYKnb7' };

describe('AuthHMAC', () => {
  test.each([
    [
      'GET',
      'https://tracker.my.com/api/raw/v1/export/get.json?idReport=4',
      '',
      'PqrQR8zsgQU9Qcocjp6T6hnjF8Y=',
    ],
    [
      'POST',
      'https://tracker.my.com/api/raw/v1/export/create.json?event=installs&selectors=idCountry,tsEvent&dateFrom=2024-01-01&dateTo=2024-01-31',
      '',
      'w6U4J9sm/Pv/evbqLHel7jwZlDg=',
    ],
    [
      'POST',
      'https://tracker.my.com/api/raw/v1/export/create.json',
      'event=installs&selectors=idCountry%2CtsEvent&dateFrom=2024-01-01&dateTo=2024-01-31',
      'k8RgYlsd3ct5KJIw9jt5lOdEIa4=',
    ],
    [
      'GET',
      'https://tracker.my.com/storage/download/raw/4.payment.26c427ac8680888803ee05e34835b6dd.0.csv.gz',
      '',
      'qiipVdcQx10/IaeYTfNYtfKodGo=',
    ],
  ])('%s %s signs as the vendor does', (method, url, body, signature) => {
    expect(authHmac({ method, url, body }, account)).toBe(`AuthHMAC 77658:${signature}`);
  });

  test('the method is signed in upper case, and any change gives another signature', () => {
    const request = { method: 'GET', url: 'https://tracker.my.com/a', body: '' };
    const signed = authHmac(request, account);
    expect(authHmac({ ...request, method: 'get' }, account)).toBe(signed);
    for (const change of [{ method: 'POST' }, { url: 'https://tracker.my.com/a?' }, { body: 'x' }]) {
      expect(authHmac({ ...request, ...change }, account)).not.toBe(signed);
    }
  });

  test.each([
    ['AZaz09-_.~', 'AZaz09-_.~'],
    ["! ' ( ) *", '%21%20%27%20%28%20%29%20%2A'],
    ['a/b?c=d&e,f[]', 'a%2Fb%3Fc%3Dd%26e%2Cf%5B%5D'],
    ['Неизвестно', '%D0%9D%D0%B5%D0%B8%D0%B7%D0%B2%D0%B5%D1%81%D1%82%D0%BD%D0%BE'],
    ['100%', '100%25'],
  ])('%s is percent-encoded by RFC 3986', (text, encoded) => {
    expect(percentEncode(text)).toBe(encoded);
  });
});
