import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { HistoryRegular, SearchRegular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import type { HistoryEntry } from '../../../src-preload/contract/history.ts';
import { useJob } from '../../state/jobs-store.ts';
import { useNow } from '../../state/now.ts';
import { goTo } from '../../state/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { hour } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { everything, filterOf, type HistoryChoice, isFiltered } from './history-filter.ts';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryList } from './history-list.tsx';
import { saveHistory } from './save-history.ts';
import { type History, useHistory } from './use-history.ts';

const useStyles = makeStyles({
  toolbar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  skeleton: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: { height: '40px' },
  showAll: { alignSelf: 'flex-start' },
});

/** Everything that happened, for good: of all exports, or of one. */
export function HistoryScreen({ jobId }: { readonly jobId?: string }) {
  const styles = useStyles();
  const [choice, setChoice] = useState(everything);
  const thisHour = Math.floor(useNow('coarse') / hour) * hour;
  const wanted = useDeferredValue(choice);
  const filter = useMemo(() => filterOf(wanted, jobId, thisHour), [wanted, jobId, thisHour]);
  const history = useHistory(filter);
  const job = useJob(jobId ?? null);
  const [shown, setShown] = useState<HistoryEntry | null>(null);
  // Nothing has happened yet: there is nothing to choose from.
  const untouched =
    jobId === undefined &&
    history.phase === 'ready' &&
    history.outline.total === 0 &&
    !isFiltered(choice) &&
    !isFiltered(wanted);
  const title = job?.title ?? (jobId === undefined ? undefined : history.entries.get(0)?.title);

  return (
    <Page
      title={title === undefined ? words.history.title : words.history.titleOf(title)}
      scrolls={false}
      toolbar={
        untouched ? undefined : (
          <div className={styles.toolbar}>
            {jobId !== undefined && (
              <Button className={styles.showAll} onClick={() => goTo({ screen: 'history' })}>
                {words.history.showAll}
              </Button>
            )}
            <HistoryFilters
              choice={choice}
              onChoice={setChoice}
              facets={history.facets}
              found={history.phase === 'ready' ? history.outline.total : null}
              onSave={(format) => void saveHistory(filter, format)}
            />
          </div>
        )
      }
    >
      <HistoryBody
        history={history}
        choice={choice}
        now={thisHour}
        clear={() => setChoice(everything)}
        open={setShown}
      />
      {shown !== null && <EntryDialog entry={shown} close={() => setShown(null)} />}
    </Page>
  );
}

function HistoryBody({
  history,
  choice,
  now,
  clear,
  open,
}: {
  readonly history: History;
  readonly choice: HistoryChoice;
  readonly now: number;
  readonly clear: () => void;
  readonly open: (entry: HistoryEntry) => void;
}) {
  const styles = useStyles();
  const { phase, outline, entries } = history;
  if (phase === 'failed') {
    return (
      <ErrorNote
        error={history.error ?? { code: 'unexpected' }}
        action={{ label: words.app.tryAgain, run: history.again }}
      />
    );
  }
  if (phase === 'loading') {
    return (
      <Skeleton aria-label={words.history.loading} className={styles.skeleton}>
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <SkeletonItem key={key} className={styles.line} />
        ))}
      </Skeleton>
    );
  }
  if (outline.total > 0) return <HistoryList outline={outline} entries={entries} now={now} open={open} />;
  if (!isFiltered(choice)) {
    return (
      <EmptyState title={words.history.emptyTitle} text={words.history.empty} picture={<HistoryRegular />} />
    );
  }
  const search = choice.search.trim();
  return (
    <EmptyState
      title={words.history.noMatchTitle}
      text={search === '' ? words.historyTools.noMatch : words.history.noMatch(search)}
      picture={<SearchRegular />}
    >
      <Button onClick={clear}>{words.historyTools.clear}</Button>
    </EmptyState>
  );
}
