import type { Route } from '../state/view-store.ts';

/** The screens in the order of the left edge: Ctrl with 1 to 6. */
export const screenOrder = [
  'exports',
  'files',
  'history',
  'connections',
  'schedules',
  'settings',
] as const satisfies readonly Route['screen'][];

export type AppKey =
  | 'palette'
  | 'shortcuts'
  | 'new-export'
  | 'check-all'
  | 'search'
  | 'undo'
  | (typeof screenOrder)[number];

export interface Pressed {
  readonly key: string;
  readonly ctrlOrCmd: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** The focus is where text is typed: its own keys go before. */
  readonly typing: boolean;
}

/** What a key means wherever one is. `characterKeys`: whether a sign alone may mean something. */
export function appKeyOf(pressed: Pressed, characterKeys: boolean): AppKey | null {
  const { key, ctrlOrCmd, shift, alt, typing } = pressed;
  if (alt) return null;
  if (ctrlOrCmd) {
    if (shift) return null;
    if (key === 'k') return 'palette';
    if (key === 'n') return 'new-export';
    if (key === 'z') return typing ? null : 'undo';
    return /^[1-9]$/.test(key) ? (screenOrder[Number(key) - 1] ?? null) : null;
  }
  if (key === 'F1') return 'shortcuts';
  if (key === 'F5') return 'check-all';
  if (typing || !characterKeys) return null;
  return key === '?' ? 'shortcuts' : key === '/' ? 'search' : null;
}
