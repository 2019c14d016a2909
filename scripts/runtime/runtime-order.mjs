/**
 * @typedef {'override' | 'official' | 'download official' | 'substitute' | 'install substitute'} RuntimeSource
 *
 * @typedef {object} RuntimeFacts
 * @property {boolean} override ELECTRON_OVERRIDE_DIST_PATH is set
 * @property {boolean} official the binary of the version in package.json is unpacked
 * @property {boolean} downloadFailedLately its download failed less than a day ago
 * @property {boolean} substitute Electron 25.1.1 is unpacked in the cache
 * @property {string} platform as process.platform
 * @property {string} arch as process.arch
 */

const day = 24 * 60 * 60 * 1000;

/**
 * The sources to try for an Electron, best first. What the person asks for comes before what is there, the version
 * in package.json before the substitute; the substitute exists for linux-x64 alone.
 * @param {RuntimeFacts} facts
 * @returns {readonly RuntimeSource[]}
 */
export function runtimeOrder(facts) {
  if (facts.override) return ['override'];
  if (facts.official) return ['official'];
  const canSubstitute = facts.platform === 'linux' && facts.arch === 'x64';
  if (!canSubstitute) return ['download official'];
  const second = facts.substitute ? 'substitute' : 'install substitute';
  return facts.downloadFailedLately ? [second] : ['download official', second];
}

/**
 * Whether a noted failure still counts: for a day, and only for the version it was about.
 * @param {{readonly version: string, readonly at: number} | undefined} note `at` in milliseconds since 1970
 * @param {string} version
 * @param {number} now
 * @returns {boolean}
 */
export function failedLately(note, version, now) {
  return note !== undefined && note.version === version && now >= note.at && now - note.at < day;
}
