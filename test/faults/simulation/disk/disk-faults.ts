import type { Random } from '../core/random.ts';
import type { Swarm } from '../core/swarm.ts';
import { diskError } from './disk-error.ts';

/** How ill the disk is right now. The world's weather sets the flags; single errors come by chance. */
export interface DiskFaults {
  /** The drive is not there: every path leads nowhere. */
  unplugged: boolean;
  full: boolean;
  /** Nothing fails any more. */
  healed: boolean;
  meet(call: 'open' | 'write' | 'sync' | 'rename' | 'read' | 'stat' | 'mkdir' | 'unlink', path: string): void;
  /** How many of these bytes still fit. */
  roomFor(bytes: number): number;
  freeBytes(): number | null;
  pieceSize(): number;
}

const plenty = 2_000_000_000;

export function createDiskFaults(
  random: Random,
  swarm: Swarm,
  onFault: (what: string, path: string) => void,
): DiskFaults {
  const small = random.chance(0.5);
  const says = random.pick(['truth', 'nothing', 'lies'] as const);

  function fail(code: string, call: string, path: string): never {
    onFault(`${code} on ${call}`, path);
    throw diskError(code, call, path);
  }
  const faults: DiskFaults = {
    unplugged: false,
    full: false,
    healed: false,
    meet(call, path) {
      if (faults.healed) return;
      const p = 0.012 * swarm.force;
      if (swarm.has('disk-errors') && call !== 'stat' && random.chance(p)) {
        const code = random.pick(call === 'open' || call === 'mkdir' ? ['EACCES', 'EIO', 'EMFILE'] : ['EIO']);
        fail(code, call, path);
      }
      const holds = call === 'rename' || call === 'open' || call === 'unlink';
      if (swarm.has('held-files') && holds && random.chance(p * 8))
        fail(random.pick(['EBUSY', 'EPERM']), call, path);
    },
    roomFor(bytes) {
      if (!faults.full || faults.healed) return bytes;
      onFault('ENOSPC on write', '');
      return random.between(0, Math.max(0, bytes - 1));
    },
    freeBytes() {
      if (!faults.full || faults.healed || says === 'lies') return plenty;
      return says === 'truth' ? random.between(0, 4096) : null;
    },
    pieceSize: () => (small ? random.between(40, 600) : 65_536),
  };
  return faults;
}
