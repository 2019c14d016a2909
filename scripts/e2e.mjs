// `npm run e2e -- [ARGUMENTS FOR PLAYWRIGHT]`: the end-to-end tests alone, on the real Electron in a private desktop.
import { toolEnvironment, tools } from './checks/tools.mjs';
import { runInDesktop } from './desktop/run-in-desktop.mjs';
import { prepare } from './prepare.mjs';
import { provideBuild } from './setup/build.mjs';
import { toolNode } from './setup/dependencies.mjs';
import { root } from './setup/places.mjs';
import { runMain, step } from './setup/progress.mjs';

await runMain(async () => {
  await prepare('tests');
  await step(provideBuild);
  const args = process.argv.slice(2);
  const project = args.some((argument) => argument.startsWith('--project')) ? [] : ['--project=e2e'];
  return runInDesktop(toolNode(), [tools.playwright, 'test', ...project, '--reporter=list', ...args], {
    cwd: root,
    env: toolEnvironment(toolNode()),
  });
});
