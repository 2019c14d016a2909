/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {readonly string[]} [os]
 * @property {readonly string[]} [cpu]
 * @property {readonly string[]} [libc]
 * @property {Readonly<Record<string, string>>} [optionalDependencies]
 */
/** @typedef {Readonly<Record<string, LockEntry>>} LockEntries by path, as in a lockfile's `packages` */

const systems = 'android|darwin|freebsd|linux|openharmony|win32';
const processors = 'arm64|arm|x64|ia32|ppc64|riscv64|s390x';
const platformName = new RegExp(
  `(?:^|[-/])(${systems})-(${processors})(?:-(eabi|gnu|gnueabihf|msvc|musl|musleabihf))?$`,
);

/**
 * Adds what npm leaves out of a lockfile made behind a registry that carries the binaries of some platforms only: an
 * entry for each optional binary that a package names and the lockfile lacks. Without them `npm ci` calls the lockfile
 * out of step with package.json (https://github.com/npm/cli/issues/4828). They carry no integrity, because nobody here
 * could compute it.
 * @param {LockEntries} packages
 * @returns {LockEntries} the same with the missing entries, sorted by path
 */
export function withAllPlatforms(packages) {
  /** @type {Record<string, LockEntry>} */
  const all = { ...packages };
  for (const [path, owner] of Object.entries(packages)) {
    const named = owner.optionalDependencies ?? {};
    for (const [name, version] of Object.entries(named)) {
      const parts = platformName.exec(name);
      const place = `node_modules/${name}`;
      if (!parts?.[1] || !parts[2] || place in all || `${path}/${place}` in all) continue;
      const [, system, processor, variant] = parts;
      const libc = variant === 'gnu' || `${name}-musl` in named ? 'glibc' : variant;
      all[place] = {
        version,
        cpu: [processor],
        ...(owner.dev ? { dev: true } : {}),
        ...(system === 'linux' && (libc === 'glibc' || libc === 'musl') ? { libc: [libc] } : {}),
        optional: true,
        os: [system],
      };
    }
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
