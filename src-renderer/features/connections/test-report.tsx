import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleHintRegular, DismissCircleRegular } from '@fluentui/react-icons';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { useNow } from '../../state/now.ts';
import { ErrorDetail } from '../../ui/error-detail.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { errorText } from '../../words/errors.ts';
import { type StepResult, testFindings, testSteps } from '../../words/test-findings.ts';
import { words } from '../../words/words.ts';

const useStyles = makeStyles({
  title: { display: 'block' },
  bar: { flexShrink: 0 },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: 'none',
  },
  step: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  icon: { fontSize: '20px', lineHeight: 0, flexShrink: 0 },
  yes: { color: tokens.colorStatusSuccessForeground1 },
  no: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
});

const icons: Readonly<Record<StepResult, typeof CheckmarkCircleRegular>> = {
  yes: CheckmarkCircleRegular,
  no: DismissCircleRegular,
  unknown: CircleHintRegular,
};

/** What is said of a test that failed: the code's title, with the reason that the vendor's answer gives beyond it. */
export function testText(provider: ProviderId, error: DocketError, now: number) {
  const text = errorText(error, now);
  const { refusal } = testFindings(provider, error);
  return refusal === null ? text : { ...text, ...words.connectionTest.refusal(refusal) };
}

/** A test that failed: what works, what doesn't, why, and what to do. */
export function TestReport({
  provider,
  error,
}: {
  readonly provider: ProviderId;
  readonly error: DocketError;
}) {
  const styles = useStyles();
  const now = useNow(error.action?.kind === 'wait' ? 'second' : 'coarse');
  const text = testText(provider, error, now);
  const { steps } = testFindings(provider, error);
  const vendor = words.vendors.shortName(provider);
  return (
    <Spoken news={text.title} text={`${text.title}. ${text.reason} ${text.nextStep}`}>
      <MessageBar intent="warning" layout="multiline" shape="rounded" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle className={styles.title}>{text.title}</MessageBarTitle>
          {text.reason} {text.nextStep}
          <ul className={styles.steps} aria-label={words.connectionTest.label}>
            {testSteps.map((step) => {
              const Icon = icons[steps[step]];
              return (
                <li key={step} className={styles.step}>
                  <span className={mergeClasses(styles.icon, styles[steps[step]])} aria-hidden="true">
                    <Icon />
                  </span>
                  {words.connectionTest.step(step, steps[step], vendor)}
                </li>
              );
            })}
          </ul>
          <ErrorDetail error={error} />
        </MessageBarBody>
      </MessageBar>
    </Spoken>
  );
}
