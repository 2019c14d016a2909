import { Button, Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import {
  DocumentCheckmarkRegular,
  FolderRegular,
  InfoRegular,
  PersonRegular,
  PlugConnectedRegular,
} from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import type { CommitPreview } from '../../../src-preload/contract/commits.ts';
import { useNow } from '../../state/now.ts';
import { folderTrail } from '../../words/places.ts';
import { size } from '../../words/values.ts';
import { words } from '../../words/words.ts';

const useStyles = makeStyles({
  effect: { margin: 0, maxWidth: '68ch' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    fontVariantNumeric: 'tabular-nums',
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  icon: { fontSize: '20px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
  amount: { fontWeight: tokens.fontWeightSemibold },
  ask: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  askLine: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  // Its box stands below the words above.
  askBox: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface CommitFactsProps {
  readonly preview: CommitPreview;
  readonly keepFiles: boolean;
  readonly keep: (keepFiles: boolean) => void;
  readonly disabled: boolean;
  /** The person's word that the files are well, where nobody has given it yet. */
  readonly ownReview: OwnReview;
  readonly sayReview: (said: OwnReview) => void;
  readonly look: () => void;
}

export interface OwnReview {
  readonly said: boolean;
  readonly remark: string;
}

/** What is committed, where it lies, who reviewed it, and what happens at the vendor. */
export function CommitFacts(props: CommitFactsProps) {
  const { preview, keepFiles, keep, disabled } = props;
  const styles = useStyles();
  const now = useNow('coarse');
  const { review } = preview;
  return (
    <>
      <p className={styles.effect}>{words.commit.effect(preview, keepFiles).join(' ')}</p>
      <div className={styles.card}>
        <Line icon={<PlugConnectedRegular />}>{words.commit.whose(preview)}</Line>
        <Line icon={<DocumentCheckmarkRegular />}>
          <div className={styles.amount}>{words.commit.facts(preview, size(preview.bytes))}</div>
          <div className={styles.quiet}>{words.commit.checked(preview.verifiedAt, now)}</div>
        </Line>
        <Line icon={<FolderRegular />}>
          <span title={preview.folder}>{words.commit.savedIn(folderTrail(preview.folder))}</span>
        </Line>
        <Line icon={<PersonRegular />}>
          {review === null ? (
            <AskForReview {...props} />
          ) : (
            <div>{words.commit.reviewed(review.by, review.at, now)}</div>
          )}
          {review !== null && review.remark !== null && review.remark !== '' && (
            <div className={styles.quiet}>{words.commit.remark(review.remark)}</div>
          )}
        </Line>
        {preview.practice && <Line icon={<InfoRegular />}>{words.commit.practice}</Line>}
      </div>
      {preview.keepsCopyChoice && (
        <Checkbox
          checked={keepFiles}
          disabled={disabled}
          label={words.commit.keep(preview)}
          onChange={(_, data) => keep(data.checked === true)}
        />
      )}
    </>
  );
}

/** Nobody has said that the files are well: the person says it here, or looks first. */
function AskForReview({ ownReview, sayReview, disabled, look }: CommitFactsProps) {
  const styles = useStyles();
  return (
    <div className={styles.ask}>
      <div className={styles.askLine}>
        <span>{words.commit.notReviewed}</span>
        <Button size="small" disabled={disabled} onClick={look}>
          {words.commit.look}
        </Button>
      </div>
      <Checkbox
        className={styles.askBox}
        checked={ownReview.said}
        disabled={disabled}
        label={words.commit.ownReview}
        onChange={(_, { checked }) => sayReview({ ...ownReview, said: checked === true })}
      />
      {ownReview.said && (
        <Input
          size="small"
          value={ownReview.remark}
          disabled={disabled}
          maxLength={2000}
          autoComplete="off"
          placeholder={words.review.remark}
          aria-label={words.review.remark}
          onChange={(_, { value }) => sayReview({ ...ownReview, remark: value })}
        />
      )}
    </div>
  );
}

function Line({ icon, children }: { readonly icon: ReactElement; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <div>{children}</div>
    </div>
  );
}
