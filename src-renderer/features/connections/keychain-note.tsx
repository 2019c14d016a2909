import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useApp } from '../../state/app-store.ts';
import { words } from '../../words/words.ts';

const useStyles = makeStyles({
  kept: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: '20px', lineHeight: 0, flexShrink: 0 },
});

/** Said before the person types a secret: where it will be kept. */
export function KeychainNote() {
  const styles = useStyles();
  const keychain = useApp((state) => state.info?.keychain ?? 'available');
  switch (keychain) {
    case 'available':
      return (
        <p className={styles.kept}>
          <span className={styles.icon} aria-hidden="true">
            <LockClosedRegular />
          </span>
          {words.connections.kept}
        </p>
      );
    case 'locked':
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.connections.lockedTitle}</MessageBarTitle>
            {words.connections.locked}
          </MessageBarBody>
        </MessageBar>
      );
    case 'unavailable':
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.connections.sessionOnlyTitle}</MessageBarTitle>
            {words.connections.sessionOnly}
          </MessageBarBody>
        </MessageBar>
      );
  }
}
