/** The application menu: the roles that people expect of their system, and no more. */

import { app, Menu, type MenuItemConstructorOptions } from 'electron'

export function setMenu(): void {
  const mac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : [{ label: '&Romp', submenu: [{ role: 'quit' } as const] }]),
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        // macOS has its own shortcut; elsewhere F11 is what players press.
        mac ? { role: 'togglefullscreen' } : { role: 'togglefullscreen', accelerator: 'F11' },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        ...(app.isPackaged
          ? []
          : ([
              { type: 'separator' },
              { role: 'reload' },
              { role: 'toggleDevTools' },
            ] as MenuItemConstructorOptions[])),
      ],
    },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
