import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import type { Finding, ReceiptCheck } from '../../../src-preload/contract/receipts.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { errorText } from '../../words/errors.ts';
import { momentInSentence } from '../../words/time.ts';
import { size } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { type FoundGroup, resultOf, type Verdict } from './check-result.ts';
import type { CheckState } from './use-receipt.ts';

const useStyles = makeStyles({
  running: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  bar: { gridColumn: '1 / -1' },
  figures: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  bars: { flexShrink: 0 },
  title: { display: 'block' },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
  found: { overflowWrap: 'anywhere', userSelect: 'text' },
  next: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
});

/** How far a check is, or what it found, in words; read out when it ends. */
export function CheckPanel({
  state,
  stop,
  again,
}: {
  readonly state: CheckState;
  readonly stop: () => void;
  readonly again: () => void;
}) {
  const styles = useStyles();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return <Running state={state} stop={stop} />;
    case 'stopped':
      return (
        <MessageBar className={styles.bars} intent="info">
          <MessageBarBody>{words.receiptPage.checkStopped}</MessageBarBody>
        </MessageBar>
      );
    case 'failed':
      return <ErrorNote error={state.error} action={{ label: words.app.tryAgain, run: again }} />;
    case 'done':
      return <Found check={state.check} />;
  }
}

function Running({
  state,
  stop,
}: {
  readonly state: Extract<CheckState, { kind: 'running' }>;
  readonly stop: () => void;
}) {
  const styles = useStyles();
  const say = words.receiptPage;
  const { progress } = state;
  return (
    <div className={styles.running}>
      <div className={styles.name}>{say.checking(progress?.name ?? '')}</div>
      <Button size="small" onClick={stop}>
        {say.stopCheck}
      </Button>
      <ProgressBar
        className={styles.bar}
        aria-label={say.check}
        {...(progress === null ? {} : { value: progress.total === 0 ? 1 : progress.done / progress.total })}
      />
      <div className={styles.figures}>
        {progress !== null && say.checkedOf(size(progress.done), size(progress.total))}
      </div>
    </div>
  );
}

const intents: Readonly<Record<Verdict, 'success' | 'warning' | 'error' | 'info'>> = {
  same: 'success',
  moved: 'warning',
  'in-bin': 'info',
  trouble: 'error',
  'nothing-known': 'warning',
};

function Found({ check }: { readonly check: ReceiptCheck }) {
  const styles = useStyles();
  const { verdict, groups, bad } = resultOf(check);
  return (
    <MessageBar className={styles.bars} intent={intents[verdict]} layout="multiline" shape="rounded">
      <MessageBarBody>
        <MessageBarTitle className={styles.title}>
          {titleOf(verdict, bad, check.findings.length)}
        </MessageBarTitle>
        {verdict === 'same' && words.receiptPage.allSameHint}
        {groups.map((group) => (
          <Group key={group.kind} group={group} now={check.at} />
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}

function titleOf(verdict: Verdict, bad: number, all: number): string {
  const say = words.receiptPage;
  switch (verdict) {
    case 'same':
      return say.allSame(all);
    case 'moved':
      return say.onlyMoved;
    case 'in-bin':
      return say.inBin;
    case 'trouble':
      return say.trouble(bad, all);
    case 'nothing-known':
      return say.nothingKnown;
  }
}

const mostNamed = 8;

function Group({ group, now }: { readonly group: FoundGroup; readonly now: number }) {
  const styles = useStyles();
  const say = words.receiptPage;
  const { kind, found } = group;
  return (
    <>
      <ul className={styles.list}>
        {found.slice(0, mostNamed).map(({ name, finding }) => (
          <li key={name} className={styles.found}>
            {say.finding(name, finding, aboutOf(finding, now))}
          </li>
        ))}
        {found.length > mostNamed && <li>{say.more(found.length - mostNamed)}</li>}
      </ul>
      <p className={styles.next}>{say.nextStep(kind)}</p>
    </>
  );
}

function aboutOf(finding: Finding, now: number) {
  return {
    when: finding.kind === 'in-bin' ? momentInSentence(finding.at, now) : '',
    reason: finding.kind === 'unreadable' ? errorText(finding.error, now).reason : '',
  };
}
