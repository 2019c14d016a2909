import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { slowness } from './test/support/slow-machine.ts';

/** Much of a test is waiting for the app: where there are two cores, two go on at once, each in a desktop of its own. */
const workers = process.platform === 'linux' && availableParallelism() > 1 ? 2 : 1;

/** A machine that plays a slow one gets so much more time. */
const patience = slowness() ?? 1;

/** The real app on the real Electron. Each test has its own profile, and no second chance. */
export default defineConfig({
  workers,
  fullyParallel: true,
  retries: 0,
  // These only end what hangs: beside other work everything takes three times as long.
  timeout: 180_000 * patience,
  expect: { timeout: 40_000 * patience },
  forbidOnly: true,
  outputDir: 'out/playwright',
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testMatch: '**/*.spec.ts' },
    { name: 'tour', testDir: 'test/tour', testMatch: '**/*.spec.ts', timeout: 600_000 },
  ],
});
