import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { NumberSymbolRegular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { ask, docket } from '../../../state/docket.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { totalShown } from '../desk/desk-state.ts';
import { shownColumns } from '../desk/layout.ts';
import { placeOfRow } from './place-of-row.ts';
import { ToolButton } from './tool-button.tsx';
import { ToolPopover } from './tool-popover.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  input: { width: '160px' },
});

export interface GoToRowProps {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

/** To a row by the number that stands beside it. */
export function GoToRow({ open, setOpen }: GoToRowProps) {
  const styles = useStyles();
  const desk = useDesk();
  const all = useDeskState(({ table }) => table?.totalRows ?? 0);
  const [text, setText] = useState('');
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = Number(text.replace(/[\s.,\u00a0\u202f]/g, ''));
    const { shown, table, layout } = desk.store.getState();
    if (!Number.isInteger(wanted) || wanted < 1 || shown === null || table === null) return;
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
    const place = row === null || column === undefined ? null : { row, column };
    // The rows are asked for before this closes, which takes its time; the focus can be given only afterwards.
    if (place !== null) desk.goTo(place, false);
    setOpen(false);
    if (place !== null) requestAnimationFrame(() => desk.goTo(place, true));
  };
  return (
    <ToolPopover
      slim
      open={open}
      setOpen={setOpen}
      label={words.reviewTools.goToRow}
      trigger={<ToolButton icon={<NumberSymbolRegular />} label={words.reviewTools.goToRow} />}
    >
      <form className={styles.form} onSubmit={(event) => void go(event)}>
        <Field label={words.reviewTools.goToRowLabel} hint={words.reviewTools.goToRowHint(all)}>
          <Input
            autoFocus
            className={styles.input}
            inputMode="numeric"
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
        <Button appearance="primary" type="submit">
          {words.reviewTools.go}
        </Button>
      </form>
    </ToolPopover>
  );
}
