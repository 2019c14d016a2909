import { existsSync } from 'node:fs';
import { SetupError, say } from './progress.mjs';
import { runCommand, tail } from './run-command.mjs';

/** What Chromium and the keychain's client link against. */
export const appPackages = /** @type {const} */ ([
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'libsecret-1-0',
]);

/** What a private desktop is made of: a display, a bus, a keychain, letters. */
export const desktopPackages = /** @type {const} */ ([
  'xvfb',
  'xauth',
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'fonts-noto-core',
]);

/**
 * Which of the wanted packages are not installed. Since the 64-bit time_t transition some are called `…t64`
 * (https://wiki.debian.org/ReleaseGoals/64bit-time); either name will do.
 * @param {readonly string[]} wanted
 * @param {string} listing lines of `name status` as dpkg-query prints them
 * @returns {readonly string[]}
 */
export function missingPackages(wanted, listing) {
  const installed = new Set();
  for (const line of listing.split('\n')) {
    const [name, status] = line.trim().split(/\s+/);
    if (name && status === 'installed') installed.add(name.replace(/:.*$/, ''));
  }
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/** @param {readonly string[]} names */
async function withNamesOfThisRelease(names) {
  const chosen = [];
  for (const name of names) {
    const { output } = await runCommand('apt-cache', ['policy', `${name}t64`]);
    chosen.push(/Candidate: (?!\(none\))/.test(output) ? `${name}t64` : name);
  }
  return chosen;
}

/** @param {readonly string[]} wanted */
async function missingHere(wanted) {
  const names = wanted.flatMap((name) => [name, `${name}t64`]);
  const { output } = await runCommand('dpkg-query', [
    '-W',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: these are fields for dpkg-query to fill in
    '-f=${binary:Package} ${db:Status-Status}\n',
    ...names,
  ]);
  return missingPackages(wanted, output);
}

/**
 * Makes sure of the system's packages: on Debian and Ubuntu as root by installing them, else by saying the one
 * command that does.
 * @param {readonly string[]} wanted
 */
export async function provideSystemPackages(wanted) {
  if (process.platform !== 'linux') return { line: 'no system packages needed here', value: undefined };
  if (!existsSync('/usr/bin/dpkg-query')) {
    return {
      line: `system packages not checked: not Debian or Ubuntu (needed: ${wanted.join(', ')})`,
      value: undefined,
    };
  }
  const missing = await missingHere(wanted);
  if (missing.length === 0) return { line: 'system packages are in place', value: undefined };
  const install = ['install', '-y', '--no-install-recommends'];
  if (process.getuid?.() !== 0) {
    const names = await withNamesOfThisRelease(missing);
    throw new SetupError(
      `This machine lacks ${missing.length === 1 ? 'a system package' : 'system packages'}. Please run this, then try again:\n\n` +
        `  sudo apt-get update && sudo apt-get ${install.join(' ')} ${names.join(' ')}\n`,
    );
  }
  say(`… installing system packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'DPkg::Lock::Timeout=300'];
  const update = await runCommand('apt-get', [...patience, 'update'], { env });
  const names = await withNamesOfThisRelease(missing);
  const { code, output } = await runCommand('apt-get', [...patience, ...install, ...names], { env });
  if (code !== 0) {
    const why = update.code === 0 ? output : `${update.output}\n${output}`;
    throw new SetupError(`apt-get could not install ${names.join(' ')}:\n${tail(why)}`);
  }
  return { line: `system packages installed: ${names.join(' ')}`, value: undefined };
}
