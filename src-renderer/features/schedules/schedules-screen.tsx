import {
  Button,
  makeStyles,
  Skeleton,
  SkeletonItem,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { AddRegular, CalendarClockRegular } from '@fluentui/react-icons';
import { loadSchedules, useSchedules } from '../../state/schedules-store.ts';
import { openDialog } from '../../state/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { words } from '../../words/words.ts';
import { ScheduleRow } from './schedule-row.tsx';

const useStyles = makeStyles({
  toolbar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  intro: { color: tokens.colorNeutralForeground2 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    maxWidth: '960px',
    listStyleType: 'none',
  },
  skeleton: { height: '112px', borderRadius: tokens.borderRadiusLarge },
});

/** The requests that Docket repeats by itself. */
export function SchedulesScreen() {
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const phase = useSchedules((state) => state.phase);
  const error = useSchedules((state) => state.error);
  const schedules = useSchedules((state) => state.schedules);
  const add = (
    <Button
      {...restoreFocus}
      appearance="primary"
      icon={<AddRegular />}
      onClick={() => openDialog({ kind: 'new-export', repeat: true })}
    >
      {words.schedules.newSchedule}
    </Button>
  );
  return (
    <Page
      title={words.schedules.title}
      toolbar={
        schedules.length > 0 ? (
          <div className={styles.toolbar}>
            {add}
            <span className={styles.intro}>{words.schedules.intro}</span>
          </div>
        ) : undefined
      }
    >
      {phase === 'failed' ? (
        <ErrorNote
          error={error ?? { code: 'unexpected' }}
          action={{ label: words.app.tryAgain, run: () => void loadSchedules() }}
        />
      ) : phase === 'loading' ? (
        <Skeleton aria-label={words.app.loading} className={styles.list}>
          <SkeletonItem className={styles.skeleton} />
        </Skeleton>
      ) : schedules.length === 0 ? (
        <EmptyState
          title={words.schedules.emptyTitle}
          text={words.schedules.empty}
          picture={<CalendarClockRegular />}
        >
          {add}
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label={words.schedules.listLabel}>
          {schedules.map((schedule) => (
            <ScheduleRow key={schedule.id} schedule={schedule} />
          ))}
        </ul>
      )}
    </Page>
  );
}
