import { Button, makeStyles, Skeleton, SkeletonItem, Tooltip, tokens } from '@fluentui/react-components';
import { DocumentTableRegular, FolderOpenRegular, OpenRegular, TableRegular } from '@fluentui/react-icons';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import type { FileView } from '../../../src-preload/contract/retrievals.ts';
import { ask, docket } from '../../state/docket.ts';
import { goTo } from '../../state/view-store.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { momentInSentence } from '../../words/time.ts';
import { records, size } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { tellIfFailed } from './job-deeds.ts';
import { canLook } from './menu-of.ts';
import type { DetailState } from './use-job-detail.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  file: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  icon: { fontSize: '20px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
  name: { overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase200 },
  facts: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  look: { marginTop: tokens.spacingVerticalXS, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface JobFilesProps {
  readonly job: JobView;
  readonly state: DetailState;
  readonly reload: () => void;
}

/** The files of an export that lie on this computer. */
export function JobFiles({ job, state, reload }: JobFilesProps) {
  const styles = useStyles();
  switch (state.kind) {
    case 'loading':
      return (
        <Skeleton aria-label={words.panel.filesLoading}>
          <SkeletonItem size={32} />
        </Skeleton>
      );
    case 'failed':
      return <ErrorNote error={state.error} action={{ label: words.app.tryAgain, run: reload }} />;
    case 'ready':
      return state.detail.files.length === 0 ? (
        <div className={styles.quiet}>{words.panel.noFiles}</div>
      ) : (
        <>
          <ul className={styles.list}>
            {state.detail.files.map((file) => (
              <FileLine key={file.id} file={file} />
            ))}
          </ul>
          {canLook(job) && (
            <Button
              className={styles.look}
              size="small"
              appearance="subtle"
              icon={<TableRegular />}
              onClick={() => goTo({ screen: 'review', jobId: job.id })}
            >
              {words.panel.look}
            </Button>
          )}
        </>
      );
  }
}

function FileLine({ file }: { readonly file: FileView }) {
  const styles = useStyles();
  return (
    <li className={styles.file}>
      <span className={styles.icon} aria-hidden="true">
        <DocumentTableRegular />
      </span>
      <div>
        <div className={styles.name}>{file.name}</div>
        <div className={styles.facts}>
          {[...(file.rows === null ? [] : [records(file.rows)]), size(file.bytes)].join(' · ')}
        </div>
        {file.binnedAt !== undefined && (
          <div className={styles.facts}>
            {words.files.binnedOn(momentInSentence(file.binnedAt, Date.now()))}
          </div>
        )}
      </div>
      {file.binnedAt === undefined && <FileButtons file={file} />}
    </li>
  );
}

function FileButtons({ file }: { readonly file: FileView }) {
  return (
    <>
      <Tooltip content={words.panel.reveal(file.name)} relationship="label" withArrow>
        <Button
          size="small"
          appearance="subtle"
          icon={<FolderOpenRegular />}
          onClick={() => void ask(docket().files.reveal(file.id)).then(tellIfFailed)}
        />
      </Tooltip>
      <Tooltip content={words.panel.open(file.name)} relationship="label" withArrow>
        <Button
          size="small"
          appearance="subtle"
          icon={<OpenRegular />}
          onClick={() => void ask(docket().files.openExternally(file.id)).then(tellIfFailed)}
        />
      </Tooltip>
    </>
  );
}
