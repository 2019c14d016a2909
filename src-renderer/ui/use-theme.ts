import type { Theme } from '@fluentui/react-components';
import type { Settings } from '../../src-preload/contract/settings.ts';
import { darkTheme, highContrastTheme, lightTheme, strongLightTheme } from './theme.ts';
import { useMedia } from './use-media.ts';

export interface ThemeChoice {
  readonly theme: Theme;
  readonly dark: boolean;
}

/** The person's choice, else the system's; the system's high contrast goes before both. */
export function useThemeChoice(choice: Settings['theme']): ThemeChoice {
  const forced = useMedia('(forced-colors: active)');
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const more = useMedia('(prefers-contrast: more)');
  const dark = choice === 'dark' || choice === 'contrast' || (choice === 'system' && systemDark);
  if (forced) return { theme: highContrastTheme, dark: systemDark };
  if (choice === 'contrast') return { theme: highContrastTheme, dark };
  // https://www.w3.org/TR/mediaqueries-5/#prefers-contrast
  if (more) return { theme: dark ? highContrastTheme : strongLightTheme, dark };
  return { theme: dark ? darkTheme : lightTheme, dark };
}
