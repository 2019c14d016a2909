import { AnnounceProvider } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { announce } from '../state/announcements.ts';

export interface SpokenProps {
  readonly text: string;
  /** The text is read out again when this changes, and not when a time in it goes by. */
  readonly news: string;
  readonly children: ReactNode;
}

/** A message bar that is read out in these words: by itself it would be with all that is folded away, and its buttons. */
export function Spoken({ text, news, children }: SpokenProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `news`
  useEffect(() => announce(text), [news]);
  return <AnnounceProvider value={undefined}>{children}</AnnounceProvider>;
}
