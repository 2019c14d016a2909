import type { Clock } from '../../../../src-main/ports/clock.ts';
import { silentLog } from '../../../../src-main/ports/log.ts';
import { myTracker } from '../../../../src-main/providers/mytracker/my-tracker.ts';
import type { ConnectionContext, ProviderClient } from '../../../../src-main/providers/provider.ts';
import type { VirtualClock } from '../../../support/virtual-clock.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

export const secretKey = '72d2erEtbynf6f7ZYTsYKnb7';
export const signal = new AbortController().signal;

/** The clock, but short waits (the spacing of calls, pauses before retries) are over at once and move it on. */
export function hurried(clock: VirtualClock): Clock {
  return {
    now: clock.now,
    after(ms, run) {
      if (ms > 5000) return clock.after(ms, run);
      const soon = setImmediate(() => {
        clock.jump(ms);
        run();
      });
      return () => clearImmediate(soon);
    },
  };
}

/** A client of the account that the vendor's pages use as their sample. */
export function connect(
  baseUrl: string,
  more: Partial<ConnectionContext> & { readonly createBy?: 'body' | 'query' } = {},
): ProviderClient {
  const { createBy = 'body', ...context } = more;
  return myTracker.connect({
    connectionId: 'c1',
    config: { provider: 'mytracker', baseUrl, apiUserId: '77658', createBy },
    secret: async () => secretKey,
    fetch,
    clock: hurried(createVirtualClock()),
    log: silentLog,
    random: () => 0.5,
    ...context,
  });
}
