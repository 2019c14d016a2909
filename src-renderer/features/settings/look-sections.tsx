import { Button, makeStyles, Radio, RadioGroup, Select, Switch, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Settings } from '../../../src-preload/contract/settings.ts';
import { zoomSteps } from '../../../src-preload/contract/zoom.ts';
import { updateSettings } from '../../state/app-store.ts';
import { openDialog } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { SettingLine, SettingsSection } from './settings-section.tsx';

const useStyles = makeStyles({
  // Fluent leaves room around their rings.
  flush: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  radios: { display: 'flex', flexWrap: 'wrap' },
  number: { maxWidth: '160px' },
  button: { alignSelf: 'flex-start' },
});

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast'];

/** Colours and size. */
export function LookSection({ settings }: { readonly settings: Settings }) {
  const styles = useStyles();
  const id = useId();
  const sizeId = useId();
  const say = words.settings;
  const choose = (wanted: string) => {
    const theme = themes.find((one) => one === wanted);
    if (theme !== undefined) void updateSettings({ theme });
  };
  return (
    <SettingsSection title={say.look}>
      <SettingLine label={say.theme} labelId={id}>
        <RadioGroup
          className={`${styles.flush} ${styles.radios}`}
          layout="horizontal"
          aria-labelledby={id}
          value={settings.theme}
          onChange={(_, { value }) => choose(value)}
        >
          {themes.map((theme) => (
            <Radio key={theme} value={theme} label={say.themes[theme]} />
          ))}
        </RadioGroup>
      </SettingLine>
      <SettingLine label={say.size} labelFor={sizeId} hint={say.sizeHint}>
        <Select
          id={sizeId}
          className={styles.number}
          value={String(settings.zoom)}
          onChange={(_, { value }) => void updateSettings({ zoom: Number(value) })}
        >
          {zoomSteps.map((step) => (
            <option key={step} value={step}>
              {say.sizeValue(step)}
            </option>
          ))}
        </Select>
      </SettingLine>
    </SettingsSection>
  );
}

/** Which keys mean something by themselves. */
export function KeysSection({ settings }: { readonly settings: Settings }) {
  const styles = useStyles();
  const say = words.settings;
  return (
    <SettingsSection title={say.keys}>
      <SettingLine hint={say.characterKeysHint}>
        <Switch
          className={styles.flush}
          checked={settings.characterKeys}
          label={say.characterKeys}
          onChange={(_, { checked }) => void updateSettings({ characterKeys: checked })}
        />
      </SettingLine>
      <Button className={styles.button} onClick={() => openDialog({ kind: 'shortcuts' })}>
        {say.showShortcuts}
      </Button>
    </SettingsSection>
  );
}
