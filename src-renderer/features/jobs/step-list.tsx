import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  DismissCircleFilled,
  RadioButtonFilled,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { useNow } from '../../state/now.ts';
import { Moment } from '../../ui/moment.tsx';
import { moment } from '../../words/time.ts';
import { type JobStep, stepsOf } from './job-steps.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalL,
    position: 'relative',
  },
  line: {
    '::before': {
      content: '""',
      position: 'absolute',
      left: '9px',
      top: '24px',
      bottom: '4px',
      width: '2px',
      borderRadius: '1px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  lineDone: { '::before': { backgroundColor: tokens.colorCompoundBrandStroke } },
  icon: { fontSize: '20px', lineHeight: 0 },
  done: { color: tokens.colorBrandForeground1 },
  now: { color: tokens.colorBrandForeground1 },
  later: { color: tokens.colorNeutralForeground4 },
  stopped: { color: tokens.colorStatusDangerForeground1 },
  label: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  note: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  time: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
});

const icons: Readonly<Record<JobStep['state'], ReactElement>> = {
  done: <CheckmarkCircleFilled />,
  now: <RadioButtonFilled />,
  later: <CircleRegular />,
  stopped: <DismissCircleFilled />,
};

/** An export's way as steps with times. */
export function StepList({ job }: { readonly job: JobView }) {
  const styles = useStyles();
  const now = useNow('coarse');
  const steps = stepsOf(job, now);
  return (
    <ol className={styles.list}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={mergeClasses(
            styles.step,
            index < steps.length - 1 && styles.line,
            step.state === 'done' && styles.lineDone,
          )}
          {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={mergeClasses(styles.icon, styles[step.state])} aria-hidden="true">
            {icons[step.state]}
          </span>
          <div>
            <div
              className={mergeClasses(
                styles.label,
                step.state === 'now' && styles.strong,
                step.state === 'later' && styles.quiet,
              )}
            >
              {step.label}
            </div>
            {step.note !== null && <div className={styles.note}>{step.note}</div>}
          </div>
          <div className={styles.time}>
            {step.at !== null && <Moment at={step.at} text={moment(step.at, now)} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
