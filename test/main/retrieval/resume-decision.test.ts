import { describe, expect, it } from 'vitest';
import {
  type AnswerHead,
  decideResume,
  type Held,
  type ResumeDecision,
  validatorOf,
} from '../../../src-main/retrieval/resume-decision.ts';

const etag = '"v1"';
const date = 'Thu, 01 Jan 2026 00:00:00 GMT';

function answer(status: 200 | 206 | 416, more: Partial<AnswerHead> = {}): AnswerHead {
  return {
    status,
    contentLength: null,
    range: null,
    etag: null,
    lastModified: null,
    identity: true,
    ...more,
  };
}
const held = (bytes: number, total: number | null = 100, validator: string | null = etag): Held => ({
  bytes,
  total,
  validator,
});

const cases: readonly (readonly [string, Held, number, AnswerHead | 'link-expired', ResumeDecision])[] = [
  [
    'a 206 from the asked byte with the same size and ETag goes on',
    held(40),
    40,
    answer(206, { range: { start: 40, total: 100 }, contentLength: 60, etag }),
    { kind: 'continue', total: 100 },
  ],
  [
    'a 206 with the same size and no validator goes on',
    held(40),
    40,
    answer(206, { range: { start: 40, total: 100 } }),
    { kind: 'continue', total: 100 },
  ],
  [
    'a 206 with the same ETag and a size that is told only now goes on',
    held(40, null),
    40,
    answer(206, { range: { start: 40, total: 100 }, etag }),
    { kind: 'continue', total: 100 },
  ],
  [
    'a 206 with the same ETag and no size at all goes on',
    held(40, null),
    40,
    answer(206, { range: { start: 40, total: null }, etag }),
    { kind: 'continue', total: null },
  ],
  [
    'a 206 with the same date goes on',
    held(40, 100, date),
    40,
    answer(206, { range: { start: 40, total: 100 }, lastModified: date, etag: '"other"' }),
    { kind: 'continue', total: 100 },
  ],
  [
    'a 200 to a range request starts the file again',
    held(40),
    40,
    answer(200, { contentLength: 100, etag }),
    { kind: 'start-again', total: 100 },
  ],
  [
    'a 200 without a length starts again without one',
    held(40),
    40,
    answer(200),
    { kind: 'start-again', total: null },
  ],
  [
    'an encoded 200 has a length that proves nothing',
    held(0, null, null),
    0,
    answer(200, { contentLength: 30, identity: false }),
    { kind: 'start-again', total: null },
  ],
  [
    'the first answer to bytes=0- is the whole file',
    held(0, null, null),
    0,
    answer(206, { range: { start: 0, total: 100 }, contentLength: 100 }),
    { kind: 'start-again', total: 100 },
  ],
  [
    'a first 206 without Content-Range is the whole, of unknown size',
    held(0, null, null),
    0,
    answer(206),
    { kind: 'start-again', total: null },
  ],
  [
    'a first 206 that starts elsewhere stops',
    held(0, null, null),
    0,
    answer(206, { range: { start: 5, total: 100 } }),
    { kind: 'stop', reason: 'answer-malformed' },
  ],
  [
    'an encoded first 206 has no known size',
    held(0, null, null),
    0,
    answer(206, { range: { start: 0, total: 100 }, identity: false }),
    { kind: 'start-again', total: null },
  ],
  [
    'a 206 with another start is asked anew',
    held(40),
    40,
    answer(206, { range: { start: 39, total: 100 }, etag }),
    { kind: 'ask-anew', why: 'wrong-start' },
  ],
  [
    'a 206 that is really the whole file starts again',
    held(40),
    40,
    answer(206, { range: { start: 0, total: 100 }, contentLength: 100, etag }),
    { kind: 'start-again', total: 100 },
  ],
  [
    'a 206 without Content-Range proves no start',
    held(40),
    40,
    answer(206, { etag }),
    { kind: 'ask-anew', why: 'wrong-start' },
  ],
  [
    'a 206 with another size is another file',
    held(40),
    40,
    answer(206, { range: { start: 40, total: 101 }, etag }),
    { kind: 'ask-anew', why: 'other-file' },
  ],
  [
    'a 206 with another ETag is another file',
    held(40),
    40,
    answer(206, { range: { start: 40, total: 100 }, etag: '"v2"' }),
    { kind: 'ask-anew', why: 'other-file' },
  ],
  [
    'a 206 with another date is another file',
    held(40, 100, date),
    40,
    answer(206, { range: { start: 40, total: 100 }, lastModified: 'Fri, 02 Jan 2026 00:00:00 GMT' }),
    { kind: 'ask-anew', why: 'other-file' },
  ],
  [
    'a 206 whose body would go beyond the end is another file',
    held(40),
    40,
    answer(206, { range: { start: 40, total: 100 }, contentLength: 61, etag }),
    { kind: 'ask-anew', why: 'other-file' },
  ],
  [
    'a 206 with nothing to compare proves nothing',
    held(40, null, null),
    40,
    answer(206, { range: { start: 40, total: null } }),
    { kind: 'ask-anew', why: 'no-proof' },
  ],
  [
    'an encoded 206 can not be appended',
    held(40),
    40,
    answer(206, { range: { start: 40, total: 100 }, etag, identity: false }),
    { kind: 'ask-anew', why: 'encoded' },
  ],
  [
    'a 416 with the size that we hold means verify',
    held(100, null),
    100,
    answer(416, { range: { start: null, total: 100 } }),
    { kind: 'verify', total: 100 },
  ],
  [
    'a 416 without a size means verify when the size was known',
    held(100),
    100,
    answer(416),
    { kind: 'verify', total: 100 },
  ],
  [
    'a 416 with a smaller size is asked anew',
    held(100, null),
    100,
    answer(416, { range: { start: null, total: 60 } }),
    { kind: 'ask-anew', why: 'beyond-end' },
  ],
  [
    'a 416 with a larger size contradicts itself and is asked anew',
    held(100, null),
    100,
    answer(416, { range: { start: null, total: 160 } }),
    { kind: 'ask-anew', why: 'beyond-end' },
  ],
  [
    'a 416 with our size but not the size told before is asked anew',
    held(100, 120),
    100,
    answer(416, { range: { start: null, total: 100 } }),
    { kind: 'ask-anew', why: 'beyond-end' },
  ],
  [
    'a 416 without a size proves nothing when none was known',
    held(100, null),
    100,
    answer(416),
    { kind: 'ask-anew', why: 'beyond-end' },
  ],
  [
    'a 416 to the first byte of an empty file means verify',
    held(0, null, null),
    0,
    answer(416, { range: { start: null, total: 0 } }),
    { kind: 'verify', total: 0 },
  ],
  [
    'a 416 to the first byte of anything else stops',
    held(0, null, null),
    0,
    answer(416),
    { kind: 'stop', reason: 'answer-malformed' },
  ],
  ['a dead link asks for a new one', held(40), 40, 'link-expired', { kind: 'new-link' }],
];

describe('what becomes of the answer to a range request', () => {
  it.each(cases)('%s', (_name, heldNow, asked, head, expected) => {
    expect(decideResume(heldNow, asked, head)).toEqual(expected);
  });

  it('never goes on unless the answer starts at the asked byte', () => {
    for (const start of [0, 1, 39, 41, 100, null]) {
      for (const status of [200, 206, 416] as const) {
        const decision = decideResume(held(40), 40, answer(status, { range: { start, total: 100 }, etag }));
        expect(decision.kind, `${status} ${start}`).not.toBe('continue');
      }
    }
  });
});

describe('the validator of later range requests', () => {
  it('is a strong ETag before a date', () =>
    expect(validatorOf(answer(200, { etag, lastModified: date }))).toBe(etag));
  it('is the date when the ETag is weak or missing', () => {
    expect(validatorOf(answer(200, { etag: 'W/"v1"', lastModified: date }))).toBe(date);
    expect(validatorOf(answer(200, { lastModified: date }))).toBe(date);
  });
  it('is none for an encoded body', () =>
    expect(validatorOf(answer(200, { etag, identity: false }))).toBeNull());
});
