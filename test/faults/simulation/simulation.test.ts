import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sumOf } from './core/coverage.ts';
import { changesOf, sourceOf, withChange } from './doors/hooks.ts';
import { plantedBugs } from './plants.ts';
import { type ChildAnswer, onAllCores, runChild, runSeeds } from './pool.ts';
import { coverageReport, failureReport } from './report.ts';

const seeds = 2_000;
/** A planted bug has to be found within so many. */
const mostForABug = 600;
const minutes = 60_000;

/** What the simulation must have come to, at least so often in 2,000 seeds, to mean anything. */
const least: Readonly<Record<string, number>> = {
  'end: kill': 100,
  'end: power cut': 100,
  'end: quit': 100,
  'crash: before a ledger commit': 20,
  'crash: after a ledger commit': 20,
  'crash: before an order': 5,
  'crash: after an order': 5,
  'crash: before disk sync': 3,
  'crash: after disk rename': 5,
  'power cut: struck unsynced bytes': 40,
  'power cut: torn': 5,
  'power cut: move half': 1,
  'fault: lost-answer': 100,
  'fault: doubled': 50,
  'fault: body cut': 200,
  'fault: body short': 50,
  'fault: ENOSPC on write': 5,
  'fault: EIO on sync': 5,
  'fault: EBUSY on rename': 5,
  'fault: the ledger finds the disk full': 20,
  'commit: open → committing': 1_000,
  'commit: committing → committed': 500,
  'commit: committing → unknown': 30,
  'commit: unknown → committed': 20,
  'commit: unknown → open': 10,
  'retrieval: verifying → collected': 1_500,
  'paused by offline': 20,
  'paused by rate-limit': 10,
  'paused by error': 100,
  'stage: unsettled': 50,
  'stage: broken': 5,
};

describe('the engine over a simulated world', () => {
  it(
    `keeps its promises in ${seeds} worlds`,
    async () => {
      const { answers, seconds } = await runSeeds({ from: 1, count: seeds });
      const counts = sumOf(answers.map(({ coverage }) => coverage));
      const steps = answers.reduce((sum, answer) => sum + answer.steps, 0);
      console.log(
        `${answers.length} seeds, ${steps} steps, ${seconds.toFixed(1)} s: ${(answers.length / seconds).toFixed(1)} seeds per second\n${coverageReport(counts)}`,
      );
      const broken = answers.filter(({ violation }) => violation !== null);
      expect(broken.slice(0, 3).map((answer) => failureReport(answer))).toEqual([]);
      expect(answers).toHaveLength(seeds);
      const seldom = Object.entries(least).filter(([what, times]) => (counts[what] ?? 0) < times);
      expect(seldom.map(([what, times]) => `${what}: ${counts[what] ?? 0} of ${times}`)).toEqual([]);
    },
    8 * minutes,
  );

  it(
    'does the same again for the same seed, in another process',
    async () => {
      const [first, second] = await Promise.all([
        runChild({ from: 4_001, count: 25 }),
        runChild({ from: 4_001, count: 25 }),
      ]);
      const told = (answers: readonly ChildAnswer[]) =>
        answers.map(({ seed, hash, steps }) => ({ seed, hash, steps }));
      expect(told(first)).toEqual(told(second));
      expect(new Set(first.map(({ hash }) => hash)).size).toBe(25);
    },
    4 * minutes,
  );
});

describe('the simulation finds what is planted', () => {
  const found = new Map<string, ChildAnswer | undefined>();

  beforeAll(async () => {
    await onAllCores(plantedBugs, async (plant) => {
      const answers = await runChild({ from: plant.from ?? 1, count: mostForABug, plant, stopAtFirst: true });
      found.set(
        plant.name,
        answers.find(({ violation }) => violation !== null),
      );
    });
  }, 10 * minutes);

  afterAll(() => {
    const lines = plantedBugs.map(({ name }) => {
      const answer = found.get(name);
      return `  ${name}: ${answer === undefined ? 'not found' : `seed ${answer.seed}, step ${answer.steps}: ${answer.violation}`}`;
    });
    console.log(`planted bugs\n${lines.join('\n')}`);
  });

  it.each(plantedBugs)('$name', (plant) => {
    for (const change of changesOf(plant))
      expect(withChange(sourceOf(change.file), change)).not.toBe(sourceOf(change.file));
    expect(found.get(plant.name)?.violation ?? null).not.toBeNull();
  });
});
