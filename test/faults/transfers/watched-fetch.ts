import type { Fetch } from '../../../src-main/ports/fetch.ts';
import { watchedBody } from '../../support/watched-body.ts';

/** One request on its way, seen from the client. */
interface Flight {
  headRead: boolean;
  bodyRead: number;
}

export interface WatchedFetch {
  readonly fetch: Fetch;
  /** By number, which goes along as `x-flight`: an answer is known by it at the other end. */
  readonly flights: ReadonlyMap<string, Flight>;
}

const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/** The given network, and what of it is on its way: so that virtual time moves only when nothing is. */
export function watchFetch(real: Fetch): WatchedFetch {
  const flights = new Map<string, Flight>();
  let count = 0;

  async function fetch(...[input, init]: Parameters<Fetch>): Promise<Response> {
    const flight: Flight = { headRead: false, bodyRead: 0 };
    count += 1;
    const id = String(count);
    const over = () => void flights.delete(id);
    flights.set(id, flight);
    init?.signal?.addEventListener('abort', over, { once: true });
    try {
      const request = new Request(input, init);
      request.headers.set('x-flight', id);
      const response = await real(request, init);
      flight.headRead = true;
      const { status, statusText, headers } = response;
      if (response.body === null || withoutBody.has(status)) {
        over();
        return response;
      }
      const body = watchedBody(response.body, {
        over,
        read: (bytes) => {
          flight.bodyRead += bytes;
        },
      });
      return new Response(body, { status, statusText, headers });
    } catch (error) {
      over();
      throw error;
    }
  }
  return { fetch, flights };
}
