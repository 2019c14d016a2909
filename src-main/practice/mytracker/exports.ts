import * as z from 'zod';
import { progressAt } from '../practice-options.ts';

/** Where nobody asked for a period. */
export const january = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) } as const;

/** One raw export as the vendor keeps it; its status follows from these facts and the time. */
export const trackerExportSchema = z.object({
  id: z.string(),
  event: z.string(),
  selectors: z.array(z.string()).readonly(),
  createdAt: z.number(),
  readyAt: z.number(),
  outcome: z.enum(['success', 'error-transient', 'error-permanent', 'user-error', 'unknown-status']),
  errorMessage: z.string(),
  /** How many more times `Error occurred` shows. */
  errorsLeft: z.number(),
  cancelledAt: z.number().nullable(),
  rowsPerPart: z.number(),
  /** In which its events lie, epoch ms; what was kept before there was any had those of January. */
  period: z.object({ from: z.number(), to: z.number() }).readonly().default(january),
  /** Served from the public file in place of made-up rows. */
  fromPublicFile: z.boolean(),
  files: z
    .array(
      z.object({
        /** Unguessable part of the link; changes when links are renewed. */
        hash: z.string(),
        expiresAt: z.number(),
      }),
    )
    .readonly(),
});
export type TrackerExport = Readonly<z.infer<typeof trackerExportSchema>>;

export type TrackerState =
  | { readonly kind: 'running'; readonly percent: number; readonly isCancellable: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'success' }
  | { readonly kind: 'error' }
  | { readonly kind: 'user-error' }
  | { readonly kind: 'cancelled' };

export function stateOf(item: TrackerExport, now: number): TrackerState {
  if (item.cancelledAt !== null) return { kind: 'cancelled' };
  if (item.outcome === 'error-transient' && item.errorsLeft > 0 && now >= item.createdAt)
    return { kind: 'error' };
  if (now < item.readyAt) {
    if (item.outcome === 'unknown-status') return { kind: 'unknown' };
    const percent = progressAt(item.createdAt, item.readyAt, now);
    // The documented example at 64 % can no longer be cancelled.
    return { kind: 'running', percent, isCancellable: percent < 64 };
  }
  if (item.outcome === 'error-permanent') return { kind: 'error' };
  return item.outcome === 'user-error' ? { kind: 'user-error' } : { kind: 'success' };
}

/** `<id>.<event>.<hash>.<part>.csv.gz`, as in the vendor's examples. */
export function fileName(item: TrackerExport, part: number): string {
  return `${item.id}.${item.event}.${item.files[part]?.hash ?? ''}.${part}.csv.gz`;
}
