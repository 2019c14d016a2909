/**
 * The numbers of a version: `v24.21.0` → [24, 21, 0]. A pre-release tag is left out.
 * @param {string} version
 * @returns {readonly [number, number, number]}
 */
export function parseVersion(version) {
  const match = /^\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version);
  if (!match) throw new Error(`Not a version: ${version}`);
  return [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
}

/**
 * @param {string} version
 * @param {string} minimum
 * @returns {boolean}
 */
export function isAtLeast(version, minimum) {
  const have = parseVersion(version);
  const need = parseVersion(minimum);
  for (const place of /** @type {const} */ ([0, 1, 2])) {
    if (have[place] !== need[place]) return have[place] > need[place];
  }
  return true;
}
