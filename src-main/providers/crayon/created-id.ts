import type { RequestOf } from '../../../src-preload/contract/requests.ts';
import { lowerKeys } from '../http/lower-keys.ts';
import type { QueueItem } from './queue.ts';

/** The body of `generate-license-report`: https://apidocs.crayon.com/scenarios/exportqueue-create */
export function createBody(request: RequestOf<'crayon'>): string {
  return JSON.stringify({
    CustomerAccountId: request.customerAccountId,
    TimeRange: { From: request.from, To: request.to },
    CloudAccountId: request.cloudAccountId ?? null,
    InvoiceProfileId: request.invoiceProfileId ?? null,
  });
}

/**
 * The id in the answer to create, if it holds one: the vendor's page doesn't show the answer, so an item (bare or one
 * level down), a bare id and nothing at all are all expected. Only an id that wasn't there before counts.
 */
export function idInReply(text: string, before: ReadonlySet<number>): number | null {
  let value: unknown;
  try {
    value = lowerKeys(JSON.parse(text));
  } catch {
    return null;
  }
  const fits = (candidate: unknown): number | null => {
    const id = typeof candidate === 'string' && /^\d+$/.test(candidate) ? Number(candidate) : candidate;
    if (typeof id !== 'number' || !Number.isSafeInteger(id)) return null;
    return id > highest(before) ? id : null;
  };
  const bare = fits(value);
  if (bare !== null) return bare;
  for (const holder of [value, memberOf(value, 'item'), memberOf(value, 'data'), memberOf(value, 'result')]) {
    const found = fits(memberOf(holder, 'id'));
    if (found !== null) return found;
  }
  return null;
}

/**
 * The item that appeared since the list was read before. Where colleagues made some at the same time: ours by
 * `RequestedBy`, then by the dates in `ActionName`, then the newest. Null when nothing new is there yet.
 */
export function newItem(
  items: readonly QueueItem[],
  before: ReadonlySet<number>,
  request: RequestOf<'crayon'>,
  userName: string,
): number | null {
  const top = highest(before);
  const fresh = items.filter((item) => item.id > top && !before.has(item.id));
  const isMine = (item: QueueItem) => item.requestedby?.toLowerCase() === userName.toLowerCase();
  // Where the list is seen to name us, what doesn't is a colleague's, and ours is still to come.
  const mine = items.some(isMine) ? fresh.filter(isMine) : fresh;
  const dates = [request.from, request.to].map((time) => time.slice(0, 10).replaceAll('-', '.'));
  const same = preferring(mine, (item) => dates.every((date) => item.actionname?.includes(date) === true));
  return same.length === 0 ? null : Math.max(...same.map((item) => item.id));
}

function preferring<T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const chosen = all.filter(fits);
  return chosen.length === 0 ? all : chosen;
}

function highest(ids: ReadonlySet<number>): number {
  let top = -1;
  for (const id of ids) top = Math.max(top, id);
  return top;
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
