import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const simulation = 'test/faults/simulation/**/*.test.ts';

/** These only end what hangs: a laptop that is busy with something else isn't a fault. */
const patience = { testTimeout: 150_000, hookTimeout: 60_000, expect: { poll: { timeout: 60_000 } } };

/** One project a side of the house; all of it runs in plain Node, against real servers and real files. */
export default defineConfig({
  test: {
    // Vitest would leave one core to whoever watches it.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'main',
          environment: 'node',
          ...patience,
          include: ['test/{main,preload,faults}/**/*.test.ts'],
          exclude: [simulation],
        },
      },
      {
        test: {
          name: 'simulation',
          environment: 'node',
          ...patience,
          include: [simulation],
          // It has processes of its own for every core, and comes when the others are done.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'renderer',
          environment: 'node',
          ...patience,
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          // Loading the same modules for each file anew takes five times as long as the tests.
          isolate: false,
          setupFiles: ['test/support/fresh-words.ts'],
        },
      },
      {
        test: {
          name: 'scripts',
          environment: 'node',
          ...patience,
          include: ['test/scripts/**/*.test.ts'],
        },
      },
    ],
  },
});
