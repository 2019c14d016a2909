import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import { Failure } from '../../ports/failure.ts';

/**
 * What a thrown network error means. Two families: Node's undici (`TypeError: fetch failed` whose `cause.code` tells)
 * and Chromium through Electron's `net` (`net::ERR_…` in the message:
 * https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h).
 */
const byCode: readonly (readonly [RegExp, ErrorCode])[] = [
  // Chromium
  [/ERR_INTERNET_DISCONNECTED/, 'offline'],
  [
    /ERR_PROXY_CERTIFICATE_INVALID|ERR_CERT_\w+|ERR_BAD_SSL_CLIENT_AUTH_CERT|ERR_SSL_(PINNED|CLIENT_AUTH|VERSION_OR|OBSOLETE|UNRECOGNIZED_NAME|WEAK|SERVER_CERT)\w*/,
    'certificate-untrusted',
  ],
  [
    // A tunnel that the proxy refuses is mostly one that it wants a sign-in for.
    /ERR_PROXY_AUTH|ERR_UNEXPECTED_PROXY_AUTH|ERR_TUNNEL_CONNECTION_FAILED/,
    'proxy-sign-in',
  ],
  [/ERR_PROXY_CONNECTION_FAILED|ERR_MANDATORY_PROXY|ERR_SOCKS_CONNECTION/, 'proxy-unreachable'],
  [
    /ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|ICANN_NAME_COLLISION|DNS_\w+|ADDRESS_UNREACHABLE|ADDRESS_INVALID|CONNECTION_REFUSED|CONNECTION_FAILED|CONNECTION_TIMED_OUT|UNSAFE_PORT|BLOCKED_BY_CLIENT|BLOCKED_BY_ADMINISTRATOR)\b/,
    'unreachable',
  ],
  [/ERR_TIMED_OUT\b/, 'timeout'],
  [
    /ERR_(CONNECTION_\w+|EMPTY_RESPONSE|NETWORK_\w+|SOCKET_NOT_CONNECTED|SSL_(?!WRONG_VERSION)\w+|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING|HTTP2_\w+|QUIC_\w+|FAILED)\b/,
    'connection-lost',
  ],
  [
    /ERR_(INVALID_HTTP_RESPONSE|INVALID_RESPONSE|RESPONSE_HEADERS_\w+|INVALID_CHUNKED_ENCODING|CONTENT_DECODING_FAILED|INVALID_REDIRECT)\b/,
    'answer-malformed',
  ],
  // Node
  [
    /^(ENOTFOUND|EAI_AGAIN|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/,
    'unreachable',
  ],
  [/^ENETUNREACH$/, 'offline'],
  [/^(ETIMEDOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/, 'timeout'],
  [
    /^(ECONNRESET|ENETDOWN|EPROTO|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_DESTROYED|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_ABORTED)$/,
    'connection-lost',
  ],
  [
    /^(CERT_\w+|ERR_TLS_\w+|ERR_SSL_WRONG_VERSION_NUMBER|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)$/,
    'certificate-untrusted',
  ],
  [/^(HPE_\w+|UND_ERR_HEADERS_OVERFLOW|Z_\w+)$/, 'answer-malformed'],
];

/**
 * Codes that say that no byte of the request reached the vendor. After any other failure of a request its effect is
 * unknown, and has to be settled by asking.
 */
const notSent: ReadonlySet<ErrorCode> = new Set([
  'offline',
  'unreachable',
  'certificate-untrusted',
  'proxy-sign-in',
  'proxy-unreachable',
]);

/** A certificate is not valid yet, or no longer, by this computer's date: which of the two is wrong can't be told. */
const outOfDate = /ERR_CERT_DATE_INVALID|^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/;

/** The Failure for whatever the network threw; `host` is all of the address that it names. */
export function networkFailure(thrown: unknown, host: string): Failure {
  if (thrown instanceof Failure) return thrown;
  for (const word of wordsOf(thrown)) {
    for (const [pattern, code] of byCode) {
      if (!pattern.test(word.text)) continue;
      return new Failure(word.onOpenConnection && notSent.has(code) ? 'connection-lost' : code, {
        subject: host,
        detail: word.text,
        ...(outOfDate.test(word.text) ? { suspects: ['clock'] as const } : {}),
      });
    }
  }
  // Something broke, and we can't tell when: the careful reading is that bytes may have gone out.
  return new Failure('connection-lost', { subject: host });
}

export function surelyNotSent(code: ErrorCode): boolean {
  return notSent.has(code);
}

interface Word {
  readonly text: string;
  /** Node says of its own errors in which system call they struck: `EHOSTUNREACH` on `read` came after the request. */
  readonly onOpenConnection: boolean;
}

/** The machine-readable words of an error and its causes: codes, and `net::ERR_…` names; never a message with a URL. */
function wordsOf(thrown: unknown): readonly Word[] {
  const words: Word[] = [];
  let current: unknown = thrown;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    if ('code' in current && typeof current.code === 'string') {
      const onOpenConnection =
        'syscall' in current && (current.syscall === 'read' || current.syscall === 'write');
      words.push({ text: current.code, onOpenConnection });
    }
    if ('message' in current && typeof current.message === 'string') {
      const named = /\bERR_[A-Z0-9_]+/.exec(current.message)?.[0];
      if (named !== undefined) words.push({ text: named, onOpenConnection: false });
    }
    // Newer undici gives this error no code.
    if ('name' in current && current.name === 'HTTPParserError')
      words.push({ text: 'HPE_INVALID', onOpenConnection: false });
    // undici tries several addresses at once; their errors come as an AggregateError.
    if ('errors' in current && Array.isArray(current.errors)) {
      for (const one of current.errors) words.push(...wordsOf(one));
    }
    current = 'cause' in current ? current.cause : undefined;
  }
  return words;
}
