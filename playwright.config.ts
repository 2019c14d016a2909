import { defineConfig } from '@playwright/test';

/** The real app on the real Electron. Each test has its own profile; one app at a time, and no second chance. */
export default defineConfig({
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  outputDir: 'out/playwright',
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testMatch: '**/*.spec.ts' },
    { name: 'tour', testDir: 'test/tour', testMatch: '**/*.spec.ts', timeout: 300_000 },
  ],
});
