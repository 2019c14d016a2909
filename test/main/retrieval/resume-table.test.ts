import { describe, expect, it } from 'vitest';
import {
  type AnswerHead,
  decideResume,
  type Held,
  type ResumeDecision,
} from '../../../src-main/retrieval/resume-decision.ts';

/** State on disk × what the server answered: every class of each that the decision can tell apart, all combined. */
const strong = '"v1"';
const date = 'Thu, 01 Jan 2026 00:00:00 GMT';
const asks = [0, 40];
const heldTotals = [null, 40, 100];
const validators = [null, strong, date];
const starts = [null, 0, 40, 41];
const totals = [null, 0, 40, 100, 101];
const lengths = [null, 60, 61, 100];
const etags = [null, strong, '"v2"'];
const dates = [null, date, 'Fri, 02 Jan 2026 00:00:00 GMT'];

interface Situation {
  readonly held: Held;
  readonly asked: number;
  readonly answer: AnswerHead;
}

function* situations(status: AnswerHead['status']): Generator<Situation> {
  const ranges = [null, ...starts.flatMap((start) => totals.map((total) => ({ start, total })))];
  for (const asked of asks)
    for (const total of heldTotals)
      for (const validator of validators)
        for (const identity of [true, false])
          for (const range of ranges)
            for (const contentLength of lengths)
              for (const etag of etags)
                for (const lastModified of dates)
                  yield {
                    held: { bytes: asked, total, validator },
                    asked,
                    answer: { status, contentLength, range, etag, lastModified, identity },
                  };
}

type Rows = readonly (readonly [boolean, ResumeDecision])[];
const askAnew = (why: Extract<ResumeDecision, { kind: 'ask-anew' }>['why']): ResumeDecision => ({
  kind: 'ask-anew',
  why,
});

/** The rules as a table: the first row that fits. */
function expected({ held, asked, answer }: Situation): ResumeDecision {
  const { status, identity, contentLength, range, etag, lastModified } = answer;
  const start = range?.start ?? null;
  const total = range?.total ?? null;
  const whole = total ?? held.total;
  const told = held.validator === strong ? etag : lastModified;
  const proven = held.validator !== null && told !== null;
  const otherSize = held.total !== null && total !== null && held.total !== total;
  const tooLong =
    whole !== null && (asked > whole || (contentLength !== null && asked + contentLength > whole));
  const rows: Readonly<Record<AnswerHead['status'], Rows>> = {
    200: [[true, { kind: 'start-again', total: identity ? contentLength : null }]],
    206: [
      [asked === 0 && start !== null && start !== 0, { kind: 'stop', reason: 'answer-malformed' }],
      [asked === 0, { kind: 'start-again', total: identity ? total : null }],
      [!identity, askAnew('encoded')],
      [start === 0 && total !== null && contentLength === total, { kind: 'start-again', total }],
      [start !== asked, askAnew('wrong-start')],
      [otherSize || (proven && told !== held.validator), askAnew('other-file')],
      [!proven && (held.total === null || total === null), askAnew('no-proof')],
      [tooLong, askAnew('other-file')],
      [true, { kind: 'continue', total: whole }],
    ],
    416: [
      [asked === 0 && total === 0, { kind: 'verify', total: 0 }],
      [asked === 0, { kind: 'stop', reason: 'answer-malformed' }],
      [total === asked && !otherSize, { kind: 'verify', total: asked }],
      [total === null && held.total === asked, { kind: 'verify', total: asked }],
      [true, askAnew('beyond-end')],
    ],
  };
  const row = rows[status].find(([fits]) => fits);
  if (row === undefined) throw new Error('no row');
  return row[1];
}

describe('resume, state on disk × answer', () => {
  it.each([200, 206, 416] as const)('every combination with a %i decides as the table says', (status) => {
    const wrong: unknown[] = [];
    let seen = 0;
    for (const situation of situations(status)) {
      seen += 1;
      const decision = decideResume(situation.held, situation.asked, situation.answer);
      const wanted = expected(situation);
      if (JSON.stringify(decision) !== JSON.stringify(wanted)) wrong.push({ situation, decision, wanted });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(seen).toBe(2 * 3 * 3 * 2 * 21 * 4 * 3 * 3);
  });

  it('goes on only with a body that starts at the asked byte, fits, and is proven to be of the same file', () => {
    const loose: Situation[] = [];
    for (const status of [200, 206, 416] as const)
      for (const situation of situations(status)) {
        const { held, asked, answer } = situation;
        if (decideResume(held, asked, answer).kind !== 'continue') continue;
        const sameSize = held.total !== null && answer.range?.total === held.total;
        const sameFile =
          held.validator !== null && [answer.etag, answer.lastModified].includes(held.validator);
        const safe =
          status === 206 &&
          answer.identity &&
          asked > 0 &&
          answer.range?.start === asked &&
          (sameSize || sameFile);
        if (!safe) loose.push(situation);
      }
    expect(loose).toEqual([]);
  });

  it('a dead link asks for a new one, whatever is held', () => {
    for (const asked of asks)
      for (const total of heldTotals)
        for (const validator of validators)
          expect(decideResume({ bytes: asked, total, validator }, asked, 'link-expired')).toEqual({
            kind: 'new-link',
          });
  });
});
