import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Party } from '../../src/client/party.ts'
import { type DesktopApp, startDesktop } from './desktop-app.ts'
import { hostParty, joinAs } from './guest.ts'
import { type System, watchSystem } from './system.ts'

let app: DesktopApp
let system: System
let guests: Party[] = []
const folders: string[] = []

/** An app that hosts a party which these are in. */
async function hostFor(names: readonly string[], env: Record<string, string> = {}): Promise<void> {
  app = await startDesktop(undefined, null, { env })
  system = await watchSystem(app)
  const party = await hostParty(app, 'Den')
  guests = []
  for (const name of names) guests.push(await joinAs(name, party))
  await expect.poll(system.tray).toContain(`Den: ${names.length + 1} player${names.length === 0 ? '' : 's'}`)
}

const close = () => app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
const quit = () => app.inMain(({ app }) => app.quit())
const isAsked = () => expect.poll(async () => (await system.questions()).at(-1)?.isOpen).toBe(true)
const goodbye = () =>
  expect
    .poll(() => guests.map(({ state }) => state.status))
    .toEqual(guests.map(() => ({ phase: 'over', reason: 'host-stopped' })))

/** A desktop with a tray, as far as an app can ask for one on Linux. */
function withTray(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'romp-bus-'))
  folders.push(folder)
  writeFileSync(join(folder, 'gdbus'), '#!/bin/sh\necho "(true,)"\n')
  chmodSync(join(folder, 'gdbus'), 0o755)
  return { PATH: `${folder}${delimiter}${process.env.PATH}` }
}

afterEach(async () => {
  for (const guest of guests) guest.leave()
  await app?.dispose()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(process.platform === 'darwin')('leaving a party that others are in', () => {
  it('asks once, says who is in it, and goes on where the answer is no', async () => {
    await hostFor(['Nina', 'Ben', 'Ida'], { PATH: join(tmpdir(), 'no-programs') })
    await close()
    await isAsked()
    await Promise.all([quit(), close()])
    expect(await system.questions()).toEqual([
      {
        message: 'Nina and 2 others are in your party.',
        buttons: ['Stop the party', 'Keep playing'],
        isOpen: true,
      },
    ])
    await system.answer('Keep playing')
    expect(await app.windows()).toBe(1)
    expect(guests.map(({ state }) => state.status.phase)).toEqual(['joined', 'joined', 'joined'])
    await quit()
    await isAsked()
    await system.answer('Stop the party')
    await Promise.all([goodbye(), app.ended])
  })

  it.runIf(process.platform === 'linux')('can keep the party in the tray', async () => {
    await hostFor(['Nina'], withTray())
    await close()
    await isAsked()
    expect((await system.questions()).at(-1)?.buttons).toContain('Keep hosting in the tray')
    await system.answer('Keep hosting in the tray')
    await expect.poll(app.windows).toBe(0)
    expect(await system.tray()).toContain('Open Romp')
    expect(guests[0]?.state.status.phase).toBe('joined')
    const opened = app.page.context().waitForEvent('page')
    await system.press('Open Romp')
    await (await opened).getByText(/Your party is on/).waitFor()
    await close()
    await isAsked()
    await system.answer('Keep hosting in the tray')
    await expect.poll(app.windows).toBe(0)
    await system.press('Stop the party')
    await isAsked()
    await system.answer('Stop the party')
    // Without a window and a party nothing is left of it.
    await Promise.all([goodbye(), app.ended])
  })

  it.runIf(process.platform === 'linux')(
    'ends with its window where the party ended behind the question',
    async () => {
      await hostFor(['Nina'], withTray())
      await close()
      await isAsked()
      await app.page.evaluate('window.romp.stopHosting()')
      await expect.poll(system.tray).toBeNull()
      await system.answer('Keep hosting in the tray')
      await app.ended
    },
  )

  it('lets the system shut down, whatever it asks just then, and has it wait for the goodbye', async () => {
    await hostFor(['Nina'])
    await quit()
    await isAsked()
    const waits = await app.inMain(({ powerMonitor }) => {
      let isPrevented = false
      powerMonitor.emit('shutdown', { preventDefault: () => (isPrevented = true) })
      return isPrevented
    })
    expect(waits).toBe(true)
    await Promise.all([goodbye(), app.ended])
  })

  it('says goodbye where Windows ends the session, which ends the app without asking it', async () => {
    await hostFor(['Nina'])
    await close()
    await isAsked()
    await app.inMain(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('session-end'))
    await goodbye()
    expect((await system.questions()).at(-1)?.isOpen).toBe(false)
  })

  it('asks nothing where nobody else is in it', async () => {
    await hostFor([])
    await close()
    await app.ended
  })
})
