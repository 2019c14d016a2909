import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { remedyOf } from '../features/jobs/remedy.ts';
import { putNoticeAway, useApp } from '../state/app-store.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** What holds for the whole app: offline, no keychain, something set aside at the start. */
export function Notices() {
  const styles = useStyles();
  const online = useApp((state) => state.info?.online ?? true);
  const keychain = useApp((state) => state.info?.keychain ?? 'available');
  const notices = useApp((state) => state.notices);
  if (online && keychain === 'available' && notices.length === 0) return null;
  return (
    <div className={styles.root}>
      {!online && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.app.offlineTitle}</MessageBarTitle>
            {words.app.offline}
          </MessageBarBody>
        </MessageBar>
      )}
      {keychain !== 'available' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {keychain === 'locked' ? words.app.keychainLockedTitle : words.app.keychainUnavailableTitle}
            </MessageBarTitle>
            {keychain === 'locked' ? words.app.keychainLocked : words.app.keychainUnavailable}
          </MessageBarBody>
        </MessageBar>
      )}
      {notices.map((notice) => (
        <ErrorNote
          key={notice.code}
          error={notice}
          intent="warning"
          action={remedyOf(notice) ?? undefined}
          dismiss={{ label: words.app.dismiss, run: () => putNoticeAway(notice) }}
        />
      ))}
    </div>
  );
}
