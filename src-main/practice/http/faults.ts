import type { Manner, PracticeReply, PracticeRequest } from './reply.ts';
import { captivePortalPage, html } from './reply.ts';

/** `Retry-After` has two forms (RFC 9110, section 10.2.3). */
export type RetryAfter = { readonly seconds: number } | { readonly date: number };

/** What goes wrong. */
export type FaultEffect =
  /** An answer in place of the vendor's; the request is not served. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly retryAfter?: RetryAfter;
    }
  /** 200 with the sign-in page of a network gateway. */
  | { readonly kind: 'captive-portal' }
  /** The connection dies before the request is served. */
  | { readonly kind: 'refuse' }
  /** The request is served, then the connection dies without an answer. */
  | { readonly kind: 'lose-reply' }
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | { readonly kind: 'stall'; readonly afterBytes?: number }
  | { readonly kind: 'slow'; readonly chunkBytes: number; readonly delayMs: number }
  | { readonly kind: 'length'; readonly declared: number | 'chunked' | 'until-close' }
  /** Flips one byte of the body; a negative position counts from the end. */
  | { readonly kind: 'corrupt'; readonly at: number }
  | { readonly kind: 'latency'; readonly ms: number };

/** When it goes wrong. */
export interface FaultScope {
  /** Tested on `METHOD /path?query`; a string must be contained. Absent = every request. */
  readonly match?: string | RegExp;
  /** So many matching requests pass first. Default 0. */
  readonly skip?: number;
  /** How often. Default 1; `Infinity` = until removed. */
  readonly times?: number;
}

export type Fault = FaultEffect & FaultScope;

export interface FaultQueue {
  /** Returns a function that takes the fault back; what it still holds up or slows down goes on at once. */
  add(fault: Fault): () => void;
  clear(): void;
  /** Faults that have not yet struck as often as they should. */
  readonly pending: number;
}

/** The faults that strike one request. */
export interface Strike {
  readonly latencyMs: number;
  readonly effects: readonly Exclude<FaultEffect, { kind: 'latency' }>[];
  /** Aborted when one of the faults is taken back. */
  readonly over: AbortSignal;
}

interface Armed {
  readonly fault: Fault;
  skip: number;
  times: number;
  /** One for each request that it struck. */
  readonly struck: AbortController[];
}

/** The queue as the server holds it. */
export interface ArmedFaults extends FaultQueue {
  strike(request: PracticeRequest): Strike;
  /** Whether a connection is to die without an answer. */
  readonly losesReplies: boolean;
}

export function createFaults(onAdd: () => void): ArmedFaults {
  let armed: readonly Armed[] = [];
  return {
    get pending() {
      return armed.length;
    },
    get losesReplies() {
      return armed.some(({ fault }) => fault.kind === 'lose-reply' || fault.kind === 'refuse');
    },
    add(fault) {
      const entry: Armed = { fault, skip: fault.skip ?? 0, times: fault.times ?? 1, struck: [] };
      armed = [...armed, entry];
      onAdd();
      return () => {
        armed = armed.filter((other) => other !== entry);
        for (const strike of entry.struck) strike.abort();
      };
    },
    clear() {
      armed = [];
    },
    strike(request) {
      let latencyMs = 0;
      const effects: Exclude<FaultEffect, { kind: 'latency' }>[] = [];
      const over = new AbortController();
      const line = `${request.method} ${request.target}`;
      for (const entry of armed) {
        if (!matches(entry.fault.match, line)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        // Latency goes with anything else; of the rest only the first in line strikes, so that "fail twice, then cut" reads in order.
        if (entry.fault.kind === 'latency') latencyMs += entry.fault.ms;
        else if (effects.length === 0) effects.push(entry.fault);
        else continue;
        entry.times -= 1;
        entry.struck.push(over);
      }
      armed = armed.filter((entry) => entry.times > 0);
      return { latencyMs, effects, over: over.signal };
    },
  };
}

function matches(match: string | RegExp | undefined, line: string): boolean {
  if (match === undefined) return true;
  return typeof match === 'string' ? line.includes(match) : line.search(match) >= 0;
}

/** The answer that stands in for the vendor's, or null when the vendor gets to answer. */
export function substitute(effects: Strike['effects']): PracticeReply | null {
  for (const effect of effects) {
    if (effect.kind === 'captive-portal') return html(200, captivePortalPage);
    if (effect.kind === 'refuse') return { status: 0, manner: { lost: true } };
    if (effect.kind === 'answer') {
      return {
        status: effect.status,
        headers: {
          ...(effect.body === undefined ? {} : { 'Content-Type': guessType(effect.body) }),
          ...(effect.retryAfter === undefined ? {} : { 'Retry-After': retryAfterText(effect.retryAfter) }),
          ...effect.headers,
        },
        body: effect.body ?? '',
      };
    }
  }
  return null;
}

/** The vendor's answer as it arrives after the faults had their way with it. */
export function distort(reply: PracticeReply, effects: Strike['effects']): PracticeReply {
  let current = reply;
  for (const effect of effects) {
    const manner = mannerOf(effect);
    if (manner !== null) current = { ...current, manner: { ...current.manner, ...manner } };
    if (effect.kind === 'corrupt') current = { ...current, body: flipByte(current.body ?? '', effect.at) };
  }
  return current;
}

function mannerOf(effect: FaultEffect): Manner | null {
  switch (effect.kind) {
    case 'lose-reply':
      return { lost: true };
    case 'cut':
      return { cutAfter: effect.afterBytes };
    case 'stall':
      return { stallAfter: effect.afterBytes ?? 0 };
    case 'slow':
      return { chunkBytes: effect.chunkBytes, chunkDelayMs: effect.delayMs };
    case 'length':
      return { length: effect.declared };
    default:
      return null;
  }
}

function flipByte(body: string | Buffer, at: number): Buffer {
  const bytes = Buffer.from(body);
  const position = at < 0 ? bytes.length + at : at;
  const byte = bytes[position];
  if (byte !== undefined) bytes[position] = byte ^ 0xff;
  return bytes;
}

function guessType(body: string): string {
  if (body.startsWith('<')) return 'text/html; charset=utf-8';
  return body.startsWith('{') || body.startsWith('[')
    ? 'application/json; charset=utf-8'
    : 'text/plain; charset=utf-8';
}

function retryAfterText(after: RetryAfter): string {
  return 'seconds' in after ? String(after.seconds) : new Date(after.date).toUTCString();
}
