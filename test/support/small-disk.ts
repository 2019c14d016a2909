import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A real file system of its own, as small as a test wants it; it can fill up, refuse writing and be unplugged. */
export interface SmallDisk {
  /** Leaves about so many bytes free. */
  fill(leaving: number): void;
  makeRoom(): void;
  readOnly(on: boolean): void;
  /** The drive is pulled: its folder is there and empty. Who has a file open keeps it. */
  unplug(): void;
  plugIn(): void;
  /** Takes all of it away. */
  remove(): void;
}

const piece = 4 * 1024 * 1024;

function run(...command: readonly [string, ...string[]]): void {
  const [program, ...args] = process.getuid?.() === 0 ? command : (['sudo', '-n', ...command] as const);
  execFileSync(program, args, { stdio: 'pipe' });
}

/** Mounts a tmpfs at `folder`, which is made. A text says why that is not possible here. */
export function mountSmallDisk(folder: string, sizeInKilobytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return 'no small file system can be mounted on this system';
  // The drive itself has a place of its own, so that its files outlive being unplugged.
  const drive = `${folder}.drive`;
  mkdirSync(folder, { recursive: true });
  mkdirSync(drive, { recursive: true });
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${sizeInKilobytes}k`, 'tmpfs', drive);
  } catch {
    rmSync(drive, { recursive: true, force: true });
    return 'mounting takes root or sudo without a password';
  }
  const filler = join(drive, 'filler');
  const plugIn = () => run('mount', '--bind', drive, folder);
  plugIn();
  let plugged = true;
  return {
    fill(leaving) {
      const file = openSync(filler, 'w');
      const rest = () => {
        const { bavail, bsize } = statfsSync(drive);
        return bavail * bsize - leaving;
      };
      try {
        for (let left = rest(); left > 0; left = rest()) writeSync(file, Buffer.alloc(Math.min(left, piece)));
      } catch (thrown) {
        // The app writes as well, and may have taken the last of it.
        if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC')) throw thrown;
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler, { force: true }),
    readOnly: (on) => run('mount', '-o', on ? 'remount,bind,ro' : 'remount,bind,rw', folder),
    unplug() {
      run('umount', '-l', folder);
      plugged = false;
    },
    plugIn() {
      plugIn();
      plugged = true;
    },
    remove() {
      if (plugged) run('umount', '-l', folder);
      run('umount', '-l', drive);
      rmSync(drive, { recursive: true, force: true });
    },
  };
}

/** A file that can't be renamed or deleted, as if another program held it on Windows. Returns what lets go of it. */
export function holdFile(file: string): () => void {
  run('mount', '--bind', file, file);
  return () => run('umount', '-l', file);
}
