import {
  AnnounceProvider,
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
} from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { announce } from '../state/announcements.ts';
import { useApp } from '../state/app-store.ts';
import { useThemeChoice } from '../ui/use-theme.ts';
import { Frame } from './frame.tsx';
import { Toasts } from './toasts.tsx';

// Not a class: Fluent gives the provider's classes to every portal, which would then lie over the page.
const whole = { height: '100%' } as const;

/** Fluent's message bars have themselves read out when they come up, by whoever offers to. */
const announcing = { announce: (text: string) => announce(text) } as const;

/** The whole page. `nonce` is this load's own: styles that Fluent makes carry it, so that the page's policy holds. */
export function App({ nonce }: { readonly nonce: string }) {
  const renderer = useMemo(() => createDOMRenderer(document, { styleElementAttributes: { nonce } }), [nonce]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <ThemedApp />
    </RendererProvider>
  );
}

function ThemedApp() {
  const { theme, dark } = useThemeChoice(useApp((state) => state.settings?.theme ?? 'system'));
  useEffect(() => {
    // Scroll bars and other parts that the system draws follow the theme as well.
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark]);
  return (
    <FluentProvider theme={theme} style={whole}>
      <AnnounceProvider value={announcing}>
        <Frame />
        <Toasts />
      </AnnounceProvider>
    </FluentProvider>
  );
}
