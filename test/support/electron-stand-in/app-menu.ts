/** The stand-in's `Menu`: what a template says, and what a click on an item does. */

import { app } from './app.ts'
import type { BrowserWindow } from './window.ts'

type Template = Electron.MenuItemConstructorOptions

export class MenuItem {
  readonly id: string | undefined
  readonly label: string
  /** In small letters, as Electron keeps it. */
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: Template['accelerator']
  readonly submenu: Menu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly #click: Template['click']

  constructor(template: Template) {
    const { id, label, role, accelerator, submenu } = template
    this.id = id
    this.role = role?.toLowerCase()
    this.accelerator = accelerator
    this.label = label ?? role ?? ''
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined
    this.type = template.type ?? (this.submenu ? 'submenu' : 'normal')
    this.enabled = template.enabled ?? true
    this.visible = template.visible ?? true
    this.checked = template.checked ?? false
    this.#click = template.click
  }

  click = (event: Electron.KeyboardEvent, window: BrowserWindow | undefined): void => {
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.role !== undefined) actOn(this.role, window)
    else this.#click?.(this as unknown as Electron.MenuItem, window as never, event)
  }
}

function actOn(role: string, window: BrowserWindow | undefined): void {
  if (role === 'quit') app.quit()
  else if (role === 'togglefullscreen') window?.setFullScreen(!window.isFullScreen())
  else if (role === 'close') window?.close()
  else if (role === 'minimize') window?.minimize()
  else throw new Error(`the stand-in's menu knows no ${role}`)
}

export class Menu {
  static #ofApp: Menu | null = null
  static setApplicationMenu = (menu: Menu | null): void => {
    Menu.#ofApp = menu
  }
  static getApplicationMenu = (): Menu | null => Menu.#ofApp
  static buildFromTemplate = (template: readonly Template[]): Menu => {
    const menu = new Menu()
    for (const item of template) menu.append(new MenuItem(item))
    return menu
  }

  readonly items: MenuItem[] = []

  append(item: MenuItem): void {
    this.items.push(item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}
