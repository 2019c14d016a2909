import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory of a process, in bytes; null where it can't be read (other systems than Linux, or it is gone). */
export function residentMemory(pid: number): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : Number(found[1]) * 1024;
  } catch {
    return null;
  }
}

/** Looks at a process ten times a second until `stop`, which answers the most that was seen: looking costs time as well. */
export function watchMemory(pid: number): { readonly stop: () => number | null } {
  let most = residentMemory(pid);
  const timer = setInterval(() => {
    const now = residentMemory(pid);
    if (now !== null && (most === null || now > most)) most = now;
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

/** This process and all that descend from it, by the parents that /proc tells. */
function treeOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // The name in brackets may hold anything; the parent is the second field after it.
      const after = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '');
      return [[Number(name), Number(after.split(' ')[1])] as const];
    } catch {
      return [];
    }
  });
  const tree = [pid];
  for (const parent of tree) for (const [child, of] of parents) if (of === parent) tree.push(child);
  return tree;
}

/**
 * Memory of a process and all that descend from it, in bytes: the sum of their proportional set sizes, in which a page
 * that several share counts once. Null where it can't be read. https://docs.kernel.org/filesystems/proc.html
 */
export function treeMemory(pid: number): number | null {
  let sum = 0;
  for (const one of process.platform === 'linux' ? treeOf(pid) : []) {
    try {
      const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'));
      sum += Number(found?.[1] ?? 0) * 1024;
    } catch {
      // It has just ended.
    }
  }
  return sum === 0 ? null : sum;
}

/**
 * Processor time of all that descend from this process, in ms: threads that ended count, processes that ended don't.
 * Null where it can't be read. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function processorTime(): number | null {
  if (process.platform !== 'linux') return null;
  let ticks = 0;
  for (const one of treeOf(process.pid).slice(1)) {
    try {
      const fields = readFileSync(`/proc/${one}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has just ended.
    }
  }
  // A tick is a hundredth of a second.
  return ticks * 10;
}
