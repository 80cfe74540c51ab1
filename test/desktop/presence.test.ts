import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Party } from '../../src/client/party.ts'
import type { HostedParty } from '../../src/platform/platform.ts'
import { type DesktopApp, startDesktop } from './desktop-app.ts'
import { hostParty, joinAs } from './guest.ts'
import { type System, watchSystem } from './system.ts'

// macOS has a dock instead, which nobody but the system can look at.
describe.skipIf(process.platform === 'darwin')('a hosted party in the system', () => {
  let app: DesktopApp
  let system: System
  let party: HostedParty
  let nina: Party

  beforeAll(async () => {
    app = await startDesktop()
    system = await watchSystem(app)
  })

  afterAll(async () => {
    nina?.leave()
    await app?.dispose()
  })

  it('is nothing before there is one', async () => {
    expect(await system.tray()).toBeNull()
    expect(await system.isAwake()).toBe(false)
  })

  it('is an icon that counts who plays, and a machine that stays awake', async () => {
    party = await hostParty(app, 'Tea & games')
    await expect
      .poll(system.tray)
      .toEqual([...['Tea && games: 1 player', 'Open Romp', 'Copy address', 'Stop the party', 'Quit Romp']])
    expect(await system.isAwake()).toBe(true)
    nina = await joinAs('Nina', party)
    await expect.poll(async () => (await system.tray())?.[0]).toBe('Tea && games: 2 players')
  })

  it('gives its address to be sent to others', async () => {
    await system.press('Copy address')
    const [address = ''] = await system.copied()
    expect(address).toMatch(/^http:\/\/[\d.]+:87\d\d\/$/)
    const info = await fetch(`${address}api/info`)
    expect(await info.json()).toMatchObject({ rooms: [{ name: 'Tea & games' }] })
  })

  it('asks before it is stopped for others, and goes on where the answer is no', async () => {
    await system.press('Stop the party')
    await expect
      .poll(system.questions)
      .toMatchObject([
        { message: 'Nina is in your party.', buttons: ['Stop the party', 'Keep playing'], isOpen: true },
      ])
    await system.answer('Keep playing')
    expect(await system.tray()).toHaveLength(5)
    expect(nina.state.status.phase).toBe('joined')
  })

  it('is gone once it is stopped, and the machine may sleep', async () => {
    await system.press('Stop the party')
    await expect.poll(async () => (await system.questions()).at(-1)?.isOpen).toBe(true)
    await system.answer('Stop the party')
    await expect.poll(() => nina.state.status).toEqual({ phase: 'over', reason: 'host-stopped' })
    await expect.poll(system.tray).toBeNull()
    expect(await system.isAwake()).toBe(false)
    await app.page.getByRole('heading', { name: 'The party is over' }).waitFor()
  })

  it('is stopped at once where nobody else is in it', async () => {
    await app.page.getByRole('button', { name: /lobby/i }).click()
    await hostParty(app, 'Alone')
    const asked = (await system.questions()).length
    await system.press('Stop the party')
    await expect.poll(system.tray).toBeNull()
    expect(await system.questions()).toHaveLength(asked)
  })
})
