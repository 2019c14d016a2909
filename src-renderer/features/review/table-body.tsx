import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { FilterDismissRegular, TableRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import { ask, docket } from '../../state/docket.ts';
import { tellError } from '../../state/messages.ts';
import { showJob } from '../../state/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { words } from '../../words/words.ts';
import { runJobCall } from '../jobs/job-deeds.ts';
import { useDesk, useDeskState } from './desk/desk-context.ts';
import { loadOf } from './desk/desk-state.ts';
import { withoutFilters } from './desk/query.ts';
import { useFocusHandedOn } from './focus-handed-on.ts';
import { ReviewGrid } from './table/review-grid.tsx';

const useStyles = makeStyles({
  opening: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    color: tokens.colorNeutralForeground2,
  },
  failed: { width: '100%', maxWidth: '640px', margin: `${tokens.spacingVerticalXXXL} auto` },
});

/** The rows; or why there are none, and what can be done about it. */
export function TableBody({ jobId, fileId }: { readonly jobId: string; readonly fileId: string | null }) {
  const styles = useStyles();
  const desk = useDesk();
  const phase = useDeskState((state) => state.phase);
  const table = useDeskState((state) => state.table);
  const shown = useDeskState((state) => state.shown);
  const query = useStore(desk.store, (state) => state.query);
  if (phase.kind === 'failed') {
    return (
      <div className={styles.failed}>
        <ErrorNote error={phase.error} action={remedy(phase.error, jobId, fileId, desk.reopen)} />
      </div>
    );
  }
  if (phase.kind === 'opening' || table === null || shown === null) {
    return <Opening />;
  }
  if (table.totalRows === 0 && loadOf(table) !== 'loading') {
    return (
      <EmptyState title={words.review.noRowsTitle} text={words.review.noRows} picture={<TableRegular />} />
    );
  }
  if (shown.total === 0 && shown.query.filters.length > 0) {
    return <NoMatch clear={() => desk.setQuery(withoutFilters(query))} />;
  }
  return <ReviewGrid key={table.handle} table={table} shown={shown} />;
}

function NoMatch({ clear }: { readonly clear: () => void }) {
  const going = useFocusHandedOn<HTMLSpanElement>();
  return (
    <EmptyState
      title={words.review.noMatchTitle}
      text={words.review.noMatch}
      picture={<FilterDismissRegular />}
    >
      <span ref={going}>
        <Button onClick={clear}>{words.reviewTools.clearAll}</Button>
      </span>
    </EmptyState>
  );
}

/** What is there in a moment needs no word of waiting. */
const soon = 250;

function Opening() {
  const styles = useStyles();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), soon);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.opening} role="status">
      {late && (
        <>
          <Spinner label={words.review.opening} labelPosition="below" />
          {words.review.openingHint}
        </>
      )}
    </div>
  );
}

/** What Docket can't read as a table, another program may show; what is damaged comes again from the vendor. */
function remedy(error: DocketError, jobId: string, fileId: string | null, reopen: () => void) {
  switch (error.code) {
    case 'gzip-corrupt':
    case 'zip-corrupt':
    case 'file-changed':
    case 'file-missing':
      return {
        label: words.errorActions.collectAgain,
        run: () => {
          // The list shows how it goes on.
          showJob(jobId);
          void runJobCall(jobId, 'collect');
        },
      };
    case 'not-a-workbook':
    case 'review-unreadable':
    case 'review-empty':
      if (fileId === null) return undefined;
      return {
        label: words.review.openOutside,
        run: () =>
          void ask(docket().files.openExternally(fileId)).then((answer) => {
            if (!answer.ok) tellError(answer.error);
          }),
      };
    default:
      return { label: words.review.openAgain, run: reopen };
  }
}
