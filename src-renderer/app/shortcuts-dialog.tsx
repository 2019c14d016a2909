import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { Fragment } from 'react';
import { useApp } from '../state/app-store.ts';
import { closeDialog } from '../state/view-store.ts';
import { words } from '../words/words.ts';
import { KeyCaps } from './key-caps.tsx';
import { shortcutGroups } from './shortcut-list.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '840px' },
  lead: { margin: `0 0 ${tokens.spacingVerticalL}`, maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
  groups: {
    columnGap: tokens.spacingHorizontalXXXL,
    columnCount: 2,
    '@media (max-width: 760px)': { columnCount: 1 },
  },
  // A line apart from its heading would seem to belong to the next one.
  group: { marginBottom: tokens.spacingVerticalXL, breakInside: 'avoid' },
  title: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0 },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    minHeight: '32px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: `2px ${tokens.spacingHorizontalXS}`,
    flexShrink: 0,
    maxWidth: '65%',
    margin: 0,
    padding: '4px 0',
  },
  or: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  does: { minWidth: 0 },
});

/** All keys on one page. */
export function ShortcutsDialog() {
  const styles = useStyles();
  const mac = useApp((state) => state.info?.platform === 'darwin');
  const characterKeys = useApp((state) => state.settings?.characterKeys ?? true);
  const say = words.shortcuts;
  return (
    <Dialog open onOpenChange={closeDialog}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={words.app.close}
                onClick={closeDialog}
              />
            }
          >
            {say.title}
          </DialogTitle>
          {/* What scrolls must be reached by keys: https://www.w3.org/WAI/standards-guidelines/act/rules/0ssw9k/ */}
          <DialogContent tabIndex={0}>
            <p className={styles.lead}>
              {say.lead} {!characterKeys && say.characterKeysOff}
            </p>
            <div className={styles.groups}>
              {shortcutGroups(mac).map((group) => (
                <section key={group.title} className={styles.group} aria-label={group.title}>
                  <h3 className={styles.title}>{group.title}</h3>
                  <dl className={styles.list}>
                    {group.shortcuts.map(({ does, ways }) => (
                      <div key={does} className={styles.line}>
                        <dt className={styles.does}>{does}</dt>
                        <dd className={styles.ways}>
                          {ways.map((keys, index) => (
                            <Fragment key={keys.join()}>
                              {index > 0 && (
                                <span className={styles.or}>{keys.at(-1) === '6' ? '…' : say.or}</span>
                              )}
                              <KeyCaps keys={keys} />
                            </Fragment>
                          ))}
                        </dd>
                      </div>
                    ))}
                  </dl>
                </section>
              ))}
            </div>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
