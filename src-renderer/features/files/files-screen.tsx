import {
  Button,
  makeStyles,
  mergeClasses,
  SearchBox,
  Skeleton,
  SkeletonItem,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { BroomRegular, FolderOpenRegular, SearchRegular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import type { FilesFilter, FilesOutline } from '../../../src-preload/contract/files.ts';
import { useNow } from '../../state/now.ts';
import { goTo } from '../../state/view-store.ts';
import { Choice } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useListToolbar } from '../../ui/list-toolbar.ts';
import { Page } from '../../ui/page.tsx';
import type { VendorChoice } from '../../ui/vendor-choices.ts';
import { VendorFilter } from '../../ui/vendor-filter.tsx';
import type { FilesState } from '../../words/kinds.ts';
import { hour } from '../../words/time.ts';
import { size } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { CleanUpDialog } from './clean-up-dialog.tsx';
import { FilesList } from './files-list.tsx';
import { type Files, useFiles } from './use-files.ts';

const useStyles = makeStyles({
  sums: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  skeleton: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: { height: '40px' },
});

interface FilesChoice {
  readonly search: string;
  readonly vendor: VendorChoice | null;
  readonly state: FilesState;
  readonly order: 'date' | 'vendor';
}

const everything: FilesChoice = { search: '', vendor: null, state: 'all', order: 'date' };
const states: readonly FilesState[] = ['all', 'open', 'committed', 'in-bin'];

function filterOf({ search, vendor, state, order }: FilesChoice): FilesFilter {
  const wanted = search.trim().slice(0, 200);
  return {
    order,
    ...(wanted === '' ? {} : { search: wanted }),
    ...(vendor === null ? {} : { provider: vendor.provider }),
    ...(vendor?.connectionName == null ? {} : { connectionName: vendor.connectionName }),
    ...(state === 'all' ? {} : { state }),
  };
}

const isFiltered = ({ search, vendor, state }: FilesChoice) =>
  search.trim() !== '' || vendor !== null || state !== 'all';

/** Everything collected, by date or by vendor, with what became of it; and a safe way to make room. */
export function FilesScreen() {
  const styles = useListToolbar();
  const say = words.files;
  const [choice, setChoice] = useState(everything);
  const [cleaning, setCleaning] = useState(false);
  const opener = useRestoreFocusTarget();
  const wanted = useDeferredValue(choice);
  const files = useFiles(useMemo(() => filterOf(wanted), [wanted]));
  const { outline } = files;
  const isEmpty = files.phase === 'ready' && outline.here.files + outline.binned.files === 0;
  const set = (change: Partial<FilesChoice>) => setChoice({ ...choice, ...change });

  const filters = (
    <div className={styles.rows}>
      <Sums outline={outline} />
      <div className={styles.row}>
        <SearchBox
          className={styles.search}
          placeholder={words.app.search}
          aria-label={say.search}
          dismiss={{ 'aria-label': words.app.clearSearch }}
          value={choice.search}
          onChange={(_, { value }) => set({ search: value })}
        />
        <VendorFilter
          label={say.vendorLabel}
          every={say.everyVendor}
          connections={outline.connections}
          vendor={choice.vendor}
          onVendor={(vendor) => set({ vendor })}
        />
        <Choice
          label={say.stateLabel}
          value={choice.state}
          options={states.map((state) => ({ value: state, text: say.state(state) }))}
          onChoose={(state) => set({ state })}
        />
        <Choice
          label={say.orderLabel}
          value={choice.order}
          options={[
            { value: 'date', text: say.byDate },
            { value: 'vendor', text: say.byVendor },
          ]}
          onChoose={(order) => set({ order })}
        />
        <Button
          {...opener}
          className={mergeClasses(styles.fixed, styles.atEnd)}
          icon={<BroomRegular />}
          disabledFocusable={outline.committed.files === 0}
          onClick={() => setCleaning(true)}
        >
          {say.cleanUp}
        </Button>
      </div>
      {isFiltered(choice) && (
        <div className={styles.row}>
          <Button
            className={styles.fixed}
            appearance="subtle"
            onClick={() => setChoice({ ...everything, order: choice.order })}
          >
            {say.clear}
          </Button>
          <span className={mergeClasses(styles.count, styles.atEnd)} role="status">
            {outline.found.files > 0 && say.found(outline.found.files, size(outline.found.bytes))}
          </span>
        </div>
      )}
    </div>
  );

  return (
    <Page title={say.title} scrolls={false} {...(isEmpty ? {} : { toolbar: filters })}>
      <FilesBody files={files} isEmpty={isEmpty} clear={() => setChoice(everything)} />
      {cleaning && (
        <CleanUpDialog
          close={() => {
            setCleaning(false);
            files.again();
          }}
        />
      )}
    </Page>
  );
}

/** All there is, whatever the filters: "128 files · 4.2 GB · 96 files committed (3.1 GB)". */
function Sums({ outline: { here, committed } }: { readonly outline: FilesOutline }) {
  const styles = useStyles();
  const say = words.files;
  return (
    <p className={styles.sums}>
      {[
        say.headline(here.files, size(here.bytes)),
        ...(committed.files === 0 ? [] : [say.ofThem(committed.files, size(committed.bytes))]),
      ].join(' · ')}
    </p>
  );
}

function FilesBody({
  files,
  isEmpty,
  clear,
}: {
  readonly files: Files;
  readonly isEmpty: boolean;
  readonly clear: () => void;
}) {
  const styles = useStyles();
  const say = words.files;
  const thisHour = Math.floor(useNow('coarse') / hour) * hour;
  const { phase, outline, entries } = files;
  if (phase === 'failed') {
    return (
      <ErrorNote
        error={files.error ?? { code: 'unexpected' }}
        action={{ label: words.app.tryAgain, run: files.again }}
      />
    );
  }
  if (phase === 'loading') {
    return (
      <Skeleton aria-label={say.loading} className={styles.skeleton}>
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <SkeletonItem key={key} className={styles.line} />
        ))}
      </Skeleton>
    );
  }
  if (isEmpty) {
    return (
      <EmptyState title={say.emptyTitle} text={say.empty} picture={<FolderOpenRegular />}>
        <Button onClick={() => goTo({ screen: 'exports' })}>{say.toExports}</Button>
      </EmptyState>
    );
  }
  if (outline.found.files > 0) return <FilesList outline={outline} entries={entries} now={thisHour} />;
  return (
    <EmptyState title={say.noMatchTitle} text={say.noMatch} picture={<SearchRegular />}>
      <Button onClick={clear}>{say.clear}</Button>
    </EmptyState>
  );
}
