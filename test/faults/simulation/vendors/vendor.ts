import type { ConnectionDraft } from '../../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../../src-preload/contract/ids.ts';
import type { ExportRequest } from '../../../../src-preload/contract/requests.ts';
import type { Random } from '../core/random.ts';
import type { Swarm } from '../core/swarm.ts';

/** A request as it comes out of the network at the vendor. */
export interface Arrival {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** `open`: without a length; the end of the connection is the end of the body. */
  readonly framing?: 'length' | 'open';
  /** What the answer tells of our acknowledgement of exports. */
  readonly says?: readonly Said[];
  /** The vendor asks to be left alone for so long, ms. */
  readonly leaveAlone?: number;
}

export interface Said {
  readonly reference: string;
  readonly acknowledged: boolean;
}

/** One thing that can be collected: every content that it ever had, the newest last. */
export interface VendorPart {
  readonly versions: { readonly bytes: Buffer; readonly rows: number; readonly changedAt: number }[];
}

export type VendorState = 'preparing' | 'ready' | 'failed' | 'cancelled' | 'expired' | 'gone';

export interface VendorExport {
  readonly reference: string;
  state: VendorState;
  /** Who took it from `ready`, or kept it from getting there. */
  endedBy: 'vendor' | 'colleague' | 'us' | null;
  acknowledgedBy: 'colleague' | 'us' | null;
  readonly parts: readonly VendorPart[];
}

export interface VendorTools {
  /** True time, epoch ms. */
  readonly now: () => number;
  readonly random: Random;
  readonly swarm: Swarm;
  readonly note: (what: string) => void;
  readonly violated: (what: string) => void;
}

export interface Vendor {
  readonly provider: ProviderId;
  readonly hosts: readonly string[];
  readonly exports: readonly VendorExport[];
  /** Nothing of these may be seen outside the keychain. */
  readonly secrets: readonly string[];
  draft(): ConnectionDraft;
  request(): ExportRequest;
  /** An export that was made elsewhere. */
  add(state: VendorState): VendorExport;
  handle(arrival: Arrival): Reply;
  /** When a request leaves this computer: what the vendor counts. */
  onDeparture(url: URL): void;
  /** Something happens at the vendor by itself. */
  live(): void;
  /** From now on all goes well: what is being prepared gets ready, nothing dies any more. */
  heal(): void;
}

export function json(status: number, value: unknown, more: Partial<Reply> = {}): Reply {
  return {
    status,
    body: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    ...more,
    headers: { 'content-type': 'application/json', ...more.headers },
  };
}

export function text(status: number, body: string, type = 'text/plain'): Reply {
  return { status, body: Buffer.from(body), headers: { 'content-type': type } };
}

export function newest(part: VendorPart): VendorPart['versions'][number] {
  const version = part.versions.at(-1);
  if (version === undefined) throw new Error('a part without content');
  return version;
}

/** Vendors that limit: by chance a 429, now and then with an absurd wait. */
export function limitedNow(tools: VendorTools, healed: boolean): number | null {
  if (healed || !tools.swarm.has('rate-limits') || !tools.random.chance(0.03 * tools.swarm.force))
    return null;
  return tools.random.pick([2, 5, 30, 90, 600, 86_400]) * 1000;
}

/** What broke didn't act. Only questions are answered with a wrong 200: that would be a lie to anything else. */
export function brokenNow(tools: VendorTools, method: string, healed: boolean): Reply | null {
  if (healed || !tools.swarm.has('server-errors') || !tools.random.chance(0.03 * tools.swarm.force))
    return null;
  const kind = tools.random.pick(
    method === 'GET'
      ? (['500', '503', 'empty', 'nonsense', 'html'] as const)
      : (['500', '503', 'html'] as const),
  );
  tools.note(`answers ${kind} by itself`);
  switch (kind) {
    case '500':
      return json(500, { Message: 'Internal error' });
    case '503':
      return { ...text(503, ''), headers: { 'retry-after': String(tools.random.pick([1, 20, 400])) } };
    case 'empty':
      return json(200, '');
    case 'nonsense':
      return json(200, '{"Cou');
    case 'html':
      return text(502, '<html><body>Bad gateway</body></html>', 'text/html');
  }
}
