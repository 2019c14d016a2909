import { ended, spawnCompanion } from './companion.mjs';
import { openDesktop } from './private-desktop.mjs';

/** @param {number | undefined} pid */
function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}

const passedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a command in a private desktop and takes the desktop down after it. Where there is a desktop anyway
 * (macOS, Windows) the command runs as it is.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{readonly keychain?: boolean, readonly cwd?: string, readonly env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<number>} the command's exit code, 128 + 15 when it was ended by a signal
 */
export async function runInDesktop(command, args, options = {}) {
  const linux = process.platform === 'linux';
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let stopped = false;
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    stopped = true;
    if (child?.pid !== undefined && linux) process.kill(-child.pid, signal);
  };
  for (const signal of passedOn) process.on(signal, stop);
  const desktop = linux ? await openDesktop({ keychain: options.keychain ?? true }) : undefined;
  try {
    if (stopped) return 143;
    child = spawnCompanion(command, args, {
      cwd: options.cwd,
      env: { ...(desktop?.env ?? process.env), ...options.env },
      stdio: 'inherit',
      // A group of its own, so that whatever it leaves behind can be ended with it.
      detached: linux,
    });
    child.once('error', (error) => console.error(error.message));
    await ended(child);
    return child.exitCode ?? 143;
  } finally {
    endGroup(child?.pid);
    await desktop?.close();
    for (const signal of passedOn) process.off(signal, stop);
  }
}
