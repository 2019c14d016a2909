import type { Call, Outcome } from '../network/simulated-network.ts';
import type { World } from '../the-world.ts';

/** A vendor's wish counts up to this long; longer ones are taken for a mistake of its clock. */
const longestWait = 15 * 60_000;
/** Requests that had their turn when the vendor's word came in may still leave. */
const underWay = 300;
const mostAnHour = 1_500;
const hour = 3_600_000;

/** Vendors are left alone when they ask for it, and nothing asks without end. */
export interface RequestWatch {
  onDeparture(call: Call): void;
  onOutcome(call: Call, outcome: Outcome): void;
  /** A new run can't know what was said to the last one. */
  forget(): void;
}

export function createRequestWatch(world: () => World): RequestWatch {
  const alone = new Map<string, { readonly since: number; readonly until: number }>();
  const recent = new Map<string, number[]>();

  return {
    onDeparture({ url, vendor, number }) {
      const { queue, swarm, violated } = world();
      const now = queue.now();
      const wish = alone.get(vendor.provider);
      // A clock that is set forward makes a wait seem over: nobody can know better.
      const counted = url.host === vendor.hosts[0] && !swarm.has('wrong-clock');
      if (counted && wish !== undefined && now > wish.since + underWay && now < wish.until - 1_000)
        violated(
          `request #${number} leaves ${Math.round((wish.until - now) / 1000)} s before ${vendor.provider} wanted it`,
        );
      const times = (recent.get(vendor.provider) ?? []).filter((at) => at > now - hour);
      times.push(now);
      recent.set(vendor.provider, times);
      if (times.length > mostAnHour) violated(`${times.length} requests to ${vendor.provider} in an hour`);
    },
    onOutcome({ vendor }, outcome) {
      if (outcome.kind !== 'answer' || outcome.reply.leaveAlone === undefined || !outcome.whole) return;
      const now = world().queue.now();
      const until = now + Math.min(longestWait, outcome.reply.leaveAlone);
      const before = alone.get(vendor.provider);
      if (before === undefined || before.until < until) alone.set(vendor.provider, { since: now, until });
    },
    forget: () => alone.clear(),
  };
}
