import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where the scripts of this checkout note what they have found; it goes when node_modules goes. */
export const notes = join(root, 'node_modules', '.docket');

/** The file that says which Electron was found. Read by start, by the tests' launcher, by packaging. */
export const runtimeNote = join(notes, 'runtime.json');

/**
 * What is kept between checkouts: the runtime. `DOCKET_CACHE` moves it.
 * https://specifications.freedesktop.org/basedir-spec/latest/
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cacheFolder(env = process.env) {
  if (env.DOCKET_CACHE) return env.DOCKET_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'docket');
}
