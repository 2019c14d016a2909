// `npm run kill -- [--runs N] [--seed S]`: kills the whole process tree of the real app N times (20) at moments that
// follow from the seed (a new one each time), and compares what it ends with to what the vendors hold. Linux only.
import { parseArgs } from 'node:util';
import { toolEnvironment, tools } from './checks/tools.mjs';
import { runInDesktop } from './desktop/run-in-desktop.mjs';
import { prepare } from './prepare.mjs';
import { provideBuild } from './setup/build.mjs';
import { toolNode } from './setup/dependencies.mjs';
import { root } from './setup/places.mjs';
import { runMain, SetupError, step } from './setup/progress.mjs';

/**
 * @param {string | undefined} text
 * @param {string} name
 * @param {number} otherwise
 * @returns {number}
 */
function wholeNumber(text, name, otherwise) {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new SetupError(`--${name} takes a whole number from 1.`);
  return value;
}

await runMain(async () => {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const runs = wholeNumber(values.runs, 'runs', 20);
  const seed = wholeNumber(values.seed, 'seed', 1 + Math.floor(Math.random() * 1_000_000));
  await prepare('tests');
  await step(provideBuild);
  const args = [tools.playwright, 'test', '--project=e2e', '--reporter=list', 'test/e2e/kill.spec.ts'];
  return runInDesktop(toolNode(), args, {
    cwd: root,
    env: {
      ...toolEnvironment(toolNode()),
      DOCKET_KILL_RUNS: String(runs),
      DOCKET_KILL_SEED: String(seed),
    },
  });
});
