import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../../src-main/ports/failure.ts';
import { networkFailure, surelyNotSent } from '../../../../src-main/providers/http/network-failure.ts';
import type { ErrorCode } from '../../../../src-preload/contract/errors.ts';

const node = (code: string, syscall?: string) =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error(`connect ${code} 10.0.0.1:443`), { code, syscall }),
  });
const chromium = (name: string) => new Error(`net::${name}`);

describe('what the network throws', () => {
  test.each<[ErrorCode, boolean, readonly Error[]]>([
    ['offline', true, [chromium('ERR_INTERNET_DISCONNECTED'), node('ENETUNREACH', 'connect')]],
    [
      'unreachable',
      true,
      [
        node('ENOTFOUND', 'getaddrinfo'),
        node('EAI_AGAIN', 'getaddrinfo'),
        node('ECONNREFUSED', 'connect'),
        node('EHOSTUNREACH', 'connect'),
        node('UND_ERR_CONNECT_TIMEOUT'),
        chromium('ERR_NAME_NOT_RESOLVED'),
        chromium('ERR_CONNECTION_REFUSED'),
        chromium('ERR_ADDRESS_UNREACHABLE'),
        chromium('ERR_CONNECTION_TIMED_OUT'),
        chromium('ERR_CONNECTION_FAILED'),
        chromium('ERR_DNS_TIMED_OUT'),
      ],
    ],
    [
      'certificate-untrusted',
      true,
      [
        node('DEPTH_ZERO_SELF_SIGNED_CERT'),
        node('SELF_SIGNED_CERT_IN_CHAIN'),
        node('CERT_HAS_EXPIRED'),
        node('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
        node('ERR_TLS_CERT_ALTNAME_INVALID'),
        node('ERR_SSL_WRONG_VERSION_NUMBER'),
        chromium('ERR_CERT_AUTHORITY_INVALID'),
        chromium('ERR_CERT_DATE_INVALID'),
        chromium('ERR_CERT_COMMON_NAME_INVALID'),
        chromium('ERR_SSL_VERSION_OR_CIPHER_MISMATCH'),
        chromium('ERR_PROXY_CERTIFICATE_INVALID'),
      ],
    ],
    [
      'proxy-sign-in',
      true,
      [
        chromium('ERR_PROXY_AUTH_UNSUPPORTED'),
        chromium('ERR_TUNNEL_CONNECTION_FAILED'),
        chromium('ERR_PROXY_AUTH_REQUESTED'),
      ],
    ],
    [
      'proxy-unreachable',
      true,
      [chromium('ERR_PROXY_CONNECTION_FAILED'), chromium('ERR_MANDATORY_PROXY_CONFIGURATION_FAILED')],
    ],
    [
      'timeout',
      false,
      [chromium('ERR_TIMED_OUT'), node('ETIMEDOUT', 'read'), node('UND_ERR_HEADERS_TIMEOUT')],
    ],
    [
      'connection-lost',
      false,
      [
        node('ECONNRESET', 'read'),
        node('EPIPE', 'write'),
        node('UND_ERR_SOCKET'),
        node('EHOSTUNREACH', 'read'),
        chromium('ERR_CONNECTION_RESET'),
        chromium('ERR_CONNECTION_CLOSED'),
        chromium('ERR_NETWORK_CHANGED'),
        chromium('ERR_NETWORK_IO_SUSPENDED'),
        chromium('ERR_EMPTY_RESPONSE'),
        chromium('ERR_CONTENT_LENGTH_MISMATCH'),
        chromium('ERR_INCOMPLETE_CHUNKED_ENCODING'),
        chromium('ERR_HTTP2_PROTOCOL_ERROR'),
        chromium('ERR_SSL_PROTOCOL_ERROR'),
        chromium('ERR_SSL_BAD_RECORD_MAC_ALERT'),
        new Error('something new'),
        new TypeError('terminated'),
      ],
    ],
    [
      'answer-malformed',
      false,
      [
        node('HPE_INVALID_CONSTANT'),
        chromium('ERR_INVALID_HTTP_RESPONSE'),
        chromium('ERR_CONTENT_DECODING_FAILED'),
      ],
    ],
  ])('reads as %s (surely not sent: %s)', (code, notSent, errors) => {
    const read = errors.map((error) => networkFailure(error, 'vendor.example').code);
    expect(Object.fromEntries(errors.map((error, at) => [String(error.cause ?? error), read[at]]))).toEqual(
      Object.fromEntries(errors.map((error) => [String(error.cause ?? error), code])),
    );
    expect(surelyNotSent(code)).toBe(notSent);
  });

  test('several addresses tried at once read as the first that says something', () => {
    const both = Object.assign(
      new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
      {},
    );
    expect(networkFailure(new TypeError('fetch failed', { cause: both }), 'h').code).toBe('unreachable');
  });

  test("names the host and the machine's word, never the address", () => {
    const thrown = new Error('Request failed: GET https://v.example/?key=CANARY', {
      cause: node('ECONNRESET'),
    });
    const { error } = networkFailure(thrown, 'v.example');
    expect(error).toEqual({ code: 'connection-lost', subject: 'v.example', detail: 'ECONNRESET' });
  });

  test('a Failure stays what it is', () => {
    const failure = new Failure('timeout');
    expect(networkFailure(failure, 'h')).toBe(failure);
  });

  test('a name that does not exist is unreachable, by the real stack', async () => {
    const thrown: unknown = await fetch('http://no-such-host.invalid/').catch((error: unknown) => error);
    expect(networkFailure(thrown, 'h').code).toBe('unreachable');
  });

  test('a server that speaks something else is answer-malformed, by the real stack', async () => {
    const server = createServer((socket) =>
      socket.on('error', () => undefined).end('SSH-2.0-OpenSSH_9.2\r\n\r\n', () => socket.destroySoon()),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const thrown: unknown = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`).catch(
      (error: unknown) => error,
    );
    await new Promise((resolve) => server.close(resolve));
    expect(networkFailure(thrown, 'h').code).toBe('answer-malformed');
  });
});
