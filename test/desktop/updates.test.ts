import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ReleaseFeed } from '../support/release-feed.ts'
import { type DesktopApp, root, startDesktop } from './desktop-app.ts'
import { hostParty, joinAs } from './guest.ts'

let app: DesktopApp | null = null
let folder: string
let feed: ReleaseFeed

/** The new version as an AppImage: a program that says that it was started, and how. */
const newOne = '#!/bin/sh\necho "$APPIMAGE_SILENT_INSTALL" > "$(dirname "$0")/started"\n'
const appImage = () => join(folder, 'Romp.AppImage')
const started = () => join(folder, 'started')

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'romp-releases-'))
  writeFileSync(appImage(), 'the old one')
  chmodSync(appImage(), 0o755)
  feed = await ReleaseFeed.open()
})

afterEach(async () => {
  await app?.dispose()
  app = null
  await feed.close()
  rmSync(folder, { recursive: true, force: true })
})

/** An app from its sources, whose developer has named a place for releases. */
async function start(): Promise<DesktopApp> {
  const kept = mkdtempSync(join(tmpdir(), 'romp-desktop-'))
  const config = `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: romp-updater\n`
  writeFileSync(join(kept, 'dev-app-update.yml'), config)
  app = await startDesktop(undefined, kept, {
    env: { APPIMAGE: appImage(), XDG_CACHE_HOME: join(folder, 'cache') },
  })
  return app
}

const button = ({ page }: DesktopApp, name: string | RegExp) => page.getByRole('button', { name })

/** As the menu does it. */
const askMenu = ({ inMain }: DesktopApp) =>
  inMain(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('updates')?.click())

// What electron-updater does with its files is another matter on each system; this is Linux's.
describe.skipIf(process.platform !== 'linux')('a newer Romp', () => {
  it('is looked for, fetched and installed, each when a person says so', async () => {
    feed.publish({ version: '99.0.0', file: Buffer.from(newOne), notes: 'Kites.' })
    const desktop = await start()
    await button(desktop, 'About this Romp').click()
    await button(desktop, 'Look for a newer one').waitFor()
    expect(feed.requests).toEqual([])

    await button(desktop, 'Look for a newer one').click()
    await desktop.page.getByText('Kites.').waitFor()
    expect(feed.fetches).toBe(0)

    await button(desktop, /^Get it/).click()
    await button(desktop, 'Restart and install').waitFor()
    expect(readFileSync(appImage(), 'utf8')).toBe('the old one')

    await button(desktop, 'Restart and install').click()
    await desktop.ended
    await expect.poll(() => existsSync(started()), { timeout: 20_000 }).toBe(true)
    expect(readFileSync(appImage(), 'utf8')).toBe(newOne)
    expect(readFileSync(started(), 'utf8')).toBe('true\n')
    expect(existsSync(join(desktop.folder, 'instance.lock'))).toBe(false)
  })

  it('is not taken where it is not what was published', async () => {
    feed.publish({ version: '99.0.0', file: Buffer.from(newOne), honest: false })
    const desktop = await start()
    await askMenu(desktop)
    await button(desktop, /^Get it/).click()
    await desktop.page.getByText('thrown away').waitFor()
    expect(readFileSync(appImage(), 'utf8')).toBe('the old one')
    // Neither then nor when the app ends.
    await desktop.quit()
    expect([readFileSync(appImage(), 'utf8'), existsSync(started())]).toEqual(['the old one', false])
  })

  it('waits until the guests of the party have gone', async () => {
    feed.publish({ version: '99.0.0', file: Buffer.from(newOne) })
    const desktop = await start()
    const party = await hostParty(desktop, 'Den')
    await desktop.page.keyboard.press('Escape')
    const guest = await joinAs('Nina', party)
    await askMenu(desktop)
    await button(desktop, /^Get it/).click()
    await button(desktop, 'Restart and install').click()
    await desktop.page.getByRole('alert').getByText('Nina is in your party.').waitFor()
    guest.leave()
    // The host says a moment later that somebody has gone.
    const press = async () => {
      await button(desktop, 'Restart and install')
        .click({ timeout: 500 })
        .catch(() => {})
      return existsSync(started())
    }
    await expect.poll(press, { timeout: 30_000 }).toBe(true)
    await desktop.ended
  })
})

describe('the updater', () => {
  const main = join(root, 'out/main')
  const mark = 'Downloading update (already in progress)'

  it('is bundled whole, in a piece of its own that the start does not load', () => {
    const pieces = readdirSync(join(main, 'chunks')).map((name) => join('chunks', name))
    const [updater, ...more] = pieces.filter((name) => readFileSync(join(main, name), 'utf8').includes(mark))
    expect(more).toEqual([])
    const text = readFileSync(join(main, updater!), 'utf8')
    const outside = [...text.matchAll(/__require\("([^"]+)"\)/g)].map(([, name]) => name!)
    const known = ['electron', ...process.getBuiltinModule('node:module').builtinModules]
    expect(outside.filter((name) => !known.includes(name.replace('node:', '')))).toEqual([])
    expect(statSync(join(main, updater!)).size).toBeLessThan(600_000)
    for (const name of ['index.js', ...pieces]) {
      const loaded = /^(?:import|export)\b.*from "([^"]+)"/gm
      const own = [...readFileSync(join(main, name), 'utf8').matchAll(loaded)].map(([, path]) => path!)
      expect(own.filter((path) => path.endsWith(updater!.slice('chunks/'.length)))).toEqual([])
    }
  })
})
