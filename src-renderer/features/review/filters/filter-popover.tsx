import {
  Button,
  Checkbox,
  Dropdown,
  Field,
  Input,
  Link,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Column } from '../../../../src-preload/contract/review.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { filterOf, withFilter, withoutFilter } from '../desk/query.ts';
import { nameOf } from '../table/grid-columns.ts';
import { PopoverActions, ToolPopover } from '../toolbar/tool-popover.tsx';
import {
  type DraftProblem,
  draftFor,
  type FilterDraft,
  type FilterKind,
  filterFrom,
  kindsFor,
  type TextHow,
  type TypeWithOdd,
  typeWithOdd,
} from './filter-draft.ts';
import { ValuesChoice } from './values-choice.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  narrowed: { minWidth: 0 },
  problem: { fontSize: tokens.fontSizeBase200, color: tokens.colorStatusDangerForeground1 },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  link: { fontSize: 'inherit' },
  pair: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
});

export interface FilterPopoverProps {
  readonly column: Column;
  readonly target: HTMLElement;
  readonly onClose: () => void;
}

/** A column's filter, by what the column is. */
export function FilterPopover({ column, target, onClose }: FilterPopoverProps) {
  return (
    <ToolPopover
      open
      titled
      setOpen={(open) => !open && onClose()}
      label={words.reviewFilter.title(nameOf(column))}
      at={target}
      position={{ position: 'below', align: 'start', fallbackPositions: ['below-end', 'above'] }}
    >
      <FilterForm column={column} onClose={onClose} />
    </ToolPopover>
  );
}

function FilterForm({ column, onClose }: Omit<FilterPopoverProps, 'target'>) {
  const styles = useStyles();
  const desk = useDesk();
  const held = useDeskState(({ query }) => filterOf(query, column.index));
  const handle = useDeskState(({ table }) => table?.handle ?? '');
  const [draft, setDraft] = useState(() => draftFor(column, held));
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const typed = typeWithOdd(column, held);
  const change = (next: Partial<FilterDraft>) => {
    setDraft((before) => ({ ...before, ...next }));
    setProblem(null);
  };
  const showOdd = (type: TypeWithOdd) => {
    desk.addFilter({ kind: 'odd', column: column.index, odd: true, type });
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const result = filterFrom(draft, column.index, typed);
    if (!result.ok) return setProblem(result.problem);
    desk.setQuery(withFilter(desk.store.getState().query, result.filter));
    onClose();
  };
  const kinds = kindsFor(column, held);
  const kindName = (kind: FilterKind) =>
    kind === 'odd' ? words.reviewFilter.oddKinds[typed ?? 'number'] : words.reviewFilter.kinds[kind];
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={words.reviewFilter.kind}>
        <Dropdown
          className={styles.narrowed}
          value={kindName(draft.kind)}
          selectedOptions={[draft.kind]}
          onOptionSelect={(_, { optionValue }) => change({ kind: kindOf(optionValue, kinds) })}
        >
          {kinds.map((kind) => (
            <Option key={kind} value={kind}>
              {kindName(kind)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {draft.kind === 'values' ? (
        <>
          <ValuesChoice
            handle={handle}
            column={column.index}
            chosen={draft.values}
            not={draft.not}
            onChange={(values, not) => change({ values, not })}
          />
          {problem !== null && (
            <span role="alert" className={styles.problem}>
              {problems[problem]}
            </span>
          )}
        </>
      ) : (
        <DraftFields draft={draft} column={column} typed={typed} problem={problem} change={change} />
      )}
      {(draft.kind === 'number' || draft.kind === 'date') && typed !== null && column.odd !== undefined && (
        <div className={styles.note}>
          {words.reviewFilter.oddOutside(typed, column.odd.count, column.odd.texts.slice(0, mostNamed))}{' '}
          <Link inline className={styles.link} as="button" type="button" onClick={() => showOdd(typed)}>
            {words.reviewFilter.oddShow}
          </Link>
        </div>
      )}
      <PopoverActions>
        {held !== undefined && (
          <Button
            onClick={() => {
              desk.setQuery(withoutFilter(desk.store.getState().query, held));
              onClose();
            }}
          >
            {words.reviewFilter.remove}
          </Button>
        )}
        <Button appearance="primary" type="submit">
          {words.reviewFilter.apply}
        </Button>
      </PopoverActions>
    </form>
  );
}

function kindOf(value: string | undefined, kinds: readonly FilterKind[]): FilterKind {
  return kinds.find((kind) => kind === value) ?? kinds[0] ?? 'text';
}

const problems = {
  needed: words.reviewFilter.needed,
  'number-wrong': words.reviewFilter.numberWrong,
  'span-wrong': words.reviewFilter.spanWrong,
} as const;

function said(problem: DraftProblem | null) {
  return problem === null
    ? {}
    : ({ validationState: 'error', validationMessage: problems[problem] } as const);
}

const mostNamed = 3;
const hows: readonly TextHow[] = ['contains', 'is', 'starts', 'ends', 'not-contains', 'not-is'];

function DraftFields({
  draft,
  column,
  typed,
  problem,
  change,
}: {
  readonly draft: FilterDraft;
  readonly column: Column;
  readonly typed: TypeWithOdd | null;
  readonly problem: DraftProblem | null;
  readonly change: (next: Partial<FilterDraft>) => void;
}) {
  const styles = useStyles();
  switch (draft.kind) {
    case 'text':
      return (
        <>
          <Field label={words.reviewFilter.how}>
            <Dropdown
              className={styles.narrowed}
              value={words.reviewFilter.hows[draft.how]}
              selectedOptions={[draft.how]}
              onOptionSelect={(_, { optionValue }) =>
                change({ how: hows.find((how) => how === optionValue) ?? 'contains' })
              }
            >
              {hows.map((how) => (
                <Option key={how} value={how}>
                  {words.reviewFilter.hows[how]}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <Field label={words.reviewFilter.text} {...said(problem)}>
            <Input autoFocus value={draft.text} onChange={(_, { value }) => change({ text: value })} />
          </Field>
          <Checkbox
            label={words.reviewFilter.caseSensitive}
            checked={draft.caseSensitive}
            onChange={(_, { checked }) => change({ caseSensitive: checked === true })}
          />
        </>
      );
    case 'number':
      return (
        <div className={styles.pair}>
          <Field label={words.reviewFilter.least} {...said(problem)}>
            <Input
              autoFocus
              className={styles.narrowed}
              input={{ className: styles.narrowed }}
              inputMode="decimal"
              value={draft.least}
              onChange={(_, { value }) => change({ least: value })}
            />
          </Field>
          <Field label={words.reviewFilter.greatest}>
            <Input
              className={styles.narrowed}
              input={{ className: styles.narrowed }}
              inputMode="decimal"
              value={draft.greatest}
              onChange={(_, { value }) => change({ greatest: value })}
            />
          </Field>
        </div>
      );
    case 'date': {
      const type = column.type === 'timestamp' ? 'datetime-local' : 'date';
      return (
        <>
          <Field label={words.reviewFilter.from} {...said(problem)}>
            <Input
              autoFocus
              type={type}
              value={draft.from}
              onChange={(_, { value }) => change({ from: value })}
            />
          </Field>
          <Field label={words.reviewFilter.to}>
            <Input type={type} value={draft.to} onChange={(_, { value }) => change({ to: value })} />
          </Field>
        </>
      );
    }
    case 'odd': {
      const type = typed ?? 'number';
      return (
        <RadioGroup
          value={draft.odd ? 'odd' : 'others'}
          aria-label={words.reviewFilter.kind}
          onChange={(_, { value }) => change({ odd: value === 'odd' })}
        >
          <Radio value="odd" label={words.reviewFilter.odd(type)} />
          <Radio value="others" label={words.reviewFilter.notOdd(type)} />
        </RadioGroup>
      );
    }
    default:
      return (
        <RadioGroup
          value={draft.blank ? 'blank' : 'filled'}
          aria-label={words.reviewFilter.kind}
          onChange={(_, { value }) => change({ blank: value === 'blank' })}
        >
          <Radio value="blank" label={words.reviewFilter.blank} />
          <Radio value="filled" label={words.reviewFilter.notBlank} />
        </RadioGroup>
      );
  }
}
