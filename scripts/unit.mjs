// `npm run unit -- [ARGUMENTS FOR VITEST]`: the tests that need no Electron, in a private desktop because some of them
// ask a real keychain.
import { toolEnvironment, tools } from './checks/tools.mjs';
import { runInDesktop } from './desktop/run-in-desktop.mjs';
import { prepare } from './prepare.mjs';
import { toolNode } from './setup/dependencies.mjs';
import { root } from './setup/places.mjs';
import { runMain } from './setup/progress.mjs';

await runMain(async () => {
  await prepare('tests');
  return runInDesktop(toolNode(), [tools.vitest, 'run', ...process.argv.slice(2)], {
    cwd: root,
    env: toolEnvironment(toolNode()),
  });
});
