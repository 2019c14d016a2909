import { describe, expect, test } from 'vitest';
import type { Certainty } from '../../../src-main/commit/certainty.ts';
import {
  decidableAfter,
  decideSettle,
  isDecidable,
  noCountsAfter,
  type SettleDecision,
  type SettleFacts,
} from '../../../src-main/commit/settle-decision.ts';
import { type DocketError, errorCodes } from '../../../src-preload/contract/errors.ts';
import type { ExportState } from '../../../src-preload/contract/jobs.ts';

const tolds: readonly SettleFacts['told'][] = ['yes', 'no', 'unclear'];
const calls: readonly Certainty[] = ['not-sent', 'turned-away', 'refused', 'lost'];
const ages = [-1, 0, noCountsAfter - 1, noCountsAfter, 24 * 3_600_000];
const states: readonly (ExportState['kind'] | null)[] = [
  'queued',
  'running',
  'ready',
  'failed',
  'cancelled',
  'expired',
  'gone',
  null,
];

/** In words: the first line that fits. */
function expected({ told, call, age, state }: SettleFacts): SettleDecision {
  const rows: readonly (readonly [boolean, SettleDecision])[] = [
    [told === 'yes', 'committed'],
    [told === 'no' && call === 'lost' && [0, noCountsAfter - 1].includes(age), 'not-yet'],
    [told === 'no', 'not-done'],
    [call === 'refused' && state === 'expired', 'too-late'],
    [true, 'unclear'],
  ];
  return rows.find(([fits]) => fits)?.[1] ?? 'unclear';
}

const product: readonly SettleFacts[] = tolds.flatMap((told) =>
  calls.flatMap((call) => ages.flatMap((age) => states.map((state) => ({ told, call, age, state })))),
);

describe('asked what became of a commit', () => {
  test.each(product)('$told, the call $call, $age ms old, the export $state', (facts) => {
    expect(decideSettle(facts)).toBe(expected(facts));
  });

  test('the table is the whole product', () => {
    expect(product).toHaveLength(3 * 4 * 5 * 8);
  });
});

describe('a person may decide', () => {
  test('at once when the vendor leaves it open, and never while the commit may be on its way', () => {
    expect([isDecidable('unclear', null, 0), isDecidable('not-yet', null, 10 * decidableAfter)]).toEqual([
      true,
      false,
    ]);
  });

  const editable = { kind: 'edit-connection', connectionId: 'c' } as const;
  test.each([
    ...errorCodes.map((code): DocketError => ({ code })),
    { code: 'secret-missing', action: editable },
  ] satisfies readonly DocketError[])(
    'when nobody could be asked, %j: at once only where nobody ever can be',
    (error) => {
      const forEver =
        error.code === 'connection-not-found' ||
        (error.code === 'secret-missing' && error.action === undefined);
      expect(isDecidable('unanswered', error, 0)).toBe(forEver);
      expect(isDecidable('unanswered', error, decidableAfter - 1)).toBe(forEver);
      expect(isDecidable('unanswered', error, decidableAfter)).toBe(true);
    },
  );
});
