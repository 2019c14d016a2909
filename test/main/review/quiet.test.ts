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
