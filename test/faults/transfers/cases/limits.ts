import { from, json, status, times } from '../answers.ts';
import { csvGz, linesOf, recordTexts } from '../bodies.ts';
import { pageOf } from '../pages.ts';
import { asksToWait, readyToReview } from '../readings.ts';
import type { TransferCase } from '../transfer-case.ts';

const file = csvGz(1000);
const held = { bytes: file.subarray(0, 400), total: 1000, validator: '"a"' } as const;
const tracker = { provider: 'mytracker', holds: [file] } as const;
const records = recordTexts(1, 4);

const limited = (retryAfter?: string) =>
  status(429, '', retryAfter === undefined ? {} : { 'retry-after': retryAfter });

/** A limit in mid-file that is over after `wait`: what was collected is kept, and it goes on by itself. */
function waits(name: string, retryAfter: string | undefined, seconds: number, wait: string): TransferCase {
  return {
    ...tracker,
    name,
    before: held,
    script: [limited(retryAfter), from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: [`paused by rate-limit: rate-limited, again in ${seconds} s`, 'collected, 60 records'],
    reads: [asksToWait(wait), readyToReview],
  };
}

/** 429 and 503: the vendor asks to be left alone. */
export const limitCases: readonly TransferCase[] = [
  {
    ...tracker,
    name: '429 for three seconds is waited out without a word',
    before: held,
    script: [limited('3'), from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['collected, 60 records'],
    reads: [readyToReview],
  },
  waits('429 with 40 seconds: said, shown, kept', '40', 40, '40 s'),
  waits('429 until a date', 'Thu, 15 Jan 2026 09:31:00 GMT', 60, '1 min'),
  waits('429 with a day is capped at a quarter of an hour', '86400', 900, '15 min'),
  waits('429 with an absurd number is capped as well', '99999999999999999999', 900, '15 min'),
  waits('429 with a negative number: a usual wait', '-5', 10, '10 s'),
  waits('429 with a word: a usual wait', 'soon', 10, '10 s'),
  waits('429 without Retry-After: a usual wait', undefined, 10, '10 s'),
  {
    ...tracker,
    name: '429 that says "at once", again and again: not hammered, and the waits grow',
    before: held,
    script: [
      ...times(6, limited('0')),
      ...times(6, limited('0')),
      ...times(6, limited('0')),
      from(400, file),
    ],
    requests: [
      'plan',
      ...Array.from({ length: 6 }, () => '/file bytes=400- if "a"'),
      'plan',
      ...Array.from({ length: 6 }, () => '/file bytes=400- if "a"'),
      'plan',
      ...Array.from({ length: 6 }, () => '/file bytes=400- if "a"'),
      'plan',
      '/file bytes=400- if "a"',
    ],
    after: 'whole',
    state: [
      'paused by rate-limit: rate-limited, again in 1 s',
      'paused by rate-limit: rate-limited, again in 2 s',
      'paused by rate-limit: rate-limited, again in 10 s',
      'collected, 60 records',
    ],
    reads: [asksToWait('1 s'), asksToWait('2 s'), asksToWait('10 s'), readyToReview],
  },
  {
    ...tracker,
    name: 'the vendor’s own quota answer, with status 200: waits until its interval ends',
    before: held,
    plans: [
      json({
        code: 429,
        message: 'Too Many Requests',
        data: { error: { info: { quotas: [{ resetInSecond: 37, exceeded: true }] } } },
      }),
    ],
    script: [from(400, file)],
    requests: ['plan', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['paused by rate-limit: rate-limited, again in 37 s', 'collected, 60 records'],
    reads: [asksToWait('37 s'), readyToReview],
  },
  {
    ...tracker,
    name: '503 with 40 seconds: the vendor has trouble, and is left alone so long',
    before: held,
    script: [status(503, '', { 'retry-after': '40' }), from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['paused by error: vendor-unavailable, again in 40 s', 'collected, 60 records'],
    reads: [
      'Paused · MyTracker has trouble · goes on in 40 s | The service answered that it can’t work at the moment. Nothing needs doing: Docket tries again in 40 s.',
      readyToReview,
    ],
  },
  {
    ...tracker,
    name: '503 until a date',
    before: held,
    script: [status(503, '', { 'retry-after': 'Thu, 15 Jan 2026 09:32:00 GMT' }), from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['paused by error: vendor-unavailable, again in 120 s', 'collected, 60 records'],
    reads: [
      'Paused · MyTracker has trouble · goes on in 2 min | The service answered that it can’t work at the moment. Nothing needs doing: Docket tries again in 2 min.',
      readyToReview,
    ],
  },
  {
    ...tracker,
    name: '503 once, without a word of time: asked again, and nobody need know',
    before: held,
    script: [status(503), from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['collected, 60 records'],
    reads: [readyToReview],
  },
  {
    ...tracker,
    name: '500 four times: paused, and tried again later',
    before: held,
    script: [...times(4, status(500, 'oops')), from(400, file)],
    requests: ['plan', ...times4('/file bytes=400- if "a"'), 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['paused by error: vendor-unavailable, again in 2 s', 'collected, 60 records'],
    reads: [
      'Paused · MyTracker has trouble · goes on in 2 s | The service answered that it can’t work at the moment. Nothing needs doing: Docket tries again in 2 s.',
      readyToReview,
    ],
  },
  {
    name: '429 between two pages: goes on with the page that was refused',
    provider: 'mypreferences',
    holds: linesOf(records),
    script: [pageOf(records, 1), limited('40'), pageOf(records, 3)],
    requests: ['plan', 'page 1', 'page 3', 'plan', 'page 3'],
    after: 'whole',
    state: ['paused by rate-limit: rate-limited, again in 40 s', 'collected, 4 records'],
    reads: [
      'Paused: MyPreferences asks to wait · goes on in 40 s | Only so many requests are allowed in a given time, and they are used up. Nothing needs doing: Docket tries again in 40 s.',
      'Ready to review · 4 records · 220 B',
    ],
  },
];

function times4(line: string): readonly string[] {
  return [line, line, line, line];
}
