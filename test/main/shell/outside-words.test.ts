import { expect, it } from 'vitest';
import { autostartEntry } from '../../../src-main/shell/autostart-entry.ts';
import { trayInk } from '../../../src-main/shell/tray-ink.ts';
import { zoomAfter } from '../../../src-preload/contract/zoom.ts';

it('the tray’s picture stands off the bar that it is on', () => {
  expect(trayInk('darwin', '', true)).toBe('template');
  expect(trayInk('win32', '', true)).toBe('white');
  expect(trayInk('win32', '', false)).toBe('black');
  expect(trayInk('linux', 'ubuntu:GNOME', false)).toBe('white');
  expect(trayInk('linux', 'KDE', false)).toBe('black');
});

it('a path with any sign in it starts the same program at log-in', () => {
  const entry = autostartEntry(['/opt/My "Docket"/50% $HOME/`x`\\docket', '--docket-hidden']);
  expect(entry.split('\n')).toContain(
    'Exec="/opt/My \\\\"Docket\\\\"/50%% \\\\$HOME/\\\\`x\\\\`\\\\\\\\docket" "--docket-hidden"',
  );
  expect(entry.startsWith('[Desktop Entry]\nType=Application\n')).toBe(true);
  expect(entry.endsWith('\n')).toBe(true);
});

it('zooming goes by steps and ends at 80 and 200 percent', () => {
  expect([100, 110, 199, 200].map((zoom) => zoomAfter(zoom, 'in'))).toEqual([110, 125, 200, 200]);
  expect([200, 100, 81, 80, 50].map((zoom) => zoomAfter(zoom, 'out'))).toEqual([175, 90, 80, 80, 50]);
});
