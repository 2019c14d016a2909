import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { sandboxSwitches } from '../../scripts/runtime/sandbox.mjs';
import { until } from './kill-wait.ts';
import { electronRuntime, inRepository } from './launch-docket.ts';

/** Starts the built app with nobody attached to it: it goes on by itself with what the last run left. */
export function startUnwatched(profileDir: string, env: Readonly<Record<string, string>>): ChildProcess {
  const { executable, folder } = electronRuntime();
  const args = [...sandboxSwitches(folder), '--disable-gpu', inRepository(), `--user-data-dir=${profileDir}`];
  return spawn(executable, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
}

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the name in brackets may hold anything. */
function running(): readonly Running[] {
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
