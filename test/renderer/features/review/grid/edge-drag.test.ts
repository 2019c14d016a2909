import { describe, expect, test } from 'vitest';
import { edgeStep } from '../../../../../src-renderer/features/review/grid/edge-drag.ts';

const edges = { left: 100, right: 500, top: 200, bottom: 400 };

describe('a choice that is drawn', () => {
  test.each([
    ['within the table stays as it is', 300, 300, null],
    ['onto an edge stays as it is', 500, 400, null],
    ['just below grows by a row at a time', 300, 405, { rows: 1, columns: 0 }],
    ['just above, towards the first row', 300, 195, { rows: -1, columns: 0 }],
    ['further down grows faster', 300, 460, { rows: 5, columns: 0 }],
    ['very far down grows no faster than can be followed', 300, 4000, { rows: 24, columns: 0 }],
    ['to the right grows by a column', 501, 300, { rows: 0, columns: 1 }],
    ['to the left, towards the first column', 99, 300, { rows: 0, columns: -1 }],
    ['beyond a corner grows both ways', 600, 405, { rows: 1, columns: 1 }],
  ] as const)('%s', (_what, x, y, step) => {
    expect(edgeStep({ x, y }, edges)).toEqual(step);
  });
});
