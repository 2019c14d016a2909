// `npm start`: makes everything ready, builds what has changed, opens the app. Arguments after `--` go to the app:
//   npm start -- --user-data-dir=DIR
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { prepare } from './prepare.mjs';
import { sandboxSwitches } from './runtime/sandbox.mjs';
import { provideBuild } from './setup/build.mjs';
import { root } from './setup/places.mjs';
import { runMain, say, step } from './setup/progress.mjs';
import { tour } from './tour/take-tour.mjs';

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @param {readonly string[]} args for the app */
async function start(args) {
  const runtime = await prepare('app');
  await step(provideBuild);
  say('✓ opening Docket');
  const app = spawn(runtime.executable, [...sandboxSwitches(runtime.folder), root, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => app.kill(signal));
  return new Promise((/** @type {(code: number) => void} */ resolve, reject) => {
    app.once('error', reject);
    app.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
  });
}

await runMain(async () => {
  if (hasDisplay()) return start(process.argv.slice(2));
  say('There is no display here. Docket is shown in pictures instead: this is the tour (npm run tour).');
  return tour();
});
