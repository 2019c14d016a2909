import { ask } from '../../../state/docket.ts';
import { type DeskParts, deferred, newestOnly } from './desk-parts.ts';
import { loadOf, noFind, type Place } from './desk-state.ts';
import { shownColumns } from './layout.ts';

const whileTyping = 250;
const mostColumns = 5000;

export interface DeskFind {
  /** Looks for it a moment after the last letter. */
  readonly type: (text: string) => void;
  readonly seek: (direction: 'next' | 'previous') => void;
  readonly clear: () => void;
  /** Looks no further; the text stays. */
  readonly halt: () => void;
  /** Counts anew where other rows or columns are shown; nobody is led away. */
  readonly recount: () => void;
  readonly stop: () => void;
}

/** Finds a text in what is shown, and leads from hit to hit. */
export function createDeskFind({ ports, store, handle }: DeskParts): DeskFind {
  const newest = newestOnly();
  const typing = deferred(whileTyping);

  async function look(from: Place | undefined, direction: 'next' | 'previous', lead: boolean): Promise<void> {
    const current = newest.next();
    const open = handle();
    const { find, shown, layout, table } = store.getState();
    if (open === null || shown === null || find.text === '' || loadOf(table) !== 'ready') return;
    const columns = shownColumns(layout);
    store.setState({ find: { ...find, working: true, error: null } });
    const answer = await ask(
      ports.review.find({
        handle: open,
        text: find.text,
        direction,
        ...(shown.viewId === undefined ? {} : { viewId: shown.viewId }),
        ...(columns.length > mostColumns ? {} : { columns: [...columns] }),
        ...(from === undefined ? {} : { from }),
      }),
    );
    if (!current()) return;
    const { find: now } = store.getState();
    if (!answer.ok) {
      const error = answer.error.code === 'cancelled' ? null : answer.error;
      return store.setState({ find: { ...now, working: false, error } });
    }
    const at = lead ? answer.value.at : null;
    store.setState({ find: { ...now, working: false, result: { ...answer.value, at }, error: null } });
    if (at !== null) store.setState({ goal: { row: at.row, column: at.column, focus: false } });
  }

  /** Just before the row that the person is at, so that its own hits count. */
  function startingPlace(): Place | undefined {
    const { focus, layout } = store.getState();
    const last = shownColumns(layout).at(-1);
    if (focus === null || focus.row === 0 || last === undefined) return undefined;
    return { row: focus.row - 1, column: last };
  }

  function clear(): void {
    typing.drop();
    newest.stop();
    const open = handle();
    if (open !== null && store.getState().find.working) {
      void ask(ports.review.cancel({ handle: open, what: 'find' }));
    }
    store.setState({ find: noFind });
  }

  return {
    type: (text) => {
      if (text === '') return clear();
      newest.stop();
      store.setState({ find: { text, working: true, result: null, error: null } });
      typing.run(() => void look(startingPlace(), 'next', true));
    },
    seek: (direction) => {
      typing.drop();
      const { find } = store.getState();
      if (find.text === '') return;
      const { at } = find.result ?? { at: null };
      void look(at === null ? startingPlace() : { row: at.row, column: at.column }, direction, true);
    },
    clear,
    halt: () => {
      typing.drop();
      newest.stop();
      const { find } = store.getState();
      store.setState({ find: { ...find, working: false } });
    },
    recount: () => {
      if (store.getState().find.text !== '') void look(undefined, 'next', false);
    },
    stop: () => {
      typing.drop();
      newest.stop();
    },
  };
}
