import { Button, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import {
  CalendarClockRegular,
  DeleteRegular,
  EditRegular,
  ErrorCircleRegular,
  PauseRegular,
  PlayRegular,
  SendRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ScheduleView } from '../../../src-preload/contract/schedules.ts';
import { useBusy } from '../../state/busy-store.ts';
import { useJobs } from '../../state/jobs-store.ts';
import { useNow } from '../../state/now.ts';
import { ranLate } from '../../state/schedules-store.ts';
import { openDialog, showJob } from '../../state/view-store.ts';
import { errorText } from '../../words/errors.ts';
import { words } from '../../words/words.ts';
import { pauseSchedule, removeSchedule, runSchedule } from './schedule-deeds.ts';
import { scheduleTitle } from './schedule-title.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    // Four buttons beside it leave too little for the sentences of a schedule.
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    alignItems: 'center',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  facts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    maxWidth: '80ch',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  icon: { fontSize: '16px', lineHeight: 0 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** One request that repeats: what, when, what came of it last, when it is asked next. */
export function ScheduleRow({ schedule }: { readonly schedule: ScheduleView }) {
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const now = useNow('coarse');
  const busy = useBusy(schedule.id);
  const say = words.schedules;
  const title = scheduleTitle(schedule);
  const { paused, nextAt } = schedule;
  const asked = schedule.lastRun?.outcome.kind === 'asked' ? schedule.lastRun.outcome.jobId : null;
  const listed = useJobs(({ list }) => asked !== null && list.byId.has(asked));
  return (
    <li className={styles.row} data-schedule={schedule.id}>
      <div className={styles.facts}>
        <h2 className={styles.title}>{title}</h2>
        <div className={styles.quiet}>
          {words.vendors.shortName(schedule.provider)} · {schedule.connectionName}
        </div>
        <div>
          {say.rhythm(schedule.rhythm)} · {say.period(schedule.period)}
        </div>
        <Line icon={paused ? <PauseRegular /> : <CalendarClockRegular />}>
          {paused
            ? say.paused
            : nextAt === null
              ? say.noConnection
              : say.next(nextAt, now, schedule.nextSpan)}
        </Line>
        <LastRun schedule={schedule} now={now} />
      </div>
      <div className={styles.actions}>
        {asked !== null && listed && (
          <Button appearance="subtle" aria-label={say.showNamed(title)} onClick={() => showJob(asked)}>
            {say.show}
          </Button>
        )}
        {!paused && nextAt !== null && (
          <Button
            icon={<SendRegular />}
            aria-label={say.runNamed(title)}
            disabledFocusable={busy}
            onClick={() => void runSchedule(schedule)}
          >
            {say.run}
          </Button>
        )}
        <Button
          icon={paused ? <PlayRegular /> : <PauseRegular />}
          aria-label={paused ? say.goOnNamed(title) : say.pauseNamed(title)}
          disabledFocusable={busy}
          onClick={() => void pauseSchedule(schedule)}
        >
          {paused ? say.goOn : say.pause}
        </Button>
        <Button
          {...restoreFocus}
          icon={<EditRegular />}
          aria-label={say.editNamed(title)}
          disabledFocusable={busy}
          onClick={() => openDialog({ kind: 'new-export', scheduleId: schedule.id })}
        >
          {say.edit}
        </Button>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={say.removeNamed(title)}
          disabledFocusable={busy}
          onClick={() => void removeSchedule(schedule)}
        />
      </div>
    </li>
  );
}

function LastRun({ schedule, now }: { readonly schedule: ScheduleView; readonly now: number }) {
  const say = words.schedules;
  const run = schedule.lastRun;
  if (run === null) return null;
  switch (run.outcome.kind) {
    case 'asked':
      return (
        <Line icon={<SendRegular />}>
          {say.asked(run.outcome.title, run.at, now)}{' '}
          {ranLate(schedule) && say.missed(run.missed, run.dueAt, now)}
        </Line>
      );
    case 'failed': {
      const { error, againAt } = run.outcome;
      const text = errorText(error, now);
      return (
        <Line icon={<ErrorCircleRegular />} bad>
          {say.failed(text.title, run.at, now)} {text.reason}{' '}
          {againAt === null ? `${text.nextStep} ${say.notAgain}` : say.again(againAt, now)}
        </Line>
      );
    }
    case 'unclear':
      return (
        <Line icon={<ErrorCircleRegular />} bad>
          {say.unclear}
        </Line>
      );
  }
}

function Line({
  icon,
  bad = false,
  children,
}: {
  readonly icon: ReactNode;
  readonly bad?: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <p className={styles.line}>
      <span className={mergeClasses(styles.icon, bad && styles.bad)} aria-hidden="true">
        {icon}
      </span>
      <span>{children}</span>
    </p>
  );
}
