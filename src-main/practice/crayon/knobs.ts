/** How the practice Cloud-iQ behaves; turn with `set`. */
export interface CrayonKnobs {
  /** The docs know both a failing status and a 200 whose `Error` is set. */
  readonly badCredentials: '400' | '401' | '200-with-error';
  /** What create answers; the vendor's page does not show it. */
  readonly createReply: 'item' | 'id' | 'empty';
  /** How reports made from now on end. */
  readonly outcome: 'processed' | 'failed';
  /** How long a processed report is not downloadable yet; null = one pace. */
  readonly downloadableLagMs: number | null;
  /** Bits added to every Status, which is a set of flags. */
  readonly extraStatusBits: number;
  /** Reports of other users show up in the list. */
  readonly otherUsers: boolean;
  /** Days in the past that the list covers; older reports vanish from it. */
  readonly daysListed: number;
  /** `by-accept`: bytes for `application/octet-stream`, JSON with base64 for `application/json`. */
  readonly downloadForm: 'by-accept' | 'bytes' | 'json';
  /** Text says zip, the address says xlsx: both exist. */
  readonly content: 'zip' | 'xlsx';
  readonly disposition: 'plain' | 'extended' | 'missing' | 'hostile';
  /** FileName and FileContentType in the JSON form. */
  readonly jsonNames: boolean;
  readonly deleteReply: 200 | 204;
  /** What the list shows of a deleted report. */
  readonly afterDelete: 'gone' | 'status-4';
  readonly errorBody: 'json' | 'empty' | 'html';
}

export const startKnobs: CrayonKnobs = {
  badCredentials: '400',
  createReply: 'item',
  outcome: 'processed',
  downloadableLagMs: null,
  extraStatusBits: 0,
  otherUsers: true,
  daysListed: 7,
  downloadForm: 'by-accept',
  content: 'zip',
  disposition: 'plain',
  jsonNames: true,
  deleteReply: 204,
  afterDelete: 'gone',
  errorBody: 'json',
};
