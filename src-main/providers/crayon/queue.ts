import { z } from 'zod';
import { lowerKeys } from '../http/lower-keys.ts';

const text = z.string().nullish().catch(null);

/**
 * ExportQueueItem, keys in lower case: https://apidocs.crayon.com/resources/ExportQueueItem. `ActionUrl` is an address
 * inside the vendor's house and is not even read. What is not needed to tell exports apart may be missing or odd.
 */
export const queueItemSchema = z.object({
  id: z.number().int().nonnegative(),
  /** A set of flags; a .NET service may also write their names. */
  status: z.union([z.number().int(), z.string().max(200)]),
  downloadable: z.boolean().nullish().catch(null),
  attempts: z.number().int().nullish().catch(null),
  actionname: text,
  requestedby: text,
  createddate: text,
});
export type QueueItem = Readonly<z.infer<typeof queueItemSchema>>;

/** ExportQueueResult. Without `Items` nothing is known: an empty list would make every export look gone. */
export const queueSchema = z.preprocess(
  lowerKeys,
  z.object({ items: z.array(queueItemSchema), nrofdays: z.number().nullish().catch(null) }),
);

export const flags = { queued: 1, processed: 2, deleted: 4, failed: 8 } as const;

/** The flags of a status, by number or by name ("Queued", "Processed, Deleted"); null when a word is not known. */
export function flagsOf(status: number | string): number | null {
  if (typeof status === 'number') return status;
  if (/^\d+$/.test(status.trim())) return Number(status);
  let sum = 0;
  for (const word of status.split(/[,|]/)) {
    const name = word.trim().toLowerCase();
    if (name === 'none') continue;
    const known = Object.entries(flags).find(([flag]) => flag === name);
    if (known === undefined) return null;
    sum |= known[1];
  }
  return sum;
}

/** `CreatedDate` as epoch ms. It has no zone; UTC is assumed, so it may be some hours off. Null when unreadable. */
export function createdAtOf(item: QueueItem): number | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?$/i.exec(
    item.createddate?.trim() ?? '',
  );
  if (match === null) return null;
  const at = Date.parse(`${match[1]}${match[2] ?? 'Z'}`);
  return Number.isNaN(at) ? null : at;
}
