import { readFileSync } from 'node:fs';

/** Resident memory of a process, in bytes; null where it can't be read (other systems than Linux, or it is gone). */
export function residentMemory(pid: number): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : Number(found[1]) * 1024;
  } catch {
    return null;
  }
}

/** Looks at a process every 20 ms until `stop`, which answers the most that was seen. */
export function watchMemory(pid: number): { readonly stop: () => number | null } {
  let most = residentMemory(pid);
  const timer = setInterval(() => {
    const now = residentMemory(pid);
    if (now !== null && (most === null || now > most)) most = now;
  }, 20);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}
