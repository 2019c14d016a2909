import type { Clock } from '../../ports/clock.ts';
import type { Limiter, Limits } from './limiter.ts';
import { createLimiter } from './limiter.ts';

const byClock = new WeakMap<Clock, Map<string, Limiter>>();

/**
 * The limiter of one account at a vendor. Vendors count by account, and two connections may be to the same one, so it
 * outlives and spans connections. `account` holds no secret.
 */
export function limiterOfAccount(clock: Clock, account: string, limits: Limits): Limiter {
  const limiters = byClock.get(clock) ?? new Map<string, Limiter>();
  byClock.set(clock, limiters);
  const limiter = limiters.get(account) ?? createLimiter(limits, clock);
  limiters.set(account, limiter);
  return limiter;
}
