import { Button, Spinner, useRestoreFocusTarget } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { useBusy } from '../../state/busy-store.ts';
import { words } from '../../words/words.ts';
import { takeStep } from './job-deeds.ts';
import { reviewAhead } from './review-ahead.ts';

export interface StepButtonProps {
  readonly job: JobView;
  readonly primary: boolean;
  readonly tabIndex?: number;
  readonly size?: 'small' | 'medium';
  readonly className?: string;
}

/** An export's one next step. Where the last check failed, "check now" reads "try again". */
export function StepButton({ job, primary, tabIndex = 0, size = 'medium', className }: StepButtonProps) {
  const busy = useBusy(job.id);
  // After a dialog that the step opened, the focus comes back here.
  const restoreFocus = useRestoreFocusTarget();
  const step = job.nextStep;
  // While Docket itself is at work there is nothing to press.
  if (step === 'wait' && job.stage !== 'preparing') return null;
  const ahead = step === 'review' ? reviewAhead : undefined;
  const label =
    step === 'wait' && job.checkError !== null
      ? words.app.tryAgain
      : step === 'commit'
        ? words.exports.commitStep
        : words.exports.step(step);
  return (
    <Button
      {...restoreFocus}
      appearance={
        primary
          ? 'primary'
          : step === 'receipt' || step === 'forget' || step === 'wait'
            ? 'subtle'
            : 'secondary'
      }
      size={size}
      tabIndex={tabIndex}
      className={className ?? ''}
      disabledFocusable={busy}
      {...(busy ? { icon: <Spinner size="extra-tiny" /> } : {})}
      aria-label={words.exports.stepFor(label, job.title)}
      onPointerEnter={ahead}
      onFocus={ahead}
      onClick={(event: MouseEvent) => {
        event.stopPropagation();
        takeStep(job, step);
      }}
    >
      {label}
    </Button>
  );
}
