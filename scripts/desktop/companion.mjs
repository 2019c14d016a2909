import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Starts a process that ends with this one, however this one ends: on Linux the kernel sees to it.
 * https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnCompanion(command, args, options) {
  const setpriv = '/usr/bin/setpriv';
  return existsSync(setpriv)
    ? spawn(setpriv, ['--pdeathsig', 'TERM', '--', command, ...args], options)
    : spawn(command, args, options);
}

/**
 * The first line that a process writes on one of its streams.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} descriptor
 * @param {string} name for the error message
 * @returns {Promise<string>} rejects when the process ends first
 */
export function firstLine(child, descriptor, name) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdio[descriptor]?.on('data', (/** @type {Buffer} */ chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')).trim());
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended at once (${code})`)));
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>} resolves when the process has ended
 */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}
