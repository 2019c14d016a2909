import { expect, it } from 'vitest';
import { runEndings } from '../../../src-main/computer/run-endings.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const never = () => new Promise<void>(() => {});

it('the steps run one after another, and one that fails stops none', async () => {
  const did: string[] = [];
  const clock = createVirtualClock();
  await runEndings(
    [
      async () => void did.push('first'),
      () => {
        throw new Error('a ledger that is closed');
      },
      () => void did.push('last'),
    ],
    clock,
    5_000,
  );
  expect([did, clock.waiting]).toEqual([['first', 'last'], []]);
});

it.each([0, 1, 2])('a step that hangs (%i of 4) is left behind in time for those after it', async (hangs) => {
  const clock = createVirtualClock();
  const did: number[] = [];
  const began = clock.now();
  const ended = runEndings(
    [0, 1, 2, 3].map((step) => () => (step === hangs ? never() : void did.push(step))),
    clock,
    5_000,
  );
  await clock.advance(5_000);
  await ended;
  expect(did).toEqual([0, 1, 2, 3].filter((step) => step !== hangs));
  expect(clock.now() - began).toBe(5_000);
});

it('five seconds is all it takes, though every step hangs', async () => {
  const clock = createVirtualClock();
  const ended = runEndings(
    Array.from({ length: 7 }, () => never),
    clock,
    5_000,
  );
  await clock.advance(5_000);
  await ended;
  expect(clock.waiting).toEqual([]);
});

it('a clock that is set back meanwhile makes it wait no longer', async () => {
  const clock = createVirtualClock();
  const ended = runEndings([never, never], clock, 5_000);
  await clock.advance(1_000);
  clock.setWallClock(-3_600_000);
  await clock.advance(4_000);
  await ended;
});
