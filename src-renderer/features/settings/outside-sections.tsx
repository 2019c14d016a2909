import { Button, makeStyles, Radio, RadioGroup, Switch, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Settings } from '../../../src-preload/contract/settings.ts';
import { updateSettings } from '../../state/app-store.ts';
import { useNow } from '../../state/now.ts';
import { dateAndTime } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { SettingLine, SettingsSection } from './settings-section.tsx';

const useStyles = makeStyles({
  // Fluent leaves room around their rings.
  flush: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  quiet: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

const choices: readonly Settings['notifications'][] = ['all', 'important', 'none'];

/** What is told while the person is elsewhere. */
export function NotificationsSection({ settings }: { readonly settings: Settings }) {
  const styles = useStyles();
  const id = useId();
  const now = useNow('coarse');
  const say = words.settings;
  const { quietUntil } = settings;
  const choose = (wanted: string) => {
    const notifications = choices.find((one) => one === wanted);
    if (notifications !== undefined) void updateSettings({ notifications });
  };
  return (
    <SettingsSection title={say.notifications}>
      <SettingLine label={say.notify} labelId={id} hint={say.quietHint}>
        <RadioGroup
          className={styles.flush}
          aria-labelledby={id}
          value={settings.notifications}
          onChange={(_, { value }) => choose(value)}
        >
          {choices.map((choice) => (
            <Radio key={choice} value={choice} label={say.notifyChoices[choice]} />
          ))}
        </RadioGroup>
        {quietUntil !== null && quietUntil > now && (
          <div className={styles.quiet}>
            <span>{say.quietNow(dateAndTime(quietUntil, now))}</span>
            <Button size="small" onClick={() => void updateSettings({ quietUntil: null })}>
              {say.endQuiet}
            </Button>
          </div>
        )}
      </SettingLine>
    </SettingsSection>
  );
}

/** What Docket does without its window. */
export function BackgroundSection({ settings }: { readonly settings: Settings }) {
  const styles = useStyles();
  const say = words.settings;
  return (
    <SettingsSection title={say.background}>
      <SettingLine>
        <Switch
          className={styles.flush}
          checked={settings.tray}
          label={say.tray}
          onChange={(_, { checked }) => void updateSettings({ tray: checked })}
        />
      </SettingLine>
      <SettingLine hint={say.staysInTrayHint}>
        <Switch
          className={styles.flush}
          checked={settings.tray && settings.staysInTray}
          // Without its icon there would be no way back to the window.
          disabled={!settings.tray}
          label={say.staysInTray}
          onChange={(_, { checked }) => void updateSettings({ staysInTray: checked })}
        />
      </SettingLine>
      <SettingLine hint={say.startsAtLogInHint}>
        <Switch
          className={styles.flush}
          checked={settings.startsAtLogIn}
          label={say.startsAtLogIn}
          onChange={(_, { checked }) => void updateSettings({ startsAtLogIn: checked })}
        />
      </SettingLine>
    </SettingsSection>
  );
}
