import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQuiet } from '../../../src-main/review/quiet.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function held() {
  let go = () => {};
  const done = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { done, go };
}

test('quiet comes a moment after the last work, not between two pieces of it', async () => {
  const quiet = createQuiet();
  const one = held();
  const two = held();
  let came = false;
  const first = quiet.during(() => one.done);
  void quiet.come().then(() => {
    came = true;
  });
  await vi.advanceTimersByTimeAsync(5000);
  expect(came).toBe(false);
  one.go();
  await first;
  await vi.advanceTimersByTimeAsync(200);
  const second = quiet.during(() => two.done);
  await vi.advanceTimersByTimeAsync(5000);
  expect(came).toBe(false);
  two.go();
  await second;
  await vi.advanceTimersByTimeAsync(299);
  expect(came).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(came).toBe(true);
});

test('where nothing is worked on it comes by itself, also after work that failed', async () => {
  const quiet = createQuiet();
  await expect(quiet.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  let came = 0;
  for (let time = 0; time < 2; time += 1) {
    void quiet.come().then(() => {
      came += 1;
    });
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(came).toBe(2);
});

test('who waits for a longer quiet is not hurried by one who waits for less', async () => {
  const quiet = createQuiet();
  const came: number[] = [];
  for (const ms of [3000, 300]) void quiet.come(ms).then(() => came.push(ms));
  await vi.advanceTimersByTimeAsync(2999);
  expect(came).toEqual([300]);
  await quiet.during(() => Promise.resolve());
  await vi.advanceTimersByTimeAsync(2999);
  expect(came).toEqual([300]);
  await vi.advanceTimersByTimeAsync(1);
  expect(came).toEqual([300, 3000]);
});

/** A statement that ends when it is told to, or throws when it is stopped. */
function statement() {
  const runs: { readonly end: () => void; stopped: boolean }[] = [];
  let refuse: (() => void) | null = null;
  const stopped = new Error('stopped');
  return {
    runs,
    background: {
      ask: () =>
        new Promise<number>((resolve, reject) => {
          const run = { end: () => resolve(runs.length), stopped: false };
          runs.push(run);
          refuse = () => {
            run.stopped = true;
            reject(stopped);
          };
        }),
      stop: () => refuse?.(),
      wasStopped: (thrown: unknown) => thrown === stopped,
    },
  };
}

test('what is done in the background begins at once where nobody asks', async () => {
  const { runs, background } = statement();
  const done = createQuiet().gently(background);
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  expect(await done).toBe(1);
});

test('a question stops it, and it begins anew a moment after the answer', async () => {
  const quiet = createQuiet();
  const { runs, background } = statement();
  const done = quiet.gently(background);
  await vi.advanceTimersByTimeAsync(0);
  const question = held();
  const asked = quiet.during(() => question.done);
  await vi.advanceTimersByTimeAsync(0);
  expect(runs.map(({ stopped }) => stopped)).toEqual([true]);
  await vi.advanceTimersByTimeAsync(200);
  question.go();
  await asked;
  await vi.advanceTimersByTimeAsync(299);
  expect(runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toHaveLength(2);
  runs[1]?.end();
  expect(await done).toBe(2);
});

test('who asks without end holds it up for five seconds; then it is done beside, to its end', async () => {
  const quiet = createQuiet();
  const { runs, background } = statement();
  const done = quiet.gently(background);
  await vi.advanceTimersByTimeAsync(0);
  for (let time = 0; time < 49; time += 1) {
    await quiet.during(() => Promise.resolve());
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(runs.map(({ stopped }) => stopped)).toEqual([true]);
  for (let time = 0; time < 20; time += 1) {
    await quiet.during(() => Promise.resolve());
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(runs.map(({ stopped }) => stopped)).toEqual([true, false]);
  runs[1]?.end();
  expect(await done).toBe(2);
});

test('who scrolls on has it wait between what is read ahead, and some seconds longer', async () => {
  const quiet = createQuiet();
  const { runs, background } = statement();
  const readAhead = () => quiet.during(() => Promise.resolve(), 'ahead');
  await readAhead();
  await vi.advanceTimersByTimeAsync(1500);
  await readAhead();
  const done = quiet.gently(background);
  await vi.advanceTimersByTimeAsync(2000);
  await readAhead();
  await vi.advanceTimersByTimeAsync(2999);
  expect(runs).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  expect(await done).toBe(1);
});

test('rows that are read ahead once, as after a table is opened, hold it up for a moment only', async () => {
  const quiet = createQuiet();
  const { runs, background } = statement();
  await quiet.during(() => Promise.resolve(), 'ahead');
  const done = quiet.gently(background);
  await vi.advanceTimersByTimeAsync(300);
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  expect(await done).toBe(1);
});

test('what somebody waits for gives way to nobody, from the moment that they do', async () => {
  const quiet = createQuiet();
  const { runs, background } = statement();
  let wanted = false;
  const done = quiet.gently({ ...background, isWantedNow: () => wanted });
  await vi.advanceTimersByTimeAsync(0);
  const question = held();
  const asked = quiet.during(() => question.done);
  await vi.advanceTimersByTimeAsync(100);
  expect(runs.map(({ stopped }) => stopped)).toEqual([true]);
  wanted = true;
  quiet.hurry();
  await vi.advanceTimersByTimeAsync(500);
  expect(runs.map(({ stopped }) => stopped)).toEqual([true, false]);
  runs[1]?.end();
  expect(await done).toBe(2);
  question.go();
  await asked;
});

test('what fails of itself, or is cancelled by another, is not begun anew', async () => {
  const quiet = createQuiet();
  const fails = {
    ask: () => Promise.reject(new Error('no room')),
    stop: () => undefined,
    wasStopped: () => true,
  };
  await expect(quiet.gently(fails)).rejects.toThrow('no room');
});

test('work behind is work for who waits for quiet, and no question', async () => {
  const quiet = createQuiet();
  const one = held();
  const { runs, background } = statement();
  let came = false;
  const work = quiet.behind(() => one.done);
  void quiet.come().then(() => {
    came = true;
  });
  const done = quiet.gently(background);
  await vi.advanceTimersByTimeAsync(5000);
  expect([came, runs.length]).toEqual([false, 1]);
  runs[0]?.end();
  await done;
  one.go();
  await work;
  await vi.advanceTimersByTimeAsync(300);
  expect(came).toBe(true);
});
