import { Button, Input, makeStyles, Spinner, Tooltip, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, DismissRegular, SearchRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useNow } from '../../../state/now.ts';
import { errorText } from '../../../words/errors.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { type FindState, loadOf } from '../desk/desk-state.ts';

const useStyles = makeStyles({
  root: { flexGrow: 1, flexBasis: '240px', maxWidth: '320px', minWidth: '176px', paddingRight: '2px' },
  input: { minWidth: 0, textOverflow: 'ellipsis' },
  after: { display: 'flex', alignItems: 'center' },
  said: {
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    padding: `0 ${tokens.spacingHorizontalXS}`,
  },
  button: { minWidth: '26px', width: '26px', height: '26px', padding: 0 },
});

/** Finds a text in what is shown. Enter goes on, Shift+Enter goes back, Escape ends it. */
export function FindBox({ box }: { readonly box: RefObject<HTMLInputElement | null> }) {
  const styles = useStyles();
  const desk = useDesk();
  const find = useDeskState((state) => state.find);
  const ready = useDeskState(({ table }) => loadOf(table) === 'ready');
  // What is typed stands at once, whatever the search is doing.
  const [text, setText] = useState(find.text);
  const end = () => {
    setText('');
    const { at } = desk.store.getState().find.result ?? { at: null };
    desk.find.clear();
    return at;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') desk.find.seek(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Escape' && text !== '') {
      // Back to where the search has led.
      const at = end();
      if (at !== null) desk.goTo(at, true);
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
      value={text}
      disabled={!ready}
      placeholder={words.reviewTools.find}
      aria-label={words.reviewTools.find}
      title={ready ? '' : words.reviewTools.needsAll}
      contentBefore={<SearchRegular />}
      contentAfter={
        text === '' ? null : (
          <span className={styles.after}>
            <Said find={find} className={styles.said} />
            <FindButton
              label={words.reviewTools.findPrevious}
              icon={<ChevronUpRegular />}
              onClick={() => desk.find.seek('previous')}
            />
            <FindButton
              label={words.reviewTools.findNext}
              icon={<ChevronDownRegular />}
              onClick={() => desk.find.seek('next')}
            />
            <FindButton
              label={words.reviewTools.findClear}
              icon={<DismissRegular />}
              onClick={() => {
                end();
                box.current?.focus();
              }}
            />
          </span>
        )
      }
      onChange={(_, { value }) => {
        setText(value);
        desk.find.type(value);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

function FindButton({
  label,
  icon,
  onClick,
}: {
  readonly label: string;
  readonly icon: React.JSX.Element;
  readonly onClick: () => void;
}) {
  const styles = useStyles();
  return (
    <Tooltip content={label} relationship="label">
      <Button className={styles.button} size="small" appearance="transparent" icon={icon} onClick={onClick} />
    </Tooltip>
  );
}

function Said({ find, className }: { readonly find: FindState; readonly className: string }) {
  const now = useNow('coarse');
  return (
    <span className={className} role="status">
      {find.working ? (
        <Spinner size="extra-tiny" aria-label={words.reviewTools.findWorking} />
      ) : find.error !== null ? (
        errorText(find.error, now).title
      ) : find.result === null ? (
        ''
      ) : find.result.cells === 0 ? (
        words.reviewTools.findNone
      ) : find.result.at === null ? (
        words.reviewTools.findHits(find.result.cells)
      ) : (
        words.reviewTools.findAt(find.result.at.ordinal, find.result.cells)
      )}
    </span>
  );
}
