import { providerNames } from '../../src-preload/contract/connections.ts';
import type { DocketError, ErrorCode } from '../../src-preload/contract/errors.ts';

/** What is said about one error: what happened, why, and what to do next. Each is a whole sentence but the title. */
export interface ErrorText {
  readonly title: string;
  readonly reason: string;
  readonly nextStep: string;
  /** What the person can do while Docket tries again by itself; without a full stop. */
  readonly meanwhile?: string;
}

/**
 * `subject` is the thing that the error names: a vendor or connection, a file, a field, by the error's code. Of `detail`,
 * the system's own word, only numbers are taken.
 */
export type ErrorWords = (subject: string | undefined, detail: string | undefined) => ErrorText;

/** A code without words does not compile. */
export type AllErrorWords = Readonly<Record<ErrorCode, ErrorWords>>;

/** How a language speaks of waiting. */
export interface WaitWords {
  /** "Check your network; Docket tries again in 40 s." `meanwhile` may be missing. */
  readonly triesAgain: (at: number, now: number, meanwhile: string | undefined) => string;
  /** "Requests are allowed again in 40 s." */
  readonly allowedAgain: (at: number, now: number) => string;
}

/** Where the subject may also be a number or name that was looked for. */
export const isVendor = (subject: string | undefined) =>
  Object.values(providerNames).some((name) => name === subject);

/**
 * Where the error says until when to wait, the next step says how long that is; where Docket tries again by itself, when
 * that will be.
 */
export function errorTextIn(words: AllErrorWords, wait: WaitWords) {
  return (error: DocketError, now: number, goesOnAt?: number): ErrorText => {
    const text = words[error.code](error.subject, error.detail);
    if (goesOnAt !== undefined) return { ...text, nextStep: wait.triesAgain(goesOnAt, now, text.meanwhile) };
    if (error.action?.kind !== 'wait' || error.action.until <= now) return text;
    return { ...text, nextStep: wait.allowedAgain(error.action.until, now) };
  };
}
