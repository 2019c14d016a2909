import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { notes, root } from './places.mjs';
import { SetupError, say } from './progress.mjs';
import { runCommand, tail } from './run-command.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 */
/** @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages */

/**
 * Whether what npm says it installed is what the lockfile asks for. Optional packages (the binaries of other
 * platforms) may be absent, nothing may be there in another version.
 * @param {LockedPackages} locked the `packages` of package-lock.json
 * @param {LockedPackages} installed the `packages` of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isInstalledAsLocked(locked, installed) {
  for (const [path, wanted] of Object.entries(locked)) {
    if (path === '') continue;
    const found = installed[path];
    if (!found) {
      if (wanted.optional || wanted.devOptional) continue;
      return false;
    }
    if (found.version !== wanted.version) return false;
    // A binary of another platform may be locked without its integrity: see withAllPlatforms.
    if (wanted.integrity !== undefined && found.integrity !== wanted.integrity) return false;
  }
  return Object.keys(installed).every((path) => path in locked);
}

/**
 * @param {{readonly lockHash: string, readonly stampedHash: string | undefined, readonly asLocked: () => boolean}} facts
 * @returns {'in place' | 'install'}
 */
export function dependenciesNeed(facts) {
  if (facts.stampedHash === facts.lockHash) return 'in place';
  return facts.asLocked() ? 'in place' : 'install';
}

/** @param {string} file */
function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param {string} text @returns {LockedPackages} */
const packagesOf = (text) => JSON.parse(text).packages ?? {};

/**
 * The Node that the `node` package carries: the one Electron ships, whatever the machine's own is.
 * @returns {string}
 */
export function toolNode() {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/** Installs the dependencies by the lockfile if they are missing or stale. Throws SetupError. */
export async function provideDependencies() {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const lockHash = createHash('sha256').update(lockfile).digest('hex');
  const stampFile = join(notes, 'dependencies.sha256');
  const need = () =>
    dependenciesNeed({
      lockHash,
      stampedHash: readText(stampFile),
      asLocked: () => {
        const hidden = readText(join(root, 'node_modules', '.package-lock.json'));
        return hidden !== undefined && isInstalledAsLocked(packagesOf(lockfile), packagesOf(hidden));
      },
    });
  let line = 'dependencies are in place';
  if (need() === 'install') {
    await withLock(`dependencies of ${root}`, async () => {
      if (need() === 'in place') return;
      say('… installing dependencies by the lockfile');
      const { code, output } = await runCommand('npm', ['ci'], { cwd: root });
      if (code !== 0) throw new SetupError(`npm ci failed:\n${tail(output)}`);
      line = 'dependencies installed by the lockfile';
    });
  }
  if (toolNode() === process.execPath && !process.execPath.startsWith(join(root, 'node_modules'))) {
    // Its install script fetches the platform's binary: skipped by ignore-scripts, or broken off.
    const { code, output } = await runCommand('npm', ['rebuild', 'node', '--ignore-scripts=false'], {
      cwd: root,
    });
    if (toolNode() === process.execPath) {
      throw new SetupError(
        `The package "node" has no binary here (npm rebuild node: ${code}).\n${tail(output)}`,
      );
    }
    line += ', with the Node binary put back';
  }
  mkdirSync(notes, { recursive: true });
  writeFileSync(stampFile, lockHash);
  return { line, value: undefined };
}
