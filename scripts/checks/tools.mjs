import { join } from 'node:path';
import { root } from '../setup/places.mjs';

/**
 * The developers' tools as scripts for Node: started so, each runs on the Node that is chosen for it.
 * @param {string} path below node_modules
 */
const tool = (path) => join(root, 'node_modules', path);

export const tools = {
  types: tool('typescript-native/bin/tsc'),
  lint: tool('@biomejs/biome/bin/biome'),
  boundaries: tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
  unused: tool('knip/bin/knip.js'),
  vitest: tool('vitest/vitest.mjs'),
  playwright: tool('@playwright/test/cli.js'),
};

/**
 * The environment in which `node` and every tool mean the project's own.
 * @param {string} node the project's Node
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(node) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [join(node, '..'), join(root, 'node_modules', '.bin'), process.env[name] ?? ''].join(
    separator,
  );
  // Dozens of processes that the tests start read the same sources: https://nodejs.org/api/module.html#module-compile-cache
  return { ...process.env, [name]: path, NODE_COMPILE_CACHE: join(root, 'out', 'compile-cache') };
}
