/**
 * What to do with the answer to a range request. Only a 206 whose start, size and validators match goes on; everything
 * else starts again or stops. RFC 9110 §14.2 (Range), §13.1.5 (If-Range), §15.5.17 (416).
 */

/** What lies on disk, and what is known of where it came from. */
export interface Held {
  /** Size of the part on disk: the truth. */
  readonly bytes: number;
  /** Whole size, as an earlier answer gave it. */
  readonly total: number | null;
  /** Strong ETag (quoted) or Last-Modified date of the bytes held. */
  readonly validator: string | null;
}

export interface AnswerHead {
  readonly status: 200 | 206 | 416;
  readonly contentLength: number | null;
  readonly range: { readonly start: number | null; readonly total: number | null } | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly identity: boolean;
}

export type ResumeDecision =
  /** Append this body to what is held. `total` is the whole size, if known. */
  | { readonly kind: 'continue'; readonly total: number | null }
  /** Write this body from the first byte on. */
  | { readonly kind: 'start-again'; readonly total: number | null }
  /** This body is of no use: ask for everything from the first byte. */
  | { readonly kind: 'ask-anew'; readonly why: AskAnewReason }
  /** Everything is here already. */
  | { readonly kind: 'verify'; readonly total: number }
  /** The link is dead, the export may not be: ask the vendor for a new link. */
  | { readonly kind: 'new-link' }
  | { readonly kind: 'stop'; readonly reason: 'answer-malformed' };

export type AskAnewReason = 'wrong-start' | 'other-file' | 'no-proof' | 'encoded' | 'beyond-end';

/** `asked` is the first byte asked for: the held size, or 0 when we start again. */
export function decideResume(held: Held, asked: number, answer: AnswerHead | 'link-expired'): ResumeDecision {
  if (answer === 'link-expired') return { kind: 'new-link' };
  switch (answer.status) {
    case 200:
      return { kind: 'start-again', total: answer.identity ? answer.contentLength : null };
    case 206:
      return asked === 0 ? decideFirst(answer) : decidePartial(held, asked, answer);
    case 416:
      return decideBeyondEnd(held, asked, answer);
  }
}

/** `bytes=0-` was asked for: the answer is the whole, unless it says otherwise. */
function decideFirst(answer: AnswerHead): ResumeDecision {
  const start = answer.range?.start ?? 0;
  if (start !== 0) return { kind: 'stop', reason: 'answer-malformed' };
  if (!answer.identity) return { kind: 'start-again', total: null };
  return { kind: 'start-again', total: answer.range?.total ?? null };
}

function decidePartial(held: Held, asked: number, answer: AnswerHead): ResumeDecision {
  const start = answer.range?.start ?? null;
  const total = answer.range?.total ?? null;
  if (!answer.identity) return { kind: 'ask-anew', why: 'encoded' };
  if (start === 0 && total !== null && answer.contentLength === total) return { kind: 'start-again', total };
  if (start !== asked) return { kind: 'ask-anew', why: 'wrong-start' };

  const sizes = compare(held.total, total);
  const validators = compareValidators(held.validator, answer);
  if (sizes === 'differ' || validators === 'differ') return { kind: 'ask-anew', why: 'other-file' };
  if (sizes === 'unknown' && validators === 'unknown') return { kind: 'ask-anew', why: 'no-proof' };
  const whole = total ?? held.total;
  if (whole !== null && asked > whole) return { kind: 'ask-anew', why: 'other-file' };
  if (whole !== null && answer.contentLength !== null && asked + answer.contentLength > whole) {
    return { kind: 'ask-anew', why: 'other-file' };
  }
  return { kind: 'continue', total: whole };
}

/** 416: nothing lies at or after the byte asked for. With equal sizes that means that all is here. */
function decideBeyondEnd(held: Held, asked: number, answer: AnswerHead): ResumeDecision {
  const told = answer.range?.total ?? null;
  if (asked === 0) {
    return told === 0 ? { kind: 'verify', total: 0 } : { kind: 'stop', reason: 'answer-malformed' };
  }
  if (told !== null) {
    if (told === asked && compare(held.total, told) !== 'differ') return { kind: 'verify', total: told };
    return { kind: 'ask-anew', why: 'beyond-end' };
  }
  // A 416 without a size still proves the end when an earlier answer gave it.
  if (held.total === asked) return { kind: 'verify', total: asked };
  return { kind: 'ask-anew', why: 'beyond-end' };
}

type Match = 'same' | 'differ' | 'unknown';

function compare(held: number | null, told: number | null): Match {
  if (held === null || told === null) return 'unknown';
  return held === told ? 'same' : 'differ';
}

function compareValidators(held: string | null, answer: AnswerHead): Match {
  if (held === null) return 'unknown';
  const told = held.startsWith('"') ? answer.etag : answer.lastModified;
  if (told === null) return 'unknown';
  return held === told ? 'same' : 'differ';
}

/** What later range requests send as `If-Range`: a strong ETag, else the date. */
export function validatorOf(answer: AnswerHead): string | null {
  if (!answer.identity) return null;
  if (answer.etag?.startsWith('"') === true) return answer.etag;
  return answer.lastModified;
}
