import { z } from 'zod';
import type { ExportState } from '../../../src-preload/contract/jobs.ts';
import { Failure } from '../../ports/failure.ts';
import type { ExportReport } from '../provider.ts';

const idSchema = z.union([z.string(), z.number().int()]).transform(String);
/** The vendor sends numbers as strings; both are taken. What is neither must not keep a file from being collected. */
const epochSecondsSchema = z.coerce.number().int().positive().nullable().catch(null);

const getDataSchema = z.object({
  idRawExport: idSchema.optional(),
  status: z.string().min(1),
  progress: z.union([z.string(), z.number()]).optional(),
  isCancellable: z.boolean().optional(),
  errorMessage: z.string().optional(),
  files: z
    .array(z.object({ link: z.string().min(1), timestampExpires: epochSecondsSchema.optional() }))
    .optional(),
});

export interface TrackerFile {
  readonly link: string;
  /** Epoch ms by this computer's clock; null when the vendor doesn't say. */
  readonly expiresAt: number | null;
}

export interface TrackerExport {
  readonly report: ExportReport;
  readonly files: readonly TrackerFile[];
}

/** What the reading of a status needs besides the vendor's words. */
export interface Circumstances {
  readonly reference: string;
  /** This computer's clock, epoch ms. */
  readonly now: number;
  /** How far the vendor's clock is ahead of this computer's, ms. */
  readonly skew: number;
  /** How often in a row `Error occurred` has been seen, this time included. */
  readonly errorsInARow: number;
}

/** So often `Error occurred` is taken for a hiccup: the vendor's own client goes on asking, its docs say to repeat. */
export const toleratedErrors = 3;

/**
 * One answer of get.json (https://docs.tracker.my.com/api/export-api/raw/get). A status that the page doesn't list reads
 * as running, and is shown as it is.
 */
export function readExport(data: unknown, about: Circumstances): TrackerExport {
  const parsed = getDataSchema.safeParse(data);
  if (!parsed.success) {
    throw new Failure('answer-malformed', { detail: parsed.error.issues[0]?.path.join('.') ?? 'data' });
  }
  const { status, errorMessage, isCancellable, idRawExport } = parsed.data;
  // An answer to another question must not be taken for this one's (a cache on the way).
  if (idRawExport !== undefined && idRawExport !== about.reference) {
    throw new Failure('answer-malformed', { detail: 'idRawExport' });
  }
  const files = (parsed.data.files ?? []).map(({ link, timestampExpires }) => ({
    link,
    expiresAt: typeof timestampExpires === 'number' ? timestampExpires * 1000 - about.skew : null,
  }));
  const state = stateOf(parsed.data, files, about);
  return {
    files,
    report: {
      reference: about.reference,
      state: state ?? { kind: 'running' },
      vendorStatus: status,
      vendorStatusUnknown: state === null,
      rows: null,
      bytes: null,
      files: files.length > 0 ? files.length : null,
      cancellable: isCancellable === true,
      details: errorMessage === undefined ? [] : [{ label: 'errorMessage', value: errorMessage }],
    },
  };
}

function stateOf(
  data: z.infer<typeof getDataSchema>,
  files: readonly TrackerFile[],
  { now, errorsInARow }: Circumstances,
): ExportState | null {
  switch (data.status) {
    case 'In progress':
      return { kind: 'running', ...percentOf(data.progress) };
    case 'Success!':
      return readyUntil(files, now);
    case 'Error occurred':
      return errorsInARow <= toleratedErrors
        ? { kind: 'running' }
        : { kind: 'failed', reason: data.status, repeatable: true };
    case 'User error occurred':
      return { kind: 'failed', reason: reasonOf(data.errorMessage) ?? data.status, repeatable: false };
    case 'Canceled by user':
      return { kind: 'cancelled' };
    default:
      return null;
  }
}

/** All files have to be collected, so the first to die is the end. */
function readyUntil(files: readonly TrackerFile[], now: number): ExportState {
  const ends = files.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]));
  if (ends.length === 0) return { kind: 'ready' };
  const expiresAt = Math.min(...ends);
  return expiresAt <= now ? { kind: 'expired' } : { kind: 'ready', expiresAt };
}

/** `64%`, as a number; nothing when it is no percentage. */
function percentOf(progress: string | number | undefined): { readonly percent?: number } {
  const [, digits] = /^\s*(\d+(?:[.,]\d+)?)\s*%?\s*$/.exec(String(progress ?? '')) ?? [];
  if (digits === undefined) return {};
  return { percent: Math.min(100, Number(digits.replace(',', '.'))) };
}

/**
 * The vendor's pages spell it "Too many lines in one export" and "Too many lines in export": told by its beginning, so
 * that one reason has one name. What isn't known is passed on as it is.
 */
function reasonOf(errorMessage: string | undefined): string | undefined {
  const known = ['Too many lines', 'Too much export data'].find((start) =>
    errorMessage?.trim().toLowerCase().startsWith(start.toLowerCase()),
  );
  return (known ?? errorMessage)?.slice(0, 500);
}
