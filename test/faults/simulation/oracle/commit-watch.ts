import type { Call, Outcome } from '../network/simulated-network.ts';
import type { World } from '../the-world.ts';
import type { Asked } from './judge.ts';
import { exportOf } from './whose-export.ts';

interface Sent {
  readonly number: number;
  /** `not-done`: the vendor, or the nature of the failure, has said that it had no effect. */
  state: 'open' | 'done' | 'not-done';
}

/** Every acknowledgement that leaves this computer. */
export interface CommitWatch {
  onDeparture(call: Call): void;
  onOutcome(call: Call, outcome: Outcome): void;
  /** All that were sent for a reference are known to have had no effect. */
  noneCounts(reference: string): boolean;
}

/** A refusal of the request itself, or of who asks: nothing was done. */
const refusals = new Set([400, 401, 403, 429]);

export function createCommitWatch(world: () => World, asked: Asked): CommitWatch {
  const sent = new Map<string, Sent[]>();

  function judge(call: Call, reference: string) {
    const { life, violated } = world();
    const jobs = life?.rooms.book.all() ?? [];
    // A connection that was made anew lists the same export again: the one that is being committed is meant.
    const ours = jobs.filter((one) => exportOf(world(), one)?.held.reference === reference);
    const job = ours.find(({ commit }) => commit.kind === 'committing') ?? ours[0];
    if (life === null || job === undefined) {
      violated(`#${call.number} commits ${reference}, which is on no list`);
      return;
    }
    const kept = life.rooms.ledger.jobs.get(job.id);
    if (kept?.commit.kind !== 'committing')
      violated(`#${call.number} commits ${job.id} without an intent on disk`);
    else {
      const { fingerprint } = kept.commit.attempt;
      if (!asked.commits.some((one) => one.jobId === job.id && one.fingerprint === fingerprint))
        violated(`#${call.number} commits ${job.id}, which nobody asked for`);
    }
    const earlier = sent.get(reference) ?? [];
    if (earlier.some(({ state }) => state !== 'not-done'))
      violated(`#${call.number} commits ${job.id} again, though nobody said that the first had no effect`);
    sent.set(reference, [...earlier, { number: call.number, state: 'open' }]);
    world().coverage.count('commit calls');
  }

  return {
    onDeparture(call) {
      const reference = acknowledges(call);
      if (reference !== null) judge(call, reference);
    },
    onOutcome(call, outcome) {
      const reference = acknowledges(call);
      const own =
        reference === null ? undefined : sent.get(reference)?.find(({ number }) => number === call.number);
      if (own !== undefined && own.state === 'open') {
        if (outcome.kind === 'failed') own.state = outcome.sent ? 'open' : 'not-done';
        else if (refusals.has(outcome.status)) own.state = 'not-done';
        else if (outcome.status >= 200 && outcome.status < 300) own.state = 'done';
      }
      if (outcome.kind !== 'answer') return;
      for (const said of outcome.reply.says ?? []) {
        for (const one of sent.get(said.reference) ?? [])
          if (one.number < call.number && !said.acknowledged) one.state = 'not-done';
      }
    },
    noneCounts: (reference) => (sent.get(reference) ?? []).every(({ state }) => state === 'not-done'),
  };
}

/** The vendor's reference that a request acknowledges, or null. */
function acknowledges({ method, url, vendor }: Call): string | null {
  if (vendor.provider === 'mypreferences' && method === 'POST')
    return /\/Commit\/(\d+)$/.exec(url.pathname)?.[1] ?? null;
  if (vendor.provider === 'crayon' && method === 'DELETE')
    return /\/exports\/(\d+)$/.exec(url.pathname)?.[1] ?? null;
  return null;
}
