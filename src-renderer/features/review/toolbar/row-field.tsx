import { Input, makeStyles } from '@fluentui/react-components';
import { NumberSymbolRegular } from '@fluentui/react-icons';
import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { announce } from '../../../state/announcements.ts';
import { ask, docket } from '../../../state/docket.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { totalShown } from '../desk/desk-state.ts';
import { shownColumns } from '../desk/layout.ts';
import { placeOfRow } from './place-of-row.ts';

const useStyles = makeStyles({
  root: { flexShrink: 0, width: '136px' },
  input: { minWidth: 0, textOverflow: 'ellipsis', fontVariantNumeric: 'tabular-nums' },
});

/**
 * To a row by the number that stands beside it. Enter goes there, and the focus with it; Escape gives the focus back.
 * The field is always there: a window of its own would take longer to close than the row to come.
 */
export function RowField({ box }: { readonly box: RefObject<HTMLInputElement | null> }) {
  const styles = useStyles();
  const desk = useDesk();
  const all = useDeskState(({ table }) => table?.totalRows ?? 0);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const before = useRef<EventTarget | null>(null);
  const hint = words.reviewTools.goToRowHint(all);

  const type = (value: string) => {
    setText(value);
    setWrong(false);
  };
  const go = async () => {
    const wanted = Number(text.replace(/[\s.,\u00a0\u202f]/g, ''));
    const { shown, table, layout } = desk.store.getState();
    if (text.trim() === '' || shown === null || table === null) return;
    if (!Number.isInteger(wanted) || wanted < 1) {
      setWrong(true);
      announce(hint);
      return box.current?.select();
    }
    const row = await placeOfRow(wanted - 1, shown.query, totalShown({ shown, table }), async (offset) => {
      const page = await ask(
        docket().review.rows({
          handle: table.handle,
          offset,
          limit: 1,
          columns: [0],
          ...(shown.viewId === undefined ? {} : { viewId: shown.viewId }),
        }),
      );
      return page.ok ? (page.value.ids?.[0] ?? offset) : null;
    });
    const column = desk.store.getState().focus?.column ?? shownColumns(layout)[0];
    if (row === null || column === undefined) return;
    desk.goTo({ row, column }, true);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void go();
    else if (event.key === 'Escape') {
      type('');
      giveBack(before.current, box.current);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Input
      className={styles.root}
      input={{ className: styles.input }}
      ref={(element: HTMLInputElement | null) => {
        box.current = element;
      }}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      placeholder={words.reviewTools.goToRow}
      aria-label={words.reviewTools.goToRowLabel}
      aria-invalid={wrong || undefined}
      title={hint}
      contentBefore={<NumberSymbolRegular />}
      onFocus={(event: FocusEvent) => {
        before.current = event.relatedTarget;
      }}
      onBlur={() => type('')}
      onChange={(_, { value }) => type(value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** To what had the focus before, as long as that is there. */
function giveBack(before: EventTarget | null, from: HTMLInputElement | null): void {
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  else from?.blur();
}
