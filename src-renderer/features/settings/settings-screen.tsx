import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Select,
  Skeleton,
  SkeletonItem,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { FolderRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { Settings } from '../../../src-preload/contract/settings.ts';
import { chooseDownloadsFolder, setPractice, updateSettings, useApp } from '../../state/app-store.ts';
import { tellDone } from '../../state/messages.ts';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { words } from '../../words/words.ts';
import { LanguageSection } from './language-section.tsx';
import { KeysSection, LookSection } from './look-sections.tsx';
import { BackgroundSection, NotificationsSection } from './outside-sections.tsx';
import { SettingLine, SettingsSection } from './settings-section.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, maxWidth: '720px' },
  folder: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  path: {
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  button: { flexShrink: 0 },
  // Fluent leaves room around their rings.
  flush: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  number: { maxWidth: '160px' },
  skeleton: { height: '168px', borderRadius: tokens.borderRadiusLarge },
});

/** What holds for the whole app; every change is kept at once. */
export function SettingsScreen() {
  const styles = useStyles();
  const settings = useApp((state) => state.settings);
  return (
    <Page title={words.settings.title}>
      {settings === null ? (
        <Skeleton aria-label={words.app.loading} className={styles.root}>
          <SkeletonItem className={styles.skeleton} />
          <SkeletonItem className={styles.skeleton} />
        </Skeleton>
      ) : (
        <div className={styles.root}>
          <FilesSection settings={settings} />
          <LanguageSection settings={settings} />
          <LookSection settings={settings} />
          <NotificationsSection settings={settings} />
          <BackgroundSection settings={settings} />
          <KeysSection settings={settings} />
          <PracticeSection />
          <AboutSection settings={settings} />
        </div>
      )}
    </Page>
  );
}

const most = 8;

function FilesSection({ settings }: { readonly settings: Settings }) {
  const styles = useStyles();
  const [choosing, setChoosing] = useState(false);
  const id = useId();
  const say = words.settings;
  const choose = async () => {
    setChoosing(true);
    await chooseDownloadsFolder();
    setChoosing(false);
  };
  return (
    <SettingsSection title={say.files}>
      <SettingLine label={say.downloads} hint={say.downloadsHint}>
        <div className={styles.folder}>
          <span className={styles.path}>{settings.downloadsFolder}</span>
          <Button
            className={styles.button}
            icon={<FolderRegular />}
            disabledFocusable={choosing}
            onClick={() => void choose()}
          >
            {choosing ? say.choosing : say.choose}
          </Button>
        </div>
      </SettingLine>
      <SettingLine label={say.atOnce} hint={say.atOnceHint} labelFor={id}>
        <Select
          id={id}
          className={styles.number}
          value={String(settings.parallelTransfers)}
          onChange={(_, { value }) => void updateSettings({ parallelTransfers: Number(value) })}
        >
          {Array.from({ length: most }, (_, index) => index + 1).map((value) => (
            <option key={value} value={value}>
              {say.atOnceValue(value)}
            </option>
          ))}
        </Select>
      </SettingLine>
    </SettingsSection>
  );
}

function PracticeSection() {
  const styles = useStyles();
  const on = useApp((state) => state.info?.practice ?? false);
  const changing = useApp((state) => state.practiceChanging);
  const say = words.settings;
  const turn = async (wanted: boolean) => {
    // That practice is on shows at the left edge; that it is off shows nowhere else.
    if ((await setPractice(wanted)) && !wanted)
      tellDone(words.app.practiceStopped, words.app.practiceStoppedHint);
  };
  return (
    <SettingsSection title={say.practice}>
      <SettingLine hint={say.practiseHint}>
        <Switch
          className={styles.flush}
          checked={on}
          disabled={changing}
          label={changing ? (on ? say.practiceStopping : say.practiceStarting) : say.practise}
          onChange={(_, { checked }) => void turn(checked)}
        />
      </SettingLine>
    </SettingsSection>
  );
}

function AboutSection({ settings }: { readonly settings: Settings }) {
  const info = useApp((state) => state.info);
  const say = words.settings;
  if (info === null) return null;
  return (
    <SettingsSection title={say.about}>
      {info.runtimeOutOfSupport && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{say.outOfSupportTitle}</MessageBarTitle>
            {say.outOfSupport}
          </MessageBarBody>
        </MessageBar>
      )}
      <Facts
        facts={[
          { label: say.version, value: `${words.app.name} ${info.version}` },
          { label: say.runtime, value: say.runtimeValue(info.electron, info.chromium) },
          { label: say.user, value: info.user },
          { label: say.secrets, value: say.secretsIn[info.keychain] },
          { label: say.data, value: info.dataFolder },
          { label: say.collected, value: settings.downloadsFolder },
        ]}
      />
    </SettingsSection>
  );
}
