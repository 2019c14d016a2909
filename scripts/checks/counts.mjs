import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{readonly passed: number, readonly failed: number}} Counts */

/**
 * @typedef {object} VitestReport the parts of vitest's JSON report that are read here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {readonly {readonly status: string, readonly assertionResults: readonly {readonly status: string}[]}[]} testResults
 */
/**
 * @typedef {object} PlaywrightReport the parts of Playwright's JSON report that are read here
 * @property {{readonly expected: number, readonly unexpected: number, readonly flaky: number}} stats
 * @property {readonly unknown[]} [errors] what went wrong outside of any test
 */

/**
 * A test file that failed without a failed test in it (it could not be loaded) counts as one failure.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const silent = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + silent.length };
}

/**
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0) };
}

/**
 * What a runner's end amounts to: one that failed without counting a failure, or that ran nothing, has itself failed.
 * @param {number} exitCode
 * @param {Counts | undefined} counts undefined when it left no readable report
 * @returns {Counts}
 */
export function runnerCounts(exitCode, counts) {
  if (counts === undefined) return { passed: 0, failed: 1 };
  const unexplained = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return unexplained ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  return all.reduce(
    (sum, counts) => ({ passed: sum.passed + counts.passed, failed: sum.failed + counts.failed }),
    { passed: 0, failed: 0 },
  );
}

/**
 * @template T
 * @param {string} file
 * @param {(report: T) => Counts} count
 * @returns {Counts | undefined}
 */
export function countsIn(file, count) {
  if (!existsSync(file)) return undefined;
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
