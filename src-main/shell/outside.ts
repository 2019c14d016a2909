import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { ShowTarget } from '../../src-preload/contract/events.ts';
import type { Settings } from '../../src-preload/contract/settings.ts';
import type { Counts } from '../attention/counts.ts';
import type { TaskbarProgress } from '../attention/taskbar.ts';
import type { Clock } from '../ports/clock.ts';
import type { Speech } from '../words/speech.ts';
import type { Icons } from './icons.ts';
import { bringToFront } from './lifecycle.ts';
import { createNotifier } from './notifier.ts';
import { createTray } from './tray.ts';

export interface OutsidePorts {
  readonly windowOf: () => BrowserWindow | null;
  readonly icons: Icons;
  readonly speech: Speech;
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly setQuietUntil: (until: number | null) => void;
  readonly checkAll: () => void;
  /** Tells the page where to go. */
  readonly show: (target: ShowTarget) => void;
}

/** Seconds without a key or a movement after which nobody sits there. */
const idleAfter = 300;

/** All of Docket that is seen outside of its window. */
export function createOutside(ports: OutsidePorts) {
  const { windowOf, icons, speech, clock, settings } = ports;

  function follow(target: ShowTarget): void {
    const window = windowOf();
    if (window === null) return;
    bringToFront(window);
    ports.show(target);
  }

  const tray = createTray({
    icons,
    say: () => speech.words().tray,
    quiet: () => (settings().quietUntil ?? 0) > clock.now(),
    open: () => follow({ kind: 'show', screen: 'exports' }),
    checkAll: ports.checkAll,
    setQuiet: (on) => ports.setQuietUntil(on ? tomorrow(clock.now()) : null),
    quit: () => app.quit(),
  });

  return {
    say: () => speech.words(),
    isWatched(): boolean {
      const window = windowOf();
      if (window === null || !window.isFocused() || !window.isVisible() || window.isMinimized()) return false;
      const state = powerMonitor.getSystemIdleState(idleAfter);
      return state !== 'idle' && state !== 'locked';
    },
    notify: createNotifier(follow),
    showCounts(counts: Counts): void {
      tray.setCounts(counts);
      const waiting = counts['needs-you'];
      if (process.platform !== 'win32') {
        app.setBadgeCount(waiting);
        return;
      }
      windowOf()?.setOverlayIcon(waiting > 0 ? icons.badge() : null, speech.words().tray.badge(waiting));
    },
    showProgress(progress: TaskbarProgress): void {
      const window = windowOf();
      if (window === null || window.isDestroyed()) return;
      // https://www.electronjs.org/docs/latest/tutorial/progress-bar: below 0 takes it away, above 1 is without an end
      window.setProgressBar(progress === 'none' ? -1 : progress === 'running' ? 2 : progress);
    },
    /** After the settings have changed, and at the start. */
    arrange(): void {
      tray.setShown(settings().tray);
      tray.redraw();
    },
    staysInTray: (): boolean => settings().staysInTray && tray.isShown(),
  };
}

function tomorrow(now: number): number {
  const day = new Date(now);
  day.setHours(24, 0, 0, 0);
  return day.getTime();
}
