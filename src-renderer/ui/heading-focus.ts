import { type RefObject, useEffect, useRef } from 'react';
import { focusIsLost } from './focus-lost.ts';

let left = false;

/** For a screen that goes away under the person's hand: the next screen's heading takes the focus. */
export function useLeaveFocusToHeading(): void {
  useEffect(
    () => () => {
      left = true;
    },
    [],
  );
}

/** The heading that takes the focus which the screen before left behind; never one that is elsewhere. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (left && focusIsLost()) heading.current?.focus();
    left = false;
  }, []);
  return heading;
}
