import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  countsIn,
  playwrightCounts,
  runnerCounts,
  sumCounts,
  vitestCounts,
} from '../../scripts/checks/counts.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('vitest', () => {
  test('passed and failed tests are counted', () => {
    const testResults = [file('failed', 'passed', 'passed', 'failed')];
    expect(vitestCounts({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
      passed: 2,
      failed: 1,
    });
  });
  test('a file that could not be loaded is a failure', () => {
    const testResults = [file('passed', 'passed'), file('failed')];
    expect(vitestCounts({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({
      passed: 1,
      failed: 1,
    });
  });
  test('a file whose clean-up failed after its tests passed is a failure', () => {
    const testResults = [file('failed', 'passed')];
    expect(vitestCounts({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({
      passed: 1,
      failed: 1,
    });
  });
});

describe('Playwright', () => {
  test('expected and unexpected ends are counted', () => {
    expect(playwrightCounts({ stats: { expected: 5, unexpected: 2, flaky: 0 } })).toEqual({
      passed: 5,
      failed: 2,
    });
  });
  test('an error outside of any test is a failure', () => {
    const report = { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{ message: 'syntax' }] };
    expect(playwrightCounts(report)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('a runner', () => {
  test('that passed its tests counts as they do', () => {
    expect(runnerCounts(0, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 0 });
  });
  test('that counted its failures gets no further one', () => {
    expect(runnerCounts(1, { passed: 3, failed: 2 })).toEqual({ passed: 3, failed: 2 });
  });
  test('that crashed without a report has failed', () => {
    expect(runnerCounts(139, undefined)).toEqual({ passed: 0, failed: 1 });
    expect(runnerCounts(0, undefined)).toEqual({ passed: 0, failed: 1 });
  });
  test('that ended badly after its tests passed has failed', () => {
    expect(runnerCounts(1, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 1 });
  });
  test('that ran nothing has failed', () => {
    expect(runnerCounts(0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 });
  });
});

test('all counts are summed', () => {
  expect(
    sumCounts([
      { passed: 1, failed: 0 },
      { passed: 10, failed: 2 },
    ]),
  ).toEqual({ passed: 11, failed: 2 });
  expect(sumCounts([])).toEqual({ passed: 0, failed: 0 });
});

test('a report that is missing, broken or of another shape has no counts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-counts-'));
  try {
    const place = join(folder, 'report.json');
    expect(countsIn(place, playwrightCounts)).toBeUndefined();
    writeFileSync(place, '{"stats":');
    expect(countsIn(place, playwrightCounts)).toBeUndefined();
    writeFileSync(place, '{}');
    expect(countsIn(place, playwrightCounts)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
