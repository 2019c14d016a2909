import { Button, Dropdown, makeStyles, Option } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Comparison } from '../../../../src-preload/contract/review-compare.ts';
import { words } from '../../../words/words.ts';
import { columnName } from '../named-flag.ts';
import { PopoverActions, ToolPopover } from '../toolbar/tool-popover.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', minWidth: 0 },
  narrowed: { minWidth: 0, flexGrow: 1 },
});

const own = 'own';
const mostColumns = 10;

/** The columns by which rows are told apart: suggested ones, or the person's own. */
export function KeyChoice({
  comparison,
  compareBy,
}: {
  readonly comparison: Comparison;
  readonly compareBy: (key: readonly number[]) => void;
}) {
  const styles = useStyles();
  const target = useRef<HTMLElement | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const say = words.reviewCompare;
  const shared = comparison.columns.filter(({ now, before }) => now !== null && before !== null);
  const nameOf = (index: number) => {
    const name = comparison.columns.find(({ now }) => now === index)?.name ?? '';
    return columnName(name, index);
  };
  const namesOf = (key: readonly number[]) =>
    key.length === 0 ? say.wholeRow : say.keyNames(key.map(nameOf));
  const keys = [comparison.key, ...comparison.suggestions].filter(
    (key, place, all) => all.findIndex((other) => other.join() === key.join()) === place,
  );
  return (
    <div className={styles.root}>
      <Dropdown
        className={styles.narrowed}
        ref={(element: HTMLElement | null) => {
          target.current = element;
        }}
        value={namesOf(comparison.key)}
        selectedOptions={[comparison.key.join()]}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === own) return setChoosing(true);
          const key = keys.find((one) => one.join() === optionValue);
          if (key !== undefined && key.length > 0 && key !== comparison.key) compareBy(key);
        }}
      >
        {keys.map((key) => (
          <Option key={key.join()} value={key.join()} text={namesOf(key)}>
            {namesOf(key)}
          </Option>
        ))}
        <Option value={own} text={say.ownKey}>
          {say.ownKey}
        </Option>
      </Dropdown>
      <ToolPopover
        titled
        open={choosing}
        setOpen={setChoosing}
        label={say.ownKeyTitle}
        hint={say.ownKeyHint}
        at={target.current}
      >
        <Dropdown
          multiselect
          aria-label={say.ownKeyTitle}
          className={styles.narrowed}
          value={say.keyNames(chosen.map((index) => nameOf(Number(index))))}
          selectedOptions={[...chosen]}
          onOptionSelect={(_, { selectedOptions }) => setChosen(selectedOptions.slice(0, mostColumns))}
        >
          {shared.slice(0, 500).map(({ now }) =>
            now === null ? null : (
              <Option key={now} value={String(now)} text={nameOf(now)}>
                {nameOf(now)}
              </Option>
            ),
          )}
        </Dropdown>
        <PopoverActions>
          <Button
            appearance="primary"
            disabled={chosen.length === 0}
            onClick={() => {
              setChoosing(false);
              target.current?.focus();
              compareBy(chosen.map(Number));
            }}
          >
            {say.useKey}
          </Button>
        </PopoverActions>
      </ToolPopover>
    </div>
  );
}
