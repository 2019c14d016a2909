import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { toolNode } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { root } from './places.mjs';
import { SetupError, say } from './progress.mjs';
import { runCommand, tail } from './run-command.mjs';

/**
 * @typedef {object} SourceFile
 * @property {string} path
 * @property {number} size in bytes
 * @property {number} changed in milliseconds since 1970
 */

/**
 * A text that differs as soon as one source is added, removed or changed.
 * @param {readonly SourceFile[]} files in any order
 * @returns {string}
 */
export function fingerprintOf(files) {
  const lines = files.map((file) => `${file.path}\0${file.size}\0${file.changed}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/**
 * @param {{readonly fingerprint: string, readonly stamped: string | undefined, readonly outputs: readonly boolean[]}} facts
 *   `outputs`: whether each file that a build leaves is there
 * @returns {boolean}
 */
export function isBuildStale(facts) {
  return facts.stamped !== facts.fingerprint || facts.outputs.includes(false);
}

const sources = [
  'src-main',
  'src-preload',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'package-lock.json',
];
const outputs = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'];
const stampFile = join(root, 'out', 'build-stamp');

/**
 * @param {string} path
 * @returns {SourceFile[]}
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  const about = statSync(path);
  if (!about.isDirectory()) return [{ path: relative(root, path), size: about.size, changed: about.mtimeMs }];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

const isStale = (/** @type {string} */ fingerprint) =>
  isBuildStale({
    fingerprint,
    stamped: existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined,
    outputs: outputs.map((file) => existsSync(join(root, file))),
  });

/** Builds the app if its sources have changed since the last build. Throws SetupError. */
export async function provideBuild() {
  const now = () => fingerprintOf(sources.flatMap((path) => filesBelow(join(root, path))));
  if (!isStale(now())) return { line: 'the app is built', value: undefined };
  return withLock(`build of ${root}`, async () => {
    const fingerprint = now();
    if (!isStale(fingerprint)) return { line: 'the app is built', value: undefined };
    say('… building the app');
    const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const { code, output } = await runCommand(toolNode(), [builder, 'build'], { cwd: root });
    if (code !== 0) throw new SetupError(`The app could not be built:\n${tail(output, 30)}`);
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(stampFile, fingerprint);
    return { line: 'the app is built anew', value: undefined };
  });
}
