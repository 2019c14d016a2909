import { afterEach, beforeEach, expect, test } from 'vitest';
import { tellDone } from '../../../src-renderer/state/messages.ts';
import { rememberUndo, undoLast, useUndoable } from '../../../src-renderer/state/undo-store.ts';

let end = () => {};
beforeEach(() => {
  useUndoable.setState({ last: null });
  end = rememberUndo();
});
afterEach(() => end());

test('what can be undone is undone once, by the keys', () => {
  let undone = 0;
  tellDone('Removed', undefined, { kind: 'undo', label: 'Undo', run: () => (undone += 1) });
  expect([undoLast(), undoLast(), undone]).toEqual([true, false, 1]);
});

test('a button that goes on from what was done is nothing to undo, and leaves the undo before it', () => {
  let shown = 0;
  tellDone('Saved', 'rows.csv', { kind: 'action', label: 'Show in folder', run: () => (shown += 1) });
  expect(useUndoable.getState().last).toBeNull();
  tellDone('Removed', undefined, { kind: 'undo', label: 'Undo', run: () => {} });
  tellDone('Saved', 'rows.csv', { kind: 'action', label: 'Show in folder', run: () => (shown += 1) });
  expect(useUndoable.getState().last?.title).toBe('Removed');
  expect(shown).toBe(0);
});
