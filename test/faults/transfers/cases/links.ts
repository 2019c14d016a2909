import { from, full, guestNetwork, json, redirect, status, times } from '../answers.ts';
import { csvGz } from '../bodies.ts';
import { readyToReview } from '../readings.ts';
import type { TransferCase } from '../transfer-case.ts';
import { trackerPlan } from '../vendors.ts';

const file = csvGz(1000);
const other = csvGz(1000, 'id,price!');
const held = { bytes: file.subarray(0, 400), total: 1000, validator: '"a"' } as const;
const tracker = { provider: 'mytracker', holds: [file] } as const;
const whole = { after: 'whole', state: ['collected, 60 records'], reads: [readyToReview] } as const;
const fresh = trackerPlan(['{here}/file.0.csv.gz?fresh']);
const first = trackerPlan(['{here}/file.0.csv.gz']);
/** Epoch seconds of the moment at which every case begins. */
const start = Date.UTC(2026, 0, 15, 9, 30) / 1000;

/** Links that die, and the vendor's sign-in. */
export const linkCases: readonly TransferCase[] = [
  ...[403, 404, 410].map(
    (code): TransferCase => ({
      ...tracker,
      ...whole,
      name: `${code} in mid-file: a fresh link goes on from the same byte`,
      before: held,
      plans: [first, fresh],
      script: [status(code, '<Error><Code>AccessDenied</Code></Error>'), from(400, file)],
      requests: ['plan', '/file bytes=400- if "a"', 'plan', '/file?fresh bytes=400- if "a"'],
    }),
  ),
  {
    ...tracker,
    ...whole,
    name: 'the vendor’s own "not found" for a link in mid-file: a fresh one goes on',
    before: held,
    plans: [first, fresh],
    script: [json({ code: 404, message: 'Not Found', data: null }, 404), from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', 'plan', '/file?fresh bytes=400- if "a"'],
  },
  {
    ...tracker,
    ...whole,
    name: 'a fresh link to another file (its ETag differs): nothing is appended, the other file is collected whole',
    holds: [other],
    before: held,
    plans: [first, fresh],
    script: [status(403), full(other, { etag: '"b"' })],
    requests: ['plan', '/file bytes=400- if "a"', 'plan', '/file?fresh bytes=400- if "a"'],
  },
  {
    ...tracker,
    ...whole,
    name: 'a fresh link to another file whose server minds no If-Range: nothing is appended either',
    holds: [other],
    before: held,
    plans: [first, fresh],
    script: [status(403), from(400, other, { etag: '"b"' }), from(0, other, { etag: '"b"' })],
    requests: [
      'plan',
      '/file bytes=400- if "a"',
      'plan',
      '/file?fresh bytes=400- if "a"',
      '/file?fresh bytes=0-',
    ],
  },
  {
    ...tracker,
    name: 'fresh links that are all dead: the vendor is asked, and since it still offers the export, tried again',
    before: held,
    script: [...times(4, status(403)), from(400, file)],
    requests: [
      'plan',
      '/file bytes=400- if "a"',
      'plan',
      '/file bytes=400- if "a"',
      'plan',
      '/file bytes=400- if "a"',
      'plan',
      '/file bytes=400- if "a"',
      'plan',
      'plan',
      '/file bytes=400- if "a"',
    ],
    after: 'whole',
    state: ['paused by error: link-expired, again in 2 s', 'collected, 60 records'],
    reads: [
      'Paused · The link to the file has expired · goes on in 2 s | The vendor gave a link for a limited time. What was collected is kept. Nothing needs doing: Docket tries again in 2 s.',
      readyToReview,
    ],
  },
  {
    ...tracker,
    name: 'the vendor no longer knows the export: its end is told, what was collected stays',
    before: held,
    plans: [
      first,
      json(
        { code: 404, message: 'Not Found', data: { error: { detail: 'Raw export request not found' } } },
        404,
      ),
    ],
    script: [status(410)],
    requests: ['plan', '/file bytes=400- if "a"', 'plan'],
    after: 'first 400 bytes',
    state: ['broken: export-gone'],
    reads: [
      'Gone from the vendor · asked for 1 h ago | It was removed there, or someone else has committed it. Ask your colleagues, or repeat the export.',
    ],
  },
  {
    ...tracker,
    name: 'every link has expired by its own time: said before anything is asked for',
    before: held,
    plans: [trackerPlan(['{here}/file.0.csv.gz'], start - 60)],
    script: [],
    requests: ['plan'],
    after: 'first 400 bytes',
    state: ['broken: export-expired'],
    reads: [
      'Expired at the vendor · asked for 1 h ago | The vendor keeps an export for a limited time, and that time is over. Repeat the export to have it prepared again.',
    ],
  },
  {
    ...tracker,
    ...whole,
    name: 'the vendor’s clock is ten minutes ahead: a link that looks dead by its own time is judged by its own clock',
    vendorClock: 600,
    plans: [trackerPlan(['{here}/file.0.csv.gz'], start + 700)],
    script: [from(0, file)],
    requests: ['plan', '/file bytes=0-'],
  },
  {
    ...tracker,
    name: 'the vendor’s clock is ten minutes ahead: a link with minutes left by this clock is dead by the vendor’s',
    vendorClock: 600,
    plans: [trackerPlan(['{here}/file.0.csv.gz'], start + 300)],
    script: [],
    requests: ['plan'],
    after: 'nothing',
    state: ['broken: export-expired'],
    reads: [
      'Expired at the vendor · asked for 1 h ago | The vendor keeps an export for a limited time, and that time is over. Repeat the export to have it prepared again.',
    ],
  },
  {
    ...tracker,
    ...whole,
    name: 'the vendor’s clock is ten minutes behind: nothing is taken for dead, Retry-After is read by its clock',
    vendorClock: -600,
    plans: [trackerPlan(['{here}/file.0.csv.gz'], start - 300)],
    script: [status(429, '', { 'retry-after': 'Thu, 15 Jan 2026 09:20:03 GMT' }), from(0, file)],
    requests: ['plan', '/file bytes=0-', '/file bytes=0-'],
  },
  {
    ...tracker,
    name: 'the vendor’s error envelope with status 200 in place of the file is no file',
    script: [json({ code: 500, message: 'Internal error', data: null }), from(0, file)],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=0-'],
    after: 'whole',
    state: ['paused by error: vendor-unavailable, again in 2 s', 'collected, 60 records'],
    reads: [
      'Paused · MyTracker has trouble · goes on in 2 s | The service answered that it can’t work at the moment. Nothing needs doing: Docket tries again in 2 s.',
      readyToReview,
    ],
  },
];

/** Answers that point elsewhere. */
export const redirectCases: readonly TransferCase[] = [
  {
    ...tracker,
    ...whole,
    name: 'to another address of the same origin: followed, and signed for the new address',
    script: [redirect('{here}/moved'), from(0, file)],
    requests: ['plan', '/file bytes=0-', '/moved bytes=0-'],
  },
  {
    ...tracker,
    ...whole,
    name: 'to another origin: followed for a file, without the sign-in',
    script: [redirect('{elsewhere}/bucket/file'), from(0, file)],
    requests: ['plan', '/file bytes=0-', 'elsewhere/bucket/file bytes=0- unsigned'],
  },
  {
    ...tracker,
    ...whole,
    name: 'to another origin and back: the sign-in stays home, whoever answered there wrote the address',
    script: [redirect('{elsewhere}/away'), redirect('{here}/back'), from(0, file)],
    requests: ['plan', '/file bytes=0-', 'elsewhere/away bytes=0- unsigned', '/back bytes=0- unsigned'],
  },
  {
    ...tracker,
    ...whole,
    name: 'in mid-file to another origin: range and validator go along',
    before: held,
    script: [redirect('{elsewhere}/bucket/file', 307), from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', 'elsewhere/bucket/file bytes=400- if "a" unsigned'],
  },
  {
    ...tracker,
    ...whole,
    name: 'a link to another host from the beginning gets no sign-in',
    plans: [trackerPlan(['{elsewhere}/file.0.csv.gz'])],
    script: [from(0, file)],
    requests: ['plan', 'elsewhere/file bytes=0- unsigned'],
  },
  {
    ...tracker,
    name: 'in a circle: given up after five steps',
    script: times(6, redirect('{here}/round')),
    requests: ['plan', '/file bytes=0-', ...Array.from({ length: 5 }, () => '/round bytes=0-')],
    after: 'nothing',
    state: ['paused by error: redirect-refused, waits for the person'],
    reads: [
      'Paused · MyTracker sent Docket elsewhere | The answer pointed to another address, and your sign-in is not given to strangers. Check the address of the connection.',
    ],
  },
  {
    ...tracker,
    name: 'to an address that is no web address',
    script: [redirect('file:///etc/passwd')],
    requests: ['plan', '/file bytes=0-'],
    after: 'nothing',
    state: ['paused by error: redirect-refused, waits for the person'],
    reads: [
      'Paused · MyTracker sent Docket elsewhere | The answer pointed to another address, and your sign-in is not given to strangers. Check the address of the connection.',
    ],
  },
  {
    ...tracker,
    name: 'a page of the API to another origin is not followed: records are not for strangers',
    provider: 'mypreferences',
    holds: '',
    script: [redirect('{elsewhere}/data')],
    requests: ['plan', 'page 1'],
    after: 'first 0 bytes',
    state: ['paused by error: redirect-refused, waits for the person'],
    reads: [
      'Paused · MyPreferences sent Docket elsewhere | The answer pointed to another address, and your sign-in is not given to strangers. Check the address of the connection.',
    ],
  },
  {
    ...tracker,
    name: 'the sign-in page of a guest network in place of the file, with status 200',
    before: held,
    script: [guestNetwork, from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['paused by error: not-the-vendor, again in 2 s', 'collected, 60 records'],
    reads: [
      'Paused · Something else answered in place of MyTracker · goes on in 2 s | A web page came where data belongs, such as the sign-in page of a guest network. Open a web page in your browser to sign in to the network; Docket tries again in 2 s.',
      readyToReview,
    ],
  },
  {
    ...tracker,
    name: 'the sign-in page of a guest network in place of the plan',
    plans: [guestNetwork],
    script: [from(0, file)],
    requests: ['plan', 'plan', '/file bytes=0-'],
    after: 'whole',
    state: ['paused by error: not-the-vendor, again in 2 s', 'collected, 60 records'],
    reads: [
      'Paused · Something else answered in place of MyTracker · goes on in 2 s | A web page came where data belongs, such as the sign-in page of a guest network. Open a web page in your browser to sign in to the network; Docket tries again in 2 s.',
      readyToReview,
    ],
  },
];
