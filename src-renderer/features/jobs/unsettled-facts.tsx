import { makeStyles, tokens } from '@fluentui/react-components';
import type { CommitState } from '../../../src-preload/contract/commits.ts';
import { useNow } from '../../state/now.ts';
import { Facts } from '../../ui/facts.tsx';
import { momentInSentence } from '../../words/time.ts';
import { words } from '../../words/words.ts';

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
});

export type UnknownCommit = Extract<CommitState, { kind: 'unknown' }>;

/** What is known of a commit whose answer was lost: when it was sent, why, and what the vendor last said. */
export function UnsettledFacts({
  commit,
  vendor,
}: {
  readonly commit: UnknownCommit;
  readonly vendor: string;
}) {
  const styles = useStyles();
  const now = useNow('coarse');
  const say = words.unsettled;
  const { attempt, asked } = commit;
  return (
    <div className={styles.card}>
      <Facts
        facts={[
          { label: say.sent, value: say.sentBy(momentInSentence(attempt.startedAt, now), attempt.by) },
          { label: say.why, value: say.whyText(commit, now) },
          { label: say.asked, value: say.askedText(asked, vendor, now) },
        ]}
      />
    </div>
  );
}
