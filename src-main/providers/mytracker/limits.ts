import { z } from 'zod';
import type { HttpAnswer } from '../http/http-client.ts';
import type { Limits } from '../http/limiter.ts';

/**
 * An API user has 10 calls a second, 100 a minute and 1000 an hour (https://docs.tracker.my.com/api/export-api/quotas).
 * One call every 4 s in the long run is 900 an hour; 40 may be saved up, so that a person's click needn't wait. In any
 * hour at most 940, in any minute at most 55, in any second 6: the rest is left to the person's own scripts.
 */
export const myTrackerLimits: Limits = { spacing: 180, steady: { every: 4000, burst: 40 } };

const quotaAnswerSchema = z.object({
  code: z.literal(429),
  data: z.object({
    error: z.object({
      info: z.object({
        quotas: z.array(z.object({ resetInSecond: z.number().nonnegative(), exceeded: z.boolean() })),
      }),
    }),
  }),
});

/**
 * How long a 429 answer tells us to wait, ms: until the end of the longest exceeded interval. There is no Retry-After.
 * Null when the answer isn't one, or says nothing. Also for HTTP 200 with 429 in the body.
 */
export function quotaWait(answer: HttpAnswer): number | null {
  // Seldom: the text is looked at before it is parsed a second time.
  if (!/"code"\s*:\s*429\b/.test(answer.text.slice(0, 1000))) return null;
  let body: unknown;
  try {
    body = JSON.parse(answer.text);
  } catch {
    return null;
  }
  const parsed = quotaAnswerSchema.safeParse(body);
  if (!parsed.success) return isLimitCode(body) ? unsaid : null;
  const exceeded = parsed.data.data.error.info.quotas.filter((quota) => quota.exceeded);
  return exceeded.length === 0 ? unsaid : Math.max(...exceeded.map((quota) => quota.resetInSecond)) * 1000;
}

/** A minute's window ends within a minute, and the hour's will say no again. */
const unsaid = 60_000;

function isLimitCode(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 429;
}
