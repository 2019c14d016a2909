import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { useContext } from 'react';
import type { Column } from '../../../../src-preload/contract/review.ts';
import type { Profile } from '../../../../src-preload/contract/review-insight.ts';
import type { Filter } from '../../../../src-preload/contract/review-view.ts';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { typeWithOdd } from '../filters/filter-draft.ts';
import { ColumnActions } from '../table/column-actions.ts';
import { nameOf } from '../table/grid-columns.ts';
import { allDifferent } from './all-different.ts';
import { Bars, Histogram, lengthOf } from './bars.tsx';
import { groupBins } from './group-bins.ts';
import { PanelSection, PanelStack, PanelTitle, Quiet, Stopped } from './panel-parts.tsx';
import { useProfile } from './use-profile.ts';

const useStyles = makeStyles({
  examples: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

/** The profile of the column that was asked for, or that the person is in. */
export function ProfilePanel() {
  const column = useDeskState(({ table, profiled, focus }) => {
    const index = profiled ?? focus?.column ?? null;
    return table?.columns.find((one) => one.index === index);
  });
  if (column === undefined) return <Quiet>{words.reviewProfile.none}</Quiet>;
  return <ColumnProfile key={column.index} column={column} />;
}

function ColumnProfile({ column }: { readonly column: Column }) {
  const state = useProfile(column.index);
  const actions = useContext(ColumnActions);
  const all = useDeskState(({ table }) => table?.totalRows ?? 0);
  const name = nameOf(column);
  return (
    <PanelStack>
      <div>
        <PanelTitle>{name}</PanelTitle>
        {state.kind === 'ready' && state.profile.rows !== all && (
          <Quiet small>{words.reviewProfile.ofShown(state.profile.rows)}</Quiet>
        )}
      </div>
      {state.kind === 'waiting' ? (
        <Quiet>{words.reviewTools.needsAll}</Quiet>
      ) : state.kind === 'working' ? (
        <Spinner size="tiny" label={words.reviewProfile.working} />
      ) : state.kind === 'stopped' ? (
        <Stopped text={words.reviewProfile.stopped} again={words.reviewProfile.again} onAgain={state.again} />
      ) : state.kind === 'failed' ? (
        <ErrorNote error={state.error} />
      ) : (
        <>
          <ProfileFacts profile={state.profile} />
          <Shape profile={state.profile} />
          <OddCells profile={state.profile} />
          <div>
            <Button
              size="small"
              icon={<FilterRegular />}
              onClick={(event) => actions.openFilter(column.index, event.currentTarget)}
            >
              {words.reviewProfile.filter}
            </Button>
          </div>
        </>
      )}
    </PanelStack>
  );
}

function ProfileFacts({ profile }: { readonly profile: Profile }) {
  const say = words.reviewProfile;
  const odd = oddIn(profile);
  const times = profile.type === 'date' || profile.type === 'timestamp';
  return (
    <Facts
      facts={[
        { label: say.type, value: words.reviewTools.types[profile.type] },
        { label: say.filled, value: say.filledText(profile) },
        { label: say.blank, value: say.blankText(profile) },
        ...(odd === null ? [] : [{ label: say.oddTitle[odd.type], value: say.blankText(odd) }]),
        { label: say.distinct, value: say.distinctText(profile) },
        ...(profile.least === null
          ? []
          : [{ label: times ? say.earliest : say.least, value: cut(profile.least) }]),
        ...(profile.greatest === null
          ? []
          : [{ label: times ? say.latest : say.greatest, value: cut(profile.greatest) }]),
        ...(profile.sum === null ? [] : [{ label: say.sum, value: say.amount(profile.sum) }]),
        ...(profile.mean === null ? [] : [{ label: say.mean, value: say.decimal(profile.mean) }]),
      ]}
    />
  );
}

/** How many cells are none of what the column is, as a share of all rows; null where all are. */
function oddIn(profile: Profile) {
  const { odd, rows } = profile;
  const type = typeWithOdd(profile);
  return odd === undefined || type === null ? null : { type, rows, blank: odd.count };
}

/** Characters of an odd text that a profile holds. */
const longestOdd = 200;

/** What is none of what the column is: each text with its count, and the way to its rows. */
function OddCells({ profile }: { readonly profile: Profile }) {
  const desk = useDesk();
  const say = words.reviewProfile;
  const { odd, column } = profile;
  const type = typeWithOdd(profile);
  // Where nothing else is among the rows, the most frequent values have named them.
  if (profile.shape.kind === 'values') return null;
  if (odd === undefined || type === null) return null;
  // One that is cut in the profile is not known whole.
  const oddFilter = (text: string): Filter =>
    text.length < longestOdd
      ? { kind: 'values', column, values: [text] }
      : { kind: 'odd', column, odd: true, type };
  const most = Math.max(1, ...odd.texts.map(({ count }) => count));
  return (
    <PanelSection title={say.oddTitle[type]}>
      <Bars
        label={say.oddTitle[type]}
        warning
        bars={odd.texts.map(({ value, count }) => ({
          key: value ?? '',
          text: (value ?? '').slice(0, 100),
          length: lengthOf(count, most),
          figure: say.amount(count),
          label: say.bar((value ?? '').slice(0, 100), count, profile.rows),
          press: () => desk.addFilter(oddFilter(value ?? '')),
        }))}
      />
      <Quiet small>{say.oddNote}</Quiet>
    </PanelSection>
  );
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const cut = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

const mostExamples = 5;

function Shape({ profile }: { readonly profile: Profile }) {
  const styles = useStyles();
  const desk = useDesk();
  const say = words.reviewProfile;
  const { shape, column, rows } = profile;
  if (rows > 0 && profile.blank === rows) return <Quiet>{say.allBlank}</Quiet>;
  switch (shape.kind) {
    case 'numbers':
      return shape.bins.length === 0 ? null : (
        <PanelSection title={say.histogram}>
          <Histogram
            label={say.histogram}
            from={say.decimal(shape.bins[0]?.from ?? 0)}
            to={say.decimal(shape.bins.at(-1)?.to ?? 0)}
            groups={groupBins(shape.bins).map((bins, place) => {
              const least = bins[0]?.from ?? 0;
              const greatest = bins.at(-1)?.to ?? 0;
              const counts = bins.map(({ count }) => count);
              return {
                key: String(place),
                counts,
                label: say.bar(say.numbersBin(least, greatest), sum(counts), rows),
                press: () => desk.addFilter({ kind: 'number', column, least, greatest }),
              };
            })}
          />
          <Quiet small>{say.barHint}</Quiet>
        </PanelSection>
      );
    case 'times':
      return shape.bins.length === 0 ? null : (
        <PanelSection title={say.times}>
          <Histogram
            label={say.times}
            from={say.moment(shape.bins[0]?.from ?? '')}
            to={say.moment(shape.bins.at(-1)?.to ?? '')}
            groups={groupBins(shape.bins).map((bins, place) => {
              const from = bins[0]?.from ?? '';
              const to = bins.at(-1)?.to ?? '';
              const counts = bins.map(({ count }) => count);
              return {
                key: String(place),
                counts,
                label: say.bar(say.timesBin(from, to), sum(counts), rows),
                press: () => desk.addFilter({ kind: 'date', column, from, to }),
              };
            })}
          />
          <Quiet small>{say.barHint}</Quiet>
        </PanelSection>
      );
    case 'values': {
      // Bars of one row each say nothing: some of the values do.
      if (allDifferent(profile)) {
        return (
          <>
            <Quiet>{say.allDifferent}</Quiet>
            <PanelSection title={say.examples}>
              <ul className={styles.examples}>
                {shape.top.slice(0, mostExamples).map(({ value }) => (
                  <li key={value}>{cut(value ?? '')}</li>
                ))}
              </ul>
            </PanelSection>
          </>
        );
      }
      const most = Math.max(1, shape.others, ...shape.top.map(({ count }) => count));
      const bars = shape.top.map(({ value, count }) => {
        const text = value === null || value === '' ? say.blankValue : value.slice(0, 100);
        return {
          key: value === null ? 'null' : `=${value}`,
          text,
          quiet: value === null || value === '',
          length: lengthOf(count, most),
          figure: say.share(count / Math.max(1, rows)),
          label: say.bar(text, count, rows),
          press: () => desk.addFilter({ kind: 'values', column, values: [value] }),
        };
      });
      const others = {
        key: 'others',
        text: say.others,
        quiet: true,
        length: lengthOf(shape.others, most),
        figure: say.share(shape.others / Math.max(1, rows)),
        label: say.bar(say.others, shape.others, rows),
      };
      return (
        <PanelSection title={say.values}>
          <Bars label={say.values} bars={shape.others > 0 ? [...bars, others] : bars} />
          <Quiet small>{say.barHint}</Quiet>
        </PanelSection>
      );
    }
  }
}
