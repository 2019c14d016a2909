import type { Random } from './random.ts';

const network = [
  'slow',
  'refused-connections',
  'lost-requests',
  'lost-answers',
  'hanging-answers',
  'doubled-requests',
  'gateway-errors',
  'portal',
  'offline',
  'cut-bodies',
  'stalled-bodies',
  'short-bodies',
] as const;
const disk = ['full-disk', 'disk-errors', 'held-files', 'unplugged', 'ledger-full', 'intruder'] as const;
const ends = ['kill', 'power-cut', 'crash-points', 'quit'] as const;
const vendors = [
  'rate-limits',
  'server-errors',
  'dying-links',
  'expiry',
  'failures',
  'colleague',
  'dying-tokens',
  'changed-files',
  'growing-exports',
  'no-ranges',
  'no-lengths',
] as const;
const laptop = ['sleep', 'wrong-clock', 'locked-keychain'] as const;
const person = ['restless-person', 'connections'] as const;

/** Everything that may go wrong or change. Each seed switches a part of it on (swarm testing). */
export const members = [...network, ...disk, ...ends, ...vendors, ...laptop, ...person] as const;
export type Member = (typeof members)[number];

const regimes: Readonly<Record<string, readonly Member[]>> = {
  calm: [],
  'flaky network': network,
  'dying disk': disk,
  crashy: ends,
  'hostile vendor': vendors,
  'a laptop': [...laptop, 'offline', 'quit', 'slow', 'lost-answers'],
  'crashy network': [...network, ...ends],
  'crashy disk': [...disk, ...ends],
  'crashy vendor': [...vendors, ...ends],
  all: members,
  'all again': members,
};

export interface Swarm {
  readonly regime: string;
  readonly on: readonly Member[];
  has(member: Member): boolean;
  /** How hard faults come: 0.3 … 2 times their usual rate. */
  readonly force: number;
}

/** `without`: switched off whatever the seed says, to find out which members a failure needs. */
export function swarmOf(random: Random, without: ReadonlySet<string>): Swarm {
  const regime = random.pick(Object.keys(regimes));
  const share = 0.3 + random.next() * 0.7;
  const force = 0.3 + random.next() * 1.7;
  const restless = random.chance(0.6);
  const chosen = (regimes[regime] ?? []).filter(() => random.chance(share));
  const on = [...new Set<Member>([...chosen, ...(restless ? person : [])])].filter(
    (member) => !without.has(member),
  );
  return { regime, on, force, has: (member) => on.includes(member) };
}
