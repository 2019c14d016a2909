import { makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  CheckmarkCircleFilled,
  ClockRegular,
  DismissCircleRegular,
  DocumentCheckmarkRegular,
  DocumentSearchRegular,
  DrawerArrowDownloadRegular,
  HourglassRegular,
  PauseCircleRegular,
  QuestionCircleRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Stage } from '../../../src-preload/contract/jobs.ts';

export type StageTone = 'yours' | 'moving' | 'done' | 'trouble' | 'past';

const looks: Readonly<Record<Stage, { readonly icon: ReactElement; readonly tone: StageTone }>> = {
  preparing: { icon: <HourglassRegular />, tone: 'moving' },
  ready: { icon: <DrawerArrowDownloadRegular />, tone: 'yours' },
  collecting: { icon: <ArrowDownloadRegular />, tone: 'moving' },
  paused: { icon: <PauseCircleRegular />, tone: 'moving' },
  checking: { icon: <DocumentSearchRegular />, tone: 'moving' },
  collected: { icon: <DocumentSearchRegular />, tone: 'yours' },
  reviewed: { icon: <DocumentCheckmarkRegular />, tone: 'yours' },
  committing: { icon: <ClockRegular />, tone: 'moving' },
  unsettled: { icon: <QuestionCircleRegular />, tone: 'moving' },
  committed: { icon: <CheckmarkCircleFilled />, tone: 'done' },
  failed: { icon: <WarningRegular />, tone: 'trouble' },
  cancelled: { icon: <DismissCircleRegular />, tone: 'past' },
  expired: { icon: <ClockRegular />, tone: 'past' },
  gone: { icon: <DismissCircleRegular />, tone: 'past' },
  broken: { icon: <WarningRegular />, tone: 'trouble' },
};

export function toneOf(stage: Stage): StageTone {
  return looks[stage].tone;
}

/** Text colours by tone; the word always stands beside. */
export const useToneStyles = makeStyles({
  yours: { color: tokens.colorBrandForeground1 },
  moving: { color: tokens.colorNeutralForeground2 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  trouble: { color: tokens.colorStatusDangerForeground1 },
  past: { color: tokens.colorNeutralForeground3 },
});

const useStyles = makeStyles({
  icon: { fontSize: '20px', lineHeight: 0, display: 'inline-flex', flexShrink: 0 },
});

/** The stage as a picture; decoration beside its word. */
export function StageIcon({ stage }: { readonly stage: Stage }) {
  const styles = useStyles();
  const tones = useToneStyles();
  const { icon, tone } = looks[stage];
  return (
    <span className={`${styles.icon} ${tones[tone]}`} aria-hidden="true">
      {icon}
    </span>
  );
}
