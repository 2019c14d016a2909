import { dirname, join } from 'node:path';
import type { Member } from '../core/swarm.ts';
import { placeForeign } from '../disk/simulated-disk.ts';
import type { World } from '../the-world.ts';

const second = 1_000;
const minute = 60 * second;

/** What comes and goes around the engine: networks, disks, sleep, clocks, other people's hands. */
export function startWeather(world: World): void {
  const random = world.random.fork('weather');
  const { queue, swarm, computer, network, diskFaults } = world;

  /** Begins at some time, lasts for a while, and comes again; the world's healing ends it. */
  function spells(member: Member, lasts: readonly number[], begin: () => void, end: () => void, rests = 900) {
    if (!swarm.has(member)) return;
    const next = () =>
      queue.after((random.between(5, rests) * second) / swarm.force, member, () => {
        if (world.healed) return;
        world.fault(member, 'begins');
        begin();
        queue.after(random.pick(lasts), member, () => {
          if (world.healed) return;
          world.history.note('weather', `${member} ends`);
          end();
          next();
        });
      });
    next();
  }
  const tellPower = () => world.life?.powerChanged();

  spells(
    'offline',
    [second, 20 * second, 3 * minute, 40 * minute],
    () => {
      network.online = false;
      network.breakAll();
      tellPower();
    },
    () => {
      network.online = true;
      tellPower();
    },
  );
  spells(
    'portal',
    [20 * second, 10 * minute],
    () => {
      network.portal = true;
    },
    () => {
      network.portal = false;
    },
  );
  spells(
    'full-disk',
    [10 * second, 10 * minute],
    () => {
      diskFaults.full = true;
    },
    () => {
      diskFaults.full = false;
    },
  );
  spells(
    'unplugged',
    [5 * second, 10 * minute],
    () => {
      diskFaults.unplugged = true;
    },
    () => {
      diskFaults.unplugged = false;
    },
  );
  spells(
    'sleep',
    [5 * second, 5 * minute, 60 * minute],
    () => {
      computer.awake = false;
      tellPower();
      network.breakAll();
    },
    () => {
      computer.awake = true;
      tellPower();
    },
  );
  spells(
    'wrong-clock',
    [minute, 30 * minute],
    () => {
      computer.skew = random.pick([-26 * 60, -61, -11, 5, 61, 25 * 60]) * minute;
    },
    () => {
      computer.skew = 0;
    },
  );
  spells(
    'locked-keychain',
    [20 * second, 10 * minute],
    () => {
      computer.keychainLocked = true;
    },
    () => {
      computer.keychainLocked = false;
    },
  );
  spells(
    'intruder',
    [second],
    () => meddle(world, random.pick(['edits', 'edits', 'deletes', 'places'] as const)),
    () => {},
    60,
  );

  for (const vendor of world.vendors) {
    const live = () =>
      queue.after(random.between(3, 90) * second, 'vendor', () => {
        vendor.live();
        live();
      });
    live();
  }
}

/** Somebody works in the folders of collected files. */
function meddle(world: World, how: 'edits' | 'deletes' | 'places'): void {
  const { life, tree, history, oracle } = world;
  if (life?.dead === true) return;
  for (const job of life?.rooms.book.all() ?? []) {
    const folder = job.folder;
    if (life === null || folder === null || !tree.now.folders.has(folder)) continue;
    if (job.commit.kind !== 'open') continue;
    const file = life.rooms.ledger.files.of(job.id)[0];
    if (how === 'places') {
      const part = life.rooms.ledger.parts.of(job.id).find(({ state }) => state !== 'done');
      const path = join(folder, part?.name ?? 'notes.txt');
      if (tree.now.files.has(path)) continue;
      placeForeign(tree, dirname(path), path.slice(folder.length + 1), Buffer.from('my own notes'));
      history.note('intruder', `places ${path}`);
      return;
    }
    const path = file === undefined ? null : join(file.folder, file.name);
    const held = path === null ? undefined : tree.now.files.get(path);
    if (path === null || held === undefined || job.retrieval.kind !== 'collected') continue;
    oracle.asked.tampered.add(job.id);
    if (how === 'deletes') tree.change({ kind: 'drop', path });
    else {
      const edited = tree.newInode(false, Buffer.from(held.content));
      edited.content[Math.max(0, edited.content.length >> 1)] = 0x58;
      edited.durable = edited.content;
      tree.change({ kind: 'put', path, inode: edited });
    }
    tree.syncFolder(folder);
    history.note('intruder', `${how} ${path}`);
    return;
  }
}

/** All is well from now on. */
export function heal(world: World): void {
  world.healed = true;
  world.armed = null;
  world.history.note('weather', 'everything heals');
  world.fates.healed = true;
  world.diskFaults.healed = true;
  world.diskFaults.unplugged = false;
  world.diskFaults.full = false;
  world.network.portal = false;
  world.network.online = true;
  world.computer.awake = true;
  world.computer.skew = 0;
  world.computer.keychainLocked = false;
  for (const vendor of world.vendors) vendor.heal();
  world.life?.powerChanged();
}
