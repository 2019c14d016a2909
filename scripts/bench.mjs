// `npm run bench -- [NAME…]`: how fast the real app is on the real Electron, as ratios measured in one run.
import { join } from 'node:path';
import { toolEnvironment } from './checks/tools.mjs';
import { runInDesktop } from './desktop/run-in-desktop.mjs';
import { prepare } from './prepare.mjs';
import { provideBuild } from './setup/build.mjs';
import { toolNode } from './setup/dependencies.mjs';
import { root } from './setup/places.mjs';
import { runMain, step } from './setup/progress.mjs';

await runMain(async () => {
  await prepare('tests');
  await step(provideBuild);
  const node = toolNode();
  return runInDesktop(node, [join(root, 'test', 'bench', 'run.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: toolEnvironment(node),
  });
});
