// `npm run simulate -- --seeds N --from S`: the deterministic simulation of the engine, on all cores; `--seed N` replays
// one with its whole history, `--shrink` looks for the fewest faults with which it still breaks.
import { join } from 'node:path';
import { toolEnvironment } from './checks/tools.mjs';
import { prepare } from './prepare.mjs';
import { toolNode } from './setup/dependencies.mjs';
import { root } from './setup/places.mjs';
import { runMain } from './setup/progress.mjs';
import { runCommand } from './setup/run-command.mjs';

await runMain(async () => {
  await prepare('tests');
  const cli = join(root, 'test', 'faults', 'simulation', 'cli.ts');
  const { code } = await runCommand(toolNode(), [cli, ...process.argv.slice(2)], {
    cwd: root,
    env: toolEnvironment(toolNode()),
    show: true,
  });
  return code;
});
