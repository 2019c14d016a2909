import { Button, makeStyles, SearchBox, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { HistoryRegular, SearchRegular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import type { HistoryEntry } from '../../../src-preload/contract/history.ts';
import { useJob } from '../../state/jobs-store.ts';
import { useNow } from '../../state/now.ts';
import { goTo } from '../../state/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { words } from '../../words/en.ts';
import { hour } from '../../words/time.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { HistoryTable } from './history-table.tsx';
import { type History, useHistory } from './use-history.ts';

const useStyles = makeStyles({
  toolbar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  search: { flexGrow: 1, maxWidth: '400px' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  more: { alignSelf: 'center', marginTop: tokens.spacingVerticalXL, flexShrink: 0 },
  skeleton: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: { height: '40px' },
});

const longestSearch = 200;

/** Everything that happened, for good: of all exports, or of one. */
export function HistoryScreen({ jobId }: { readonly jobId?: string }) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim().slice(0, longestSearch));
  const history = useHistory(search, jobId);
  const job = useJob(jobId ?? null);
  const [shown, setShown] = useState<HistoryEntry | null>(null);
  const ofOne = job?.title ?? (jobId === undefined ? undefined : history.entries[0]?.title);

  return (
    <Page
      title={ofOne === undefined ? words.history.title : words.history.titleOf(ofOne)}
      toolbar={
        <div className={styles.toolbar}>
          <SearchBox
            className={styles.search}
            placeholder={words.history.search}
            aria-label={words.history.search}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
          {jobId !== undefined && (
            <Button onClick={() => goTo({ screen: 'history' })}>{words.history.showAll}</Button>
          )}
          <span className={styles.count} role="status">
            {history.phase === 'ready' && history.total > 0 && words.history.found(history.total)}
          </span>
        </div>
      }
    >
      <HistoryBody history={history} search={search} open={setShown} />
      {shown !== null && <EntryDialog entry={shown} close={() => setShown(null)} />}
    </Page>
  );
}

function HistoryBody({
  history,
  search,
  open,
}: {
  readonly history: History;
  readonly search: string;
  readonly open: (entry: HistoryEntry) => void;
}) {
  const styles = useStyles();
  const thisHour = Math.floor(useNow('coarse') / hour) * hour;
  const { phase, entries, total } = history;
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
  if (entries.length === 0) {
    return search === '' ? (
      <EmptyState title={words.history.emptyTitle} text={words.history.empty} picture={<HistoryRegular />} />
    ) : (
      <EmptyState
        title={words.history.noMatchTitle}
        text={words.history.noMatch(search)}
        picture={<SearchRegular />}
      />
    );
  }
  return (
    <>
      <HistoryTable entries={entries} now={thisHour} open={open} />
      {entries.length < total && (
        <Button className={styles.more} onClick={history.more}>
          {words.history.more(total - entries.length)}
        </Button>
      )}
    </>
  );
}
