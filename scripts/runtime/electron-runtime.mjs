import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolNode } from '../setup/dependencies.mjs';
import { cacheFolder, notes, root, runtimeNote } from '../setup/places.mjs';
import { SetupError, say } from '../setup/progress.mjs';
import { runCommand, tail } from '../setup/run-command.mjs';
import { failedLately, runtimeOrder } from './runtime-order.mjs';
import {
  hasSubstitute,
  installSubstitute,
  provideLauncher,
  substitute,
  substituteFolder,
} from './substitute.mjs';

/**
 * @typedef {object} Runtime
 * @property {'override' | 'official' | 'substitute'} kind
 * @property {string} executable
 * @property {string} folder what packagers call the dist folder
 * @property {string} version
 */

/** A download that takes longer than this will not come; in milliseconds. */
const downloadPatience = 5 * 60 * 1000;

const executableName = () => {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
};

/**
 * @param {Runtime['kind']} kind
 * @param {string} folder
 * @returns {Runtime}
 */
function runtimeIn(kind, folder) {
  const executable = join(folder, executableName());
  if (!existsSync(executable)) throw new SetupError(`There is no Electron in ${folder}.`);
  const version = join(folder, 'version');
  return {
    kind,
    executable,
    folder,
    version: existsSync(version) ? readFileSync(version, 'utf8').trim().replace(/^v/, '') : 'unknown',
  };
}

const officialFolder = join(root, 'node_modules', 'electron', 'dist');

/** @returns {string} */
const packageVersion = () =>
  JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version;

/** @param {string} version */
function hasOfficial(version) {
  const file = join(officialFolder, 'version');
  return (
    existsSync(join(officialFolder, executableName())) &&
    existsSync(file) &&
    readFileSync(file, 'utf8').trim().replace(/^v/, '') === version
  );
}

const failureNote = () => join(cacheFolder(), 'electron-download-failed.json');

function readFailure() {
  try {
    return JSON.parse(readFileSync(failureNote(), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} version
 * @returns {Promise<string | undefined>} what went wrong, if anything
 */
async function downloadOfficial(version) {
  say(`… downloading Electron ${version}`);
  // What `npx install-electron` runs; on the Node that it asks for.
  const { code, output } = await runCommand(
    toolNode(),
    [join(root, 'node_modules', 'electron', 'install.js')],
    {
      cwd: root,
      timeout: downloadPatience,
    },
  );
  if (code === 0 && hasOfficial(version)) return undefined;
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failureNote(), JSON.stringify({ version, at: Date.now() }));
  return code === 124 ? 'it took too long' : tail(output, 6);
}

/** @returns {Promise<Runtime>} */
async function findRuntime() {
  const version = packageVersion();
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const order = runtimeOrder({
    override: Boolean(override),
    official: hasOfficial(version),
    downloadFailedLately: failedLately(readFailure(), version, Date.now()),
    substitute: hasSubstitute(),
    platform: process.platform,
    arch: process.arch,
  });
  let problem = '';
  for (const source of order) {
    if (source === 'override') return runtimeIn('override', override ?? '');
    if (source === 'official') return runtimeIn('official', officialFolder);
    if (source === 'download official') {
      const failure = await downloadOfficial(version);
      if (failure === undefined) return runtimeIn('official', officialFolder);
      problem = failure;
      continue;
    }
    if (source === 'install substitute') await installSubstitute();
    await provideLauncher();
    return runtimeIn('substitute', substituteFolder());
  }
  throw new SetupError(
    `Electron ${version} could not be downloaded: ${problem}\n` +
      'Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an Electron, or ELECTRON_MIRROR to a place to get it from.',
  );
}

/**
 * Finds or fetches an Electron and notes where it is.
 * @returns {Promise<{readonly line: string, readonly value: Runtime}>}
 */
export async function provideRuntime() {
  const runtime = await findRuntime();
  mkdirSync(notes, { recursive: true });
  writeFileSync(runtimeNote, `${JSON.stringify(runtime, null, 2)}\n`);
  const line =
    runtime.kind === 'substitute'
      ? `Electron ${substitute.version} is in place. It is out of support: for evaluation and tests only, ` +
        `because Electron ${packageVersion()} could not be downloaded here`
      : `Electron ${runtime.version} is in place`;
  return { line, value: runtime };
}
