import { type QuotaLimits, vendorLimits } from './quotas.ts';

/** How exports made from now on end. */
export type TrackerOutcome =
  | 'success'
  | 'error-transient'
  | 'error-permanent'
  | 'user-error'
  | 'unknown-status';

/** Both spellings that the vendor's pages show, and the other reason. */
export const userErrors = [
  'Too many lines in one export',
  'Too many lines in export',
  'Too much export data',
] as const;

/** How the practice MyTracker behaves; turn with `set`. */
export interface MyTrackerKnobs {
  /** HTTP 200 for every API answer; the real code stands in the body. */
  readonly http200: boolean;
  /** Whether create also answers GET, as some scripts assume. */
  readonly createByGet: boolean;
  readonly outcome: TrackerOutcome;
  readonly errorMessage: string;
  /** How many times a transient `Error occurred` shows before the export goes on. */
  readonly transientErrors: number;
  /** The sixth status. */
  readonly unknownStatus: string;
  /** get.json says the export can be cancelled, and it completes before the cancel arrives. */
  readonly cancelRace: boolean;
  /** `other`: links lead to a storage host that refuses an Authorization header. */
  readonly linkHost: 'same' | 'other';
  /** The vendor recommends a signature on downloads and announces it as mandatory; `?auth=1` always asks for it. */
  readonly downloadAuth: 'required' | 'optional';
  /** The vendor's own host redirects a download to the storage host. */
  readonly redirectDownload: boolean;
  /** get.json gives new links once the old ones are dead. */
  readonly renewLinks: boolean;
  readonly expiredAnswer: 403 | 404 | 410;
  /** `honest` serves ranges; `ignored` answers 200; `wrong-start` and `wrong-total` lie in Content-Range; `none` doesn't know ranges at all. */
  readonly ranges: 'honest' | 'ignored' | 'wrong-start' | 'wrong-total' | 'none';
  readonly etag: 'strong' | 'weak' | 'none' | 'changing';
  readonly lastModified: boolean;
  /** The file itself is damaged at the vendor's; length and ETag are right for the damaged bytes. */
  readonly fileDamage: 'none' | 'crc' | 'truncated' | 'not-gzip' | 'headerless';
  /** The server takes the file for a compressed page and says `Content-Encoding: gzip`. */
  readonly contentEncoding: boolean;
  readonly quotas: QuotaLimits;
}

export const startKnobs: MyTrackerKnobs = {
  http200: false,
  createByGet: false,
  outcome: 'success',
  errorMessage: userErrors[0],
  transientErrors: 2,
  unknownStatus: 'Waiting in queue',
  cancelRace: false,
  linkHost: 'same',
  downloadAuth: 'required',
  redirectDownload: false,
  renewLinks: false,
  expiredAnswer: 403,
  ranges: 'honest',
  etag: 'strong',
  lastModified: true,
  fileDamage: 'none',
  contentEncoding: false,
  quotas: vendorLimits,
};
