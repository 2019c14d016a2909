import { appOrigin } from '../../../src-main/bridge/dispatch.ts';
import { composeRooms } from '../../../src-main/compose-rooms.ts';
import { Failure } from '../../../src-main/ports/failure.ts';
import { createFileChecks } from '../../../src-main/retrieval/file-checks.ts';
import { wholeInflate } from '../../../src-main/retrieval/inflate.ts';
import { diskError } from './disk/disk-error.ts';
import { createSimulatedDisk, type DiskDoor } from './disk/simulated-disk.ts';
import { putLedgerDoor } from './doors/sqlite-door.ts';
import type { Life as NetworkLife } from './network/simulated-network.ts';
import { never } from './network/simulated-network.ts';
import type { Life } from './running.ts';
import type { World } from './the-world.ts';

const sender = { isOwnMainFrame: true, url: `${appOrigin}/index.html` };

export function startLife(world: World, number: number): Life {
  const { queue, random, swarm } = world;
  const own = random.fork(`life ${number}`);
  const state = { dead: false };
  const listeners = new Set<() => void>();

  const self: NetworkLife & { die(): void } = {
    get dead() {
      return state.dead;
    },
    die() {
      state.dead = true;
    },
    diesAt(place) {
      if (state.dead) return true;
      if (!world.crashesAt(place)) return false;
      state.dead = true;
      return true;
    },
  };
  const secretSafe = (where: string) => (value: unknown) => {
    if (!state.dead) world.oracle.noSecret(where, value);
  };
  const seen = secretSafe('the log');
  const note = (message: string, fields?: unknown) => {
    seen([message, fields]);
    if (world.verbose && !state.dead) world.history.note('log', `${message} ${JSON.stringify(fields ?? {})}`);
  };

  const door: DiskDoor = {
    step(what, path, work) {
      if (self.dead) return never();
      if (self.diesAt(`before disk ${what}`)) return never();
      return new Promise((resolve, reject) => {
        const slow = swarm.has('slow') && own.chance(0.01) ? own.between(100, 3_000) : 0;
        queue.after(own.pick([0, 0, 1, 4]) + slow, `disk ${what} ${path}`, () => {
          // A process that was killed leaves its last call with the system, which may still carry it out.
          if (self.dead && (world.life?.number !== number || !own.chance(0.5))) return;
          try {
            const result = work();
            if (!self.dead && !self.diesAt(`after disk ${what}`)) resolve(result);
          } catch (error) {
            if (!self.dead) reject(error);
          }
        });
      });
    },
    mayRemove: (path) => world.oracle.mayRemove(path),
    violated: (what) => {
      if (!state.dead) world.violated(what);
    },
  };
  const disk = createSimulatedDisk(world.tree, world.diskFaults, door);

  putLedgerDoor({
    before(commits) {
      if (self.dead) throw new Error('This run has ended');
      if (!commits) return;
      if (self.diesAt('before a ledger commit')) throw new Error('This run has ended');
      if (swarm.has('ledger-full') && !world.healed && world.diskFaults.full && own.chance(0.3)) {
        world.fault('the ledger finds the disk full');
        throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
      }
    },
    after(commits) {
      if (!commits) return;
      world.oracle.ledgerChanged();
      if (self.diesAt('after a ledger commit')) throw new Error('This run has ended');
    },
  });

  const fetch = world.network.fetchOf(self);
  const rooms = composeRooms({
    profile: world.profile,
    documents: '/sim/Documents',
    user: 'kim',
    clock: {
      now: () => world.wallClock(),
      after: (ms, run) => queue.after(ms, 'timer', () => (self.dead ? undefined : run())),
    },
    fetch,
    disk,
    checks: createFileChecks(disk, wholeInflate),
    log: { info: note, warn: note, error: note },
    power: {
      isAwake: () => world.computer.awake,
      isOnline: () => world.network.online,
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    dropConnections: () => world.network.breakAll(),
    ids: () => world.nextId(),
    random: () => own.next(),
    storeFile: (name) => world.storeFile(name, self),
    keychain: world.keychainOf(self),
    spawnReview: () => {
      throw new Failure('review-stopped');
    },
    desktop: {
      reveal() {},
      openExternally: async () => {},
      choosePlace: async () => null,
      chooseFolder: async () => null,
      exists: (path) => world.tree.now.files.has(path),
      joinPath: (folder, name) => `${folder}/${name}`,
    },
    describe: async () => {
      throw diskError('ENOSYS', 'describe', '');
    },
    emit: (event, payload) => secretSafe(`event ${event}`)(payload),
  });

  return {
    number,
    rooms,
    get dead() {
      return state.dead;
    },
    die: self.die,
    diesAt: self.diesAt,
    async ask(name, input) {
      if (state.dead) return never();
      const result = await rooms.dispatch(sender, name, input);
      if (state.dead) return never();
      secretSafe(`the answer to ${name}`)(result);
      return result;
    },
    powerChanged() {
      if (!state.dead) for (const listener of [...listeners]) listener();
    },
  };
}
