import { readdirSync, readFileSync } from 'node:fs';

export interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
}

/** All processes of this system. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the name in brackets may hold anything. */
export function running(): readonly Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), state }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

/** A process and all that it has started, directly or not. */
export function treeOf(root: number): readonly number[] {
  const all = running();
  const tree = [root];
  for (let at = 0; at < tree.length; at += 1) {
    tree.push(...all.filter(({ parent }) => parent === tree[at]).map(({ pid }) => pid));
  }
  return tree;
}

/** Ends those of the processes that are stopped: one that is doesn't notice that whoever started it has gone. */
export function endStopped(pids: readonly number[]): void {
  for (const { pid, state } of running()) {
    if (state !== 'T' || !pids.includes(pid)) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
}
