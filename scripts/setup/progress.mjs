/** Something is missing that only the person can provide; the message is meant for them, without a stack. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}

/**
 * @param {number} milliseconds
 * @returns {string}
 */
export function seconds(milliseconds) {
  return milliseconds < 60_000
    ? `${(milliseconds / 1000).toFixed(1)} s`
    : `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
}

/** @param {string} line */
export function say(line) {
  console.log(line);
}

/**
 * Does one step and says in one line what came of it and how long it took.
 * @template T
 * @param {() => Promise<{readonly line: string, readonly value: T}>} work
 * @returns {Promise<T>}
 */
export async function step(work) {
  const start = performance.now();
  const { line, value } = await work();
  say(`✓ ${line} (${seconds(performance.now() - start)})`);
  return value;
}

/**
 * Runs a command's main function: a SetupError ends it with its message alone, anything else with its stack.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof SetupError ? `\n✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
