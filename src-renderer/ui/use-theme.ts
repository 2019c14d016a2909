import type { Theme } from '@fluentui/react-components';
import type { Settings } from '../../src-preload/contract/settings.ts';
import { darkTheme, highContrastTheme, lightTheme } from './theme.ts';
import { useMedia } from './use-media.ts';

export interface ThemeChoice {
  readonly theme: Theme;
  readonly dark: boolean;
}

/** The person's choice, else the system's; the system's high contrast goes before both. */
export function useThemeChoice(choice: Settings['theme']): ThemeChoice {
  const forced = useMedia('(forced-colors: active)');
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const dark = choice === 'dark' || (choice === 'system' && systemDark);
  if (forced) return { theme: highContrastTheme, dark: systemDark };
  return { theme: dark ? darkTheme : lightTheme, dark };
}
