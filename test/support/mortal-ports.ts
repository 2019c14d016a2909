import type { Clock } from '../../src-main/ports/clock.ts';
import type { Fetch } from '../../src-main/ports/fetch.ts';
import type { Log } from '../../src-main/ports/log.ts';
import type { Disk } from '../../src-main/retrieval/disk.ts';
import { watchedBody } from './watched-body.ts';

/** Where a run of the app can be ended as if its process were killed. `what`: the address, or the path. */
export interface CrashPoint {
  readonly at: 'before-request' | 'after-request' | 'before-rename' | 'after-rename';
  readonly what: string;
}

/** The crash that a test waits for. */
export interface CrashWish {
  wanted: ((point: CrashPoint) => boolean) | null;
  happened: () => void;
}

export const never = <T>() => new Promise<T>(() => {});

/** The ports of one run of the app: all of them go dead together when it is killed. */
export function createMortalPorts(world: {
  readonly clock: Clock;
  readonly logged: string[];
  readonly crash: CrashWish;
  readonly isOnline: () => boolean;
  /** The answer to this request (`METHOD address`) never arrives. */
  readonly isHeld?: (what: string) => boolean;
  readonly disk: Disk;
}) {
  const { clock, crash, disk: real, logged } = world;
  const run = { dead: false, underWay: 0, requests: new Set<AbortController>() };
  const note = (message: string, fields?: unknown) =>
    void logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
  const log: Log = { info: note, warn: note, error: note };
  const own: Clock = {
    now: clock.now,
    after: (ms, then) => clock.after(ms, () => (run.dead ? undefined : then())),
  };
  const passes = (point: CrashPoint): boolean => {
    if (run.dead) return false;
    if (crash.wanted?.(point) !== true) return true;
    crash.wanted = null;
    run.dead = true;
    crash.happened();
    return false;
  };
  const fetchIt: Fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!passes({ at: 'before-request', what: `${request.method} ${request.url}` })) return never();
    if (!world.isOnline()) throw offlineError();
    const controller = new AbortController();
    run.requests.add(controller);
    const follow = () => {
      controller.abort(request.signal.reason);
      // A body that nobody wants is never read to its end.
      over();
    };
    request.signal.addEventListener('abort', follow, { once: true });
    run.underWay += 1;
    let open = true;
    const over = () => {
      if (!open) return;
      open = false;
      run.underWay -= 1;
      run.requests.delete(controller);
      request.signal.removeEventListener('abort', follow);
    };
    try {
      const answer = await fetch(request, { signal: controller.signal });
      if (run.dead) return await never();
      if (world.isHeld?.(`${request.method} ${request.url}`) === true)
        return await untilAborted(controller.signal);
      if (!passes({ at: 'after-request', what: `${request.method} ${request.url}` })) return await never();
      const { body } = answer;
      if (body === null) {
        over();
        return answer;
      }
      return new Response(watchedBody(body, { over }), { status: answer.status, headers: answer.headers });
    } catch (error) {
      over();
      if (run.dead) return never();
      throw error;
    } finally {
      if (run.dead) over();
    }
  };
  const alive = <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) => {
    return async (...args: A): Promise<T> => {
      if (run.dead) return never();
      try {
        const result = await work(...args);
        return run.dead ? await never<T>() : result;
      } catch (error) {
        if (run.dead) return never();
        throw error;
      }
    };
  };
  const disk: Disk = {
    ...real,
    size: alive(real.size),
    names: alive(real.names),
    openWriter: alive(real.openWriter),
    remove: alive(real.remove),
    syncFolder: alive(real.syncFolder),
    rename: alive(async (from, to) => {
      if (!passes({ at: 'before-rename', what: to })) return;
      await real.rename(from, to);
      passes({ at: 'after-rename', what: to });
    }),
  };
  return { run, log, clock: own, fetch: fetchIt, disk };
}

export function offlineError(): Error {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error('unreachable'), { code: 'ENETUNREACH' }),
  });
}

export function lostError(): Error {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error('connection lost'), { code: 'ECONNRESET' }),
  });
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
  });
}
