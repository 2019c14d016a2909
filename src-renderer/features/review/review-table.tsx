import { Dropdown, makeStyles, Option, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import type { Dialect } from '../../../src-preload/contract/review.ts';
import { docket } from '../../state/docket.ts';
import { tellError } from '../../state/messages.ts';
import { narrow } from '../../ui/narrow.ts';
import { words } from '../../words/words.ts';
import { CompareScreen } from './compare/compare-screen.tsx';
import { createDesk } from './desk/desk.ts';
import { DeskContext, useDesk, useDeskState } from './desk/desk-context.ts';
import type { DeskWishes } from './desk/desk-parts.ts';
import { totalShown } from './desk/desk-state.ts';
import { DetailStrip } from './detail-strip.tsx';
import { DialectButton } from './dialect-button.tsx';
import { FlagLine } from './flag-line.tsx';
import { LoadNote } from './load-note.tsx';
import { SidePanel } from './panel/side-panel.tsx';
import { ReviewFooter } from './review-footer.tsx';
import { ColumnPopovers } from './table/column-popovers.tsx';
import { TableBody } from './table-body.tsx';
import { FilterChips } from './toolbar/filter-chips.tsx';
import { ReviewToolbar } from './toolbar/review-toolbar.tsx';
import { useSettled } from './use-settled.ts';
import { useShortcuts } from './use-shortcuts.ts';

const low = '@media (max-height: 560px)';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, flexGrow: 1, minHeight: 0 },
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  sheet: { minWidth: '160px' },
  middle: {
    position: 'relative',
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    flexGrow: 1,
    minHeight: 0,
    // In a low window the page scrolls as a whole.
    [low]: { flexShrink: 0, height: '300px' },
  },
  left: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
  },
  /** Room for what comes after the first rows: they don't move when it does. */
  later: { flexShrink: 0, height: '32px' },
  aside: { flexShrink: 0, width: '320px', [narrow.content]: { display: 'none' } },
  body: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

export interface ReviewTableProps {
  readonly job: JobView;
  /** The file that the person has chosen; null for the export's first one. */
  readonly chosen: string | null;
  /** The file that is shown, as soon as it is known. */
  readonly fileId: string | null;
  /** Tells the header what is open. */
  readonly onFacts: (facts: string) => void;
  readonly picker: ReactNode;
  /** The comparison with an earlier export stands in the table's place. */
  readonly comparing: boolean;
  readonly setComparing: (comparing: boolean) => void;
}

/** One table with all that belongs to it. Another sheet or another dialect is another table. */
export function ReviewTable(props: ReviewTableProps) {
  const { chosen } = props;
  const jobId = props.job.id;
  const [wishes, setWishes] = useState<DeskWishes>({});
  const desk = useMemo(() => {
    const which = chosen === null ? { jobId } : { fileId: chosen };
    return createDesk({ review: docket().review, on: docket().on }, { ...which, ...wishes }, (error) =>
      tellError(error),
    );
  }, [jobId, chosen, wishes]);
  useEffect(() => desk.start(), [desk]);
  return (
    <DeskContext value={desk}>
      <ColumnPopovers>
        <OpenTableView {...props} wishes={wishes} setWishes={setWishes} />
      </ColumnPopovers>
    </DeskContext>
  );
}

interface OpenTableViewProps extends ReviewTableProps {
  readonly wishes: DeskWishes;
  readonly setWishes: (wishes: DeskWishes) => void;
}

function OpenTableView(props: OpenTableViewProps) {
  const { job, fileId, onFacts, picker, comparing, setComparing, wishes, setWishes } = props;
  const styles = useStyles();
  const find = useRef<HTMLInputElement>(null);
  const rowField = useRef<HTMLInputElement>(null);
  const table = useDeskState((state) => state.table);
  const open = useDeskState(({ phase, shown }) => phase.kind === 'open' && shown !== null);
  const panel = useDeskState((state) => state.panel);
  const anyRows = useDeskState((state) => totalShown(state) > 0);
  const settled = useSettled();
  useFacts(onFacts);
  useSummaryAtFirst();

  useShortcuts(open && !comparing, { f: () => find.current?.select(), g: () => rowField.current?.select() });
  const parts = table?.parts?.length ?? 0;
  const partColumn =
    parts > 1
      ? { on: wishes.partColumn ?? false, change: (on: boolean) => setWishes({ ...wishes, partColumn: on }) }
      : null;
  const read = (dialect: Partial<Dialect> | null) => {
    const { dialect: _, ...rest } = wishes;
    setWishes(dialect === null ? rest : { ...rest, dialect });
  };
  const dialect = table?.dialect ?? null;
  if (comparing && table !== null) {
    return <CompareScreen onBack={() => setComparing(false)} />;
  }
  return (
    <div className={styles.root}>
      <Pickers picker={picker} wishes={wishes} setWishes={setWishes} />
      <FlagLine />
      {open && (!settled || fileId === null) && <div className={styles.later} />}
      {open && settled && fileId !== null && (
        <ReviewToolbar
          fileId={fileId}
          find={find}
          rowField={rowField}
          partColumn={partColumn}
          compare={() => setComparing(true)}
        />
      )}
      {open && settled && <FilterChips />}
      <LoadNote />
      <div className={styles.middle}>
        <div className={styles.left}>
          <section className={styles.body} aria-label={words.review.tableLabel(job.title)}>
            <TableBody jobId={job.id} fileId={fileId} />
          </section>
          {open && settled && anyRows && <DetailStrip />}
        </div>
        {open && panel !== null && (settled ? <SidePanel tab={panel} /> : <div className={styles.aside} />)}
      </div>
      {!settled ? (
        <div className={styles.later} />
      ) : (
        <ReviewFooter
          job={job}
          dialect={
            dialect === null || !open ? null : (
              <DialectButton dialect={dialect} corrected={wishes.dialect !== undefined} read={read} />
            )
          }
        />
      )}
    </div>
  );
}

/** Tells the screen's head what is open. */
function useFacts(tell: (facts: string) => void): void {
  const table = useDeskState((state) => state.table);
  const summary = useDeskState((state) => state.summary);
  const shows = useDeskState(({ phase }) => phase.kind === 'open');
  const period =
    summary.kind === 'ready' && summary.summary.period !== null
      ? words.reviewSummary.periodShort(summary.summary.period)
      : null;
  const facts = table === null || !shows ? '' : words.review.facts(table, period);
  useEffect(() => tell(facts), [facts, tell]);
}

/** The summary stands beside the table from the start, where there is room for both. */
function useSummaryAtFirst(): void {
  const desk = useDesk();
  useEffect(() => {
    if (window.matchMedia(roomForPanel).matches) desk.showPanel('summary');
  }, [desk]);
}

const roomForPanel = '(min-width: 1180px)';

function Pickers({ picker, wishes, setWishes }: Pick<OpenTableViewProps, 'picker' | 'wishes' | 'setWishes'>) {
  const styles = useStyles();
  const sheets = useSheets();
  if (picker === null && sheets.names.length < 2) return null;
  return (
    <div className={styles.bar}>
      {picker}
      {sheets.names.length > 1 && (
        <Dropdown
          className={styles.sheet}
          aria-label={words.review.sheet}
          value={wishes.sheet ?? sheets.shown ?? ''}
          selectedOptions={[wishes.sheet ?? sheets.shown ?? '']}
          onOptionSelect={(_, { optionValue }) =>
            optionValue !== undefined && setWishes({ ...wishes, sheet: optionValue })
          }
        >
          {sheets.names.map((name) => (
            <Option key={name} value={name}>
              {name}
            </Option>
          ))}
        </Dropdown>
      )}
    </div>
  );
}

/** The sheets stay in sight while another one is being opened. */
function useSheets(): { readonly names: readonly string[]; readonly shown: string | null } {
  const table = useDeskState((state) => state.table);
  const [held, setHeld] = useState<{ names: readonly string[]; shown: string | null }>({
    names: [],
    shown: null,
  });
  useEffect(() => {
    if (table !== null) setHeld({ names: table.sheets, shown: table.sheet });
  }, [table]);
  return held;
}
