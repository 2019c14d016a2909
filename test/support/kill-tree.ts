import { type ChildProcess, spawn } from 'node:child_process';
import { sandboxSwitches } from '../../scripts/runtime/sandbox.mjs';
import { until } from './kill-wait.ts';
import { electronRuntime, inRepository } from './launch-docket.ts';
import { running, treeOf } from './process-tree.ts';

/** Starts the built app with nobody attached to it: it goes on by itself with what the last run left. */
export function startUnwatched(profileDir: string, env: Readonly<Record<string, string>>): ChildProcess {
  const { executable, folder } = electronRuntime();
  const args = [...sandboxSwitches(folder), '--disable-gpu', inRepository(), `--user-data-dir=${profileDir}`];
  return spawn(executable, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

/**
 * Ends the app and every process of it at once, with no chance to do anything more. Resolves, with how many processes
 * there were, when all are gone.
 */
export async function killTree(child: ChildProcess): Promise<number> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return 0;
  // Nothing is written from here on, however long the look around takes.
  signal(pid, 'SIGSTOP');
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const tree = treeOf(pid);
  for (const one of tree) signal(one, 'SIGKILL');
  await gone;
  await until(() => {
    const left = running();
    return !tree.some((one) => left.some((other) => other.pid === one));
  }, 10_000);
  return tree.length;
}
