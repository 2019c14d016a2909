import type { EventQueue } from '../core/event-queue.ts';
import type { Random } from '../core/random.ts';
import type { Reply } from '../vendors/vendor.ts';
import type { BodyFate } from './fate.ts';

/** An answer whose body comes in pieces, as far as the network lets it. */
export interface Answering {
  readonly response: Response;
  /** Runs when nothing more will come, or nobody wants it; at once when that is so already. */
  whenEnded(run: () => void): void;
  breakOff(reason: unknown): void;
}

export function answerTo(
  reply: Reply,
  fate: BodyFate,
  world: {
    readonly queue: EventQueue;
    readonly random: Random;
    /** Ms between two pieces. */
    readonly gap: () => number;
    /** Asked at each piece: true when the run has ended, or ends here. */
    readonly isDead: () => boolean;
  },
): Answering {
  const headers = new Headers(reply.headers);
  if (reply.framing !== 'open') headers.set('content-length', String(reply.body.length));
  const { status } = reply;
  let over = false;
  let then = () => {};
  function end() {
    over = true;
    then();
  }
  function whenEnded(run: () => void) {
    if (over) run();
    else then = run;
  }
  if (status === 204 || status === 205 || status === 304) {
    end();
    return { response: new Response(null, { status, headers }), whenEnded, breakOff: () => {} };
  }

  let closed = false;
  let stream: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stream = controller;
      },
      cancel() {
        closed = true;
        end();
      },
    },
    { highWaterMark: 0 },
  );

  function finish(how: (controller: ReadableStreamDefaultController<Uint8Array>) => void) {
    if (closed || stream === null || world.isDead()) return;
    closed = true;
    how(stream);
    end();
  }
  const whole = fate.kind === 'well' ? reply.body : reply.body.subarray(0, fate.after);
  const pieces = whole.length > 300 ? world.random.between(1, 7) : 1;
  const size = Math.max(1, Math.ceil(whole.length / pieces));
  let at = 0;

  function send() {
    if (closed || world.isDead()) return;
    if (at < whole.length) {
      stream?.enqueue(new Uint8Array(whole.subarray(at, at + size)));
      at += size;
      if (at < whole.length || fate.kind !== 'well') {
        world.queue.after(world.gap(), 'piece', send);
        return;
      }
    }
    if (fate.kind === 'stalled') return;
    if (fate.kind === 'cut')
      finish((controller) =>
        controller.error(Object.assign(new TypeError('terminated'), { cause: { code: 'ECONNRESET' } })),
      );
    else finish((controller) => controller.close());
  }
  // The first piece comes with the head.
  send();
  return {
    response: new Response(body, { status, headers }),
    whenEnded,
    breakOff: (reason) => finish((controller) => controller.error(reason)),
  };
}
