import type { Start } from './protocol.ts';

const most = 320;
const least = 192;
/** Of the computer's memory; beside the tables the process needs about 150 MB, for large ones 200, and the window its own. */
const share = 1 / 16;

/** What the review process may take: as configured (megabytes), else 320 MB, or less on a computer with little. */
export function reviewLimits(
  computer: { readonly memoryBytes: number; readonly processors: number },
  configured: number | undefined,
): Start['limits'] {
  const fitting = Math.floor((computer.memoryBytes * share) / 1024 ** 2);
  return {
    memoryMegabytes: configured ?? Math.min(most, Math.max(least, fitting)),
    threads: Math.min(Math.max(computer.processors, 1), 64),
  };
}
