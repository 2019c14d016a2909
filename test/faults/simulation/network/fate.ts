import type { Random } from '../core/random.ts';
import type { Member, Swarm } from '../core/swarm.ts';

/** What the network does with one request and its answer. */
export type Fate =
  | { readonly kind: 'well' }
  /** Never got through: no byte of it left. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'lost-request'; readonly told: boolean }
  /** The vendor acted on it; its answer is gone. */
  | { readonly kind: 'lost-answer' }
  | { readonly kind: 'hanging'; readonly arrives: boolean }
  | { readonly kind: 'doubled'; readonly second: boolean }
  | { readonly kind: 'gateway'; readonly status: number; readonly arrives: boolean };

export type BodyFate =
  | { readonly kind: 'well' }
  | { readonly kind: 'cut' | 'stalled' | 'short'; readonly after: number };

export interface Fates {
  healed: boolean;
  /** `crucial`: it changes something at the vendor; trouble comes to it more often. */
  ofRequest(crucial: boolean): Fate;
  ofBody(bytes: number): BodyFate;
  /** Ms on the way, one direction. */
  latency(): number;
  /** Ms between two pieces of a body. */
  gap(): number;
}

export function createFates(random: Random, swarm: Swarm): Fates {
  const p = 0.05 * swarm.force;
  const happens = (member: Member, times = 1) => swarm.has(member) && random.chance(Math.min(0.5, p * times));
  const base = random.pick([3, 30, 150]);
  const trickle = random.pick([1, 1, 10]);
  const fates: Fates = {
    healed: false,
    ofRequest(crucial) {
      if (fates.healed) return { kind: 'well' };
      const often = crucial ? 4 : 1;
      if (happens('refused-connections', often))
        return { kind: 'refused', code: random.pick(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH']) };
      if (happens('lost-requests', often)) return { kind: 'lost-request', told: random.chance(0.6) };
      if (happens('lost-answers', 2 * often)) return { kind: 'lost-answer' };
      if (happens('hanging-answers', 0.6 * often)) return { kind: 'hanging', arrives: random.chance(0.6) };
      if (happens('doubled-requests', often)) return { kind: 'doubled', second: random.chance(0.5) };
      if (happens('gateway-errors', often))
        return { kind: 'gateway', status: random.pick([500, 502, 504]), arrives: random.chance(0.6) };
      return { kind: 'well' };
    },
    ofBody(bytes) {
      if (fates.healed || bytes === 0) return { kind: 'well' };
      const after = random.between(0, bytes - 1);
      if (happens('cut-bodies', 3)) return { kind: 'cut', after };
      if (happens('stalled-bodies')) return { kind: 'stalled', after };
      if (happens('short-bodies', 2)) return { kind: 'short', after };
      return { kind: 'well' };
    },
    gap: () => fates.latency() * trickle,
    latency() {
      const usual = base * (0.3 + random.next() * 1.5);
      return !fates.healed && swarm.has('slow') && random.chance(0.1)
        ? usual + random.next() * 40_000
        : usual;
    },
  };
  return fates;
}
