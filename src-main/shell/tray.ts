import { Menu, nativeTheme, Tray } from 'electron';
import type { Counts } from '../attention/counts.ts';
import type { MainWords } from '../words/en.ts';
import type { Icons } from './icons.ts';
import { hasSessionBus } from './session-bus.ts';
import { trayInk } from './tray-ink.ts';

export interface TrayPorts {
  readonly icons: Icons;
  readonly say: () => MainWords['tray'];
  readonly quiet: () => boolean;
  readonly open: () => void;
  readonly checkAll: () => void;
  readonly setQuiet: (on: boolean) => void;
  readonly quit: () => void;
}

export interface DocketTray {
  /** Shows or takes away the icon. */
  setShown(shown: boolean): void;
  isShown(): boolean;
  setCounts(counts: Counts): void;
  /** After the language or the quiet has changed. */
  redraw(): void;
}

/** The icon beside the clock: the three counts, and what is needed without the window. */
export function createTray(ports: TrayPorts): DocketTray {
  let tray: Tray | null = null;
  let counts: Counts = { 'needs-you': 0, 'on-its-way': 0, done: 0 };

  const picture = () =>
    ports.icons.tray(
      trayInk(process.platform, process.env['XDG_CURRENT_DESKTOP'] ?? '', nativeTheme.shouldUseDarkColors),
      counts['needs-you'] > 0,
    );

  function redraw(): void {
    if (tray === null) return;
    const say = ports.say();
    tray.setImage(picture());
    tray.setToolTip(say.tooltip(counts['needs-you'], counts['on-its-way'], counts.done));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: say.needsYou(counts['needs-you']), click: ports.open },
        { label: say.onTheirWay(counts['on-its-way']), click: ports.open },
        { label: say.done(counts.done), click: ports.open },
        { type: 'separator' },
        { label: say.open, click: ports.open },
        { label: say.checkAll, click: ports.checkAll },
        {
          label: say.quiet,
          type: 'checkbox',
          checked: ports.quiet(),
          click: ({ checked }) => ports.setQuiet(checked),
        },
        { type: 'separator' },
        { label: say.quit, click: ports.quit },
      ]),
    );
  }

  nativeTheme.on('updated', redraw);
  return {
    setShown(wanted) {
      const shown = wanted && hasSessionBus(process.platform, process.env);
      if (shown === (tray !== null)) return;
      if (shown) {
        tray = new Tray(picture());
        // macOS opens the menu on any click by itself.
        if (process.platform !== 'darwin') tray.on('click', ports.open);
        redraw();
      } else {
        tray?.destroy();
        tray = null;
      }
    },
    isShown: () => tray !== null,
    setCounts(next) {
      counts = next;
      redraw();
    },
    redraw,
  };
}
