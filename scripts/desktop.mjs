// Runs a command in a desktop of its own (display, bus, unlocked keychain, throw-away home):
//   node scripts/desktop.mjs [--no-keychain] [--] COMMAND [ARGUMENTS]
import { runInDesktop } from './desktop/run-in-desktop.mjs';
import { runMain, SetupError } from './setup/progress.mjs';

await runMain(async () => {
  const given = process.argv.slice(2);
  const keychain = given[0] !== '--no-keychain';
  const rest = keychain ? given : given.slice(1);
  const [command, ...args] = rest[0] === '--' ? rest.slice(1) : rest;
  if (command === undefined)
    throw new SetupError('Usage: node scripts/desktop.mjs [--no-keychain] [--] COMMAND …');
  return runInDesktop(command, args, { keychain });
});
