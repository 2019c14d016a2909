import { makeStyles, mergeClasses, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { Cell } from './grid-parts.tsx';
import { PracticeBadge } from './practice-badge.tsx';

const useStyles = makeStyles({
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  from: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  waiting: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalS}` },
});

export interface ExportCellProps {
  readonly title: string;
  /** Vendor and connection; what is empty is left out. */
  readonly from: readonly string[];
  readonly practice: boolean;
}

/** Which export a row is about: its name, and below whose it is. */
export function ExportCell({ title, from, practice }: ExportCellProps) {
  const styles = useStyles();
  const whose = from.filter((part) => part !== '').join(' · ');
  return (
    <Cell>
      <div className={styles.line} title={title}>
        {title}
      </div>
      <div className={styles.from}>
        {practice && <PracticeBadge />}
        <span className={mergeClasses(styles.quiet, styles.line)} title={whose}>
          {whose}
        </span>
      </div>
    </Cell>
  );
}

/** A row that is being read. */
export function WaitingCell({ label }: { readonly label: string }) {
  const styles = useStyles();
  return (
    <Cell className={styles.waiting}>
      <Skeleton aria-label={label}>
        <SkeletonItem size={16} />
      </Skeleton>
    </Cell>
  );
}
