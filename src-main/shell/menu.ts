import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MainWords } from '../words/en.ts';

/** The system's own menu, by roles; Electron's labels for them are English everywhere, so they are given here. */
export interface MenuDeeds {
  readonly zoom: (way: 'in' | 'out' | 'reset') => void;
  readonly show: (what: 'palette' | 'shortcuts') => void;
}

export function setMenu(say: MainWords['menu'], deeds: MenuDeeds): void {
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: say.file,
      submenu: [isMac ? { role: 'close', label: say.close } : { role: 'quit', label: say.quit }],
    },
    {
      label: say.edit,
      submenu: [
        { role: 'undo', label: say.undo },
        { role: 'redo', label: say.redo },
        { type: 'separator' },
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'delete', label: say.delete },
        { type: 'separator' },
        { role: 'selectAll', label: say.selectAll },
      ],
    },
    {
      label: say.view,
      submenu: [
        // Not by their roles: the size is a setting, which a restart keeps.
        { label: say.resetZoom, accelerator: 'CmdOrCtrl+0', click: () => deeds.zoom('reset') },
        { label: say.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: () => deeds.zoom('in') },
        {
          label: say.zoomIn,
          accelerator: 'CmdOrCtrl+=',
          visible: false,
          acceleratorWorksWhenHidden: true,
          click: () => deeds.zoom('in'),
        },
        { label: say.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => deeds.zoom('out') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: say.fullScreen },
      ],
    },
    {
      role: 'windowMenu',
      label: say.window,
      submenu: [
        { role: 'minimize', label: say.minimize },
        { role: 'close', label: say.close },
      ],
    },
  ];
  // The page hears the keys itself, and leaves them alone where they mean something else.
  template.push({
    role: 'help',
    label: say.help,
    submenu: [
      {
        label: say.palette,
        accelerator: 'CmdOrCtrl+K',
        registerAccelerator: false,
        click: () => deeds.show('palette'),
      },
      {
        label: say.shortcuts,
        accelerator: 'F1',
        registerAccelerator: false,
        click: () => deeds.show('shortcuts'),
      },
    ],
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
