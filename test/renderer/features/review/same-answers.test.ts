import { expect, test } from 'vitest';
import { columnsOf } from '../../../../src-renderer/features/review/desk/desk-state.ts';
import { tableTask } from '../../../../src-renderer/features/review/task-line.tsx';

// React asks a store again after each answer that is not the very same, and gives up after fifty.
test('what is asked of the desk twice is answered with the same object', () => {
  const task = { kind: 'view', done: 1, total: 2 } as const;
  expect(tableTask(task)).toBe(task);
  expect(columnsOf({ table: null })).toBe(columnsOf({ table: null }));
});

test('saving and comparing are no work on the table itself', () => {
  for (const kind of ['save', 'compare'] as const)
    expect(tableTask({ kind, done: 0, total: null })).toBeNull();
  expect(tableTask(null)).toBeNull();
});
