import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import { useJobs } from '../../state/jobs-store.ts';
import { useNow } from '../../state/now.ts';
import { useSchedules } from '../../state/schedules-store.ts';
import { goTo, showJob } from '../../state/view-store.ts';
import { Spoken } from '../../ui/spoken.tsx';
import { errorText } from '../../words/errors.ts';
import { nearDay } from '../../words/time-in.ts';
import { words } from '../../words/words.ts';
import { runJobCall } from './job-deeds.ts';
import { blockedConnections, failedSchedules, type Overview } from './overview.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // A long title is read to its end.
  text: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  // Two lines of text would touch the edges.
  bar: { paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
});

/** Before something is lost, or stands still unseen: one bar for each kind, with the step that helps. */
export function Warnings({ overview }: { readonly overview: Overview }) {
  const styles = useStyles();
  const blocked = useBlocked();
  const schedules = useSchedules((state) => state.schedules);
  const [failed] = useMemo(() => failedSchedules(schedules), [schedules]);
  const [firstLoss] = overview.losses;
  const bars = [
    firstLoss !== undefined && <LossBar key="loss" first={firstLoss} losses={overview.losses} />,
    blocked !== undefined && (
      <MessageBar key="blocked" intent="warning" layout="auto" className={styles.bar}>
        <MessageBarBody className={styles.text}>
          {words.overview.blocked(blocked.name)} {blocked.why}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => goTo({ screen: 'connections', open: { connectionId: blocked.id } })}>
            {words.overview.openConnection}
          </Button>
        </MessageBarActions>
      </MessageBar>
    ),
    failed !== undefined && (
      <MessageBar key="schedule" intent="warning" layout="auto" className={styles.bar}>
        <MessageBarBody className={styles.text}>
          {words.overview.scheduleFailed(failed.title === '' ? failed.connectionName : failed.title)}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => goTo({ screen: 'schedules' })}>{words.overview.openSchedules}</Button>
        </MessageBarActions>
      </MessageBar>
    ),
  ].filter((bar) => bar !== false);
  if (bars.length === 0) return null;
  // No live region: the time that is left would be read out each minute. What is new is announced once.
  return (
    <section className={styles.root} aria-label={words.overview.warnings}>
      {bars}
    </section>
  );
}

function useBlocked(): { readonly id: string; readonly name: string; readonly why: string } | undefined {
  const list = useJobs((state) => state.list);
  const now = useNow('coarse');
  return useMemo(() => {
    const [job] = blockedConnections(list);
    if (job === undefined || job.checkError === null) return undefined;
    return {
      id: job.connectionId,
      name: job.connectionName,
      why: `${errorText(job.checkError, now).title}.`,
    };
  }, [list, now]);
}

interface LossBarProps {
  readonly first: Overview['losses'][number];
  readonly losses: Overview['losses'];
}

function LossBar({ first, losses }: LossBarProps) {
  const styles = useStyles();
  const now = useNow('coarse');
  const one = losses.length === 1;
  const text = one ? said(first, now) : words.overview.several(losses.length, first.loss.at, now);
  const key = losses.map(({ job, loss }) => `${job.id} ${loss.level}`).join();
  const collect = () => {
    for (const { job } of losses) {
      if (job.nextStep === 'collect' || job.nextStep === 'collect-again') void runJobCall(job.id, 'collect');
      else if (job.nextStep === 'resume') void runJobCall(job.id, 'resume');
    }
  };
  return (
    <Spoken news={key} text={text}>
      <MessageBar intent="warning" layout="auto" className={styles.bar}>
        <MessageBarBody className={styles.text}>{text}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={collect}>
            {one ? words.overview.collect : words.overview.collectAll(losses.length)}
          </Button>
          <Button onClick={() => showJob(first.job.id)}>{words.overview.show}</Button>
        </MessageBarActions>
      </MessageBar>
    </Spoken>
  );
}

function said({ job, loss }: Overview['losses'][number], now: number): string {
  if (loss.how === 'expires' || loss.level === 'hours')
    return words.overview.expires(job.title, loss.at, now);
  return nearDay(loss.at, now) === 'today'
    ? words.overview.leavesToday(job.title)
    : words.overview.leavesTomorrow(job.title);
}
