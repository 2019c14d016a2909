import { from, guestNetwork, json, status, times } from '../answers.ts';
import { csvGz } from '../bodies.ts';
import { brokeOff, readyToReview } from '../readings.ts';
import type { TransferCase } from '../transfer-case.ts';
import { trackerPlan } from '../vendors.ts';

const file = csvGz(1000);
const held = { bytes: file.subarray(0, 400), total: 1000, validator: '"a"' } as const;
const tracker = { provider: 'mytracker', holds: [file] } as const;
const kept = { after: 'first 400 bytes' } as const;

/** Between this computer and the vendor. */
export const networkCases: readonly TransferCase[] = [
  {
    ...tracker,
    ...kept,
    name: 'a name that does not exist',
    before: held,
    plans: [trackerPlan(['{unknown}/file.0.csv.gz'])],
    script: [],
    requests: ['plan'],
    state: ['paused by error: unreachable, again in 2 s'],
    reads: [
      'Paused · Docket can’t reach unknown.example · goes on in 2 s | The address did not answer. Check your internet connection; Docket tries again in 2 s.',
    ],
  },
  {
    ...tracker,
    ...kept,
    name: 'nobody listens: connection refused',
    before: held,
    plans: [trackerPlan(['{nobody}/file.0.csv.gz'])],
    script: [],
    requests: ['plan'],
    state: ['paused by error: unreachable, again in 2 s'],
    reads: [
      'Paused · Docket can’t reach nobody.example · goes on in 2 s | The address did not answer. Check your internet connection; Docket tries again in 2 s.',
    ],
  },
  {
    ...tracker,
    ...kept,
    name: 'https where no encryption is spoken',
    before: held,
    plans: [trackerPlan(['{plain}/file.0.csv.gz'])],
    script: [],
    requests: ['plan'],
    state: ['paused by error: certificate-untrusted, waits for the person'],
    reads: [
      'Paused · The identity of elsewhere.example can’t be confirmed | It showed no certificate that this computer trusts, so nothing was sent. Check the address and this computer’s date, or ask your IT support.',
    ],
    // Chromium has one error for "no TLS here" and for a TLS connection that breaks later: the careful reading counts.
    overChromium: {
      state: ['paused by error: connection-lost, again in 2 s'],
      reads: [
        'Paused · The connection broke off · goes on in 2 s | The answer of elsewhere.example did not arrive whole. What was collected is kept. Nothing needs doing: Docket tries again in 2 s.',
      ],
    },
  },
  {
    ...tracker,
    ...kept,
    name: 'a certificate that vouches for itself: nothing is sent',
    before: held,
    plans: [trackerPlan(['{untrusted}/file.0.csv.gz'])],
    script: [],
    requests: ['plan'],
    state: ['paused by error: certificate-untrusted, waits for the person'],
    reads: [
      'Paused · The identity of untrusted.example can’t be confirmed | It showed no certificate that this computer trusts, so nothing was sent. Check the address and this computer’s date, or ask your IT support.',
    ],
  },
  {
    ...tracker,
    ...kept,
    // By its standard fetch hides a 407 behind an error without words: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
    name: 'a proxy that answers 407',
    before: held,
    script: times(4, status(407, 'Proxy Authentication Required')),
    requests: ['plan', ...Array.from({ length: 4 }, () => '/file bytes=400- if "a"')],
    state: ['paused by error: connection-lost, again in 2 s'],
    reads: [brokeOff('2 s')],
    overChromium: {
      requests: ['plan', '/file bytes=400- if "a"'],
      state: ['paused by error: proxy-sign-in, waits for the person'],
      reads: [
        'Paused · Your network asks for a sign-in | The proxy between this computer and the internet wants a name and a password. Sign in to your network, or ask your IT support; then try again.',
      ],
    },
  },
  {
    ...tracker,
    name: 'a network that answers 511 wants a sign-in of its own',
    before: held,
    script: [status(511), from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['paused by error: not-the-vendor, again in 2 s', 'collected, 60 records'],
    reads: [
      'Paused · Something else answered in place of MyTracker · goes on in 2 s | A web page came where data belongs, such as the sign-in page of a guest network. Open a web page in your browser to sign in to the network; Docket tries again in 2 s.',
      readyToReview,
    ],
  },
];

const crayonPaused = { provider: 'crayon', holds: [file], after: 'nothing' } as const;
const refusedSignIn = json({ Error: 'invalid_grant' }, 400);

/** The vendor's sign-in, before and during a collection. */
export const signInCases: readonly TransferCase[] = [
  {
    ...crayonPaused,
    name: '401 for ever: one new sign-in, then the person is asked',
    script: [status(401), status(401)],
    requests: ['sign-in', 'plan', '/file bytes=0-', 'sign-in', '/file bytes=0-'],
    state: ['paused by error: sign-in-refused, waits for the person'],
    reads: [
      'Paused · Crayon Cloud-iQ refused the sign-in | The names or the secret of this connection are not accepted. Open the connection and enter them again.',
    ],
  },
  {
    ...crayonPaused,
    name: 'the sign-in itself is refused',
    signIns: [refusedSignIn],
    script: [],
    requests: ['sign-in'],
    state: ['paused by error: sign-in-refused, waits for the person'],
    reads: [
      'Paused · Crayon Cloud-iQ refused the sign-in | The names or the secret of this connection are not accepted. Open the connection and enter them again.',
    ],
  },
  {
    ...crayonPaused,
    name: 'the sign-in page of a guest network in place of the vendor’s sign-in',
    signIns: [guestNetwork],
    script: [],
    requests: ['sign-in'],
    state: ['paused by error: not-the-vendor, again in 2 s'],
    reads: [
      'Paused · Something else answered in place of Crayon Cloud-iQ · goes on in 2 s | A web page came where data belongs, such as the sign-in page of a guest network. Open a web page in your browser to sign in to the network; Docket tries again in 2 s.',
    ],
  },
  {
    ...crayonPaused,
    name: '403 to the download: the account may not do it',
    script: [json({ ErrorCode: 'FORBIDDEN', Message: 'No permission' }, 403)],
    requests: ['sign-in', 'plan', '/file bytes=0-'],
    state: ['paused by error: permission-denied, waits for the person'],
    reads: [
      'Paused · Crayon Cloud-iQ does not allow this | The sign-in works, but this account may not do it. Ask whoever manages the account for permission to export.',
    ],
  },
  {
    name: '401 from a vendor whose clock is ten minutes behind: it is the clock',
    provider: 'mypreferences',
    holds: '',
    vendorClock: -660,
    script: [status(401), status(401)],
    requests: ['plan', 'page 1', 'page 1'],
    after: 'first 0 bytes',
    state: ['paused by error: clock-wrong, waits for the person'],
    reads: [
      'Paused · This computer’s clock seems wrong | MyPreferences refuses requests that are dated too early or too late. Set the date and time of this computer, then try again.',
    ],
  },
  {
    ...tracker,
    name: 'the vendor’s "Access denied" for the plan',
    plans: [json({ code: 403, message: 'Access denied', data: null }, 403)],
    script: [],
    requests: ['plan'],
    after: 'nothing',
    state: ['paused by error: sign-in-refused, waits for the person'],
    reads: [
      'Paused · MyTracker refused the sign-in | The names or the secret of this connection are not accepted. Open the connection and enter them again.',
    ],
  },
];
