import { Failure } from '../../../src-main/ports/failure.ts';
import { createCoverage } from './core/coverage.ts';
import { createEventQueue } from './core/event-queue.ts';
import { createHistory } from './core/history.ts';
import { createRandom } from './core/random.ts';
import { swarmOf } from './core/swarm.ts';
import { createDiskFaults } from './disk/disk-faults.ts';
import { createTree } from './disk/tree.ts';
import { createFates } from './network/fate.ts';
import { createSimulatedNetwork } from './network/simulated-network.ts';
import { createOracle } from './oracle/oracle.ts';
import type { World } from './the-world.ts';
import { createCrayonModel } from './vendors/crayon-model.ts';
import { createMyPreferencesModel } from './vendors/my-preferences-model.ts';
import { createMyTrackerModel } from './vendors/my-tracker-model.ts';
import type { VendorTools } from './vendors/vendor.ts';

const epoch = Date.UTC(2026, 0, 15, 9, 30);

export function createWorld(options: {
  readonly seed: number;
  readonly profile: string;
  readonly without: ReadonlySet<string>;
  readonly verbose: boolean;
}): World {
  const random = createRandom(options.seed);
  const swarm = swarmOf(random.fork('swarm'), options.without);
  const queue = createEventQueue(random.fork('ties'));
  const history = createHistory(queue.now);
  const coverage = createCoverage();
  const tree = createTree('/sim/Documents');
  const computer = { awake: true, skew: 0, keychainLocked: false };
  const kept = new Map<string, string>();
  const stores = new Map<string, string>();
  const keychainRandom = random.fork('keychain');
  let ids = 0;

  function fault(what: string, about = '') {
    coverage.count(`fault: ${what}`);
    history.note('fault', about === '' ? what : `${what}: ${about}`);
  }
  function violated(what: string) {
    if (world.violation !== null) return;
    world.violation = what;
    history.note('ORACLE', what);
  }
  const toolsOf = (name: string): VendorTools => ({
    now: () => epoch + queue.now(),
    random: random.fork(name),
    swarm,
    note: (what) => {
      coverage.count(`vendor: ${what.replaceAll(/\d+/g, 'N').replace(/ \(.*/, '')}`);
      history.note(name, what);
    },
    violated,
  });
  const vendors = [
    createMyPreferencesModel(toolsOf('prefs')),
    createMyTrackerModel(toolsOf('tracker')),
    createCrayonModel(toolsOf('crayon')),
  ];
  const diskFaults = createDiskFaults(random.fork('disk'), swarm, (what, path) => fault(what, path));
  const fates = createFates(random.fork('network'), swarm);
  const network = createSimulatedNetwork({
    queue,
    random: random.fork('bodies'),
    vendors,
    fates,
    watch: {
      onDeparture(call) {
        history.note(
          'app',
          `#${call.number} ${call.method} ${call.url.host}${call.url.pathname}${call.url.search}${rangeOf(call.headers)}`,
        );
        call.vendor.onDeparture(call.url);
        world.oracle.onDeparture(call);
      },
      onOutcome(call, outcome) {
        history.note(
          'net',
          `#${call.number} ${outcome.kind === 'answer' ? `answers ${outcome.status}` : 'fails'}`,
        );
        world.oracle.onOutcome(call, outcome);
      },
      onFault: (what, call) => fault(what.replace(/ after .*/, ''), `#${call.number} ${what}`),
    },
  });

  const world: World = {
    seed: options.seed,
    queue,
    random,
    swarm,
    history,
    coverage,
    verbose: options.verbose,
    tree,
    diskFaults,
    network,
    fates,
    vendors,
    oracle: createOracle(() => world),
    profile: options.profile,
    computer,
    kept,
    stores,
    life: null,
    healed: false,
    armed: null,
    crashedAt: null,
    violation: null,
    wallClock: () => Math.round(epoch + queue.now() + computer.skew),
    nextId() {
      ids += 1;
      return `id-${ids}`;
    },
    storeFile: (name, life) => ({
      name: `${name}.json`,
      read: () => {
        const text = stores.get(name);
        return text === undefined ? undefined : JSON.parse(text);
      },
      write(value) {
        if (life.dead) throw new Error('This run has ended');
        stores.set(name, JSON.stringify(value));
      },
      setAside() {
        violated(`${name}.json was taken for damaged`);
        return name;
      },
    }),
    keychainOf(life) {
      const call = <T>(work: () => T): Promise<T> =>
        new Promise((resolve, reject) => {
          queue.after(keychainRandom.pick([0, 0, 1, 20]), 'keychain', () => {
            if (life.dead) return;
            try {
              resolve(work());
            } catch (error) {
              reject(error);
            }
          });
        });
      // As gnome-keyring was seen to be when it is locked.
      return {
        get: (account) => call(() => (computer.keychainLocked ? null : (kept.get(account) ?? null))),
        set: (account, value) =>
          call(() => {
            if (computer.keychainLocked)
              throw new Failure('keychain-locked', { action: { kind: 'try-again' } });
            kept.set(account, value);
          }),
        delete: (account) =>
          call(() => {
            if (!computer.keychainLocked) kept.delete(account);
          }),
      };
    },
    crashesAt(place) {
      const { armed } = world;
      if (armed === null || world.life === null) return false;
      if (armed.place !== null && !place.startsWith(armed.place)) return false;
      armed.left -= 1;
      if (armed.left > 0) return false;
      world.armed = null;
      world.crashedAt = place;
      coverage.count(`crash: ${place}`);
      history.note('crash', place);
      return true;
    },
    fault,
    violated,
  };
  return world;
}

function rangeOf(headers: Headers): string {
  const range = headers.get('range');
  if (range === null) return '';
  const condition = headers.get('if-range');
  return ` ${range}${condition === null ? '' : ` if ${condition}`}`;
}
