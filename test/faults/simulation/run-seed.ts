import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeAllLedgers } from './doors/sqlite-door.ts';
import { createEnds } from './people/ends.ts';
import { createHealer } from './people/healer.ts';
import { broke, createPerson } from './people/person.ts';
import { heal, startWeather } from './people/weather.ts';
import { createWorld } from './world.ts';

export interface SeedOptions {
  readonly seed: number;
  /** A folder of this run's own for the ledger's file; made and removed here. */
  readonly scratch: string;
  readonly without?: ReadonlySet<string>;
  /** The engine's own log goes into the history as well. */
  readonly verbose?: boolean;
}

export interface SeedResult {
  readonly seed: number;
  /** The broken invariant; null when all held. */
  readonly violation: string | null;
  readonly steps: number;
  readonly hash: string;
  readonly regime: string;
  readonly members: readonly string[];
  readonly coverage: Readonly<Record<string, number>>;
  readonly history: readonly string[];
}

const mostSteps = 8_000;
const longestTrouble = 2 * 3_600_000;
/** So many events in one instant are a loop. */
const mostAtOnce = 20_000;

/** One world from its beginning through its troubles to its healing, and until every export has come to its end. */
export async function runSeed(options: SeedOptions): Promise<SeedResult> {
  const { seed, scratch } = options;
  const profile = join(scratch, `seed-${seed}`);
  mkdirSync(profile, { recursive: true });
  const world = createWorld({
    seed,
    profile,
    without: options.without ?? new Set(),
    verbose: options.verbose ?? false,
  });
  const { queue, history, oracle } = world;
  const ends = createEnds(world);
  const person = createPerson(world);
  const healer = createHealer(world, person, ends);
  const trouble = world.random.fork('length').pick([50, 80, 120, 160, 240, 400]);
  history.note('world', `seed ${seed}, ${world.swarm.regime}: ${world.swarm.on.join(', ')}`);

  ends.start();
  person.settleIn().catch((error: unknown) => broke(world, error));
  startWeather(world);
  person.start();

  let steps = 0;
  let instant = -1;
  let atOnce = 0;
  while (world.violation === null && !healer.done) {
    await rest();
    oracle.afterStep();
    ends.look();
    const event = queue.next();
    if (event === null) break;
    atOnce = event.at === instant ? atOnce + 1 : 0;
    instant = event.at;
    steps += 1;
    if (!world.healed && (steps === trouble || queue.now() > longestTrouble)) {
      heal(world);
      healer.start();
    }
    if (steps > mostSteps) world.violated(`no end after ${mostSteps} steps`);
    if (atOnce > mostAtOnce) world.violated(`${mostAtOnce} events in one instant`);
    history.trace(event.what);
    event.run();
  }
  await rest();
  if (world.violation === null) oracle.atEnd();
  world.life?.die();
  closeAllLedgers();
  // A run's review room may still be making its folder.
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  return {
    seed,
    violation: world.violation,
    steps,
    hash: history.hash,
    regime: world.swarm.regime,
    members: world.swarm.on,
    coverage: world.coverage.counts,
    history: history.lines(),
  };
}

/** Until no promise has anything left to do: nothing real runs beside the loop. */
function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
