import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { words } from '../../words/words.ts';
import { groupHeight, rowHeight } from './list-lines.ts';

const useStyles = makeStyles({
  group: {
    height: `${groupHeight}px`,
    display: 'flex',
    alignItems: 'flex-end',
    paddingBottom: '12px',
    boxSizing: 'border-box',
  },
  row: {
    height: `${rowHeight}px`,
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 124px',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `0 ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    marginTop: '-1px',
  },
  text: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  name: { width: '88px' },
  title: { width: '32%' },
  facts: { width: '56%' },
});

const places = ['first', 'second', 'third', 'fourth'] as const;

/** Rows of the shape that is coming. */
export function ListSkeleton() {
  const styles = useStyles();
  return (
    <Skeleton aria-label={words.exports.loadingHeadline}>
      <div className={styles.group}>
        <SkeletonItem className={styles.name} size={16} />
      </div>
      {places.map((place) => (
        <div key={place} className={styles.row}>
          <SkeletonItem shape="circle" size={20} />
          <div className={styles.text}>
            <SkeletonItem className={styles.title} size={16} />
            <SkeletonItem className={styles.facts} size={12} />
          </div>
          <SkeletonItem size={32} />
        </div>
      ))}
    </Skeleton>
  );
}
