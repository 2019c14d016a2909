import type { DocketError } from '../../src-preload/contract/errors.ts';

/**
 * What becomes of a collection after a failure: broken (the data can't be trusted or had any more), paused by something
 * that ends by itself, or paused until the person does something.
 */
export type AfterFailure =
  | { readonly kind: 'broken' }
  /** The vendor may have closed the export: ask it, then decide. */
  | { readonly kind: 'ask-vendor' }
  | { readonly kind: 'paused'; readonly by: 'offline' }
  | { readonly kind: 'paused'; readonly by: 'rate-limit'; readonly until: number }
  /** With `until` Docket tries again by itself. */
  | { readonly kind: 'paused'; readonly by: 'error'; readonly until: number | null };

export interface FailureContext {
  readonly now: number;
  readonly online: boolean;
  readonly awake: boolean;
  /** Failures in a row without new bytes or rows, this one included. */
  readonly failures: number;
}

/** Waits before tries 2, 3, … when no new byte arrived; then it is the person's turn. */
export const retryDelays: readonly number[] = [2_000, 10_000, 30_000, 120_000, 300_000];
const rateLimitWait = 60_000;

export function decideAfterFailure(error: DocketError, context: FailureContext): AfterFailure {
  switch (error.code) {
    case 'length-mismatch':
    case 'gzip-corrupt':
    case 'zip-corrupt':
    case 'not-a-workbook':
    case 'header-missing':
    case 'headers-differ':
    case 'pages-inconsistent':
    case 'count-mismatch':
    case 'export-changed':
    case 'file-changed':
    case 'file-missing':
    case 'export-failed':
    case 'export-expired':
    case 'export-gone':
      return { kind: 'broken' };
    case 'link-expired':
    case 'not-found':
    case 'export-not-ready':
    case 'request-rejected':
      return { kind: 'ask-vendor' };
    case 'rate-limited':
      return {
        kind: 'paused',
        by: 'rate-limit',
        until:
          error.action?.kind === 'wait'
            ? Math.max(error.action.until, context.now)
            : context.now + rateLimitWait,
      };
    case 'offline':
    case 'unreachable':
    case 'timeout':
    case 'connection-lost':
    case 'vendor-unavailable':
    case 'answer-empty':
    case 'answer-malformed':
    case 'not-the-vendor':
      // A failure of the network while the computer says that it has none is no failure of the vendor's.
      if (!context.online || !context.awake) return { kind: 'paused', by: 'offline' };
      return decideRetry(context);
    default:
      return { kind: 'paused', by: 'error', until: null };
  }
}

/** Tries again by itself with growing waits, then waits for the person. */
export function decideRetry(context: FailureContext): Extract<AfterFailure, { kind: 'paused' }> {
  const delay = retryDelays[context.failures - 1];
  return { kind: 'paused', by: 'error', until: delay === undefined ? null : context.now + delay };
}
