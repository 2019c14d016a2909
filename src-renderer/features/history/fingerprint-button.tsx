import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { tellDone } from '../../state/messages.ts';
import { copyText } from '../../ui/copy-text.ts';
import { words } from '../../words/words.ts';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
});

/** The first digits, enough to tell two apart; a click copies all of them. */
export function FingerprintButton({
  fingerprint,
  title,
  active,
}: {
  readonly fingerprint: string;
  readonly title: string;
  /** Whether it is in the tab order. */
  readonly active: boolean;
}) {
  const styles = useStyles();
  const start = fingerprint.slice(0, 8);
  const copy = () => {
    if (copyText(fingerprint)) tellDone(words.history.copied);
    else tellDone(words.history.notCopied, words.history.notCopiedHint);
  };
  return (
    <Tooltip content={words.history.copyFingerprint(start, title)} relationship="label" withArrow>
      <Button
        className={styles.button}
        appearance="subtle"
        size="small"
        icon={<CopyRegular />}
        iconPosition="after"
        tabIndex={active ? 0 : -1}
        onClick={(event) => {
          event.stopPropagation();
          copy();
        }}
      >
        {start}
      </Button>
    </Tooltip>
  );
}
