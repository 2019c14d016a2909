import * as z from 'zod';

/** One item of the export queue as the vendor keeps it; status and attempts follow from these facts and the time. */
export const crayonItemSchema = z.object({
  id: z.number(),
  createdAt: z.number(),
  processedAt: z.number(),
  downloadableAt: z.number(),
  outcome: z.enum(['processed', 'failed']),
  /** The file is gone at the vendor although the item is still listed. */
  fileGone: z.boolean(),
  deletedAt: z.number().nullable(),
  requestedBy: z.string(),
  accountId: z.number(),
  from: z.string(),
  to: z.string(),
  lines: z.number(),
});
export type CrayonItem = Readonly<z.infer<typeof crayonItemSchema>>;

/** ExportQueueItemStatusEnum; powers of two, so a set of flags. */
const statusBits = { none: 0, queued: 1, processed: 2, deleted: 4, failed: 8 } as const;

/** The worker tries a failing report so many times. */
const mostAttempts = 3;

export function statusAt(item: CrayonItem, now: number): number {
  if (item.deletedAt !== null) return statusBits.deleted;
  if (now < item.processedAt) return statusBits.queued;
  return item.outcome === 'failed' ? statusBits.failed : statusBits.processed;
}

export function isDownloadable(item: CrayonItem, now: number): boolean {
  return statusAt(item, now) === statusBits.processed && now >= item.downloadableAt && !item.fileGone;
}

function attemptsAt(item: CrayonItem, now: number): number {
  if (item.outcome === 'processed') return now < item.processedAt ? 0 : 1;
  if (now >= item.processedAt) return mostAttempts;
  const share = (now - item.createdAt) / (item.processedAt - item.createdAt);
  return Math.min(mostAttempts, Math.max(0, Math.floor(share * (mostAttempts + 1))));
}

/** The item as the list shows it, keys in the vendor's order. */
export function listed(item: CrayonItem, now: number, extraBits: number): object {
  return {
    Id: item.id,
    Status: statusAt(item, now) | extraBits,
    // An internal address that no client should call; the vendor shows it all the same.
    ActionUrl: `subscriptions/file/xlsx?tenantId=4663&organizationId=${item.accountId}&userId=ab69b121-b662-4388-abbc-1ddd7810605a&from=${encodedTime(item.from)}&to=${encodedTime(item.to)}&publisherId=2&cloudAccountId=&invoiceProfileId=`,
    Downloadable: isDownloadable(item, now),
    Attempts: attemptsAt(item, now),
    ActionName: `New Commerce License-based Report@${dotted(item.from)} - ${dotted(item.to)}`,
    RequestedBy: item.requestedBy,
    CreatedDate: withoutZone(item.createdAt),
  };
}

export function reportName(item: CrayonItem): string {
  return `New Commerce License-based Report ${item.from.slice(0, 10)} - ${item.to.slice(0, 10)}`;
}

/** The vendor writes no zone. */
function withoutZone(at: number): string {
  return new Date(at).toISOString().replace('Z', '');
}

function dotted(time: string): string {
  return time.slice(0, 10).replaceAll('-', '.');
}

/** `2015-01-01T00%3a00%3a00.0000000%2b00%3a00`: .NET's round-trip form, with its lower-case escapes. */
function encodedTime(time: string): string {
  return `${time.slice(0, 10)}T00%3a00%3a00.0000000%2b00%3a00`;
}
