/** The window: its menus, and that it is what and where it was when the app starts again. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DesktopApp, startDesktop } from './desktop-app.ts'
import * as driver from './window-driver.ts'

const { patient, choose, windowOf } = driver
let app: DesktopApp

describe('the window', () => {
  let again: DesktopApp | null = null

  beforeAll(async () => {
    app = await startDesktop()
  })

  afterEach(async () => {
    await again?.dispose()
  })

  afterAll(async () => {
    await app?.dispose()
  })

  it('is shown once its page is there', async () => {
    await expect.poll(async () => (await windowOf(app)).visible, patient).toBe(true)
  })

  it('has the menus of its system, and none of their keys is one that games are played with', async () => {
    const found = await driver.menus(app)
    const mac = process.platform === 'darwin'
    expect(Object.keys(found).map((label) => label.toLowerCase())).toEqual(
      mac
        ? ['romp', expect.stringContaining('edit'), 'view', expect.stringContaining('window'), 'help']
        : ['party', 'edit', 'view', 'help'],
    )
    const items = Object.values(found).flat()
    for (const id of [
      'full-screen',
      'zoom-in',
      'zoom-out',
      'zoom-usual',
      'diagnostics',
      'log-folder',
      'updates',
      'project',
    ]) {
      expect(
        items.some((item) => item.id === id),
        id,
      ).toBe(true)
    }
    for (const role of ['about', 'quit'])
      expect(
        items.some((item) => item.role === role),
        role,
      ).toBe(true)
    const keys = items.flatMap(({ accelerator }) => accelerator || [])
    expect(keys.length).toBeGreaterThan(4)
    for (const key of keys)
      expect(key).toMatch(
        /^(?:(?:Ctrl|Control|Cmd|Command|CommandOrControl|CmdOrCtrl)\+|Shift\+C|Alt\+Command|F11$)/,
      )
    if (!mac) expect(keys).toContain('F11')
    // Whoever walks with W and holds Ctrl would close the window with it.
    if (!mac) expect(keys.join(' ')).not.toMatch(/\+W\b/)
  })

  it('copies diagnostics and shows the log folder from its menu', async () => {
    await app.inMain((electron) => {
      const did: string[] = []
      Object.assign(globalThis, { did })
      electron.clipboard.writeText = (async (text: string) => void did.push(text)) as never
      electron.shell.openPath = async (path) => {
        did.push(path)
        return ''
      }
    })
    await driver.hearQuestions(app)
    await choose(app, 'diagnostics')
    await expect.poll(() => driver.questions(app), patient).toHaveLength(1)
    await choose(app, 'log-folder')
    const did = await app.inMain(() => (globalThis as unknown as { did: string[] }).did)
    expect(did).toEqual([expect.stringContaining('Romp'), join(app.folder, 'logs')])
  })

  it('is where it was, as large, as full and as zoomed, when the app starts again', async () => {
    const place = { x: 100, y: 80, width: 900, height: 700 }
    await app.inMain(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      place,
    )
    await choose(app, 'zoom-in')
    await choose(app, 'full-screen')
    const file = join(app.folder, 'window.json')
    const kept = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)
    // Kept while the app runs: nobody says goodbye to one that is killed.
    await expect.poll(kept, patient).toEqual({ ...place, maximized: false, fullScreen: true, zoom: 1.1 })
    await app.quit()
    again = await startDesktop(undefined, app.folder)
    const now = () => windowOf(again ?? app)
    await expect.poll(async () => (await now()).fullScreen, patient).toBe(true)
    expect(await now()).toMatchObject({ normal: place, zoom: expect.closeTo(1.1, 2) })
    await choose(again, 'full-screen')
    await expect.poll(now, patient).toMatchObject({ bounds: place, fullScreen: false })
  })
})
