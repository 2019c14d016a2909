import type { Clock } from '../../ports/clock.ts';
import { Failure } from '../../ports/failure.ts';

export interface IssuedBearer {
  readonly token: string;
  /** How long the vendor says it lives, ms; null when it doesn't say. */
  readonly lifetime: number | null;
}

/** Keeps one bearer token for all calls of a connection. */
export interface BearerKeeper {
  /** Hands out tokens for the tries of one request; see `HttpRequest.authorize`. */
  forRequest(signal: AbortSignal): (attempt: { readonly renew: boolean }) => Promise<string>;
  /** Text of the vendor without the token, should it repeat it. */
  hide(text: string): string;
}

/** A lifetime that isn't said: short enough to be renewed often, and a 401 renews earlier. */
const unsaidLifetime = 5 * 60_000;
const longestLifetime = 24 * 3_600_000;
/** A token is renewed so long before its end that a request on its way still arrives in time. */
const margin = 60_000;

/**
 * Asks for a token when there is none or it nears its end by the clock, and never twice at once: all requests wait for
 * the same answer. A token that was refused is renewed once by whoever comes first; others get the new one.
 */
export function createBearerKeeper(about: {
  readonly clock: Clock;
  readonly ask: (signal: AbortSignal) => Promise<IssuedBearer>;
}): BearerKeeper {
  const { clock, ask } = about;
  let held: { readonly token: string; readonly until: number } | null = null;
  /** The last few tokens, for `hide`: an answer to an older one may still come. */
  let known: readonly string[] = [];
  let asking: { readonly answer: Promise<string>; readonly stop: AbortController; waiting: number } | null =
    null;

  function begin(): NonNullable<typeof asking> {
    const stop = new AbortController();
    // Counted from before the question: the vendor's count can't have begun earlier.
    const askedAt = clock.now();
    const answer = ask(stop.signal)
      .catch((thrown: unknown) => {
        throw beforeTheCall(thrown);
      })
      .then(({ token, lifetime }) => {
        known = [token, ...known].slice(0, 3);
        const lives = Math.min(lifetime ?? unsaidLifetime, longestLifetime);
        if (asking?.answer === answer) held = { token, until: askedAt + lives - Math.min(margin, lives / 4) };
        return token;
      })
      .finally(() => {
        if (asking?.answer === answer) asking = null;
      });
    // Everyone who waits hears of it; when all have left nobody does.
    answer.catch(() => undefined);
    return { answer, stop, waiting: 0 };
  }

  function fresh(signal: AbortSignal): Promise<string> {
    asking ??= begin();
    const mine = asking;
    mine.waiting += 1;
    return new Promise<string>((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        mine.waiting -= 1;
        if (mine.waiting > 0) return;
        if (asking === mine) asking = null;
        mine.stop.abort(signal.reason);
      };
      if (signal.aborted) {
        leave();
        return;
      }
      signal.addEventListener('abort', leave, { once: true });
      mine.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  return {
    forRequest(signal) {
      let used: string | null = null;
      return async ({ renew }) => {
        const refused = renew && held?.token === used;
        if (refused) held = null;
        used = held !== null && clock.now() < held.until ? held.token : await fresh(signal);
        return used;
      };
    },
    hide: (text) => known.reduce((hidden, token) => hidden.split(token).join('•••'), text),
  };
}

/**
 * A lost answer to the question for a token leaves nothing open: the call that needs it was not sent. A commit relies on
 * that difference.
 */
function beforeTheCall(thrown: unknown): unknown {
  if (!(thrown instanceof Failure)) return thrown;
  if (thrown.code !== 'connection-lost' && thrown.code !== 'timeout') return thrown;
  const { subject, detail, suspects } = thrown.error;
  return new Failure('unreachable', {
    ...(subject === undefined ? {} : { subject }),
    ...(detail === undefined ? {} : { detail }),
    ...(suspects === undefined ? {} : { suspects }),
    cause: thrown,
  });
}
