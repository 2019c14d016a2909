import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../../src-main/providers/http/retry-policy.ts';
import {
  decideRetry,
  parseRetryAfter,
  standardRules,
} from '../../../../src-main/providers/http/retry-policy.ts';

const status = (code: number, retryAfter: number | null = null): Outcome => ({
  kind: 'status',
  status: code,
  retryAfter,
});
const network = (code: Extract<Outcome, { kind: 'network' }>['code']): Outcome => ({ kind: 'network', code });
const limited = (wait: number | null): Outcome => ({ kind: 'limited', wait });
const minute = 60_000;

describe('whether to try again', () => {
  test.each<[string, Outcome, { retriesUsed?: number; waited?: number; random?: number }, string]>([
    ['the first lost connection', network('connection-lost'), {}, 'again in 250, counts'],
    ['the second', network('connection-lost'), { retriesUsed: 1 }, 'again in 500, counts'],
    ['the third', network('unreachable'), { retriesUsed: 2 }, 'again in 1000, counts'],
    ['the fourth', network('connection-lost'), { retriesUsed: 3 }, 'give up'],
    ['jitter reaches down to nothing', network('connection-lost'), { random: 0 }, 'again in 0, counts'],
    [
      'jitter reaches almost the full pause',
      network('connection-lost'),
      { random: 0.999 },
      'again in 499, counts',
    ],
    ['a first timeout', network('timeout'), {}, 'again in 250, counts'],
    ['a second timeout', network('timeout'), { retriesUsed: 1 }, 'give up'],
    ['offline', network('offline'), {}, 'give up'],
    ['a certificate', network('certificate-untrusted'), {}, 'give up'],
    ['a proxy', network('proxy-sign-in'), {}, 'give up'],
    ['a page', network('not-the-vendor'), {}, 'give up'],
    ['500', status(500), {}, 'again in 250, counts'],
    ['503 that says a moment', status(503, 3_000), {}, 'again in 3000, counts'],
    ['503 that says longer than one waits unseen', status(503, 30_000), {}, 'give up, 30000'],
    ['503 that says too long', status(503, 10 * minute), {}, `give up, ${10 * minute}`],
    ['503 that says days', status(503, 9_999_999_999), {}, `give up, ${15 * minute}`],
    ['501 will not change', status(501), {}, 'give up'],
    ['the fourth 502', status(502), { retriesUsed: 3 }, 'give up'],
    ['a limit that says a moment', limited(3_000), { retriesUsed: 3 }, 'again in 3000'],
    ['a limit that says longer than one waits unseen', limited(30_000), {}, 'give up, 30000'],
    ['a limit that says nothing', limited(null), {}, 'give up, 10000'],
    ['a limit that says "at once"', limited(0), {}, 'again in 1000'],
    ['a limit that says "at once" for ever', limited(0), { waited: 5_000 }, 'give up, 1000'],
    ['a limit beyond the patience', limited(3 * minute), {}, `give up, ${3 * minute}`],
    ['a limit of hours', limited(24 * 60 * minute), {}, `give up, ${15 * minute}`],
    ['limits that add up', limited(3_000), { waited: 2_001 }, 'give up, 3000'],
    ['limits that just fit', limited(3_000), { waited: 2_000 }, 'again in 3000'],
  ])('%s', (_name, outcome, so, expected) => {
    const decision = decideRetry(standardRules, outcome, { retriesUsed: 0, waited: 0, random: 0.5, ...so });
    const words =
      decision.kind === 'again'
        ? `again in ${decision.pause}${decision.counts ? ', counts' : ''}`
        : `give up${decision.wait === null ? '' : `, ${decision.wait}`}`;
    expect(words).toBe(expected);
  });

  test('pauses stop growing', () => {
    const rules = { ...standardRules, retries: 50 };
    const decision = decideRetry(rules, status(500), { retriesUsed: 40, waited: 0, random: 0.5 });
    expect(decision).toEqual({ kind: 'again', pause: 10_000, counts: true });
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-15T09:30:00Z');
  test.each<[string, Record<string, string>, number | null]>([
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['zero', { 'retry-after': '0' }, 0],
    ['fractions, which some servers send', { 'retry-after': '1.5' }, 1500],
    ['a date by this clock', { 'retry-after': 'Thu, 15 Jan 2026 09:31:00 GMT' }, 60_000],
    [
      "a date by the server's clock",
      { 'retry-after': 'Thu, 15 Jan 2026 09:31:00 GMT', date: 'Thu, 15 Jan 2026 09:30:50 GMT' },
      10_000,
    ],
    ['a date gone by', { 'retry-after': 'Thu, 15 Jan 2026 09:00:00 GMT' }, 0],
    ['the old date form of RFC 850', { 'retry-after': 'Thursday, 15-Jan-26 09:31:00 GMT' }, 60_000],
    ['nothing', {}, null],
    ['an empty word', { 'retry-after': ' ' }, null],
    ['a negative number', { 'retry-after': '-5' }, null],
    ['nonsense', { 'retry-after': 'soon' }, null],
    ['nonsense that begins like a day', { 'retry-after': 'sunset' }, null],
  ])('%s', (_name, headers, expected) => {
    expect(parseRetryAfter(new Headers(headers), now)).toBe(expected);
  });
});
