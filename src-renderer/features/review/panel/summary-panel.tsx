import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { OpenTable } from '../../../../src-preload/contract/review.ts';
import type { Summary } from '../../../../src-preload/contract/review-insight.ts';
import { useNow } from '../../../state/now.ts';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { number } from '../../../words/values.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { loadOf } from '../desk/desk-state.ts';
import { FlagItem } from '../flag-item.tsx';
import { columnName } from '../named-flag.ts';
import { nameOf } from '../table/grid-columns.ts';
import { Bars } from './bars.tsx';
import { PanelSection, PanelStack, Quiet, Stopped } from './panel-parts.tsx';

const useStyles = makeStyles({
  flags: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  // Two moments break between them, not within one.
  well: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  wellIcon: { flexShrink: 0, fontSize: '16px', color: tokens.colorStatusSuccessForeground1 },
});

/** The whole file at a glance: its size, what it covers, what stands out, where it is blank. */
export function SummaryPanel() {
  const desk = useDesk();
  const table = useDeskState((state) => state.table);
  const state = useDeskState(({ summary }) => summary);
  if (table === null) return null;
  if (state.kind === 'none') {
    return (
      <PanelStack>
        <SizeFacts table={table} />
        {loadOf(table) === 'loading' && <Quiet>{words.reviewSummary.waiting}</Quiet>}
      </PanelStack>
    );
  }
  return (
    <PanelStack>
      <SizeFacts table={table} {...(state.kind === 'ready' ? { summary: state.summary } : {})} />
      {state.kind === 'working' && <Spinner size="tiny" label={words.reviewSummary.working} />}
      {state.kind === 'stopped' && (
        <Stopped
          text={words.reviewSummary.stopped}
          again={words.reviewSummary.again}
          onAgain={desk.summarize}
        />
      )}
      {state.kind === 'failed' && state.error.code !== 'not-offered' && (
        <ErrorNote intent="warning" error={state.error} />
      )}
      {state.kind === 'ready' && (
        <>
          <Flags summary={state.summary} />
          {state.summary.rows > 0 && <Blanks table={table} summary={state.summary} />}
        </>
      )}
    </PanelStack>
  );
}

function SizeFacts({ table, summary }: { readonly table: OpenTable; readonly summary?: Summary }) {
  const now = useNow('coarse');
  const say = words.reviewSummary;
  const period = summary?.period ?? null;
  return (
    <Facts
      facts={[
        ...(loadOf(table) === 'ready' ? [{ label: say.rows, value: number(table.totalRows) }] : []),
        { label: say.columns, value: number(table.columns.length) },
        { label: say.files, value: number(table.files) },
        ...(period === null
          ? []
          : [
              {
                label: say.period,
                value: (
                  <>
                    <div>{say.periodText(period)}</div>
                    <Quiet small>{say.periodColumn(columnName(period.name, period.column))}</Quiet>
                  </>
                ),
              },
            ]),
        ...(table.brokenRows === 0 ? [] : [{ label: say.broken, value: number(table.brokenRows) }]),
        ...(summary === undefined
          ? []
          : [
              {
                label: say.previous,
                value: summary.previous === null ? say.noPrevious : say.previousText(summary.previous, now),
              },
            ]),
      ]}
    />
  );
}

function Flags({ summary }: { readonly summary: Summary }) {
  const styles = useStyles();
  const say = words.reviewSummary;
  return (
    <PanelSection title={say.flags}>
      {summary.flags.length === 0 ? (
        <div className={styles.well}>
          <CheckmarkCircleRegular className={styles.wellIcon} aria-hidden="true" />
          {say.noFlags(summary.previous)}
        </div>
      ) : (
        <ul className={styles.flags} aria-label={say.flags}>
          {summary.flags.map((flag) => (
            <li key={JSON.stringify(flag)}>
              <FlagItem flag={flag} />
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  );
}

const shownBlanks = 12;

function Blanks({ table, summary }: { readonly table: OpenTable; readonly summary: Summary }) {
  const desk = useDesk();
  const [all, setAll] = useState(false);
  const say = words.reviewSummary;
  const columns = new Map(table.columns.map((column) => [column.index, column]));
  const blank = summary.blanks
    .flatMap((value, index) => {
      const column = columns.get(index);
      return value > 0 && column !== undefined ? [{ column, value }] : [];
    })
    .sort((a, b) => b.value - a.value);
  return (
    <PanelSection title={say.blanks}>
      {blank.length === 0 ? (
        <Quiet>{say.noBlanks}</Quiet>
      ) : (
        <>
          <Bars
            warning
            label={say.blanks}
            bars={blank.slice(0, all ? 500 : shownBlanks).map(({ column, value }) => ({
              key: String(column.index),
              text: nameOf(column),
              length: value,
              figure: words.reviewProfile.share(value),
              label: say.blankOf(nameOf(column), value),
              press: () => {
                desk.profile(column.index);
                desk.showPanel('column');
              },
            }))}
          />
          {blank.length > shownBlanks && !all && (
            <div>
              <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
                {say.blanksMore(blank.length - shownBlanks)}
              </Button>
            </div>
          )}
          {blank.length < table.columns.length && (
            <Quiet small>{say.filledColumns(table.columns.length - blank.length)}</Quiet>
          )}
        </>
      )}
    </PanelSection>
  );
}
