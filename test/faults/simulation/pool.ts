import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { notes } from '../../../scripts/setup/places.mjs';
import type { ChildAnswer, ChildTask } from './child.ts';

export type { ChildAnswer } from './child.ts';

/** Each process compiles the whole engine otherwise, which takes it longer than ten seeds. */
const compiled = join(notes, 'compiled');

const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Runs one process of the simulation to its end. Rejects when it ends in any other way than by having done its task. */
export function runChild(
  task: Partial<ChildTask> & Pick<ChildTask, 'from'>,
  onAnswer: (answer: ChildAnswer) => void = () => {},
): Promise<readonly ChildAnswer[]> {
  const whole: ChildTask = {
    step: 1,
    count: 1,
    plant: null,
    without: [],
    stopAtFirst: false,
    verbose: false,
    ...task,
  };
  return new Promise((resolve, reject) => {
    const answers: ChildAnswer[] = [];
    const running = spawn(process.execPath, [child, JSON.stringify(whole)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE: compiled },
    });
    let said = '';
    running.stderr.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4_000);
    });
    createInterface({ input: running.stdout }).on('line', (line) => {
      const answer = JSON.parse(line) as ChildAnswer;
      answers.push(answer);
      onAnswer(answer);
    });
    running.once('error', reject);
    running.once('close', (code) => {
      if (code === 0) resolve(answers);
      else reject(new Error(`a process of the simulation ended with ${code}: ${said}`));
    });
  });
}

/** Seeds `from` … `from + count - 1`, spread over all cores. */
export async function runSeeds(
  about: { readonly from: number; readonly count: number; readonly without?: readonly string[] },
  onAnswer: (answer: ChildAnswer) => void = () => {},
): Promise<{ readonly answers: readonly ChildAnswer[]; readonly seconds: number }> {
  const start = performance.now();
  const workers = Math.max(1, Math.min(availableParallelism(), about.count));
  const all = await Promise.all(
    Array.from({ length: workers }, (_, index) =>
      runChild(
        {
          from: about.from + index,
          step: workers,
          count: Math.ceil((about.count - index) / workers),
          without: about.without ?? [],
        },
        onAnswer,
      ),
    ),
  );
  return { answers: all.flat(), seconds: (performance.now() - start) / 1000 };
}

/** Tasks one after another, as many at once as there are cores. */
export async function onAllCores<T, R>(
  tasks: readonly T[],
  run: (task: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  async function work() {
    for (let index = next; index < tasks.length; index = next) {
      next += 1;
      const task = tasks[index];
      if (task !== undefined) results[index] = await run(task);
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
