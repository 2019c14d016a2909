import { z } from 'zod';

/** The network between this computer and the vendor. */
export const networkCodes = [
  'offline',
  'unreachable',
  'timeout',
  'connection-lost',
  'certificate-untrusted',
  'proxy-sign-in',
  'proxy-unreachable',
  'not-the-vendor', // an HTML page (captive portal, login page) where an API answer belongs
  'redirect-refused',
] as const;

/**
 * Everything that can go wrong, by name. A code has a title, a reason and a next step in `src-renderer/words`;
 * main never sends a sentence meant for the screen.
 */
export const errorCodes = [
  ...networkCodes,
  // What the vendor answers
  'sign-in-refused',
  'permission-denied',
  'clock-wrong',
  'not-found',
  'rate-limited',
  'vendor-unavailable',
  'request-rejected', // `detail` holds the vendor's own words
  'answer-empty',
  'answer-malformed',
  'answer-too-large',
  // Exports
  'export-not-ready',
  'export-failed',
  'export-expired',
  'export-gone',
  'link-expired',
  'cannot-cancel',
  'already-on-list',
  'reference-invalid',
  'job-not-found',
  'job-busy',
  'not-offered', // the vendor has no such call
  // Disk and verification; `subject` is the file's name
  'disk-full',
  'folder-unwritable',
  'folder-missing',
  'file-locked',
  'disk-error', // the disk itself refuses to write or read: a failing or unplugged drive
  'file-missing',
  'file-changed',
  'no-program', // the system has no program for such a file
  'length-mismatch',
  'gzip-corrupt',
  'zip-corrupt',
  'not-a-workbook',
  'header-missing',
  'headers-differ',
  'pages-inconsistent',
  'count-mismatch',
  'export-changed', // the vendor's file is no longer the one we began to collect
  // Commit
  'not-collected',
  'not-reviewed',
  'fingerprint-stale',
  'commit-running',
  'commit-refused',
  'commit-unknown',
  'already-committed',
  'commit-not-done', // interrupted, and the vendor says that nothing of it arrived
  'commit-too-late', // the vendor refused it: the export has expired there
  'receipt-not-written', // the vendor has confirmed, the ledger can't take it yet; `detail` says why
  // Receipts and files
  'receipt-not-found',
  'file-in-bin', // a clean-up moved it to the system's bin
  'file-not-committed', // not, or no longer, covered by a receipt: a clean-up leaves it
  'bin-unavailable', // the system refused to move it to the bin; nothing was deleted
  'print-failed',
  // Credentials
  'keychain-locked',
  'keychain-timeout',
  'keychain-refused',
  'keychain-unavailable',
  'secret-too-long',
  'secret-missing',
  'connection-not-found',
  'connection-invalid',
  'schedule-not-found',
  // Review
  'review-unreadable',
  'review-stopped',
  'review-closed',
  'review-empty', // the file has no bytes, or nothing but white space
  'review-loading', // asked before all rows are read
  'review-memory', // neither memory nor disk suffice for this
  'save-too-many-rows', // `subject`: the rows; `detail`: what a sheet of Excel holds
  'save-beyond-excel', // a cell, a row or the whole is larger than Excel allows
  'save-over-original',
  'compare-not-same-kind',
  // The app itself
  'ledger-damaged',
  'ledger-rows-unreadable', // some rows can't be read: they are kept, the others load; `subject` names them, or the file that keeps them
  'ledger-newer',
  'settings-damaged',
  'practice-unavailable',
  'call-refused',
  'call-unknown',
  'call-invalid',
  'cancelled',
  'unexpected',
] as const;

export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** What the person can do about it, as data: a button's meaning and not a closure. */
export const errorActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('try-again') }),
  z.object({ kind: z.literal('edit-connection'), connectionId: z.string() }),
  z.object({ kind: z.literal('choose-folder') }),
  z.object({ kind: z.literal('repeat-export'), jobId: z.string() }),
  z.object({ kind: z.literal('collect-again'), jobId: z.string() }),
  z.object({ kind: z.literal('settle-commit'), jobId: z.string() }),
  z.object({ kind: z.literal('wait'), until: z.number() }),
]);
export type ErrorAction = z.infer<typeof errorActionSchema>;

/** What a failure points at: a box of the connection, or this computer's clock. */
export const suspectSchema = z.enum([
  'baseUrl',
  'tokenUrl',
  'clientId',
  'userId',
  'apiUserId',
  'userName',
  'oauthClientId',
  'scope',
  'sharedKey',
  'oauthClientSecret',
  'secretKey',
  'clientSecret',
  'password',
  'permission',
  'clock',
]);
export type Suspect = z.infer<typeof suspectSchema>;

/**
 * `subject` names the thing (a file, a connection, a field, a vendor); `detail` is the vendor's or the system's own
 * word for the details panel, already free of secrets.
 */
export const docketErrorSchema = z.object({
  code: errorCodeSchema,
  subject: z.string().max(500).optional(),
  detail: z.string().max(2000).optional(),
  action: errorActionSchema.optional(),
  /** Where the vendor's answer, or the network's, says more than the code: one of these is at fault. */
  suspects: z.array(suspectSchema).max(6).readonly().optional(),
});
export type DocketError = Readonly<z.infer<typeof docketErrorSchema>>;

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: DocketError };
