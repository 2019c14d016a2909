import { gzipSync } from 'node:zlib';
import { cut, guestNetwork, hangUp, json, status, times, withHeaders } from '../answers.ts';
import { linesOf, recordTexts } from '../bodies.ts';
import { pageOf, pageWith } from '../pages.ts';
import type { TransferCase } from '../transfer-case.ts';

const four = recordTexts(1, 4);
const preferences = { provider: 'mypreferences', holds: linesOf(four) } as const;
const again = 'Collect it again; the file that you have is kept until you discard it.';
const readyToReview = 'Ready to review · 4 records · 220 B';
const whole = { after: 'whole', state: ['collected, 4 records'], reads: [readyToReview] } as const;
const firstPage = { after: 'first 110 bytes' } as const;
const inconsistent = {
  state: ['broken: pages-inconsistent'],
  reads: [
    `Collecting stopped · The pages do not fit together | The vendor’s pages repeat or skip records. ${again}`,
  ],
} as const;
const miscounted = {
  state: ['broken: count-mismatch'],
  reads: [
    `Collecting stopped · The count is not right | There are more or fewer records than the vendor announced. ${again}`,
  ],
} as const;
const unreadable = {
  state: ['paused by error: answer-malformed, again in 2 s'],
  reads: [
    'Paused · Docket can’t read the answer of MyPreferences · goes on in 2 s | It does not have the form that the vendor describes. Nothing needs doing: Docket tries again in 2 s.',
  ],
} as const;
const exact =
  '{"ProfileId":9007199254740993,"A":1.10,"A":0.0100,"B":1e400,"C":"\\u00e9 \\"x\\"","D":00}'.replace(
    ',"D":00',
    '',
  );

/** MyPreferences' pages: two records each. */
export const pageCases: readonly TransferCase[] = [
  {
    ...preferences,
    ...whole,
    name: 'two pages, one after the other',
    script: [pageOf(four, 1), pageOf(four, 3)],
    requests: ['plan', 'page 1', 'page 3'],
  },
  {
    ...preferences,
    ...whole,
    name: 'a page that is cut is asked for again at once: not a record is doubled',
    script: [pageOf(four, 1), cut(60, pageOf(four, 3)), pageOf(four, 3)],
    requests: ['plan', 'page 1', 'page 3', 'page 3'],
  },
  {
    ...preferences,
    name: 'a page that can’t be had: what came before is kept, and goes on there',
    script: [pageOf(four, 1), ...times(4, hangUp), pageOf(four, 3)],
    requests: ['plan', 'page 1', 'page 3', 'page 3', 'page 3', 'page 3', 'plan', 'page 3'],
    after: 'whole',
    state: ['paused by error: connection-lost, again in 2 s', 'collected, 4 records'],
    reads: [
      'Paused · The connection broke off · goes on in 2 s | The answer of MyPreferences did not arrive whole. What was collected is kept. Nothing needs doing: Docket tries again in 2 s.',
      readyToReview,
    ],
    // Chromium asks once more by itself when a connection that was used before dies.
    overChromium: {
      requests: ['plan', 'page 1', 'page 3', 'page 3', 'page 3', 'page 3', 'page 3'],
      state: ['collected, 4 records'],
      reads: [readyToReview],
    },
  },
  {
    ...preferences,
    ...whole,
    name: 'pages that are already on the disk are not asked for again',
    before: { bytes: Buffer.from(linesOf(four.slice(0, 2))), rows: 2, totalResults: 4 },
    script: [pageOf(four, 3)],
    requests: ['plan', 'page 3'],
  },
  {
    ...preferences,
    ...whole,
    name: 'half a page beyond the mark (the app ended while it wrote) is cut back and asked for again',
    before: {
      bytes: Buffer.from(`${linesOf(four.slice(0, 2))}{"Profile`),
      rows: 2,
      totalResults: 4,
      marked: 110,
    },
    script: [pageOf(four, 3)],
    requests: ['plan', 'page 3'],
  },
  {
    ...preferences,
    ...whole,
    name: 'less on the disk than marked (a power cut): counted again, and gone on from the last whole record',
    before: { bytes: Buffer.from(`${four[0]}\n`), rows: 2, totalResults: 4, marked: 110 },
    script: [pageOf(four, 2), pageOf(four, 4)],
    requests: ['plan', 'page 2', 'page 4'],
  },
  {
    ...preferences,
    ...firstPage,
    ...inconsistent,
    name: 'a page that repeats the one before',
    script: [pageOf(four, 1), pageOf(four, 1, { Offset: 3 })],
    requests: ['plan', 'page 1', 'page 3'],
  },
  {
    ...preferences,
    ...firstPage,
    ...inconsistent,
    name: 'a page that says that it is another one',
    script: [pageOf(four, 1), pageOf(four, 1)],
    requests: ['plan', 'page 1', 'page 3'],
  },
  {
    ...preferences,
    ...firstPage,
    ...miscounted,
    name: 'pages that skip records end with too few',
    script: [pageOf(four, 1), pageWith(four.slice(3), { HasMore: false, Offset: 3, TotalResults: 4 })],
    requests: ['plan', 'page 1', 'page 3'],
  },
  {
    ...preferences,
    ...firstPage,
    ...inconsistent,
    name: 'TotalResults grows between two pages',
    script: [pageOf(four, 1), pageOf(four, 3, { TotalResults: 5 })],
    requests: ['plan', 'page 1', 'page 3'],
  },
  {
    ...preferences,
    ...firstPage,
    ...inconsistent,
    name: 'TotalResults shrinks between two pages',
    script: [pageOf(four, 1), pageOf(four, 3, { TotalResults: 3 })],
    requests: ['plan', 'page 1', 'page 3'],
  },
  {
    ...preferences,
    ...whole,
    name: 'a server that gives fewer than were asked for: goes on after what it gave',
    script: [pageOf(four, 1, {}, 1), pageOf(four, 2, {}, 1), pageOf(four, 3, {}, 1), pageOf(four, 4, {}, 1)],
    requests: ['plan', 'page 1', 'page 2', 'page 3', 'page 4'],
  },
  {
    ...preferences,
    ...firstPage,
    ...inconsistent,
    name: 'HasMore with Count 0 would go on for ever: told instead',
    script: [pageOf(four, 1), pageWith([], { HasMore: true, Offset: 3, TotalResults: 4 })],
    requests: ['plan', 'page 1', 'page 3'],
  },
  {
    ...preferences,
    ...whole,
    name: 'HasMore that stays true after the last record: one empty page ends it',
    script: [
      pageOf(four, 1),
      pageOf(four, 3, { HasMore: true }),
      pageWith([], { HasMore: true, Offset: 5, TotalResults: 4 }),
    ],
    requests: ['plan', 'page 1', 'page 3', 'page 5'],
  },
  {
    ...preferences,
    ...firstPage,
    ...unreadable,
    name: 'a Count that is not the number of records',
    script: [pageOf(four, 1), pageOf(four, 3, { Count: 3 })],
    requests: ['plan', 'page 1', 'page 3'],
  },
  {
    ...preferences,
    ...firstPage,
    ...miscounted,
    name: 'HasMore false before the announced number is reached',
    script: [pageOf(four, 1, { HasMore: false })],
    requests: ['plan', 'page 1'],
    after: 'first 0 bytes',
  },
  {
    ...preferences,
    ...miscounted,
    name: 'the status announced another number of records than the pages hold',
    plans: [json({ AccessToken: 4, Status: 'Complete', RowCount: 5, ByteCount: null })],
    script: [pageOf(four, 1), pageOf(four, 3)],
    requests: ['plan', 'page 1', 'page 3'],
    after: 'first 110 bytes',
  },
  {
    ...preferences,
    name: 'numbers beyond 2^53, trailing zeros, doubled keys: kept byte for byte',
    holds: `${exact}\n`,
    script: [pageWith([exact], { HasMore: false, Offset: 1, TotalResults: 1 })],
    requests: ['plan', 'page 1'],
    after: 'whole',
    state: ['collected, 1 records'],
    reads: [`Ready to review · 1 record · ${exact.length + 1} B`],
  },
  {
    ...preferences,
    ...whole,
    name: 'a byte order mark before the page is no part of it',
    script: [
      { ...pageOf(four, 1), body: Buffer.concat([Buffer.from('\ufeff'), pageOf(four, 1).body]) },
      pageOf(four, 3),
    ],
    requests: ['plan', 'page 1', 'page 3'],
  },
  {
    ...preferences,
    ...unreadable,
    name: 'bytes that are no text (invalid UTF-8) are not kept as a record',
    script: [
      {
        ...pageOf(four, 1),
        body: Buffer.from(pageOf(four, 1).body.toString().replace('1.10', '"\u0001\u0002"'), 'latin1').map(
          (byte) => (byte === 1 ? 0xff : byte),
        ),
      },
    ],
    requests: ['plan', 'page 1'],
    after: 'first 0 bytes',
  },
  {
    ...preferences,
    ...unreadable,
    name: 'a page that ends too early, its length agreeing',
    script: [json(pageOf(four, 1).body.toString().slice(0, -20))],
    requests: ['plan', 'page 1'],
    after: 'first 0 bytes',
  },
  {
    ...preferences,
    ...whole,
    name: 'a page that is packed on the way (Content-Encoding: gzip)',
    script: [
      withHeaders(
        { 'content-encoding': 'gzip' },
        {
          ...pageOf(four, 1),
          headers: { 'content-type': 'application/octet-stream' },
          body: gzipSync(pageOf(four, 1).body),
        },
      ),
      pageOf(four, 3),
    ],
    requests: ['plan', 'page 1', 'page 3'],
  },
  {
    ...preferences,
    name: 'the sign-in page of a guest network in place of a page',
    script: [pageOf(four, 1), guestNetwork, pageOf(four, 3)],
    requests: ['plan', 'page 1', 'page 3', 'plan', 'page 3'],
    after: 'whole',
    state: ['paused by error: not-the-vendor, again in 2 s', 'collected, 4 records'],
    reads: [
      'Paused · Something else answered in place of MyPreferences · goes on in 2 s | A web page came where data belongs, such as the sign-in page of a guest network. Open a web page in your browser to sign in to the network; Docket tries again in 2 s.',
      readyToReview,
    ],
  },
  {
    ...preferences,
    name: 'the export was committed by someone else between two pages',
    plans: [
      json({ AccessToken: 4, Status: 'Complete', RowCount: 4, ByteCount: null }),
      json({ AccessToken: 4, Status: 'Retrieved', RowCount: 4, ByteCount: null }),
    ],
    script: [pageOf(four, 1), status(404)],
    requests: ['plan', 'page 1', 'page 3', 'plan'],
    after: 'first 110 bytes',
    state: ['broken: export-gone'],
    reads: [
      'Gone from the vendor · asked for 1 h ago | It was removed there, or someone else has committed it. Ask your colleagues, or repeat the export.',
    ],
  },
  {
    ...preferences,
    name: 'an export without records is collected as an empty file',
    holds: '',
    script: [pageWith([], { HasMore: false, Offset: 1, TotalResults: 0 })],
    requests: ['plan', 'page 1'],
    after: 'whole',
    state: ['collected, 0 records'],
    reads: ['Ready to review · 0 records · 0 B'],
  },
];
