import { describe, expect, test } from 'vitest';
import { hostOf, redactUrl } from '../../../../src-main/providers/http/redact.ts';

describe('an address in the log', () => {
  test.each([
    [
      'https://tracker.my.com/api/raw/v1/export/get.json?idRawExport=4',
      'https://tracker.my.com/api/raw/v1/export/get.json',
    ],
    [
      'https://user:CANARY@pm.example/Profiles/v4/Async/Acme/Export/123456789/Status',
      'https://pm.example/Profiles/v4/Async/Acme/Export/•••/Status',
    ],
    ['https://pm.example/export/Segment/12345', 'https://pm.example/export/Segment/•••'],
    [
      'https://s.example/raw/4.payment.26c427ac8680888803ee05e34835b6dd.0.csv.gz?X-Amz-Signature=CANARY',
      'https://s.example/raw/4.payment.•••.0.csv.gz',
    ],
    ['https://s.example/a#CANARY', 'https://s.example/a'],
    [
      'http://127.0.0.1:8080/api/v1/exports/17/download/',
      'http://127.0.0.1:8080/api/v1/exports/17/download/',
    ],
    ['CANARY', '(not an address)'],
  ])('%s becomes %s', (address, redacted) => {
    expect(redactUrl(address)).toBe(redacted);
  });

  test('a Failure names the host alone', () => {
    expect(hostOf('https://user:secret@v.example:8443/path?x=1')).toBe('v.example:8443');
    expect(hostOf('nonsense')).toBe('');
  });
});
