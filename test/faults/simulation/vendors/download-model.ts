import { createHash } from 'node:crypto';
import type { Random } from '../core/random.ts';
import type { Swarm } from '../core/swarm.ts';
import { newest, type Reply, type VendorPart } from './vendor.ts';

/** How a file server behaves; each seed has its own. */
export interface FileServer {
  answer(part: VendorPart, headers: Headers, more?: Readonly<Record<string, string>>): Reply;
}

/** RFC 9110 §14 (ranges) and §13.1.5 (If-Range), as servers have it: with and without, with strong proof and without. */
export function createFileServer(random: Random, swarm: Swarm): FileServer {
  const ranges = !(swarm.has('no-ranges') && random.chance(0.5));
  const proof = random.pick(
    swarm.has('no-ranges')
      ? (['etag', 'weak', 'date', 'none'] as const)
      : (['etag', 'etag', 'date'] as const),
  );
  const framing = swarm.has('no-lengths') && random.chance(0.5) ? ('open' as const) : ('length' as const);
  // There are servers that pass over If-Range and send a part of whatever they have now.
  const deaf = swarm.has('changed-files') && random.chance(0.5);
  const wholeSaid = !(swarm.has('no-lengths') && random.chance(0.5));

  return {
    answer(part, headers, more = {}) {
      const { bytes, changedAt } = newest(part);
      const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
      const date = new Date(changedAt).toUTCString();
      const validators = {
        ...(proof === 'etag' ? { etag: tag } : {}),
        ...(proof === 'weak' ? { etag: `W/${tag}` } : {}),
        ...(proof === 'date' || proof === 'weak' ? { 'last-modified': date } : {}),
      };
      const all: Reply = { status: 200, body: bytes, framing, headers: { ...validators, ...more } };
      const from = /^bytes=(\d+)-$/.exec(headers.get('range') ?? '')?.[1];
      if (!ranges || from === undefined) return all;
      const condition = headers.get('if-range');
      if (
        !deaf &&
        condition !== null &&
        condition !== (proof === 'etag' ? tag : proof === 'none' ? null : date)
      )
        return all;
      const start = Number(from);
      const size = wholeSaid ? String(bytes.length) : '*';
      if (start >= bytes.length) {
        return {
          status: 416,
          body: Buffer.alloc(0),
          headers: { 'content-range': `bytes */${bytes.length}` },
        };
      }
      return {
        status: 206,
        body: bytes.subarray(start),
        framing,
        headers: { ...validators, ...more, 'content-range': `bytes ${start}-${bytes.length - 1}/${size}` },
      };
    },
  };
}
