import {
  Button,
  Dropdown,
  Field,
  makeStyles,
  Option,
  ProgressBar,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { ArrowSwapRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { useNow } from '../../../state/now.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import type { CompareSide } from '../../../words/kinds.ts';
import { words } from '../../../words/words.ts';
import { useDeskState } from '../desk/desk-context.ts';
import { useFocusHandedOn } from '../focus-handed-on.ts';
import { columnName } from '../named-flag.ts';
import { CompareGrid, type CompareGridProps } from './compare-grid.tsx';
import { KeyChoice } from './key-choice.tsx';
import { type ComparisonHold, useComparison } from './use-comparison.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, flexGrow: 1, minHeight: 0 },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  choice: { flexGrow: 1, flexBasis: '280px', maxWidth: '480px', minWidth: 0 },
  narrowed: { minWidth: 0 },
  working: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    width: '320px',
    margin: 'auto',
    color: tokens.colorNeutralForeground2,
  },
  wide: { width: '100%' },
  facts: { margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** What is new, gone and changed since an earlier export of the same kind. */
export function CompareScreen({ onBack }: { readonly onBack: () => void }) {
  const styles = useStyles();
  const handle = useDeskState(({ table }) => table?.handle ?? '');
  const hold = useComparison(handle);
  const now = useNow('coarse');
  const say = words.reviewCompare;
  const nameOf = (jobId: string | null) => {
    const one = hold.earlier.find((other) => other.jobId === jobId);
    return one === undefined ? '' : say.earlier(one.title, one.collectedAt, one.rows, now);
  };
  return (
    <section className={styles.root} aria-label={say.title}>
      {hold.earlier.length > 0 && (
        <div className={styles.choices}>
          <Field className={styles.choice} label={say.with}>
            <Dropdown
              className={styles.narrowed}
              value={nameOf(hold.jobId)}
              selectedOptions={hold.jobId === null ? [] : [hold.jobId]}
              onOptionSelect={(_, { optionValue }) => optionValue !== undefined && hold.choose(optionValue)}
            >
              {hold.earlier.map(({ jobId }) => (
                <Option key={jobId} value={jobId} text={nameOf(jobId)}>
                  {nameOf(jobId)}
                </Option>
              ))}
            </Dropdown>
          </Field>
          {hold.comparison !== null && (
            <Field className={styles.choice} label={say.key}>
              <KeyChoice comparison={hold.comparison} compareBy={hold.compareBy} />
            </Field>
          )}
        </div>
      )}
      <CompareBody hold={hold} handle={handle} onBack={onBack} />
    </section>
  );
}

function CompareBody({
  hold,
  handle,
  onBack,
}: {
  readonly hold: ComparisonHold;
  readonly handle: string;
  readonly onBack: () => void;
}) {
  const styles = useStyles();
  const task = useDeskState((state) => (state.task?.kind === 'compare' ? state.task : null));
  const say = words.reviewCompare;
  const { state } = hold;
  switch (state.kind) {
    case 'looking':
    case 'working':
      return (
        <Waiting>
          <span role="status">{state.kind === 'looking' ? say.looking : say.working}</span>
          <ProgressBar
            className={styles.wide}
            aria-label={say.workingLabel}
            {...(task === null || task.total === null || task.total === 0
              ? {}
              : { value: Math.min(1, task.done / task.total) })}
          />
          {state.kind === 'working' && <Button onClick={hold.stop}>{say.stop}</Button>}
        </Waiting>
      );
    case 'none':
      return (
        <EmptyState title={say.noneTitle} text={say.none} picture={<ArrowSwapRegular />}>
          <Button onClick={onBack}>{say.backLabel}</Button>
        </EmptyState>
      );
    case 'stopped':
      return (
        <Waiting>
          <span role="status">{say.stopped}</span>
          <Button onClick={() => hold.compareBy(undefined)}>{say.again}</Button>
        </Waiting>
      );
    case 'failed':
      return (
        <ErrorNote
          error={state.error}
          action={
            hold.jobId === null
              ? undefined
              : { label: words.app.tryAgain, run: () => hold.compareBy(undefined) }
          }
        />
      );
    case 'ready':
      return (
        <Compared
          key={state.run}
          comparison={state.comparison}
          handle={handle}
          again={() => hold.compareBy(state.comparison.key.length === 0 ? undefined : state.comparison.key)}
        />
      );
  }
}

/** Whoever stops it, or begins it anew, finds the next step under the same key. */
function Waiting({ children }: { readonly children: ReactNode }) {
  const going = useFocusHandedOn<HTMLDivElement>('[data-waiting] button, [role="tab"][aria-selected="true"]');
  return (
    <div ref={going} className={useStyles().working} data-waiting>
      {children}
    </div>
  );
}

const sides: readonly CompareSide[] = ['added', 'gone', 'changed', 'unmatched'];
const mostNames = 8;

function Compared({ comparison, handle, again }: Pick<CompareGridProps, 'comparison' | 'handle' | 'again'>) {
  const styles = useStyles();
  const say = words.reviewCompare;
  const counts = comparison.rows;
  const offered = sides.filter((side) => side !== 'unmatched' || counts.unmatched > 0);
  const [side, setSide] = useState<CompareSide>(() => offered.find((one) => counts[one] > 0) ?? 'added');
  const added = comparison.columns.flatMap(({ name, now, before }) =>
    before === null && now !== null ? [columnName(name, now)] : [],
  );
  const gone = comparison.columns.flatMap(({ name, now, before }) =>
    now === null && before !== null ? [columnName(name, before)] : [],
  );
  const differ = offered.some((one) => counts[one] > 0);
  const facts = [
    differ ? say.same(counts.same) : say.allSame,
    ...(added.length === 0 ? [] : [say.columnsNew(added.slice(0, mostNames))]),
    ...(gone.length === 0 ? [] : [say.columnsGone(gone.slice(0, mostNames))]),
  ];
  return (
    <>
      <p className={styles.facts} role="status">
        {facts.join(' · ')}
      </p>
      {comparison.key.length === 0 && <p className={styles.facts}>{say.noKey}</p>}
      <div className={styles.bar}>
        <TabList
          className={styles.tabs}
          selectedValue={side}
          onTabSelect={(_, { value }) => setSide(sides.find((one) => one === value) ?? 'added')}
        >
          {offered.map((one) => (
            <Tab key={one} id={`compare-tab-${one}`} value={one} aria-controls="compare-rows">
              {say.tab(one, counts[one])}
            </Tab>
          ))}
        </TabList>
        {side === 'unmatched' && <span className={styles.facts}>{say.unmatchedHint}</span>}
      </div>
      <CompareGrid
        key={side}
        comparison={comparison}
        side={side}
        total={counts[side]}
        handle={handle}
        again={again}
      />
    </>
  );
}
