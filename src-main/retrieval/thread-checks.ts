import { Worker } from 'node:worker_threads';
import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import {
  type CheckCall,
  type CheckRequest,
  checkAnswerSchema,
  checkedFileSchema,
  hashSchema,
} from './check-protocol.ts';
import { errnoOf } from './disk.ts';
import type { FileCheck, FileChecks } from './file-checks-port.ts';

export interface ThreadChecksOptions {
  /** The program of the thread: check-thread.ts, or what it was built into. */
  readonly program: string | URL;
  readonly clock: Clock;
  readonly log: Log;
  /** Used from the moment on that no thread can be started. */
  readonly instead: FileChecks;
}

/** The thread ends when nothing was checked for this long. */
const idleFor = 10_000;
/** A check keeps no more than a few pieces of a file. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 };

type Wish<Request> = Request extends CheckCall ? Omit<Request, 'call'> : never;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onRead?: ((bytes: number) => void) | undefined;
}

/** Checks files on one thread of its own, which is there only while it is needed. */
export function createThreadChecks(options: ThreadChecksOptions): FileChecks {
  const { clock, log } = options;
  let thread: CheckThread | null = null;
  let spoiled = false;
  let cancelEnd = () => {};

  function threadNow(): CheckThread {
    cancelEnd();
    thread ??= startThread(options.program, (neverSpoke, why) => {
      log.error('the thread that checks files ended', { neverSpoke, why });
      spoiled ||= neverSpoke;
      thread = null;
    });
    return thread;
  }

  function rest() {
    const idle = thread;
    if (idle === null || idle.users() > 0) return;
    cancelEnd();
    cancelEnd = clock.after(idleFor, () => {
      if (idle !== thread || idle.users() > 0) return;
      thread = null;
      void idle.end();
    });
  }

  return {
    begin(rules) {
      if (spoiled) return options.instead.begin(rules);
      return threadNow().begin(rules, rest);
    },
    async hash(path, signal, onRead) {
      if (spoiled) return options.instead.hash(path, signal, onRead);
      try {
        return hashSchema.parse(await threadNow().ask({ do: 'hash', path }, signal, onRead));
      } finally {
        rest();
      }
    },
    async close() {
      cancelEnd();
      const last = thread;
      thread = null;
      await last?.end();
    },
  };
}

interface CheckThread {
  begin(rules: Parameters<FileChecks['begin']>[0], onStop: () => void): FileCheck;
  ask(wish: Wish<CheckCall>, signal?: AbortSignal, onRead?: (bytes: number) => void): Promise<unknown>;
  /** Checks that are open, and calls under way. */
  users(): number;
  end(): Promise<void>;
}

/** `onDeath`: the thread ended without being asked to; `neverSpoke` when it can't even be started. */
function startThread(
  program: string | URL,
  onDeath: (neverSpoke: boolean, why: string) => void,
): CheckThread {
  const worker = new Worker(program, { resourceLimits });
  const waiting = new Map<number, Waiting>();
  const open = new Set<number>();
  let last = 0;
  let spoke = false;
  let over = false;

  const say = (request: CheckRequest) => worker.postMessage(request, givenAway(request));

  function die(why: string | null) {
    if (over) return;
    over = true;
    for (const { reject } of waiting.values()) reject(gone());
    waiting.clear();
    if (why !== null) onDeath(!spoke, why);
  }
  worker.once('error', (error) => die(errnoOf(error) ?? error.name));
  worker.once('exit', (code) => die(`exit ${code}`));
  worker.on('message', (message: unknown) => {
    spoke = true;
    const answer = checkAnswerSchema.parse(message);
    const call = waiting.get(answer.call);
    if (answer.kind === 'read') {
      call?.onRead?.(answer.bytes);
      return;
    }
    waiting.delete(answer.call);
    switch (answer.kind) {
      case 'done':
        call?.resolve(answer.value);
        return;
      case 'failed':
        call?.reject(new Failure(answer.error.code, answer.error));
        return;
      case 'errno':
        call?.reject(Object.assign(new Error(answer.errno), { code: answer.errno }));
    }
  });

  function ask(
    wish: Wish<CheckCall>,
    signal?: AbortSignal,
    onRead?: (bytes: number) => void,
  ): Promise<unknown> {
    last += 1;
    const call = last;
    return new Promise((resolve, reject) => {
      if (over) {
        reject(gone());
        return;
      }
      if (signal?.aborted === true) {
        reject(signal.reason);
        return;
      }
      const onAbort = () => {
        if (waiting.delete(call)) say({ do: 'abort', call });
        reject(signal?.reason);
      };
      const done = () => signal?.removeEventListener('abort', onAbort);
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.set(call, {
        onRead,
        resolve(value) {
          done();
          resolve(value);
        },
        reject(error) {
          done();
          reject(error);
        },
      });
      say({ ...wish, call });
    });
  }

  return {
    ask,
    users: () => open.size + waiting.size,
    begin(rules, onStop) {
      last += 1;
      const check = last;
      open.add(check);
      say({ do: 'begin', check, rules });
      return {
        async feed(path, bytes, signal) {
          await ask({ do: 'feed', check, path, bytes }, signal);
        },
        async write(bytes) {
          await ask({ do: 'write', check, bytes });
        },
        async take(bytes) {
          await ask({ do: 'take', check, bytes });
        },
        sha256: async () => hashSchema.shape.sha256.parse(await ask({ do: 'sha256', check })),
        end: async (path, signal) => checkedFileSchema.parse(await ask({ do: 'end', check, path }, signal)),
        stop() {
          if (!open.delete(check)) return;
          if (!over) say({ do: 'stop', check });
          onStop();
        },
      };
    },
    async end() {
      die(null);
      await worker.terminate();
    },
  };
}

/** Memory that moves over to the thread, without a copy. https://nodejs.org/api/worker_threads.html#portpostmessagevalue-transferlist */
function givenAway(request: CheckRequest): readonly ArrayBuffer[] {
  return request.do === 'take' && request.bytes.buffer instanceof ArrayBuffer ? [request.bytes.buffer] : [];
}

function gone(): Failure {
  return new Failure('unexpected', { detail: 'the thread that checks files ended' });
}
