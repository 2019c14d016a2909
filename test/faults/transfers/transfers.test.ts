import { describe, expect, test } from 'vitest';
import { allCases } from './all-cases.ts';
import { runCase } from './run-case.ts';

describe.concurrent.each(allCases)('%s', (_subject, cases) => {
  test.each(cases.map((spec) => [spec.name, spec] as const))(
    '%s',
    async (_name, spec) => {
      const { requests, after, state, reads } = spec;
      expect(await runCase(spec, fetch)).toEqual({ requests, after, state, reads });
    },
    90_000,
  );
});
