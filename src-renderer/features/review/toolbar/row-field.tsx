import { Input, makeStyles, Tooltip } from '@fluentui/react-components';
import { NumberSymbolRegular } from '@fluentui/react-icons';
import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { assertNever } from '../../../../src-preload/contract/assert-never.ts';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { RowPlace } from '../../../../src-preload/contract/review-view.ts';
import { announce } from '../../../state/announcements.ts';
import { ask, docket } from '../../../state/docket.ts';
import { tellError } from '../../../state/messages.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { shownColumns } from '../desk/layout.ts';
import { createRowSearch } from './row-search.ts';

const useStyles = makeStyles({
  root: { flexShrink: 0, width: '136px' },
  input: { minWidth: 0, textOverflow: 'ellipsis', fontVariantNumeric: 'tabular-nums' },
});

/** Why the row can't be gone to, and the one that Enter goes to instead. */
interface Wrong {
  readonly said: string;
  readonly nearest: RowPlace['nearest'];
}

/**
 * To a row by the number that stands beside it. Enter goes there, and the focus with it; Escape gives the focus back.
 * The field is always there: a window of its own would take longer to close than the row to come.
 */
export function RowField({ box }: { readonly box: RefObject<HTMLInputElement | null> }) {
  const styles = useStyles();
  const desk = useDesk();
  const all = useDeskState(({ table }) => table?.totalRows ?? 0);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const before = useRef<EventTarget | null>(null);
  const [search] = useState(() => createRowSearch(desk, (query) => ask(docket().review.placeOf(query))));
  const hint = words.reviewTools.goToRowHint(all);

  const type = (value: string) => {
    setText(value);
    setWrong(null);
  };
  const refuse = (said: string, nearest: RowPlace['nearest'] = null) => {
    setWrong({ said, nearest });
    announce(said);
    box.current?.select();
  };
  const placeIn = (row: number) => {
    const { focus, layout } = desk.store.getState();
    const column = focus?.column ?? shownColumns(layout)[0];
    return column === undefined ? null : { row, column };
  };
  const goTo = (row: number) => {
    const place = placeIn(row);
    // The focus goes there, and with it what was typed.
    if (place !== null) desk.goTo(place, true);
  };
  /** Who types a number finds its rows there by the time of Enter. */
  const anticipate = async (typed: string) => {
    const found = await search.find(typed);
    const place = found.kind === 'there' ? placeIn(found.row) : null;
    if (place !== null && box.current?.value === typed) desk.anticipate(place);
  };
  const go = async () => {
    const nearest = wrong?.nearest ?? null;
    if (nearest !== null) return goTo(nearest.row);
    const found = await search.find(text);
    switch (found.kind) {
      case 'nothing':
      case 'overtaken':
        return;
      case 'no-row':
        return refuse(hint);
      case 'there':
        return goTo(found.row);
      case 'left-out': {
        const near = found.nearest === null ? null : found.nearest.rowId + 1;
        return refuse(words.reviewTools.goToRowLeftOut(found.asked, near), found.nearest);
      }
      case 'failed':
        return fail(found.error);
      default:
        assertNever(found);
    }
  };
  const fail = (error: DocketError) => {
    if (error.code === 'review-stopped' || error.code === 'review-closed') desk.rowsFailed(error);
    tellError(error, () => void go());
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
    <Tooltip
      relationship="description"
      content={wrong?.said ?? hint}
      visible={wrong !== null}
      positioning="below-start"
    >
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
        aria-invalid={wrong !== null || undefined}
        {...(wrong === null ? { title: hint } : {})}
        contentBefore={<NumberSymbolRegular />}
        onFocus={(event: FocusEvent) => {
          before.current = event.relatedTarget;
        }}
        onBlur={() => type('')}
        onChange={(_, { value }) => {
          type(value);
          void anticipate(value);
        }}
        onKeyDown={onKeyDown}
      />
    </Tooltip>
  );
}

/** To what had the focus before, as long as that is there. */
function giveBack(before: EventTarget | null, from: HTMLInputElement | null): void {
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  else from?.blur();
}
