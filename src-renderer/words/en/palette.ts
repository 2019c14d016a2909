import { count } from './values.ts';

/** The command palette: screens, exports and actions, found by typing. */
export const palette = {
  title: 'Find and do',
  hint: 'Find a screen, an export or an action',
  groups: { screens: 'Go to', exports: 'Exports', actions: 'Do' },
  found: (entries: number) => count(entries, 'match', 'matches'),
  none: (search: string) => `Nothing fits “${search}”.`,
  step: (step: string, title: string) => `${step}: ${title}`,
  actions: {
    newExport: 'Ask for a new export',
    checkAll: 'Check all exports now',
    connect: 'Connect a vendor',
    practise: 'Start practising with sample data',
    stopPractising: 'Stop practising',
    light: 'Use light colours',
    dark: 'Use dark colours',
    systemColours: 'Use the system’s colours',
    contrast: 'Use high contrast',
    zoomIn: 'Make everything larger',
    zoomOut: 'Make everything smaller',
    zoomReset: 'Actual size',
    quiet: 'No notifications until tomorrow',
    loud: 'Allow notifications again',
    shortcuts: 'Show the keyboard shortcuts',
    undo: (label: string) => `Undo: ${label}`,
  },
  /** Said in passing once it is done. */
  quietNow: 'No notifications until tomorrow',
  loudNow: 'Notifications are on again',
} as const;
