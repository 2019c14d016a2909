import type { ConnectionView } from '../../../src-preload/contract/connections.ts';
import { useJobs } from '../../state/jobs-store.ts';

/** How many exports a connection has. The list knows sooner than the connection, which is read again only when it changes itself. */
export function useExportsOf({ id, exports }: ConnectionView): number {
  return useJobs(({ phase, list }) => {
    if (phase !== 'ready') return exports;
    let found = 0;
    for (const job of list.byId.values()) if (job.connectionId === id) found += 1;
    return found;
  });
}
