import { closeAllLedgers } from '../doors/sqlite-door.ts';
import { startLife } from '../life.ts';
import type { World } from '../the-world.ts';

const second = 1_000;
const minute = 60 * second;
/** Where a power cut finds something that isn't on the disk yet: between a write and its sync, between a rename and the folder's. */
const unsure = [
  'after disk write',
  'before disk sync',
  'after disk rename',
  'before disk folder sync',
] as const;
/** Twice as likely: bytes are more than names. */
const unsureBytes = ['after disk write', 'before disk sync'] as const;
/** What becomes of bytes, as distinct from names. */
const ofBytes: ReadonlySet<string> = new Set(['kept', 'lost', 'torn', 'zeros']);
const places = [
  'before a ledger commit',
  'after a ledger commit',
  'before disk rename',
  'after disk rename',
  'before disk sync',
  'after disk sync',
  'before disk open',
  'before a question',
  'after a question',
  'before an answer to a question',
  'amid a body',
  'before an order',
  'after an order',
  'before an answer to an order',
] as const;

/** The beginnings and ends of the app: kills, power cuts, crashes at picked places, and proper quitting. */
export interface Ends {
  start(): void;
  /** After each event: sees that a run has died, and what becomes of the disk. */
  look(): void;
  /** Begins the app if it isn't running, as after the healing. */
  ensureRunning(): void;
}

export function createEnds(world: World): Ends {
  const random = world.random.fork('ends');
  const { queue, swarm, history, coverage } = world;
  let lives = 0;
  let waiting = false;
  let quitting = false;

  function begin() {
    waiting = false;
    quitting = false;
    lives += 1;
    closeAllLedgers();
    history.note('app', `starts (${lives})`);
    try {
      world.life = startLife(world, lives);
    } catch (error) {
      world.violated(`the app doesn't start: ${error instanceof Error ? error.message : 'error'}`);
      return;
    }
    arm();
    world.oracle.afterRestart();
    world.life.rooms.begin().catch(() => world.violated('the start of the app failed'));
  }

  function restartLater() {
    waiting = true;
    queue.after(random.pick([second, 5 * second, 40 * second, 5 * minute]), 'restart', () => {
      if (waiting) begin();
    });
  }

  /**
   * Where this run is to end: at a picked place when it comes there for the nth time, or at the nth place whatever it is. Places
   * are counted, not minutes, so that runs end while something is going on.
   */
  function arm() {
    const kills = swarm.has('kill') || swarm.has('power-cut');
    const picks = swarm.has('crash-points');
    const cuts = swarm.has('power-cut');
    if (world.healed || (!kills && !picks) || random.chance(0.15)) return;
    if (cuts && random.chance(0.6))
      world.armed = {
        place: random.pick([...unsure, ...unsureBytes]),
        left: random.pick([1, 1, 1, 2, 2, 3, 5]),
      };
    else if (picks && (!kills || random.chance(0.6)))
      world.armed = { place: random.pick(places), left: random.pick([1, 1, 2, 3, 5]) };
    else world.armed = { place: null, left: random.between(1, random.pick([10, 40, 150])) };
  }

  async function quit() {
    const { life } = world;
    if (life === null) return;
    quitting = true;
    history.note('person', 'quits Docket');
    const late = queue.after(10 * minute, 'quit', () => {
      if (!life.dead) world.violated('quitting does not end');
    });
    for (const ending of life.rooms.endings) {
      await ending();
      if (life.dead) break;
    }
    late();
    if (life.dead) return;
    life.die();
  }

  return {
    start() {
      begin();
      if (!swarm.has('quit')) return;
      const next = () =>
        queue.after((random.between(5, 400) * second) / swarm.force, 'quit', () => {
          if (world.healed) return;
          if (world.life !== null && !world.life.dead && !quitting)
            quit().catch(() => world.violated('quitting failed'));
          next();
        });
      next();
    },
    look() {
      if (world.life?.dead !== true || waiting) return;
      world.armed = null;
      const aimed = unsure.some((place) => world.crashedAt?.startsWith(place) === true);
      const power =
        !quitting && swarm.has('power-cut') && (aimed || !swarm.has('kill') || random.chance(0.5));
      world.crashedAt = null;
      coverage.count(`end: ${quitting ? 'quit' : power ? 'power cut' : 'kill'}`);
      history.note('app', quitting ? 'has ended' : power ? 'dies: no power' : 'dies');
      if (power) {
        world.life = null;
        const fates: string[] = [];
        world.tree.losePower(random, (fate) => fates.push(fate));
        for (const fate of fates) coverage.count(`power cut: ${fate}`);
        if (fates.some((fate) => ofBytes.has(fate))) coverage.count('power cut: struck unsynced bytes');
      }
      restartLater();
    },
    ensureRunning() {
      if (world.life === null || world.life.dead) begin();
    },
  };
}
