/** The colour of the tray's picture, of one colour: macOS inks a template itself. */
export type TrayInk = 'template' | 'black' | 'white';

/** `dark`: whether the system's own surfaces are dark. GNOME's bar is black in both of its themes. */
export function trayInk(platform: string, desktop: string, dark: boolean): TrayInk {
  if (platform === 'darwin') return 'template';
  if (platform === 'linux' && /gnome|unity/i.test(desktop)) return 'white';
  return dark ? 'white' : 'black';
}
