import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} file */
const reads1 = (file) => existsSync(file) && readFileSync(file, 'utf8').trim() === '1';

/**
 * The switches without which Chromium does not start here: as root, and where only chosen programs may make
 * user namespaces (Ubuntu 24.04), it cannot build its process sandbox. The renderer's own isolation stays.
 * https://chromium.googlesource.com/chromium/src/+/main/docs/security/apparmor-userns-restrictions.md
 * @param {string} folder the runtime's
 * @returns {readonly string[]}
 */
export function sandboxSwitches(folder) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const restricted = reads1('/proc/sys/kernel/apparmor_restrict_unprivileged_userns');
  const helper = join(folder, 'chrome-sandbox');
  const helperWorks =
    existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0;
  return restricted && !helperWorks ? ['--no-sandbox'] : [];
}
