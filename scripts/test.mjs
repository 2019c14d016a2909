// `npm test`: everything that must hold, one step after another. A failed step does not stop the next; the last line
// says `N passed, N failed`, counting each test and each check without tests of its own as one.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countsIn, playwrightCounts, runnerCounts, sumCounts, vitestCounts } from './checks/counts.mjs';
import { toolEnvironment, tools } from './checks/tools.mjs';
import { runInDesktop } from './desktop/run-in-desktop.mjs';
import { prepare } from './prepare.mjs';
import { provideBuild } from './setup/build.mjs';
import { toolNode } from './setup/dependencies.mjs';
import { root } from './setup/places.mjs';
import { SetupError, say, seconds } from './setup/progress.mjs';
import { runCommand } from './setup/run-command.mjs';

/** @typedef {import('./checks/counts.mjs').Counts} Counts */

const reports = join(root, 'out', 'test');

/** @param {boolean} passed @returns {Counts} */
const one = (passed) => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
const check = (script, args) => async () => {
  const options = { cwd: root, env: toolEnvironment(toolNode()), show: true };
  return one((await runCommand(toolNode(), [script, ...args], options)).code === 0);
};

/**
 * @template T
 * @param {string} script
 * @param {readonly string[]} args
 * @param {string} report
 * @param {(report: T) => Counts} count
 */
const runner = (script, args, report, count) => async () => {
  const env = { ...toolEnvironment(toolNode()), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await runInDesktop(toolNode(), [script, ...args], { cwd: root, env });
  return runnerCounts(code, countsIn(report, count));
};

const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');
const sources = ['src-main', 'src-preload', 'src-renderer', 'test', 'scripts'];

/** @type {readonly (readonly [string, () => Promise<Counts>])[]} */
const steps = [
  ['types', check(tools.types, ['-b'])],
  ['lint', check(tools.lint, ['check', '.'])],
  ['boundaries', check(tools.boundaries, ['--config', '.dependency-cruiser.cjs', ...sources])],
  ['unused code', check(tools.unused, ['--no-config-hints'])],
  [
    'tests without Electron',
    runner(
      tools.vitest,
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
      vitestReport,
      vitestCounts,
    ),
  ],
  [
    'build',
    async () => {
      say((await provideBuild()).line);
      return one(true);
    },
  ],
  [
    'tests on Electron',
    runner(
      tools.playwright,
      ['test', '--project=e2e', '--reporter=list,json'],
      playwrightReport,
      playwrightCounts,
    ),
  ],
];

/**
 * @param {string} name
 * @param {() => Promise<Counts>} work
 * @returns {Promise<Counts>}
 */
async function take(name, work) {
  say(`\n── ${name}`);
  const start = performance.now();
  let counts = one(false);
  try {
    counts = await work();
  } catch (error) {
    say(error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error));
  }
  const took = seconds(performance.now() - start);
  say(
    `${counts.failed === 0 ? '✓' : '✗'} ${name}: ${counts.passed} passed, ${counts.failed} failed (${took})`,
  );
  return counts;
}

const start = performance.now();
/** @type {Counts[]} */
const results = [];
try {
  await prepare('tests');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  for (const [name, work] of steps) results.push(await take(name, work));
} catch (error) {
  say(
    `\n✗ ${error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error)}`,
  );
  results.push(one(false));
}
const total = sumCounts(results);
say(`\nall of it took ${seconds(performance.now() - start)}`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
