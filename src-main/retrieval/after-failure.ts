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

/**
 * Waits before tries 2, 3, … when no new byte arrived; then it is the person's turn, or, where only the network or the
 * vendor can change it, the last one again and again: an hour without either must not end at the person.
 */
export const retryDelays: readonly number[] = [2_000, 10_000, 30_000, 120_000, 300_000];
const lastDelay = 300_000;
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
            ? Math.max(error.action.until, context.now + politeness(context.failures))
            : context.now + rateLimitWait,
      };
    case 'offline':
    case 'unreachable':
    case 'timeout':
    case 'connection-lost':
    case 'vendor-unavailable':
    case 'not-the-vendor':
      // A failure of the network while the computer says that it has none is no failure of the vendor's.
      if (!context.online || !context.awake) return { kind: 'paused', by: 'offline' };
      return {
        kind: 'paused',
        by: 'error',
        until: Math.max(
          context.now + (retryDelays[context.failures - 1] ?? lastDelay),
          error.action?.kind === 'wait' ? error.action.until : 0,
        ),
      };
    case 'answer-empty':
    case 'answer-malformed':
      if (!context.online || !context.awake) return { kind: 'paused', by: 'offline' };
      return decideRetry(context);
    default:
      return { kind: 'paused', by: 'error', until: null };
  }
}

/** Errors whose subject is the vendor: what a file's name says to the log, the vendor's says to a person. */
const aboutVendor: ReadonlySet<DocketError['code']> = new Set([
  'connection-lost',
  'timeout',
  'answer-empty',
  'answer-malformed',
]);

/** The error with the vendor's name where it belongs, and the file's under the details. */
export function namingVendor(error: DocketError, vendor: string, files: readonly string[]): DocketError {
  const { subject, detail } = error;
  if (!aboutVendor.has(error.code) || (subject !== undefined && !files.includes(subject))) return error;
  const details = [subject, detail].filter((part) => part !== undefined).join(' · ');
  return { ...error, subject: vendor, ...(details === '' ? {} : { detail: details }) };
}

/** What is waited at least when the vendor has refused so often in a row: one that says "now" each time is not hammered. */
function politeness(failures: number): number {
  return failures <= 1 ? 0 : (retryDelays[failures - 2] ?? lastDelay);
}

/** Tries again by itself with growing waits, then waits for the person. */
export function decideRetry(context: FailureContext): Extract<AfterFailure, { kind: 'paused' }> {
  const delay = retryDelays[context.failures - 1];
  return { kind: 'paused', by: 'error', until: delay === undefined ? null : context.now + delay };
}
