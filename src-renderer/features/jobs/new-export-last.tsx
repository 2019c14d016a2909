import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRepeatAllRegular } from '@fluentui/react-icons';
import { useNow } from '../../state/now.ts';
import { words } from '../../words/words.ts';
import type { LastRequest } from './new-export-values.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusLarge,
  },
  said: { flexGrow: 1, flexBasis: '220px', minWidth: 0, overflowWrap: 'anywhere' },
  heading: { fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', gap: tokens.spacingHorizontalXS },
});

export interface LastRequestNoteProps {
  readonly last: LastRequest;
  readonly disabled: boolean;
  readonly again: () => void;
  readonly fillIn: () => void;
}

/** The newest request of this connection: once more with one click, or as a start. */
export function LastRequestNote({ last, disabled, again, fillIn }: LastRequestNoteProps) {
  const styles = useStyles();
  const now = useNow('coarse');
  const say = words.asking;
  return (
    <section className={styles.root} aria-label={say.lastTitle}>
      <div className={styles.said}>
        <div className={styles.heading}>{say.lastTitle}</div>
        {say.last(last.title, last.at, now)}
      </div>
      <div className={styles.actions}>
        <Button
          icon={<ArrowRepeatAllRegular />}
          aria-label={say.againNamed(last.title)}
          disabledFocusable={disabled}
          onClick={again}
        >
          {say.again}
        </Button>
        <Button appearance="subtle" disabledFocusable={disabled} onClick={fillIn}>
          {say.fillIn}
        </Button>
      </div>
    </section>
  );
}
