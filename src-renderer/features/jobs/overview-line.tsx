import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import { useJobs } from '../../state/jobs-store.ts';
import { useNow } from '../../state/now.ts';
import { showJob } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { type Overview, overviewOf } from './overview.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    listStyleType: 'none',
    // Nearer to the headline than to what follows, and in line with its first letter.
    margin: `calc(-1 * ${tokens.spacingVerticalM}) 0 calc(-1 * ${tokens.spacingVerticalXS}) calc(-1 * ${tokens.spacingHorizontalS})`,
    padding: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  part: {
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  divider: { color: tokens.colorNeutralForeground3, userSelect: 'none' },
  item: { display: 'flex', alignItems: 'center' },
});

/** The list as an overview; at ease, for it goes through all that needs the person. */
export function useOverview(): Overview {
  const list = useDeferredValue(useJobs((state) => state.list));
  const now = useNow('coarse');
  return useMemo(() => overviewOf(list, now), [list, now]);
}

/** What there is to do, counted; each count leads to the first of its kind. */
export function OverviewLine({ overview }: { readonly overview: Overview }) {
  const styles = useStyles();
  if (overview.parts.length === 0) return null;
  return (
    <ul className={styles.root} aria-label={words.overview.label}>
      {overview.parts.map(({ part, count, first }, index) => (
        <li key={part} className={styles.item}>
          {index > 0 && (
            <span className={styles.divider} aria-hidden="true">
              ·
            </span>
          )}
          <Tooltip content={words.overview.partHint[part]} relationship="description" withArrow>
            <Button className={styles.part} appearance="subtle" size="small" onClick={() => showJob(first)}>
              {words.overview.part[part](count)}
            </Button>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
