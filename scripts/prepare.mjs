// Makes a fresh clone ready: dependencies, an Electron, the system's packages. Runs on the machine's own Node
// (20.19 or later) and without any dependency. What is there already is left alone.
//   node scripts/prepare.mjs            all that the tests need
//   node scripts/prepare.mjs --app      all that starting the app needs
import { pathToFileURL } from 'node:url';
import { provideRuntime } from './runtime/electron-runtime.mjs';
import { provideDependencies } from './setup/dependencies.mjs';
import { runMain, SetupError, step } from './setup/progress.mjs';
import { appPackages, desktopPackages, provideSystemPackages } from './setup/system-packages.mjs';
import { isAtLeast } from './setup/versions.mjs';

const nodeNeeded = '20.19.0';

/**
 * @param {'app' | 'tests'} purpose
 * @returns {Promise<import('./runtime/electron-runtime.mjs').Runtime>}
 */
export async function prepare(purpose) {
  if (!isAtLeast(process.version, nodeNeeded)) {
    throw new SetupError(`Docket needs Node ${nodeNeeded} or later; this is ${process.version}.`);
  }
  await step(() =>
    provideSystemPackages(purpose === 'app' ? appPackages : [...appPackages, ...desktopPackages]),
  );
  await step(provideDependencies);
  return step(provideRuntime);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await prepare(process.argv.includes('--app') ? 'app' : 'tests');
    return 0;
  });
}
