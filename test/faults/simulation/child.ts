// One process of the simulation: `node child.ts '<JSON of ChildTask>'`. Answers a line of JSON for each seed.
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installHooks, type Plant } from './doors/hooks.ts';

/** What a process is to do. */
export interface ChildTask {
  readonly from: number;
  /** Every how manieth seed from there on. */
  readonly step: number;
  readonly count: number;
  readonly plant: Plant | null;
  readonly without: readonly string[];
  /** Ends with the first seed that breaks an invariant. */
  readonly stopAtFirst: boolean;
  readonly verbose: boolean;
}

/** What it answers for each seed; the history only where something broke, or for a single one. */
export interface ChildAnswer {
  readonly seed: number;
  readonly violation: string | null;
  readonly steps: number;
  readonly hash: string;
  readonly regime: string;
  readonly members: readonly string[];
  readonly coverage: Readonly<Record<string, number>>;
  readonly history: readonly string[] | null;
}

// Folder names hold the person's own calendar day.
process.env['TZ'] = 'UTC';
const task = JSON.parse(process.argv[2] ?? '') as ChildTask;
installHooks(task.plant);
const { runSeed } = await import('./run-seed.ts');
// Memory where there is such a folder: each transaction counts as durable, the disk's own slowness proves nothing.
const memory = '/dev/shm';
const scratch = join(existsSync(memory) ? memory : tmpdir(), `docket-simulation-${process.pid}`);
try {
  for (let index = 0; index < task.count; index += 1) {
    const seed = task.from + index * task.step;
    const result = await runSeed({ seed, scratch, without: new Set(task.without), verbose: task.verbose });
    const told = result.violation !== null || task.count === 1;
    const answer: ChildAnswer = { ...result, history: told ? result.history : null };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    if (task.stopAtFirst && result.violation !== null) break;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
