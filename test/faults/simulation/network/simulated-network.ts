import type { Fetch } from '../../../../src-main/ports/fetch.ts';
import type { EventQueue } from '../core/event-queue.ts';
import type { Random } from '../core/random.ts';
import type { Arrival, Reply, Vendor } from '../vendors/vendor.ts';
import { type Answering, answerTo } from './answering.ts';
import type { Fates } from './fate.ts';

/** A request that left this computer. */
export interface Call extends Arrival {
  readonly number: number;
  readonly vendor: Vendor;
}

/** What came back of it: an answer, or a failure, of which it is known whether the request can have arrived. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly reply: Reply;
      /** Its body will arrive to the end. */
      readonly whole: boolean;
    }
  | { readonly kind: 'failed'; readonly sent: boolean };

export interface NetworkWatch {
  onDeparture(call: Call): void;
  onOutcome(call: Call, outcome: Outcome): void;
  /** A fault that the network played. */
  onFault(what: string, call: Call): void;
}

/** One run of the app, as far as the network minds it. */
export interface Life {
  readonly dead: boolean;
  /** True when the run ends right here. */
  diesAt(place: string): boolean;
}

export interface SimulatedNetwork {
  online: boolean;
  /** The sign-in page of a hotel answers whatever is asked. */
  portal: boolean;
  fetchOf(life: Life): Fetch;
  /** Every connection that is open breaks. */
  breakAll(): void;
  readonly calls: number;
}

interface Open {
  readonly life: Life;
  readonly fail: (sent: boolean, code: string) => void;
}

export function createSimulatedNetwork(world: {
  readonly queue: EventQueue;
  readonly random: Random;
  readonly vendors: readonly Vendor[];
  readonly fates: Fates;
  readonly watch: NetworkWatch;
}): SimulatedNetwork {
  const { queue, random, vendors, fates, watch } = world;
  const open = new Set<Open>();
  let calls = 0;

  function exchange(call: Call, life: Life, signal: AbortSignal | null): Promise<Response> {
    return new Promise((resolve, reject) => {
      let answering: Answering | null = null;
      const own: Open = { life, fail };
      open.add(own);
      const onAbort = () => over(() => reject(signal?.reason), signal?.reason);
      signal?.addEventListener('abort', onAbort, { once: true });

      function over(end: () => void, reason: unknown) {
        if (!open.delete(own) || life.dead) return;
        signal?.removeEventListener('abort', onAbort);
        if (answering === null) end();
        else answering.breakOff(reason);
      }
      function fail(sent: boolean, code: string) {
        if (open.has(own) && !life.dead && answering === null)
          watch.onOutcome(call, { kind: 'failed', sent });
        over(() => reject(networkError(code)), networkError(code));
      }
      function deliver(reply: Reply) {
        if (!open.has(own) || life.dead || answering !== null) return;
        if (life.diesAt(`before an answer to ${kindOf(call.method)}`)) return;
        const bodyFate = fates.ofBody(reply.body.length);
        const whole = bodyFate.kind === 'well';
        watch.onOutcome(call, { kind: 'answer', status: reply.status, reply, whole });
        if (bodyFate.kind !== 'well')
          watch.onFault(`body ${bodyFate.kind} after ${bodyFate.after} bytes`, call);
        answering = answerTo(reply, bodyFate, {
          queue,
          random,
          gap: fates.gap,
          isDead: () => life.diesAt('amid a body'),
        });
        answering.whenEnded(() => {
          open.delete(own);
          signal?.removeEventListener('abort', onAbort);
        });
        resolve(answering.response);
      }
      const arrive = (then: (reply: Reply) => void) =>
        queue.after(fates.latency(), `arrives ${call.number}`, () => then(call.vendor.handle(call)));
      const later = (what: string, run: () => void) =>
        queue.after(fates.latency(), `${what} ${call.number}`, run);
      const answer = (reply: Reply) => later('answer', () => deliver(reply));

      if (!world.vendors.length || !network.online) {
        later('offline', () => fail(false, 'ENETUNREACH'));
        return;
      }
      if (network.portal) {
        const body = Buffer.from('<!doctype html><html><body>Welcome to our hotel</body></html>');
        watch.onFault('hotel portal', call);
        later('portal', () => deliver({ status: 200, body, headers: { 'content-type': 'text/html' } }));
        return;
      }
      const fate = fates.ofRequest(call.method !== 'GET');
      if (fate.kind !== 'well') watch.onFault(fate.kind, call);
      switch (fate.kind) {
        case 'well':
          arrive(answer);
          return;
        case 'refused':
          later('refused', () => fail(false, fate.code));
          return;
        case 'lost-request':
          if (fate.told) later('lost', () => fail(true, 'ECONNRESET'));
          return;
        case 'lost-answer':
          arrive(() => later('lost answer', () => fail(true, 'UND_ERR_SOCKET')));
          return;
        case 'hanging':
          if (fate.arrives) arrive(() => {});
          return;
        case 'doubled':
          arrive((first) => {
            arrive((second) => answer(fate.second ? second : first));
          });
          return;
        case 'gateway': {
          const broken: Reply = { status: fate.status, body: Buffer.from(''), headers: {} };
          if (fate.arrives) arrive(() => answer(broken));
          else answer(broken);
        }
      }
    });
  }

  const network: SimulatedNetwork = {
    online: true,
    portal: false,
    get calls() {
      return calls;
    },
    fetchOf: (life) => async (input, init) => {
      if (life.dead) return never();
      const request = new Request(input, init);
      const signal = init?.signal ?? request.signal;
      const body = request.body === null ? '' : await request.text();
      if (life.dead) return never();
      signal.throwIfAborted();
      const url = new URL(request.url);
      const vendor = vendors.find(({ hosts }) => hosts.includes(url.host));
      if (vendor === undefined) throw networkError('ENOTFOUND');
      if (life.diesAt(`before ${kindOf(request.method)}`)) return never();
      calls += 1;
      const call: Call = {
        number: calls,
        vendor,
        method: request.method,
        url,
        headers: request.headers,
        body,
      };
      watch.onDeparture(call);
      const answer = exchange(call, life, signal);
      if (life.diesAt(`after ${kindOf(request.method)}`)) return never();
      return answer;
    },
    breakAll() {
      for (const one of [...open]) if (!one.life.dead) one.fail(true, 'ECONNRESET');
    },
  };
  return network;
}

/** Sign-ins aside, what isn't a question is a commit or asks for an export. */
function kindOf(method: string): string {
  return method === 'GET' ? 'a question' : 'an order';
}

export function never<T>(): Promise<T> {
  return new Promise(() => {});
}

/** As Node's fetch says it. */
function networkError(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
