import { makeStyles, mergeClasses, ToggleButton, Tooltip, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo } from 'react';
import { jobParts } from '../../state/job-part.ts';
import { useJobs } from '../../state/jobs-store.ts';
import { useNow } from '../../state/now.ts';
import { setPart, useView } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { type Overview, overviewOf } from './overview.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    // Cuts off the point before the first of each line; a frame of focus stays.
    clipPath: 'inset(-4px -4px -4px -1px)',
    listStyleType: 'none',
    // Nearer to the headline than to what follows, and in line with its first letter.
    margin: `calc(-1 * ${tokens.spacingVerticalM}) 0 calc(-1 * ${tokens.spacingVerticalXS}) calc(-1 * ${tokens.spacingHorizontalSNudge})`,
    padding: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  part: {
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  chosen: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorBrandBackground2,
  },
  divider: {
    position: 'absolute',
    left: '-6px',
    color: tokens.colorNeutralForeground3,
    userSelect: 'none',
  },
  item: { position: 'relative', display: 'flex', alignItems: 'center' },
});

/** The list as an overview; at ease, for it goes through all that needs the person. */
export function useOverview(): Overview {
  const list = useDeferredValue(useJobs((state) => state.list));
  const now = useNow('coarse');
  return useMemo(() => overviewOf(list, now), [list, now]);
}

/** What there is to do, counted; a press on one leaves only those on the list, a second press brings all back. */
export function OverviewLine({ overview }: { readonly overview: Overview }) {
  const styles = useStyles();
  const chosen = useView((state) => state.part);
  // The chosen one stays, so that it can be let go: also when the last of its kind has gone.
  const parts = jobParts.flatMap((part) => {
    const count = overview.parts.find((one) => one.part === part)?.count ?? 0;
    return count > 0 || part === chosen ? [{ part, count }] : [];
  });
  if (parts.length === 0) return null;
  return (
    <ul className={styles.root} aria-label={words.overview.label}>
      {parts.map(({ part, count }) => (
        <li key={part} className={styles.item}>
          <span className={styles.divider} aria-hidden="true">
            ·
          </span>
          <Tooltip
            content={part === chosen ? words.exports.clearFilters : words.overview.partHint[part]}
            relationship="description"
            // Above stands the headline.
            positioning="below-start"
            withArrow
          >
            <ToggleButton
              className={mergeClasses(styles.part, part === chosen && styles.chosen)}
              appearance="subtle"
              size="small"
              checked={part === chosen}
              {...(part === chosen ? { icon: <DismissRegular />, iconPosition: 'after' as const } : {})}
              onClick={() => setPart(part === chosen ? null : part)}
            >
              {words.overview.part[part](count)}
            </ToggleButton>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
