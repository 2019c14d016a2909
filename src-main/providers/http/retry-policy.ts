import type { ErrorCode } from '../../../src-preload/contract/errors.ts';

/** How one try ended, as far as trying again is concerned. */
export type Outcome =
  | { readonly kind: 'network'; readonly code: ErrorCode }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter: number | null }
  | { readonly kind: 'limited'; readonly wait: number | null };

export interface RetryRules {
  /** Tries after the first that network errors and 5xx may use up. */
  readonly retries: number;
  /** First pause at most, ms; doubles with each retry. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** A vendor's `Retry-After` counts up to this, ms: some servers say hours. */
  readonly retryAfterCap: number;
  /**
   * How long a call waits for a rate limit, in all, before it gives up with the instant to wait for, ms. Short: what a
   * person should see ("goes on in 40 s") must not be sat out unseen within a call.
   */
  readonly patience: number;
  /** Shortest pause after a 429: a vendor that says "now" and refuses again must not be asked without end. */
  readonly shortestLimit: number;
  /** Pause after a 429 that doesn't say how long, ms. */
  readonly unsaidLimit: number;
}

export const standardRules: RetryRules = {
  retries: 3,
  firstPause: 500,
  longestPause: 20_000,
  retryAfterCap: 15 * 60_000,
  patience: 5_000,
  shortestLimit: 1_000,
  unsaidLimit: 10_000,
};

export type Decision =
  /** Send again after `pause` ms. `counts`: whether it eats a retry. */
  | { readonly kind: 'again'; readonly pause: number; readonly counts: boolean }
  /** Give up; `wait` is how long the vendor asked to be left alone, ms, null when it didn't say. */
  | { readonly kind: 'give-up'; readonly wait: number | null };

const worthRetrying: ReadonlySet<ErrorCode> = new Set(['unreachable', 'connection-lost', 'timeout']);

/**
 * Whether to send a `safe` request again. `retriesUsed` counts network errors and 5xx only, `waited` the ms already
 * spent waiting for rate limits in this call, `random` is 0 ≤ n < 1.
 */
export function decideRetry(
  rules: RetryRules,
  outcome: Outcome,
  so: { readonly retriesUsed: number; readonly waited: number; readonly random: number },
): Decision {
  switch (outcome.kind) {
    case 'limited': {
      const said = outcome.wait ?? rules.unsaidLimit;
      const wait = Math.min(Math.max(said, rules.shortestLimit), rules.retryAfterCap);
      // Waiting for a rate limit is no failure: it has its own budget (design.md, promise 5).
      if (so.waited + wait > rules.patience) return { kind: 'give-up', wait };
      return { kind: 'again', pause: wait, counts: false };
    }
    case 'network': {
      // A silent host has already cost a whole idle time: asked once more, not thrice.
      const retries = outcome.code === 'timeout' ? Math.min(1, rules.retries) : rules.retries;
      if (!worthRetrying.has(outcome.code) || so.retriesUsed >= retries)
        return { kind: 'give-up', wait: null };
      return { kind: 'again', pause: fullJitter(rules, so), counts: true };
    }
    case 'status': {
      const wait = outcome.retryAfter === null ? null : Math.min(outcome.retryAfter, rules.retryAfterCap);
      const transient = outcome.status >= 500 && outcome.status !== 501 && outcome.status !== 505;
      if (!transient || so.retriesUsed >= rules.retries || (wait ?? 0) > rules.patience) {
        return { kind: 'give-up', wait };
      }
      return { kind: 'again', pause: wait ?? fullJitter(rules, so), counts: true };
    }
  }
}

/** https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
function fullJitter(
  rules: RetryRules,
  so: { readonly retriesUsed: number; readonly random: number },
): number {
  return Math.floor(so.random * Math.min(rules.longestPause, rules.firstPause * 2 ** so.retriesUsed));
}

/**
 * `Retry-After` in ms from `now`, in either form (RFC 9110 §10.2.3): seconds or an HTTP date. A date is read against the
 * server's own `Date` header where there is one, since this computer's clock may be off. Null when it says nothing
 * understandable.
 */
export function parseRetryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  // `Date.parse` alone takes "-5" or "12.5.2026" for dates: HTTP dates begin with the weekday.
  if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(value)) return null;
  const at = Date.parse(value);
  if (Number.isNaN(at)) return null;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, at - (Number.isNaN(serverNow) ? now : serverNow));
}
