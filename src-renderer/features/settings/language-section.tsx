import { makeStyles, Select } from '@fluentui/react-components';
import { useEffect, useId } from 'react';
import { languageChoiceSchema } from '../../../src-preload/contract/languages.ts';
import type { Settings } from '../../../src-preload/contract/settings.ts';
import { chooseLanguage } from '../../state/app-store.ts';
import { justReturned } from '../../state/return-place.ts';
import { languageNames } from '../../words/language-names.ts';
import { words } from '../../words/words.ts';
import { SettingLine, SettingsSection } from './settings-section.tsx';

const useStyles = makeStyles({
  language: { maxWidth: '280px' },
});

const languageChoices = languageChoiceSchema.options;

/** In which language Docket speaks. Another one comes with a new load of the page, which then returns here. */
export function LanguageSection({ settings }: { readonly settings: Settings }) {
  const styles = useStyles();
  const id = useId();
  const say = words.settings;
  useEffect(() => {
    if (justReturned()) document.getElementById(id)?.focus();
  }, [id]);
  const choose = (wanted: string) => {
    const language = languageChoices.find((one) => one === wanted);
    if (language !== undefined && language !== settings.language) void chooseLanguage(language);
  };
  return (
    <SettingsSection title={say.language}>
      <SettingLine label={say.languageLabel} hint={say.languageHint} labelFor={id}>
        <Select
          id={id}
          className={styles.language}
          value={settings.language}
          onChange={(_, { value }) => choose(value)}
        >
          {languageChoices.map((language) =>
            language === 'system' ? (
              <option key={language} value={language}>
                {say.languageOfSystem}
              </option>
            ) : (
              // A language is named by itself, so that who doesn't read this one finds the own.
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ),
          )}
        </Select>
      </SettingLine>
    </SettingsSection>
  );
}
