import type { DocketError, ErrorAction, ErrorCode, Suspect } from '../../src-preload/contract/errors.ts';

/** An error that a person can be told: thrown anywhere in main, sent over the bridge as its `error`. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly error: DocketError;

  constructor(
    code: ErrorCode,
    about: {
      readonly subject?: string | undefined;
      readonly detail?: string | undefined;
      readonly action?: ErrorAction | undefined;
      readonly suspects?: readonly Suspect[] | undefined;
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, about.cause === undefined ? undefined : { cause: about.cause });
    this.error = {
      code,
      ...(about.subject === undefined ? {} : { subject: about.subject.slice(0, 500) }),
      ...(about.detail === undefined ? {} : { detail: about.detail.slice(0, 2000) }),
      ...(about.action === undefined ? {} : { action: about.action }),
      ...(about.suspects === undefined ? {} : { suspects: about.suspects }),
    };
  }

  get code(): ErrorCode {
    return this.error.code;
  }
}

/** The error to show for anything thrown; what is not a Failure reads as `unexpected`, without its text. */
export function asDocketError(thrown: unknown): DocketError {
  if (thrown instanceof Failure) return thrown.error;
  if (thrown instanceof Error && thrown.name === 'AbortError') return { code: 'cancelled' };
  return { code: 'unexpected', detail: thrown instanceof Error ? thrown.name : typeof thrown };
}
