import type { ErrorCode } from '../../src-preload/contract/errors.ts';

/**
 * What a failure of the commit call says of the commit.
 * - `not-sent`: nothing of it left this computer.
 * - `turned-away`: it was sent back at the door, as such and with no look at the export (401, 403, 429).
 * - `refused`: the vendor answered that it can't be done with this export. A colleague may have committed it before, so
 *   the vendor's status is asked; a "no" counts at once, since nothing of ours is at work there any more.
 * - `lost`: perhaps it arrived. The vendor's status settles it.
 */
export type Certainty = 'not-sent' | 'turned-away' | 'refused' | 'lost';

/** Every code has its place: a new one without a decision doesn't compile. In doubt it is `lost`. */
const certainties: Readonly<Record<ErrorCode, Certainty>> = {
  offline: 'not-sent',
  unreachable: 'not-sent',
  'certificate-untrusted': 'not-sent',
  'proxy-sign-in': 'not-sent',
  'proxy-unreachable': 'not-sent',
  'connection-not-found': 'not-sent',
  'connection-invalid': 'not-sent',
  'secret-missing': 'not-sent',
  'keychain-locked': 'not-sent',
  'keychain-timeout': 'not-sent',
  'keychain-refused': 'not-sent',
  'keychain-unavailable': 'not-sent',
  'reference-invalid': 'not-sent',
  'not-offered': 'not-sent',

  'sign-in-refused': 'turned-away',
  'permission-denied': 'turned-away',
  'clock-wrong': 'turned-away',
  'rate-limited': 'turned-away',

  'request-rejected': 'refused',
  'commit-refused': 'refused',
  'not-found': 'refused',
  'export-gone': 'refused',
  'export-expired': 'refused',
  'export-failed': 'refused',
  'export-not-ready': 'refused',

  timeout: 'lost',
  'connection-lost': 'lost',
  'not-the-vendor': 'lost',
  'redirect-refused': 'lost',
  'vendor-unavailable': 'lost',
  'answer-empty': 'lost',
  'answer-malformed': 'lost',
  'answer-too-large': 'lost',
  cancelled: 'lost',
  unexpected: 'lost',

  // No commit call ends with these. Should one ever do so, nothing is taken for granted.
  'link-expired': 'lost',
  'cannot-cancel': 'lost',
  'already-on-list': 'lost',
  'job-not-found': 'lost',
  'schedule-not-found': 'lost',
  'job-busy': 'lost',
  'disk-full': 'lost',
  'folder-unwritable': 'lost',
  'folder-missing': 'lost',
  'file-locked': 'lost',
  'disk-error': 'lost',
  'file-missing': 'lost',
  'file-changed': 'lost',
  'no-program': 'lost',
  'length-mismatch': 'lost',
  'gzip-corrupt': 'lost',
  'zip-corrupt': 'lost',
  'not-a-workbook': 'lost',
  'header-missing': 'lost',
  'headers-differ': 'lost',
  'pages-inconsistent': 'lost',
  'count-mismatch': 'lost',
  'export-changed': 'lost',
  'not-collected': 'lost',
  'not-reviewed': 'lost',
  'fingerprint-stale': 'lost',
  'commit-running': 'lost',
  'commit-unknown': 'lost',
  'already-committed': 'lost',
  'commit-not-done': 'lost',
  'commit-too-late': 'lost',
  'receipt-not-written': 'lost',
  'receipt-not-found': 'lost',
  'file-in-bin': 'lost',
  'file-not-committed': 'lost',
  'bin-unavailable': 'lost',
  'print-failed': 'lost',
  'secret-too-long': 'lost',
  'review-unreadable': 'lost',
  'review-stopped': 'lost',
  'review-closed': 'lost',
  'review-empty': 'lost',
  'review-loading': 'lost',
  'review-memory': 'lost',
  'save-too-many-rows': 'lost',
  'save-over-original': 'lost',
  'save-beyond-excel': 'lost',
  'compare-not-same-kind': 'lost',
  'ledger-damaged': 'lost',
  'ledger-rows-unreadable': 'lost',
  'ledger-newer': 'lost',
  'settings-damaged': 'lost',
  'practice-unavailable': 'lost',
  'call-refused': 'lost',
  'call-unknown': 'lost',
  'call-invalid': 'lost',
};

export function certaintyOf(code: ErrorCode): Certainty {
  return certainties[code];
}

/** The vendor surely has not acted, and needn't be asked: the commit is open again. */
export function isSurelyNotDone(code: ErrorCode): boolean {
  return certainties[code] === 'not-sent' || certainties[code] === 'turned-away';
}
