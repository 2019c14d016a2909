import path from 'node:path';
import { BrowserWindow, type NativeImage, nativeTheme, screen } from 'electron';
import { appOrigin } from '../bridge/dispatch.ts';
import { correctPlace, smallestWindow, type WindowPlace, windowPlaceSchema } from './window-place.ts';

export interface WindowPorts {
  readonly outFolder: string;
  readonly readPlace: () => unknown;
  readonly writePlace: (place: WindowPlace) => void;
  readonly icon: NativeImage;
  /** In percent. */
  readonly zoom: () => number;
  /** Stays in the tray until it is asked for. */
  readonly hidden: boolean;
}

/** Paper in light, ink in dark: the colour before the page has painted, so that nothing flashes. */
const background = { light: '#fafaf9', dark: '#1b1d1d' } as const;

export function openWindow({
  outFolder,
  readPlace,
  writePlace,
  icon,
  zoom,
  hidden,
}: WindowPorts): BrowserWindow {
  const saved = windowPlaceSchema.safeParse(readOrNothing(readPlace));
  const place = correctPlace(
    saved.success ? saved.data : null,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    x: place.x,
    y: place.y,
    width: place.width,
    height: place.height,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Docket',
    ...(icon.isEmpty() ? {} : { icon }),
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: path.join(outFolder, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  // To maximize a window shows it.
  if (place.maximized && !hidden) window.maximize();
  if (place.maximized && hidden) window.once('show', () => window.maximize());
  if (!hidden) window.once('ready-to-show', () => window.show());
  // A page starts at its own 100 %, a reload does so too.
  window.webContents.on('dom-ready', () => window.webContents.setZoomFactor(zoom() / 100));

  const remember = () => {
    if (window.isMinimized()) return;
    writePlace({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  window.on('close', remember);
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

/** A damaged file must not keep the window from opening. */
function readOrNothing(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
