import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { AddRegular, CheckmarkCircleRegular, MailInboxRegular, SearchRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { expiryOf } from '../../state/job-list.ts';
import { useJob, useJobs } from '../../state/jobs-store.ts';
import { useNow } from '../../state/now.ts';
import { loadJobs } from '../../state/start.ts';
import { clearFilters, openDialog, selectJob, useView } from '../../state/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { narrow } from '../../ui/narrow.ts';
import { Page } from '../../ui/page.tsx';
import { hour } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { ExportsToolbar } from './exports-toolbar.tsx';
import { JobListView } from './job-list.tsx';
import { JobPanel } from './job-panel.tsx';
import { lineMaker } from './list-lines.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import { OverviewLine, useOverview } from './overview-line.tsx';
import { Warnings } from './warnings.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0, position: 'relative' },
  page: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 },
  // Under the panel nothing can be reached, by Tab neither.
  covered: { [narrow.content]: { visibility: 'hidden' } },
  list: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    containerType: 'inline-size',
    containerName: 'exports',
  },
});

/** The row takes the focus back; it must be drawn again first, for the panel may have covered it. */
function closePanel(jobId: string): void {
  flushSync(() => selectJob(null));
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(jobId)}"]`)?.focus();
}

/** Home: what needs the person, what is on its way, what is done. */
export function ExportsScreen() {
  const styles = useStyles();
  const phase = useJobs((state) => state.phase);
  const selectedId = useView((state) => state.selectedJobId);
  const selected = useJob(selectedId);
  const empty = useJobs((state) => state.list.byId.size === 0);
  const overview = useOverview();
  const headline = useHeadline(overview.losses.length > 0);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && selectedId !== null) closePanel(selectedId);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from anywhere within closes the panel
    <div className={styles.root} onKeyDown={closeOnEscape}>
      <div className={mergeClasses(styles.page, selected !== undefined && styles.covered)}>
        <Page
          title={headline}
          toolbar={
            phase === 'failed' || (phase === 'ready' && empty) ? undefined : (
              <>
                <OverviewLine overview={overview} />
                <Warnings overview={overview} />
                <ExportsToolbar waiting={empty} />
              </>
            )
          }
          scrolls={false}
        >
          <div className={styles.list}>
            {phase === 'loading' ? <ListSkeleton /> : phase === 'failed' ? <ListFailed /> : <FilledList />}
          </div>
        </Page>
      </div>
      {selected !== undefined && (
        <JobPanel key={selected.id} job={selected} close={() => closePanel(selected.id)} />
      )}
    </div>
  );
}

/** `warned`: what expires soon is said by a warning of its own. */
function useHeadline(warned: boolean): string {
  const now = useNow('coarse');
  const phase = useJobs((state) => state.phase);
  const needsYou = useJobs((state) => state.list.order['needs-you'].length);
  const onTheirWay = useJobs((state) => state.list.order['on-its-way'].length);
  const total = useJobs((state) => state.list.byId.size);
  // The first that needs the person is the one that expires first.
  const soonest = useJobs((state) => {
    const first = state.list.byId.get(state.list.order['needs-you'][0] ?? '');
    return first === undefined ? null : expiryOf(first);
  });
  if (phase === 'loading') return words.exports.loadingHeadline;
  if (total === 0) return words.exports.title;
  return words.exports.headline(needsYou, onTheirWay, warned ? null : soonest, now);
}

function ListFailed() {
  const error = useJobs((state) => state.error);
  return (
    <ErrorNote
      error={error ?? { code: 'unexpected' }}
      action={{ label: words.app.tryAgain, run: () => void loadJobs() }}
    />
  );
}

function FilledList() {
  const list = useJobs((state) => state.list);
  const order = useJobs((state) => state.list.order);
  const search = useDeferredValue(useView((state) => state.search));
  const vendor = useView((state) => state.vendor);
  const part = useView((state) => state.part);
  const allDone = useView((state) => state.showAllDone);
  const [makeLines] = useState(lineMaker);
  const thisHour = Math.floor(useNow('coarse') / hour) * hour;
  // A mere update of a row keeps `order`, and with it the lines: only that row is drawn again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `order` stands for all of the list that lines depend on
  const lines = useMemo(
    () => makeLines(list, { search, vendor, part, showAllDone: allDone, now: thisHour }),
    [makeLines, order, search, vendor, part, allDone, thisHour],
  );
  if (list.byId.size === 0) {
    return (
      <EmptyState title={words.exports.emptyTitle} text={words.exports.empty} picture={<MailInboxRegular />}>
        <Button appearance="primary" icon={<AddRegular />} onClick={() => openDialog({ kind: 'new-export' })}>
          {words.exports.newExport}
        </Button>
      </EmptyState>
    );
  }
  if (lines.length === 0 && part !== null && search.trim() === '' && vendor === null) {
    return (
      <EmptyState
        title={words.overview.noneTitle[part]}
        text={words.overview.none}
        picture={<CheckmarkCircleRegular />}
      >
        <Button onClick={clearFilters}>{words.exports.clearFilters}</Button>
      </EmptyState>
    );
  }
  if (lines.length === 0) {
    return (
      <EmptyState
        title={words.exports.noMatchTitle}
        text={part === null ? words.exports.noMatch(search.trim()) : words.overview.noMatch}
        picture={<SearchRegular />}
      >
        <Button onClick={clearFilters}>{words.exports.clearFilters}</Button>
      </EmptyState>
    );
  }
  return <JobListView lines={lines} />;
}
