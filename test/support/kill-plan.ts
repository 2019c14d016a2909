import { pick, type Random, seededRandom } from '../../src-main/practice/seeded-random.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import { collectStrikes, commitStrikes, type Strike } from './kill-strikes.ts';

export interface CommitPlan {
  readonly provider: ProviderId;
  readonly strike: Strike;
}

export interface CollectPlan {
  readonly provider: ProviderId;
  /** One after another, on the same export. */
  readonly strikes: readonly [Strike, ...Strike[]];
}

/** What one profile goes through. Commits first: what stays unknown has time to settle while the rest goes on. */
export interface Plan {
  readonly seed: number;
  readonly kills: number;
  readonly commits: readonly CommitPlan[];
  readonly collects: readonly CollectPlan[];
}

const { starting, firstByte, middle, between, anyTime, checking, rename } = collectStrikes;
const { before, intent, call, lost, answer } = commitStrikes;
const largest = 20;

/** As many campaigns as it takes, of 20 kills or fewer; each has its own seed, which follows from the first. */
export function campaignsFor(runs: number, seed: number): readonly Plan[] {
  const plans: Plan[] = [];
  for (let left = runs; left > 0; left -= largest) {
    plans.push(planFor(Math.min(left, largest), seed + plans.length));
  }
  return plans;
}

function planFor(kills: number, seed: number): Plan {
  const random = seededRandom('kill plan', seed);
  const vendorsWithCall = ['mypreferences', 'crayon'] as const;
  const commits: readonly CommitPlan[] = [
    { provider: 'mypreferences', strike: intent },
    { provider: 'crayon', strike: call },
    { provider: 'mytracker', strike: intent },
    { provider: pick(random, vendorsWithCall), strike: lost },
    { provider: 'mypreferences', strike: answer },
    { provider: 'crayon', strike: pick<Strike>(random, [before, intent, answer]) },
    { provider: 'mypreferences', strike: call },
  ];
  const collects: readonly CollectPlan[] = [
    {
      provider: 'mytracker',
      strikes: [middle, between, starting, anyTime, checking, rename],
    },
    { provider: 'mypreferences', strikes: [firstByte, middle, between, checking] },
    { provider: 'crayon', strikes: [middle, starting, rename] },
  ];
  return deal(kills, seed, shuffled(random, commits), collects);
}

/** The first `kills` of them all, from each kind in turn, so that few kills meet both kinds as well. */
function deal(
  kills: number,
  seed: number,
  commits: readonly CommitPlan[],
  collects: readonly CollectPlan[],
): Plan {
  const share = Math.min(commits.length, Math.ceil((kills * commits.length) / largest));
  let left = kills - share;
  const chosen: CollectPlan[] = [];
  for (const { provider, strikes } of collects) {
    const [first, ...others] = strikes.slice(0, left);
    if (first === undefined) break;
    chosen.push({ provider, strikes: [first, ...others] });
    left -= 1 + others.length;
  }
  return { seed, kills: kills - left, commits: commits.slice(0, share), collects: chosen };
}

function shuffled<T>(random: Random, all: readonly T[]): readonly T[] {
  return all
    .map((one) => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
