import type { Said } from '../../src-preload/contract/languages.ts';
import { pluralIn } from './plural.ts';
import { relativeTimeIn } from './relative-time.ts';
import { allTitles } from './titles.ts';

const when = relativeTimeIn('en');
const plural = pluralIn('en');

/** What main says by itself: where no window is, or outside of it. The other languages are measured against it. */
export const en = {
  titles: allTitles.en,
  cannotStart: {
    'ledger-newer': {
      title: 'This Docket is older than its own data',
      text: 'A newer version of Docket has worked here before. Install the newest version to go on; nothing was changed.',
    },
    'disk-full': {
      title: 'The disk is full',
      text: 'Docket needs a little room to keep its list. Free some space, then start Docket again; nothing was lost.',
    },
    otherwise: {
      title: 'Docket could not open its list',
      text: 'Another program may be holding it. Restart the computer and start Docket again; collected files are untouched.',
    },
  },
  quit: {
    title: 'Quit Docket?',
    transfers: 'What is being collected goes on when you open Docket again.',
    commits: 'A commit is being sent. Docket finds out what became of it when you open it again.',
    keepWorking: 'Keep working',
    quit: 'Quit',
  },
  menu: {
    file: 'File',
    close: 'Close',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    delete: 'Delete',
    selectAll: 'Select all',
    view: 'View',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimise',
    help: 'Help',
    palette: 'Find a screen, an export, an action…',
    shortcuts: 'Keyboard shortcuts',
  },
  /** Notifications of the system. */
  news: {
    one: {
      ready: (title: string, _at: number, _now: number) => `“${title}” is ready to collect`,
      collected: (title: string, _at: number, _now: number) => `“${title}” is collected and ready to review`,
      stopped: (title: string, _at: number, _now: number) => `Collecting “${title}” has stopped`,
      failed: (title: string, _at: number, _now: number) => `“${title}” has failed at the vendor`,
      lost: (title: string, _at: number, _now: number) => `“${title}” is no longer at the vendor`,
      expires: (title: string, at: number, now: number) =>
        `“${title}” expires ${when.within(at, now)} and is not collected`,
      'leaves-queue': (title: string, at: number, now: number) =>
        `“${title}” leaves Crayon’s queue ${when.day(at, now)} and is not collected`,
      committed: (title: string, _at: number, _now: number) => `“${title}” is committed`,
      'not-committed': (title: string, _at: number, _now: number) => `“${title}” was not committed`,
      decide: (title: string, _at: number, _now: number) => `“${title}” needs your word on its commit`,
      blocked: (title: string, _at: number, _now: number) => `The connection “${title}” needs you`,
      'schedule-failed': (title: string, _at: number, _now: number) =>
        `The schedule “${title}” could not ask`,
      trouble: (_title: string, _at: number, _now: number) => 'Something needs you in Docket',
    },
    many: {
      ready: (count: number) => `${count} exports are ready to collect`,
      collected: (count: number) => `${count} exports are collected and ready to review`,
      stopped: (count: number) => `Collecting ${count} exports has stopped`,
      failed: (count: number) => `${count} exports have failed at the vendor`,
      lost: (count: number) => `${count} exports are no longer at the vendor`,
      expires: (count: number) => `${count} exports expire soon and are not collected`,
      'leaves-queue': (count: number) => `${count} exports leave Crayon’s queue soon and are not collected`,
      committed: (count: number) => `${count} exports are committed`,
      'not-committed': (count: number) => `${count} exports were not committed`,
      decide: (count: number) => `${count} exports need your word on their commit`,
      blocked: (count: number) => `${count} connections need you`,
      'schedule-failed': (count: number) => `${count} schedules could not ask`,
      trouble: (count: number) => `${count} things need you in Docket`,
    },
    several: (count: number) => `${count} things to know`,
    more: (count: number) => `and ${count} more`,
    practice: 'Practice',
  },
  tray: {
    tooltip: (needsYou: number, onTheirWay: number, done: number) =>
      `Docket: ${needsYou} ${plural(needsYou, 'needs', 'need')} you, ${onTheirWay} on the way, ${done} done this week`,
    needsYou: (count: number) => `Needs you: ${count}`,
    onTheirWay: (count: number) => `On its way: ${count}`,
    done: (count: number) => `Done this week: ${count}`,
    open: 'Open Docket',
    checkAll: 'Check all now',
    quiet: 'No notifications until tomorrow',
    quit: 'Quit Docket',
    badge: (count: number) => `${count} ${plural(count, 'export needs', 'exports need')} you`,
  },
} as const;

/** A missing key doesn't compile, nor does an additional one. */
export type MainWords = Said<typeof en>;
