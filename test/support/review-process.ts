import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type ElectronApplication, expect, type Locator } from '@playwright/test';

/** The process behind the table dies, as when the computer runs out of memory. */
export function killReview(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ app: electron }) => {
    for (const { type, pid, name } of electron.getAppMetrics()) {
      if (type === 'Utility' && /review/i.test(name ?? '')) process.kill(pid, 'SIGKILL');
    }
  });
}

/** The processes behind tables: one, while a table is open. */
function reviewPids(app: ElectronApplication): Promise<readonly number[]> {
  return app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .flatMap(({ type, pid, name }) => (type === 'Utility' && /review/i.test(name ?? '') ? [pid] : [])),
  );
}

/**
 * Gives the process behind the table a tenth of its time, so that what takes a moment can be looked at; answers how to
 * end that. Needs a system with SIGSTOP.
 */
export async function slowReview(app: ElectronApplication): Promise<() => Promise<void>> {
  const pulse = await app.evaluateHandle(({ app: electron }) => {
    const stopped = new Set<number>();
    let over = false;
    const send = (signal: 'SIGSTOP' | 'SIGCONT') => {
      if (over) return;
      for (const { type, pid, name } of electron.getAppMetrics()) {
        if (type !== 'Utility' || !/review/i.test(name ?? '')) continue;
        process.kill(pid, signal);
        stopped.add(pid);
      }
    };
    /** Whatever the system lists at this moment. */
    const letAllGo = () => {
      for (const pid of stopped) {
        try {
          process.kill(pid, 'SIGCONT');
        } catch {
          // It has ended meanwhile.
        }
      }
    };
    let stopping: NodeJS.Timeout | undefined;
    const going = setInterval(() => {
      send('SIGCONT');
      stopping = setTimeout(send, 6, 'SIGSTOP');
    }, 60);
    return {
      end: () => {
        clearInterval(going);
        clearTimeout(stopping);
        over = true;
        letAllGo();
        // Once more: of a dozen runs on a busy machine one left the process standing.
        for (const ms of [50, 300]) setTimeout(letAllGo, ms);
      },
    };
  });
  return () => pulse.evaluate(({ end }) => end());
}

/** Has the processes behind tables stand still; answers how to let them go on. Needs a system with SIGSTOP. */
export async function holdReview(app: ElectronApplication): Promise<() => void> {
  const pids = await reviewPids(app);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
  };
}

const sliceNanoseconds = 3_000_000;
const restMilliseconds = 150;

/** Nanoseconds that a thread has worked; from its ticks of 10 ms where the system counts no finer. */
function workedBy(task: string): number {
  if (existsSync(`${task}/schedstat`)) return Number(readFileSync(`${task}/schedstat`, 'utf8').split(' ')[0]);
  const stat = readFileSync(`${task}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10_000_000;
}

/**
 * Lets a process go on by so much work at a time, whatever the machine is doing besides, with rests between: what takes
 * it a tenth of a second lasts for seconds. https://docs.kernel.org/scheduler/sched-stats.html
 */
function inSlices(pid: number) {
  const worked = () => {
    try {
      return readdirSync(`/proc/${pid}/task`)
        .map((task) => workedBy(`/proc/${pid}/task/${task}`))
        .reduce((sum, nanoseconds) => sum + nanoseconds, 0);
    } catch {
      // A thread has ended while we looked.
      return 0;
    }
  };
  let before = worked();
  let resting: number | null = null;
  const going = setInterval(() => {
    if (resting === null) {
      if (worked() - before < sliceNanoseconds) return;
      process.kill(pid, 'SIGSTOP');
      resting = performance.now();
    } else if (performance.now() - resting >= restMilliseconds) {
      before = worked();
      resting = null;
      process.kill(pid, 'SIGCONT');
    }
  }, 1);
  const endWith = (signal: 'SIGSTOP' | 'SIGCONT') => {
    clearInterval(going);
    process.kill(pid, signal);
  };
  return { hold: () => endWith('SIGSTOP'), end: () => endWith('SIGCONT') };
}

/**
 * Begins work on the table until it is told of, and holds the process there: what is seen of the work, and how it is
 * ended, can be looked at however fast the machine is. Each beginning has to be other work, since what is known already
 * is answered at once. Answers how to let the process go on.
 */
export async function holdInWork(
  app: ElectronApplication,
  told: Locator,
  begin: (attempt: number) => Promise<void>,
): Promise<() => void> {
  const [pid] = await reviewPids(app);
  if (pid === undefined) throw new Error('No table is open.');
  let attempt = 0;
  await expect(async () => {
    const slices = inSlices(pid);
    try {
      await begin(attempt++);
      // Where the machine had no moment for us, the work was over in one go: begun anew soon rather than waited for.
      await expect(told).toBeVisible({ timeout: 6_000 });
      slices.hold();
      // What was said before it stood still has arrived when both sides have answered.
      await app.evaluate(() => undefined);
      await told.page().evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      expect(await told.isVisible()).toBe(true);
    } catch (thrown) {
      slices.end();
      throw thrown;
    }
  }).toPass({ timeout: 120_000 });
  return () => process.kill(pid, 'SIGCONT');
}
