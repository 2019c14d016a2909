import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import type { Flag } from '../../../src-preload/contract/review-insight.ts';
import { words } from '../../words/words.ts';
import { useDesk } from './desk/desk-context.ts';
import { LineButton } from './line-button.tsx';
import { namedFlag } from './named-flag.ts';
import { flagGoal } from './panel/flag-go.ts';

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    overflowWrap: 'anywhere',
  },
  brief: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    padding: `2px ${tokens.spacingHorizontalS} 2px ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { flexShrink: 0, fontSize: '16px', color: tokens.colorStatusWarningForeground3 },
  first: { marginTop: '2px' },
});

/** What stands out, and the way to it. `brief`: on one line, with the whole text on hover. */
export function FlagItem({ flag, brief = false }: { readonly flag: Flag; readonly brief?: boolean }) {
  const styles = useStyles();
  const desk = useDesk();
  const go = flagGoal(flag, desk);
  const said = words.reviewSummary.flag(namedFlag(flag));
  return (
    <FlagLineOf
      go={go}
      brief={brief}
      {...(brief ? { title: go === null ? said : words.reviewSummary.flagGo(said) } : {})}
    >
      <span className={brief ? styles.cut : ''}>{said}</span>
    </FlagLineOf>
  );
}

/** The look of a flag, for a text of one's own. */
export function FlagLineOf({
  go,
  brief,
  title,
  children,
}: {
  readonly go: (() => void) | null;
  readonly brief: boolean;
  readonly title?: string;
  readonly children: React.ReactNode;
}) {
  const styles = useStyles();
  return (
    <LineButton
      go={go}
      className={brief ? styles.brief : styles.whole}
      {...(title === undefined ? {} : { title })}
    >
      <WarningRegular className={mergeClasses(styles.icon, !brief && styles.first)} aria-hidden="true" />
      {children}
    </LineButton>
  );
}
