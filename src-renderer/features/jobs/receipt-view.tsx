import { makeStyles, tokens } from '@fluentui/react-components';
import type { Receipt } from '../../../src-preload/contract/commits.ts';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { Moment } from '../../ui/moment.tsx';
import { exact } from '../../words/time.ts';
import { fingerprint, size } from '../../words/values.ts';
import { words } from '../../words/words.ts';

const useStyles = makeStyles({
  slip: {
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    // The torn edge of a slip of paper.
    clipPath:
      'polygon(0 0, 100% 0, 100% calc(100% - 8px), 95% 100%, 90% calc(100% - 8px), 85% 100%, 80% calc(100% - 8px), 75% 100%, 70% calc(100% - 8px), 65% 100%, 60% calc(100% - 8px), 55% 100%, 50% calc(100% - 8px), 45% 100%, 40% calc(100% - 8px), 35% 100%, 30% calc(100% - 8px), 25% 100%, 20% calc(100% - 8px), 15% 100%, 10% calc(100% - 8px), 5% 100%, 0 calc(100% - 8px))',
  },
  practice: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    color: tokens.colorStatusWarningForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** The receipt's facts, on a slip of paper. */
export function ReceiptView({ receipt }: { readonly receipt: Receipt }) {
  const styles = useStyles();
  const say = words.receipt;
  const vendor = receipt.provider === undefined ? [] : [words.vendors.name(receipt.provider)];
  // Where the answer was not to the call itself, when it was sent and since when it is known are two things.
  const late = receipt.proof !== undefined && receipt.proof !== 'answer' && receipt.sentAt !== undefined;
  const facts: readonly Fact[] = [
    { label: say.what, value: say.amount(receipt, size(receipt.bytes)) },
    { label: say.from, value: [...vendor, receipt.connectionName].join(' · ') },
    ...(late && receipt.sentAt !== undefined ? [{ label: say.sentAt, value: time(receipt.sentAt) }] : []),
    ...(receipt.proof === 'hand' ? [] : [{ label: late ? say.knownAt : say.at, value: time(receipt.at) }]),
    { label: say.by, value: receipt.by },
    { label: say.vendorAnswer, value: say.answer(receipt) },
    ...decisionFacts(receipt),
    ...(receipt.keepFiles === null
      ? []
      : [{ label: say.copy, value: receipt.keepFiles ? say.kept : say.notKept }]),
    {
      label: say.fingerprint,
      value: <span className={styles.mono}>{fingerprint(receipt.fingerprint)}</span>,
    },
    { label: say.number, value: <span className={styles.mono}>{receipt.id}</span> },
  ];
  return (
    <div className={styles.slip}>
      {receipt.practice === true && <p className={styles.practice}>{say.practice}</p>}
      <Facts facts={facts} />
    </div>
  );
}

const time = (at: number) => <Moment at={at} text={exact(at)} />;

function decisionFacts({ at, decision }: Receipt): readonly Fact[] {
  if (decision === undefined) return [];
  const say = words.receipt;
  return [
    { label: say.decidedAt, value: time(at) },
    { label: say.decided, value: say.decidedBy(decision) },
    ...(decision.vendorSaid === null || /^\d+$/.test(decision.vendorSaid)
      ? []
      : [{ label: say.vendorSaid, value: say.quoted(decision.vendorSaid) }]),
  ];
}
