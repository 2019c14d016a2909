import { FluentProvider, mergeClasses } from '@fluentui/react-components';
import type { ReceiptPage } from '../../../src-preload/contract/receipts.ts';
import { DocketMark } from '../../ui/docket-mark.tsx';
import { lightTheme } from '../../ui/theme.ts';
import { exact } from '../../words/time.ts';
import { fingerprint } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { HowToCheck } from './how-to-check.tsx';
import { PaperFiles } from './paper-files.tsx';
import { usePaperStyles } from './paper-styles.ts';
import { aboutFacts, lastCheckOf, restsOn } from './receipt-facts.ts';

const transparent = { backgroundColor: 'transparent' } as const;

/** The receipt as it goes on paper: what, who, when, on what it rests, each file, and how to check it again. */
export function Paper({ page, now }: { readonly page: ReceiptPage; readonly now: number }) {
  const styles = usePaperStyles();
  const say = words.receiptPage;
  const { receipt } = page;
  const when = exact(receipt.at);
  return (
    <FluentProvider theme={lightTheme} style={transparent}>
      <article className={styles.sheet} aria-label={receipt.title}>
        <header className={styles.head}>
          <DocketMark size={30} />
          <span>{words.app.name}</span>
          <span className={styles.word}>{say.heading}</span>
        </header>
        <h2 className={styles.title}>{receipt.title}</h2>
        <p className={styles.statement}>
          {receipt.proof === 'hand'
            ? say.statementByHand(receipt.decision?.by ?? receipt.by, when)
            : say.statement(receipt.by, when)}
        </p>
        {receipt.practice === true && <p className={styles.practice}>{say.practice}</p>}
        <FactList facts={aboutFacts(page)} />
        <h3 className={styles.heading}>{say.fingerprint}</h3>
        <div className={styles.print}>{fingerprint(receipt.fingerprint)}</div>
        <p className={styles.hint}>{say.fingerprintHint}</p>
        <h3 className={styles.heading}>{say.rests}</h3>
        <FactList facts={restsOn(page)} />
        <h3 className={styles.heading}>{say.files}</h3>
        <PaperFiles files={page.files} />
        <HowToCheck page={page} />
        <footer className={styles.foot}>
          {lastCheckOf(page)} {say.made(exact(now))}
        </footer>
      </article>
    </FluentProvider>
  );
}

function FactList({ facts }: { readonly facts: ReturnType<typeof aboutFacts> }) {
  const styles = usePaperStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value, mono }) => (
        <FactLine key={label} label={label} value={value} mono={mono ?? false} />
      ))}
    </dl>
  );
}

function FactLine({
  label,
  value,
  mono,
}: {
  readonly label: string;
  readonly value: string;
  readonly mono: boolean;
}) {
  const styles = usePaperStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={mergeClasses(styles.value, mono && styles.mono)}>{value}</dd>
    </>
  );
}
